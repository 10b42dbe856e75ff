using QRCoder;
using SkiaSharp;
using TeacherCenters.Certificates;
using TeacherCenters.Documents;
using TeacherCenters.Kernel.Russian;

namespace TeacherCenters.Bench;

/// <summary>
/// The sheet of a certificate with nothing between it and Skia: every text at a place and a size that are known beforehand, no fitting,
/// no shaping, no kerning; lines are broken by hand.
/// </summary>
internal static class BareCertificates
{
    private const float Points = 72f / 25.4f;

    private static readonly SKTypeface Serif = Load("PTSerif-Regular"), SerifBold = Load("PTSerif-Bold"), Sans = Load("PTSans-Regular"), SansBold = Load("PTSans-Bold");
    private static readonly SKPath Thread = Chain(59, 2), Weave = Chain(59, 1), ShortThread = Chain(40, 2), ShortWeave = Chain(40, 1), Corner = Mark();
    private static readonly SKColor Ink = new(0xFF1F2A33), Quiet = new(0xFF54626E), Flax = new(0xFF2F6690), Pine = new(0xFF2E7D5B), Hair = new(0xFF9AA7B2);

    public static MemoryStream Draw(IReadOnlyList<CertificateSnapshot> snapshots)
    {
        var output = new MemoryStream();
        using (var stream = new SKManagedWStream(output))
        using (var document = SKDocument.CreatePdf(stream, new SKDocumentPdfMetadata { Title = "Удостоверения", PdfA = true }))
        using (var paint = new SKPaint { IsAntialias = true })
        using (var fonts = new Fonts())
        {
            foreach (var snapshot in snapshots)
            {
                var canvas = document.BeginPage(297 * Points, 210 * Points);
                canvas.Scale(Points);
                Frame(canvas, paint);
                Cover(canvas, paint, fonts, snapshot);
                Body(canvas, paint, fonts, snapshot);
                document.EndPage();
            }
            document.Close();
        }
        return output;
    }

    private static void Cover(SKCanvas canvas, SKPaint paint, Fonts fonts, CertificateSnapshot of)
    {
        const float middle = 72;
        var y = 26f;
        foreach (var line in new[] { "Автономное образовательное учреждение", "Вологодской области дополнительного", "профессионального образования «Вологодский", "институт развития образования»" })
            Text(canvas, paint, line, middle, y += 5, fonts.Serif11, Ink);
        Text(canvas, paint, "УДОСТОВЕРЕНИЕ", middle, 82, fonts.Bold25, Flax);
        Text(canvas, paint, "о повышении квалификации", middle, 92, fonts.Serif14, Flax);
        y = 122;
        foreach (var (label, value) in new[] { ("Регистрационный номер", of.Number), ("Город", of.City), ("Дата выдачи", DatesInWords.Day(of.IssuedOn)) })
        {
            Text(canvas, paint, label, middle, y, fonts.Sans8, Quiet);
            Text(canvas, paint, value, middle, y + 6, fonts.SansBold12, Ink);
            y += 13;
        }
        Qr(canvas, paint, of.VerifyAddress!, 20, 160, 28);
        Text(canvas, paint, "Проверить документ", 34, 191, fonts.Sans7, Quiet);
        canvas.DrawText("Документ о квалификации", 51, 168, SKTextAlign.Left, fonts.SansBold8, paint);
        foreach (var line in new[] { "Протокол № 14 от 20.11.2026. Приказ", "Минпросвещения России от 24.03.2025 № 266" })
            canvas.DrawText(line, 51, y += 9, SKTextAlign.Left, fonts.Sans7, paint);
    }

    private static void Body(SKCanvas canvas, SKPaint paint, Fonts fonts, CertificateSnapshot of)
    {
        const float middle = 207;
        Stroke(canvas, paint, 133, 24, 133, 186, 0.15f, Hair);
        Text(canvas, paint, "Настоящее удостоверение свидетельствует о том, что", middle, 45, fonts.Serif11, Ink);
        Text(canvas, paint, of.Name.Full, middle, 58, fonts.Bold20, Ink);
        Text(canvas, paint, DatesInWords.Period(of.From, of.To), middle, 70, fonts.Serif11, Ink);
        Text(canvas, paint, $"{Gendered.Passed(of.Sex)} повышение квалификации", middle, 80, fonts.Serif11, Ink);
        Text(canvas, paint, "по дополнительной профессиональной программе", middle, 90, fonts.Serif11, Ink);
        var y = 94f;
        foreach (var line in new[] { "«Проектирование современного образовательного", "процесса: формирующее оценивание на уроках", "математики в основной школе»" })
            Text(canvas, paint, line, middle, y += 6, fonts.Bold14, Ink);
        Text(canvas, paint, $"в объёме {of.Hours} академических часов", middle, 124, fonts.Serif11, Ink);
        y = 168;
        foreach (var (post, name) in new[] { (of.HeadPost, of.HeadName), (of.SecretaryPost!, of.SecretaryName!) })
        {
            paint.Color = Ink;
            canvas.DrawText(post, 140, y, SKTextAlign.Left, fonts.Serif10, paint);
            Stroke(canvas, paint, 198, y, 230, y, 0.2f, Quiet);
            paint.Style = SKPaintStyle.Fill;
            canvas.DrawText(name, 234, y, SKTextAlign.Left, fonts.Serif10, paint);
            y += 13;
        }
    }

    private static void Text(SKCanvas canvas, SKPaint paint, string text, float x, float y, SKFont font, SKColor color)
    {
        (paint.Style, paint.Color) = (SKPaintStyle.Fill, color);
        canvas.DrawText(text, x, y, SKTextAlign.Center, font, paint);
    }

