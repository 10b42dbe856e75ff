using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using MudBlazor;
using TeacherCenters.Kernel;
using TeacherCenters.People;
using TeacherCenters.Security;
using TeacherCenters.Tests.Architecture;
using TeacherCenters.Ui;
using TeacherCenters.Ui.Culture;

namespace TeacherCenters.Tests.Ui;

public sealed partial class TextTests
{
    public static TheoryData<string> Classes => new(ProblemTexts.Texts(typeof(ProblemTexts).Assembly).Select(x => x.FullName!));

    [Theory, MemberData(nameof(Classes))]
    public void Every_text_exists_in_both_languages_with_the_same_placeholders(string name)
    {
        var words = ProblemTexts.Words(typeof(ProblemTexts).Assembly.GetType(name)!);
        var russian = Read(words, CultureInfo.InvariantCulture);
        var english = Read(words, CultureInfo.GetCultureInfo("en"));

        Assert.Equal(russian.Keys.Order(StringComparer.Ordinal), english.Keys.Order(StringComparer.Ordinal));
        Assert.All(russian, text => Assert.False(string.IsNullOrWhiteSpace(text.Value), text.Key));
        Assert.All(russian, text => Assert.True(Places(text.Value).SetEquals(Places(english[text.Key])), text.Key));
    }

    [Fact]
    public void Words_of_the_screen_stand_in_texts_of_both_languages()
    {
        // The language that one can change to is named in itself; completion is said in Russian and English sentences of its own.
        string[] known = ["Ui/Layout/AuthLayout.razor", "Completion/CompletionTexts.cs"];
        var findings =
            from file in Sources.Files("*.*")
            where Regex.IsMatch(file.Path, @"(\.razor|\.razor\.cs|Texts\.cs)$") && !known.Contains(file.Path)
            from Match word in Russian().Matches(Comment().Replace(file.Text, ""))
            select $"{file.Path}: {word.Value}";
        Assert.Equal([], findings.ToList());
    }

    [Theory]
    [InlineData(1, "1 человек", "1 person", "1 год", "1 year")]
    [InlineData(3, "3 человека", "3 people", "3 года", "3 years")]
    [InlineData(21, "21 человек", "21 people", "21 год", "21 years")]
    [InlineData(3679, "3\u00A0679 человек", "3,679 people", "3\u00A0679 лет", "3,679 years")]
    public void A_number_takes_the_form_of_its_noun_in_each_language(int count, string people, string inEnglish, string years, string yearsInEnglish)
    {
        using (new Spoken(AppCultures.Russian)) Assert.Equal((people, years), (PeopleTexts.People(count), PeopleTexts.Age(count)));
        using (new Spoken(AppCultures.English)) Assert.Equal((inEnglish, yearsInEnglish), (PeopleTexts.People(count), PeopleTexts.Age(count)));
    }

    [Fact]
    public void Each_stage_of_the_sample_network_has_its_words() =>
        Assert.All(Enum.GetValues<FillStage>(), x => Assert.NotNull(ProblemTexts.Find($"FillStage_{x}")));

    [Fact]
    public void Every_word_of_MudBlazor_is_said_in_Russian()
    {
        using var own = new ResourceReader(typeof(MudButton).Assembly.GetManifestResourceStream("MudBlazor.Resources.LanguageResource.resources")!);
        var keys = own.Cast<DictionaryEntry>().Select(x => (string)x.Key).ToList();
        var russian = Read(RussianMudLocalizer.Words, CultureInfo.InvariantCulture);

        Assert.NotEmpty(keys);
        Assert.Empty(keys.Except(russian.Keys));
        Assert.Empty(russian.Keys.Except(keys));
    }

    [Fact]
    public void MudBlazor_keeps_its_own_words_in_English()
    {
        var localizer = new RussianMudLocalizer();
        using (new Spoken(AppCultures.English)) Assert.True(localizer["MudDialog_Close"].ResourceNotFound);
        using (new Spoken(AppCultures.Russian))
        {
            Assert.Equal("Закрыть", localizer["MudDialog_Close"].Value);
            Assert.Equal("1–25 из 83", localizer["MudDataGridPager_InfoFormat", 1, 25, 83].Value);
            Assert.True(localizer["NoSuchKey"].ResourceNotFound);
        }
    }

    [Fact]
    public void A_problem_is_said_in_the_readers_language_and_an_unknown_one_by_its_code()
    {
        using (new Spoken(AppCultures.Russian)) Assert.Equal("Заполните это поле.", ProblemTexts.Say(new Problem("Required")));
        using (new Spoken(AppCultures.English)) Assert.Equal("Fill in this field.", ProblemTexts.Say(new Problem("Required")));
        Assert.Equal("NoSuchProblem(7)", ProblemTexts.Say(new Problem("NoSuchProblem", 7)));
    }

    [Fact]
    public void A_clash_names_who_changed_the_record_and_when()
    {
        using var spoken = new Spoken(AppCultures.Russian);
        Assert.Contains("(Иванова М. П. 23.11.2026 14:05)", ProblemTexts.Say(new Problem("ChangedByOther", "Иванова М. П.", new DateTime(2026, 11, 23, 14, 5, 0))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_refusal_has_one_text_wherever_it_is_written()
    {
        var keys = Architecture.Sources.Files("*.*").Where(x => x.Path.EndsWith(".cs", StringComparison.Ordinal) || x.Path.EndsWith(".razor", StringComparison.Ordinal))
            .SelectMany(x => ProblemKey().Matches(x.Text)).Select(x => x.Groups[1].Value).ToHashSet();
        var twice =
            from text in ProblemTexts.Texts(typeof(ProblemTexts).Assembly)
            from said in Read(ProblemTexts.Words(text), CultureInfo.InvariantCulture)
            where keys.Contains(said.Key)
            group said.Value by said.Key into sayings
            where sayings.Distinct().Count() > 1
            select sayings.Key;
        Assert.NotEmpty(keys);
        Assert.Equal([], twice.ToList());
    }

    private static Dictionary<string, string> Read(ResourceManager words, CultureInfo culture) =>
        words.GetResourceSet(culture, true, false)!.Cast<DictionaryEntry>().ToDictionary(x => (string)x.Key, x => (string)x.Value!);

    private static HashSet<string> Places(string text) => [.. Place().Matches(text).Select(x => x.Groups[1].Value)];

    [GeneratedRegex(@"Problem\(\s*""(\w+)""")]
    private static partial Regex ProblemKey();

    [GeneratedRegex(@"\{(\d+)[^}]*\}")]
    private static partial Regex Place();

    [GeneratedRegex("[А-Яа-яЁё]+")]
    private static partial Regex Russian();

    [GeneratedRegex(@"//[^\n]*|@\*.*?\*@", RegexOptions.Singleline)]
    private static partial Regex Comment();
}

/// <summary>Speaks a language for the time of a test.</summary>
internal sealed class Spoken : IDisposable
{
    private readonly CultureInfo culture = CultureInfo.CurrentCulture, words = CultureInfo.CurrentUICulture;

    public Spoken(CultureInfo spoken) => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = spoken;

    public void Dispose() => (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, words);
}
