using System.Text.RegularExpressions;
using SkiaSharp;
using TeacherCenters.Documents;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;

namespace TeacherCenters.Tests.Documents;

public sealed partial class CertificatePdfTests
{
    private static readonly string LongTitle = string.Concat(Enumerable.Repeat("Проектирование современного образовательного процесса ", 5))[..255];

    private static CertificateSheet Sheet(CertificateLayout layout = CertificateLayout.Spread) => new()
    {
        Layout = layout,
        Organisation = "АОУ ВО ДПО «Вологодский институт развития образования»",
        Title = "УДОСТОВЕРЕНИЕ",
        Subtitle = "о повышении квалификации",
        Number = "35-ПК-2026-0001",
        City = "Вологда",
        IssuedOn = "24 ноября 2026 года",
        Lead = "Настоящее удостоверение свидетельствует о том, что",
        Person = "Иванова Мария Петровна",
        Period = "с 1 по 20 ноября 2026 года",
        Deed = "прошла повышение квалификации",
        CourseLead = "по дополнительной профессиональной программе",
        Course = "«Формирующее оценивание на уроках математики»",
        Hours = "в объёме 36 академических часов",
        Signatures = [new("Директор центра", "Н. В. Соколова"), new("Секретарь", "А. П. Кузнецов")],
        LegalBasis = "Приказ Минпросвещения России от 24.03.2025 № 266",
        QrPayload = "https://centers.example/verify/0123456789abcdef0123456789abcdef",
        QrCaption = "Проверить документ",
    };

    private static byte[] Draw(params CertificateSheet[] sheets)
    {
        using var output = new MemoryStream();
        CertificatePdf.Write(output, sheets, "Удостоверения", "Центр", new DateTime(2026, 11, 24, 0, 0, 0, DateTimeKind.Utc));
        return output.ToArray();
    }

    private static string TextOf(Page page) => Spaces().Replace(ContentOrderTextExtractor.GetText(page), " ");

    [Theory]
    [InlineData(CertificateLayout.Spread)]
    [InlineData(CertificateLayout.Single)]
    public void The_text_can_be_searched_and_copied(CertificateLayout layout)
    {
        using var pdf = PdfDocument.Open(Draw(Sheet(layout)));
        var page = pdf.GetPage(1);
        var text = TextOf(page);

        Assert.Equal((842, 595), ((int)Math.Round(page.Width), (int)Math.Round(page.Height)));
        foreach (var part in new[] { "Иванова Мария Петровна", "35-ПК-2026-0001", "24 ноября 2026 года", "«Формирующее оценивание на уроках математики»", "36 академических часов", "Н. В. Соколова", "№ 266" })
            Assert.Contains(part, text, StringComparison.Ordinal);
    }

    [Fact]
    public void Fonts_are_embedded_and_small()
    {
        var file = Draw(Sheet());
        using var pdf = PdfDocument.Open(file);

        Assert.All(pdf.GetPage(1).Letters, letter => Assert.Matches("^[A-Z]{6}\\+PTS", letter.FontName));
        Assert.InRange(file.Length, 1, 150_000);
    }

    [Theory]
    [InlineData(CertificateLayout.Spread)]
    [InlineData(CertificateLayout.Single)]
    public void Long_names_and_titles_stay_inside_the_frame(CertificateLayout layout)
    {
        var long_ = Sheet(layout) with
        {
            Mark = "ДУБЛИКАТ",
            Blank = "352400 0001234",
            Person = "Абдурахмановой-Преображенской Александре Константиновне",
            Course = LongTitle,
            Deed = "прошла повышение квалификации в " + LongTitle,
            Organisation = LongTitle,
            Result = "Итоговая аттестация: зачтено с оценкой «отлично»",
            Signatures = [new("Исполняющий обязанности директора центра непрерывного повышения профессионального мастерства", "Н. В. Преображенская-Абдурахманова"), new(LongTitle, "А. Б."), new("Секретарь", "В. Г.")],
        };
        using var pdf = PdfDocument.Open(Draw(long_, long_ with { Course = new string('Ш', 255), Person = new string('Щ', 120) }));

        foreach (var page in pdf.GetPages())
        {
            // 14 mm of frame on each side.
            Assert.All(page.Letters, letter => Assert.True(
                letter.BoundingBox.Left > 39 && letter.BoundingBox.Right < page.Width - 39 && letter.BoundingBox.Bottom > 39 && letter.BoundingBox.Top < page.Height - 39,
                $"«{letter.Value}» at {letter.BoundingBox}"));
        }
        Assert.Contains("Абдурахмановой-Преображенской", TextOf(pdf.GetPage(1)), StringComparison.Ordinal);
        Assert.Equal(255, pdf.GetPage(2).Letters.Count(l => l.Value == "Ш"));
    }

