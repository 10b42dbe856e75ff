using System.Text.RegularExpressions;

namespace TeacherCenters.Tests.Architecture;

public sealed partial class ImportTests
{
    /// <summary>Left of all rooms.</summary>
    private static readonly string[] Ground = ["Kernel", "Data", "Security", "Documents", "Ui"];

    /// <summary>The rooms from left to right.</summary>
    private static readonly string[] Order =
    [
        "Settings", "Centers", "People", "Courses", "Events", "Enrollments", "Attendance", "Completion", "Diagnoses", "Mentoring", "Assessments", "Certificates", "Practices", "Reports", "Desk", "Demo",
    ];

    [Fact]
    public void The_kernel_knows_the_base_class_library_only() =>
        Nothing(from file in Sources.Files("*.cs")
                where file.Path.StartsWith("Kernel/", StringComparison.Ordinal)
                from used in Usings(file.Text)
                where used.StartsWith("Microsoft", StringComparison.Ordinal) || (used.StartsWith("TeacherCenters", StringComparison.Ordinal) && !used.StartsWith("TeacherCenters.Kernel", StringComparison.Ordinal)) || used.StartsWith("MudBlazor", StringComparison.Ordinal)
                select $"{file.Path} uses {used}");

    [Fact]
    public void Rules_know_neither_store_nor_screen_nor_clock() =>
        Nothing(from file in Sources.Files("*Rules.cs")
                from bad in new[] { "Microsoft.EntityFrameworkCore", "Microsoft.AspNetCore", "TeacherCenters.Data;", "MudBlazor", "DateTime.Now", "DateTime.UtcNow", "DateTime.Today", "CultureInfo.CurrentCulture", "File." }
                where Regex.IsMatch(file.Text, $@"(?<!\w){Regex.Escape(bad)}")
                select $"{file.Path} has {bad}");

    [Fact]
    public void Queries_and_commands_know_no_screen() =>
        Nothing(from file in Sources.Files("*.cs")
                where Regex.IsMatch(file.Path, "(Queries|Commands|Mapping)\\.cs$")
                from used in Usings(file.Text)
                where used.StartsWith("MudBlazor", StringComparison.Ordinal) || used.StartsWith("Microsoft.AspNetCore.Components", StringComparison.Ordinal)
                select $"{file.Path} uses {used}");

    [Fact]
    public void Screens_never_touch_the_store() =>
        Nothing(from file in Sources.Files("*.razor*")
                from bad in new[] { "AppDb", "IDbContextFactory", "WriteAsync(" }
                where Regex.IsMatch(file.Text, $@"(?<!\w){Regex.Escape(bad)}")
                select $"{file.Path} has {bad}");

    [Fact]
    public void Libraries_of_documents_are_named_in_Documents_only() =>
        Nothing(from file in Sources.Files("*.*")
                where Regex.IsMatch(file.Path, "\\.(cs|razor)$") && !file.Path.StartsWith("Documents/", StringComparison.Ordinal)
                from used in Usings(file.Text)
                where Regex.IsMatch(used, "^(SkiaSharp|ClosedXML|MiniExcel|DocumentFormat|QRCoder|HarfBuzzSharp)")
                select $"{file.Path} uses {used}");

    /// <summary>Look to the right all the same, each for a reason.</summary>
    private static readonly string[] LooksRight =
    [
        // Refuse what a later room rests on, within the transaction that would take it away.
        "Centers/CenterCodes.cs: Certificates", "Completion/CompletionCommands.cs: Certificates", "Events/EventCommands.cs: Enrollments",
        "Events/SessionCommands.cs: Attendance", "Mentoring/MentorshipCommands.cs: Certificates",
        // Belong to queries: what they answer, and a part that two of them share.
        "Enrollments/EnrollmentFilter.cs: Attendance", "Events/EventWaits.cs: Attendance", "Events/EventWaits.cs: Certificates", "Events/EventWaits.cs: Completion", "Events/EventWaits.cs: Enrollments",
        "People/PersonRows.cs: Enrollments",
        // Hears that a document was issued, and reads itself anew.
        "Completion/CompletionPanel.razor.cs: Certificates",
        // An account may be a person's.
        "Security/Account.cs: People", "Security/AccountCommands.cs: People", "Security/Users/UserDialog.razor: People",
        // The first start writes the first settings.
        "Security/FirstStart.cs: Settings",
    ];

    [Fact]
    public void Everything_but_queries_looks_leftwards_only()
    {
        var types = typeof(TeacherCenters.Data.AppDb).Assembly.GetTypes().Select(x => x.FullName).ToHashSet();
        var findings = (
            from file in Sources.Files("*.*")
            where Regex.IsMatch(file.Path, "\\.(cs|razor)$") && !file.Path.EndsWith("Queries.cs", StringComparison.Ordinal)
            let room = Place(file.Path.Split('/')[0])
            where room is not null
            // A room is named by its using, or before a type.
            let named = Usings(file.Text).Where(x => x.StartsWith("TeacherCenters.", StringComparison.Ordinal)).Select(x => x.Split('.')[1])
                .Concat(Qualified().Matches(Comment().Replace(file.Text, "")).Where(x => types.Contains($"TeacherCenters.{x.Groups[1].Value}.{x.Groups[2].Value}")).Select(x => x.Groups[1].Value))
            from other in named.Distinct()
            where Place(other) > room
            select $"{file.Path}: {other}").ToList();
        Nothing(findings.Except(LooksRight));
        // A reason that is no more goes from the list.
        Nothing(LooksRight.Except(findings));
    }

    /// <summary>From left to right; the ground of all rooms is left of them.</summary>
    private static int? Place(string folder) => Ground.Contains(folder) ? -1 : Array.IndexOf(Order, folder) is >= 0 and var place ? place : null;

    [Fact]
    public void Transactions_begin_behind_the_write_gate_only() =>
        Nothing(from file in Sources.Files("*.cs")
                where file.Path != "Data/Store.cs" && file.Text.Contains("BeginTransaction", StringComparison.Ordinal)
                select file.Path);

    [Fact]
    public void No_screen_or_stylesheet_asks_for_anything_outside_the_intranet() =>
        Nothing(from file in Sources.Files("*.*")
                where Regex.IsMatch(file.Path, "\\.(razor|css|js|html)$")
                where OutsideAddress().IsMatch(file.Text)
                select $"{file.Path}: {OutsideAddress().Match(file.Text).Value}");

    private static IEnumerable<string> Usings(string text) => Using().Matches(text).Select(x => x.Groups[1].Value);

    private static void Nothing(IEnumerable<string> findings) => Assert.Equal([], findings.ToList());

    [GeneratedRegex(@"^@?using (?:static )?(?:\w+ = )?([\w.]+);?", RegexOptions.Multiline)]
    private static partial Regex Using();

    [GeneratedRegex(@"(?<![\w.])(?:TeacherCenters\.)?([A-Z]\w+)\.([A-Z]\w*)")]
    private static partial Regex Qualified();

    [GeneratedRegex(@"//.*")]
    private static partial Regex Comment();

    [GeneratedRegex("""(?:src|href|url\()[=\s"'(]*https?://(?!www\.w3\.org)[^\s"')]+""")]
    private static partial Regex OutsideAddress();
}
