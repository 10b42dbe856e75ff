using System.Text.RegularExpressions;

namespace TeacherCenters.Tests.Architecture;

public sealed partial class ImportTests
{
    /// <summary>The rooms from left to right: what writes or decides looks leftwards only.</summary>
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

    [Fact]
    public void Verbs_and_rules_look_leftwards_only() =>
        Nothing(from file in Sources.Files("*.cs")
                where Regex.IsMatch(file.Path, "(Commands|Rules|Form)\\.cs$")
                let room = Array.IndexOf(Order, file.Path.Split('/')[0])
                where room >= 0
                from used in Usings(file.Text)
                let other = Array.IndexOf(Order, used.Replace("TeacherCenters.", "", StringComparison.Ordinal).Split('.')[0])
                where used.StartsWith("TeacherCenters.", StringComparison.Ordinal) && other > room
                where !Allowed(file.Path, used)
                select $"{file.Path} uses {used}");

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

    /// <summary>Reading a later room's facts is a query; these verbs do it to refuse what a later room rests on.</summary>
    private static bool Allowed(string path, string used) =>
        (path, used) is ("Settings/SettingsForm.cs", "TeacherCenters.Attendance") or ("Completion/CompletionCommands.cs" or "Mentoring/MentorshipCommands.cs", "TeacherCenters.Certificates") or ("Events/EventCommands.cs", "TeacherCenters.Attendance" or "TeacherCenters.Enrollments") or ("Events/SessionCommands.cs", "TeacherCenters.Attendance");

    private static IEnumerable<string> Usings(string text) => Using().Matches(text).Select(x => x.Groups[1].Value);

    private static void Nothing(IEnumerable<string> findings) => Assert.Equal([], findings.ToList());

    [GeneratedRegex(@"^@?using (?:static )?(?:\w+ = )?([\w.]+);?", RegexOptions.Multiline)]
    private static partial Regex Using();

    [GeneratedRegex("""(?:src|href|url\()[=\s"'(]*https?://(?!www\.w3\.org)[^\s"')]+""")]
    private static partial Regex OutsideAddress();
}
