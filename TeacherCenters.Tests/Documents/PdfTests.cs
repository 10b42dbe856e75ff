using TeacherCenters.Documents;

namespace TeacherCenters.Tests.Documents;

public sealed class PdfTests
{
    /// <summary>Skia writes the identifier of about one document in two hundred in another form: hence so many.</summary>
    [Fact]
    public void The_same_drawing_gives_the_same_bytes_however_often_it_is_made()
    {
        var first = Draw();
        for (var i = 0; i < 700; i++) Assert.Equal(first, Draw());
        using var read = UglyToad.PdfPig.PdfDocument.Open(first);
        Assert.Equal(1, read.NumberOfPages);
    }

    private static byte[] Draw()
    {
        using var output = new MemoryStream();
        using (var pdf = new Pdf(output, "Лист", "Центр", new DateTime(2026, 9, 1, 9, 0, 0, DateTimeKind.Utc))) pdf.NewPage().Line(10, 10, 100, 10);
        return output.ToArray();
    }
}