    [Fact]
    public void Names_with_rare_letters_and_broken_texts_are_drawn()
    {
        using var pdf = PdfDocument.Open(Draw(Sheet() with { Person = "Ҕазиз Ңургалиұлы", Course = "a\u200Bb\u0000c и\u0306 \uD800 \u2009fi" }));
        var text = TextOf(pdf.GetPage(1));

        Assert.Contains("Ҕазиз Ңургалиұлы", text, StringComparison.Ordinal);
        Assert.Contains("abc й", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Many_certificates_are_one_file_in_their_order()
    {
        var file = Draw([.. Enumerable.Range(1, 200).Select(i => Sheet() with { Number = $"№ {i:000}", Person = $"Слушатель {i:000}" })]);
        using var pdf = PdfDocument.Open(file);

        Assert.Equal(200, pdf.NumberOfPages);
        Assert.Contains("Слушатель 137", TextOf(pdf.GetPage(137)), StringComparison.Ordinal);
        // 8 MB for a thousand.
        Assert.InRange(file.Length, 1, 1_700_000);
    }

    [Fact]
    public void Many_threads_may_draw_at_once()
    {
        var texts = new string[8];
        Parallel.For(0, texts.Length, i =>
        {
            using var file = PdfDocument.Open(Draw(Sheet()));
            texts[i] = file.GetPage(1).Text;
        });

        Assert.NotEmpty(texts[0]);
        Assert.All(texts, text => Assert.Equal(texts[0], text));
    }

    [Fact]
    public void Without_an_address_no_code_is_drawn()
    {
        using var with = PdfDocument.Open(Draw(Sheet()));
        using var without = PdfDocument.Open(Draw(Sheet() with { QrPayload = null, QrCaption = null }));

        Assert.True(without.GetPage(1).Paths.Count < with.GetPage(1).Paths.Count);
    }

    [Theory]
    [InlineData(CertificateLayout.Spread)]
    [InlineData(CertificateLayout.Single)]
    public void The_code_is_read_as_the_address(CertificateLayout layout)
    {
        var sheet = Sheet(layout);
        using var pdf = PdfDocument.Open(Draw(sheet));
        var page = pdf.GetPage(1);
        // The code is the filled path with by far the most corners.
        var code = page.Paths.Where(p => p.IsFilled).MaxBy(p => p.Sum(s => s.Commands.Count))!;

        var read = new ZXing.BarcodeReaderGeneric { AutoRotate = false }.Decode(Raster(code, pixelsPerPoint: 6));

        Assert.Equal(sheet.QrPayload, read?.Text);
    }

    /// <summary>The path in black on white, with room around it: a camera's view of the paper.</summary>
    private static ZXing.RGBLuminanceSource Raster(UglyToad.PdfPig.Graphics.PdfPath path, float pixelsPerPoint)
    {
        var box = path.GetBoundingRectangle()!.Value;
        const int margin = 40;
        using var builder = new SKPathBuilder();
        SKPoint At(UglyToad.PdfPig.Core.PdfPoint p) => new(margin + ((float)(p.X - box.Left) * pixelsPerPoint), margin + ((float)(box.Top - p.Y) * pixelsPerPoint));
        foreach (var command in path.SelectMany(s => s.Commands))
        {
            switch (command)
            {
                case UglyToad.PdfPig.Core.PdfSubpath.Move move: builder.MoveTo(At(move.Location)); break;
                case UglyToad.PdfPig.Core.PdfSubpath.Line line: builder.LineTo(At(line.To)); break;
                case UglyToad.PdfPig.Core.PdfSubpath.Close: builder.Close(); break;
            }
        }
        var side = (2 * margin) + (int)Math.Ceiling(Math.Max(box.Width, box.Height) * pixelsPerPoint);
        using var bitmap = new SKBitmap(side, side, SKColorType.Gray8, SKAlphaType.Opaque);
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.White);
        using var drawn = builder.Detach();
        drawn.FillType = path.FillingRule == UglyToad.PdfPig.Core.FillingRule.EvenOdd ? SKPathFillType.EvenOdd : SKPathFillType.Winding;
        using var paint = new SKPaint { Color = SKColors.Black };
        canvas.DrawPath(drawn, paint);
        return new(bitmap.Bytes, side, side, ZXing.RGBLuminanceSource.BitmapFormat.Gray8);
    }

    [Fact]
    public void A_document_without_certificates_is_refused() => Assert.Throws<ArgumentException>(() => Draw());

    [GeneratedRegex("\\s+")]
    private static partial Regex Spaces();
}