    private static void Stroke(SKCanvas canvas, SKPaint paint, float x1, float y1, float x2, float y2, float weight, SKColor color)
    {
        (paint.Style, paint.Color, paint.StrokeWidth) = (SKPaintStyle.Stroke, color, weight);
        canvas.DrawLine(x1, y1, x2, y2, paint);
        paint.Style = SKPaintStyle.Fill;
    }

    private static void Qr(SKCanvas canvas, SKPaint paint, string payload, float x, float y, float side)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(payload, QRCodeGenerator.ECCLevel.M);
        var rows = code.ModuleMatrix;
        var size = side / rows.Count;
        using var builder = new SKPathBuilder();
        for (var r = 0; r < rows.Count; r++)
            for (var c = 0; c < rows.Count; c++)
                if (rows[r][c]) builder.AddRect(SKRect.Create(x + (c * size), y + (r * size), size, size), SKPathDirection.Clockwise);
        using var path = builder.Detach();
        (paint.Style, paint.Color) = (SKPaintStyle.Fill, Ink);
        canvas.DrawPath(path, paint);
    }

    private static void Frame(SKCanvas canvas, SKPaint paint)
    {
        (paint.Style, paint.Color) = (SKPaintStyle.Stroke, Flax);
        foreach (var (inset, weight) in new[] { (7f, 0.5f), (7.9f, 0.15f), (14f, 0.35f) })
        {
            paint.StrokeWidth = weight;
            canvas.DrawRect(new SKRect(inset, inset, 297 - inset, 210 - inset), paint);
        }
        foreach (var y in new[] { 10.5f, 199.5f }) Side(canvas, paint, Thread, Weave, 14.5f, y, 268f / 236, 0);
        foreach (var x in new[] { 10.5f, 286.5f }) Side(canvas, paint, ShortThread, ShortWeave, x, 14.5f, 181f / 160, 90);
        foreach (var x in new[] { 10.5f, 286.5f })
            foreach (var y in new[] { 10.5f, 199.5f })
                At(canvas, paint, Corner, SKPaintStyle.Stroke, Flax, 3.2f, x, y, 0.1f, 0);
    }

    private static void Side(SKCanvas canvas, SKPaint paint, SKPath thread, SKPath weave, float x, float y, float scale, float degrees)
    {
        At(canvas, paint, thread, SKPaintStyle.Stroke, Flax, 0.16f, x, y, scale, degrees);
        At(canvas, paint, weave, SKPaintStyle.Fill, Pine, 0, x, y, scale, degrees);
    }

    private static void At(SKCanvas canvas, SKPaint paint, SKPath path, SKPaintStyle style, SKColor color, float weight, float x, float y, float scale, float degrees)
    {
        (paint.Style, paint.Color, paint.StrokeWidth) = (style, color, weight);
        canvas.Save();
        canvas.Translate(x, y);
        canvas.RotateDegrees(degrees);
        canvas.Scale(scale);
        canvas.DrawPath(path, paint);
        canvas.Restore();
    }

    private static SKPath Chain(int count, int height)
    {
        using var path = new SKPathBuilder();
        path.MoveTo(0, 0);
        for (var i = 0; i < count; i++) path.LineTo((4 * i) + 2, i % 2 == 0 ? height : -height);
        path.LineTo(4 * count, 0);
        for (var i = count - 1; i >= 0; i--) path.LineTo((4 * i) + 2, i % 2 == 0 ? -height : height);
        path.Close();
        return path.Detach();
    }

    private static SKPath Mark()
    {
        using var path = new SKPathBuilder();
        foreach (var (x, y) in new[] { (-11, -11), (11, -11), (-11, 11) }) path.AddCircle(x, y, 13, SKPathDirection.Clockwise);
        path.AddRect(new SKRect(0, 0, 24, 24), SKPathDirection.Clockwise);
        return path.Detach();
    }

    private static SKTypeface Load(string name)
    {
        using var stream = typeof(CertificatePdf).Assembly.GetManifestResourceStream($"TeacherCenters.Documents.Fonts.{name}.ttf")!;
        return SKTypeface.FromStream(stream);
    }

    private sealed class Fonts : IDisposable
    {
        private readonly List<SKFont> _all = [];

        public Fonts()
        {
            Serif10 = Make(Serif, 10.5f);
            Serif11 = Make(Serif, 11.5f);
            Serif14 = Make(Serif, 14);
            Bold14 = Make(SerifBold, 14);
            Bold20 = Make(SerifBold, 20);
            Bold25 = Make(SerifBold, 25);
            Sans7 = Make(Sans, 7);
            Sans8 = Make(Sans, 8.5f);
            SansBold8 = Make(SansBold, 8.5f);
            SansBold12 = Make(SansBold, 12);
        }

        public SKFont Serif10 { get; }
        public SKFont Serif11 { get; }
        public SKFont Serif14 { get; }
        public SKFont Bold14 { get; }
        public SKFont Bold20 { get; }
        public SKFont Bold25 { get; }
        public SKFont Sans7 { get; }
        public SKFont Sans8 { get; }
        public SKFont SansBold8 { get; }
        public SKFont SansBold12 { get; }

        public void Dispose() => _all.ForEach(x => x.Dispose());

        private SKFont Make(SKTypeface typeface, float points)
        {
            var font = new SKFont(typeface, points / Points) { Subpixel = true, LinearMetrics = true, Hinting = SKFontHinting.None };
            _all.Add(font);
            return font;
        }
    }
}
