using TeacherCenters.Kernel;

namespace TeacherCenters.Assessments;

/// <param name="Ids">Whom the lines name, each once.</param>
/// <param name="Unknown">Lines that name nobody or more than one, as they were written.</param>
public sealed record PastedMatch(IReadOnlyList<int> Ids, IReadOnlyList<string> Unknown);

/// <summary>A pasted list of names against the people who wait: one a line, whole or with initials, capitals and ё do not matter.</summary>
public static class PastedNames
{
    public static PastedMatch Match(string? text, IReadOnlyList<(int Id, PersonName Name)> people)
    {
        var (ids, unknown) = (new List<int>(), new List<string>());
        foreach (var line in (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            // From a spreadsheet the name may stand beside a number or a school: any cell may be the one.
            int[] hits = [.. line.Split(['\t', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(SearchForm)
                .SelectMany(cell => people.Where(x => Forms(x.Name).Contains(cell)).Select(x => x.Id)).Distinct()];
            if (hits.Length == 1) ids.Add(hits[0]);
            else unknown.Add(line);
        }
        return new([.. ids.Distinct()], unknown);
    }

    private static string[] Forms(PersonName name) => [SearchForm(name.Full), SearchForm(name.Short)];

    private static string SearchForm(string text) => SearchName.Of(text.Replace(".", ". ", StringComparison.Ordinal));
}
