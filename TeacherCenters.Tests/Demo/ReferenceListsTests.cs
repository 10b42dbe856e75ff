using System.Globalization;
using TeacherCenters.Courses;
using TeacherCenters.Kernel;
using TeacherCenters.Kernel.Russian;
using TeacherCenters.People;

namespace TeacherCenters.Tests.Demo;

public class ReferenceListsTests
{
    [Theory]
    [InlineData("municipalities.csv", "order;name;unit_type;short_name")]
    [InlineData("positions.csv", "position;category;level")]
    [InlineData("subjects.csv", "subject")]
    [InlineData("family_names.csv", "masculine;feminine")]
    [InlineData("given_names.csv", "name;sex;weight")]
    [InlineData("patronymics.csv", "masculine;feminine")]
    [InlineData("courses.csv", "title;kind;hours;form;document;direction")]
    [InlineData("session_topics.csv", "topic")]
    [InlineData("holidays.csv", "date;name")]
    [InlineData("legal_bases.csv", "valid_from;valid_to;text")]
    public void Every_list_has_its_header_full_rows_and_no_repetition(string file, string header)
    {
        var lines = Lines(file);
        var columns = header.Split(';').Length;

        Assert.Equal(header, lines[0]);
        Assert.All(lines, line => Assert.Equal(columns, line.Split(';').Length));
        Assert.All(lines, line => Assert.Equal(line.Trim(), line));
        Assert.Equal(lines.Length, lines.Distinct().Count());
    }

    [Fact]
    public void The_region_has_26_districts_and_2_cities_in_the_order_of_reports()
    {
        var rows = Rows("municipalities.csv");

        Assert.Equal(Enumerable.Range(1, 28), rows.Select(row => Number(row[0])));
        Assert.Equal(26, rows.Count(row => row[2] == "муниципальный округ"));
        Assert.Equal(["город Вологда", "город Череповец"], rows.Where(row => row[2] == "городской округ").Select(row => row[1]));
    }

    [Fact]
    public void Programmes_keep_the_gates_of_hours()
    {
        foreach (var row in Rows("courses.csv"))
        {
            var (kind, hours, document) = (Enum.Parse<EventKind>(row[1]), Number(row[2]), Enum.Parse<DocumentKind>(row[4]));
            Assert.True(Enum.TryParse<StudyForm>(row[3], out _), row[3]);
            if (kind == EventKind.ProfessionalDevelopment) Assert.InRange(hours, 16, 249);
            if (kind == EventKind.Retraining) Assert.True(hours >= 250, row[0]);
            Assert.Equal(kind == EventKind.ProfessionalDevelopment, document == DocumentKind.ProfessionalDevelopmentCertificate);
            Assert.Equal(kind == EventKind.Retraining, document == DocumentKind.RetrainingDiploma);
        }
    }

    [Fact]
    public void Each_level_has_teachers_and_heads()
    {
        var rows = Rows("positions.csv").Select(row => (Category: Enum.Parse<WorkerCategory>(row[1]), Level: Enum.Parse<EducationLevel>(row[2]))).ToList();

        foreach (var level in new[] { EducationLevel.General, EducationLevel.Preschool, EducationLevel.Vocational, EducationLevel.Supplementary })
        {
            Assert.Contains((WorkerCategory.Teacher, level), rows);
            Assert.Contains((WorkerCategory.Head, level), rows);
        }
    }

    [Fact]
    public void Names_are_such_as_the_federal_register_takes()
    {
        var given = Rows("given_names.csv").ToLookup(row => Enum.Parse<Sex>(row[1]), row => row[0]);
        Assert.All(Rows("given_names.csv"), row => Assert.InRange(Number(row[2]), 1, 1000));
        Assert.True(Rows("family_names.csv").Count >= 400);

        foreach (var row in Rows("family_names.csv"))
        {
            Assert.Empty(new PersonName(row[0], given[Sex.Male].First(), null).Problems());
            Assert.Empty(new PersonName(row[1], given[Sex.Female].First(), null).Problems());
        }
        foreach (var row in Rows("patronymics.csv"))
        {
            Assert.Equal(Sex.Male, SexProposal.FromPatronymic(row[0]));
            Assert.Equal(Sex.Female, SexProposal.FromPatronymic(row[1]));
        }
        Assert.All(given.SelectMany(names => names), name => Assert.Empty(new PersonName("Иванов", name, null).Problems()));
    }

    [Fact]
    public void Few_ordinary_names_ask_for_a_second_look()
    {
        var rows = Rows("family_names.csv");

        // The list is richer in hard names than life; a flag on every second person would be read by nobody.
        Assert.InRange(rows.Count(row => NameCases.Family(row[0], Sex.Male, NameCase.Dative).Doubtful), 5, rows.Count / 10);
        Assert.InRange(rows.Count(row => NameCases.Family(row[1], Sex.Female, NameCase.Dative).Doubtful), 3, rows.Count / 10);
    }

    [Fact]
    public void The_texts_of_law_follow_one_another_without_a_gap()
    {
        var rows = Rows("legal_bases.csv").Select(row => (From: Day(row[0]), To: row[1].Length == 0 ? (DateOnly?)null : Day(row[1]))).ToList();

        for (var i = 1; i < rows.Count; i++) Assert.Equal(rows[i].From, rows[i - 1].To!.Value.AddDays(1));
        Assert.Null(rows[^1].To);
    }

    [Fact]
    public void Holidays_are_days_of_2026_and_2027()
    {
        var days = Rows("holidays.csv").Select(row => Day(row[0])).ToList();

        Assert.All(days, day => Assert.InRange(day.Year, 2026, 2027));
        Assert.Equal(days.Count, days.Distinct().Count());
        Assert.Contains(new DateOnly(2026, 11, 4), days);
    }

    private static string[] Lines(string file)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!Directory.Exists(Path.Combine(folder.FullName, "data", "reference"))) folder = folder.Parent!;
        return File.ReadAllLines(Path.Combine(folder.FullName, "data", "reference", file));
    }

    private static List<string[]> Rows(string file) => [.. Lines(file).Skip(1).Select(line => line.Split(';'))];

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
