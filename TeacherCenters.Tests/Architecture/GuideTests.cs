using System.Collections;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using TeacherCenters.Tests.Browser;
using TeacherCenters.Tests.Ui;
using TeacherCenters.Ui;
using TeacherCenters.Ui.Culture;

namespace TeacherCenters.Tests.Architecture;

public sealed partial class GuideTests
{
    private static readonly string Guides = Path.Combine(Sources.Repository, "docs");

    private static IEnumerable<string> Pages => Directory.EnumerateFiles(Guides, "*.md", SearchOption.AllDirectories).Append(Path.Combine(Sources.Repository, "README.md"));

    [Fact]
    public void Every_link_and_picture_of_the_guides_leads_somewhere()
    {
        var findings =
            from page in Pages
            from Match link in Link().Matches(File.ReadAllText(page))
            let target = link.Groups[1].Value
            where !target.StartsWith("http", StringComparison.Ordinal)
            let parts = target.Split('#')
            let file = parts[0].Length == 0 ? page : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(page)!, parts[0]))
            where !File.Exists(file) || (parts.Length > 1 && !Anchors(file).Contains(parts[1]))
            select $"{Path.GetRelativePath(Sources.Repository, page)}: {target}";
        Assert.Equal([], findings.ToList());
    }

    [Fact]
    public void Every_picture_stands_in_a_guide_and_is_small()
    {
        var text = string.Concat(Pages.Select(File.ReadAllText));
        var findings =
            from file in new DirectoryInfo(Path.Combine(Guides, "pictures")).EnumerateFiles()
            where !text.Contains($"pictures/{file.Name})", StringComparison.Ordinal) || file.Length > 150_000
            select $"{file.Name}, {file.Length} bytes";
        Assert.Equal([], findings.ToList());
    }

    [Fact]
    public async Task Every_page_of_the_menu_is_told_of_in_a_guide()
    {
        await using var host = AppHost.Start();
        using var spoken = new Spoken(AppCultures.Russian);
        var text = string.Concat(Pages.Where(x => x.StartsWith(Guides, StringComparison.Ordinal)).Select(File.ReadAllText));
        var entries = host.Services.GetRequiredService<IEnumerable<NavEntry>>().Where(x => x.InMenu).ToList();
        // In bold: «**Отчёты**», or under its head, «**Оценка → Процедуры**».
        var findings =
            from entry in entries
            let head = entries.Find(x => x.Href == entry.Under)?.Text()
            where !text.Contains($"**{entry.Text()}**", StringComparison.Ordinal) && (head is null || !text.Contains($"**{head} → {entry.Text()}**", StringComparison.Ordinal))
            select $"{entry.Href}: {entry.Text()}";
        Assert.NotEmpty(entries);
        Assert.Equal([], findings.ToList());
    }

    /// <summary>«Так» a guide names a button, a field, a message: word for word, or its beginning with «…».</summary>
    [Fact]
    public void What_a_guide_quotes_stands_on_a_screen()
    {
        var said = ProblemTexts.Texts(typeof(ProblemTexts).Assembly)
            .SelectMany(x => ProblemTexts.Words(x).GetResourceSet(CultureInfo.InvariantCulture, true, false)!.Cast<DictionaryEntry>().Select(text => (string)text.Value!)).ToList();
        var templates = said.Where(x => Place().Replace(x, "").Length > 5 && Place().IsMatch(x)).Select(x => new Regex($"^{Regex.Replace(Regex.Escape(x), @"\\\{\d[^}]*}", ".+")}$")).ToList();
        var findings =
            from page in Pages
            where page.StartsWith(Guides, StringComparison.Ordinal)
            from Match quoted in Quote().Matches(Code().Replace(File.ReadAllText(page), ""))
            let words = quoted.Groups[1].Value.Split('…')[0].Trim()
            where !said.Exists(x => x.Contains(words, StringComparison.Ordinal)) && !templates.Exists(x => x.IsMatch(words))
            select $"{Path.GetFileName(page)}: «{words}»";
        Assert.Equal([], findings.ToList());
    }

    /// <summary>As the page is shown: a heading in small letters, spaces as dashes, without punctuation.</summary>
    private static IEnumerable<string> Anchors(string file) =>
        from Match heading in Heading().Matches(File.ReadAllText(file))
        select Punctuation().Replace(heading.Groups[1].Value.Trim().ToLowerInvariant(), "").Replace(' ', '-');

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^#+ (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex("«([^«»]+)»")]
    private static partial Regex Quote();

    [GeneratedRegex("`[^`]+`")]
    private static partial Regex Code();

    [GeneratedRegex(@"\{\d[^}]*}")]
    private static partial Regex Place();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex Punctuation();
}
