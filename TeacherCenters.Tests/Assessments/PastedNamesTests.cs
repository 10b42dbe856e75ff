using TeacherCenters.Assessments;
using TeacherCenters.Kernel;

namespace TeacherCenters.Tests.Assessments;

public sealed class PastedNamesTests
{
    private static readonly (int, PersonName)[] People =
    [
        (1, new("Иванова", "Мария", "Петровна")), (2, new("Семёнов", "Пётр", "Ильич")), (3, new("Иванова", "Марина", "Павловна")), (4, new("Орлова", "Анна")),
    ];

    [Theory]
    [InlineData("Иванова Мария Петровна", "1", "")]
    [InlineData("  ИВАНОВА   мария петровна \r\n", "1", "")]
    [InlineData("семенов петр ильич", "2", "")]
    [InlineData("Семёнов П.И.", "2", "")]
    [InlineData("1\tСеменов П. И.\tШкола № 5", "2", "")]
    [InlineData("Орлова Анна", "4", "")]
    [InlineData("Иванова М. П.", "", "Иванова М. П.")]
    [InlineData("Петрова Ольга", "", "Петрова Ольга")]
    [InlineData("Орлова Анна\nПетрова\nОрлова Анна\nСемёнов Пётр Ильич", "4 2", "Петрова")]
    [InlineData(null, "", "")]
    public void Lines_name_people_and_what_names_nobody_is_told(string? text, string ids, string unknown)
    {
        var match = PastedNames.Match(text, People);

        Assert.Equal((ids, unknown), (string.Join(' ', match.Ids), string.Join('|', match.Unknown)));
    }
}
