using TeacherCenters.Documents;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;

namespace TeacherCenters.Tests.Documents;

public sealed class SignInSheetPdfTests
{
    private static SignInSheet Day(int people, int sessions, string day = "24 ноября 2026 года") => new()
    {
        Organisation = "Центр",
        Title = "Лист регистрации участников",
        Event = "Формирующее оценивание",
        Day = day,
        Sessions = [.. Enumerable.Range(0, sessions).Select(i => $"{9 + i}:00")],
        People = [.. Enumerable.Range(1, people).Select(i => new SignInPerson($"Слушательница Мария Петровна №{i}", "Средняя общеобразовательная школа № 5 города Вологды, учитель"))],
        EmptyRows = 2,
        Footer = "Ответственный",
    };

    private static PdfDocument Draw(params SignInSheet[] days)
    {
        using var output = new MemoryStream();
        SignInSheetPdf.Write(output, days, "Листы", "Центр", new DateTime(2026, 11, 24, 0, 0, 0, DateTimeKind.Utc));
        return PdfDocument.Open(output.ToArray());
    }

    private static string TextOf(Page page) => ContentOrderTextExtractor.GetText(page);

    [Fact]
    public void A_day_is_one_page_with_every_person_and_a_line_to_sign()
    {
        using var pdf = Draw(Day(15, 2), Day(15, 2, "25 ноября 2026 года"));

        Assert.Equal(2, pdf.NumberOfPages);
        var text = TextOf(pdf.GetPage(2));
        Assert.Contains("25 ноября 2026 года", text, StringComparison.Ordinal);
        Assert.Contains("№15", text, StringComparison.Ordinal);
        Assert.Contains("Ответственный", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Many_people_go_on_over_pages_that_repeat_the_header_and_say_how_many_they_are()
    {
        using var pdf = Draw(Day(80, 3));

        var pages = pdf.NumberOfPages;
        Assert.InRange(pages, 3, 6);
        for (var i = 1; i <= pages; i++)
        {
            var text = TextOf(pdf.GetPage(i));
            Assert.Contains("Фамилия", text, StringComparison.Ordinal);
            Assert.Contains($"Лист {i} из {pages}", text, StringComparison.Ordinal);
        }
        Assert.Contains("№80", TextOf(pdf.GetPage(pages)) + TextOf(pdf.GetPage(pages - 1)), StringComparison.Ordinal);
    }

    [Fact]
    public void More_sessions_than_a_sheet_has_room_for_go_on_on_another()
    {
        using var pdf = Draw(Day(5, 8));

        Assert.Equal(2, pdf.NumberOfPages);
        Assert.Contains("16:00", TextOf(pdf.GetPage(2)), StringComparison.Ordinal);
    }
}
