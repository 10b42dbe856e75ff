using System.Text.RegularExpressions;
using TeacherCenters.Ui;

namespace TeacherCenters.Tests.Architecture;

/// <summary>The history keeps verbs as codes; whoever reads it sees words.</summary>
public sealed partial class VerbTests
{
    [Fact]
    public void Every_verb_has_a_text()
    {
        var verbs = Verbs().ToList();
        Assert.Contains(verbs, x => x.Verb == "events.create");
        Nothing(from found in verbs
                where ProblemTexts.Find(HistoryWords.VerbKey(found.Verb)) is null
                select $"{found.Path}: {found.Verb} has no text {HistoryWords.VerbKey(found.Verb)} (put it into the …Text.resx of the feature, and into .en.resx)");
    }

    [Fact]
    public void Every_text_of_a_verb_belongs_to_one()
    {
        var keys = Verbs().Select(x => HistoryWords.VerbKey(x.Verb)).ToHashSet();
        Nothing(from file in Sources.Files("*Text.resx")
                from Match key in TextOfVerb().Matches(file.Text)
                where !keys.Contains(key.Groups[1].Value)
                select $"{file.Path}: {key.Groups[1].Value}");
    }

    // A code that is put together while the program runs is seen by no test.
    [Fact]
    public void Verbs_are_written_out() =>
        Nothing(from file in Sources.Files("*.cs")
                from Match made in Made().Matches(file.Text)
                select $"{file.Path}: {made.Value}");

    /// <summary>Quoted codes in the files that write.</summary>
    private static IEnumerable<(string Path, string Verb)> Verbs() =>
        from file in Sources.Files("*.cs")
        where file.Path.EndsWith("Commands.cs", StringComparison.Ordinal) || file.Text.Contains("store.WriteAsync", StringComparison.Ordinal)
        from Match code in Code().Matches(file.Text)
        where Path.GetExtension(code.Groups[1].Value) is not (".xlsx" or ".csv" or ".zip" or ".db" or ".json")
        select (file.Path, code.Groups[1].Value);

    private static void Nothing(IEnumerable<string> findings) => Assert.Equal([], findings.ToList());

    [GeneratedRegex("\"([a-z]+\\.[a-z]+(?:-[a-z]+)*)\"")]
    private static partial Regex Code();

    [GeneratedRegex("[aA]ctor(?:\\.System)?, *\\$\"[^\"]*\"")]
    private static partial Regex Made();

    [GeneratedRegex("<data name=\"(Verb_[^\"]+)\"")]
    private static partial Regex TextOfVerb();
}
