using SkiaSharp;

namespace TeacherCenters.Documents;

/// <summary>
/// The border of a certificate: a band of woven lozenges after Vologda's linen between two lines, and in every corner the
/// mark of the network, three rings and a square. Drawn as vectors, built once.
/// </summary>
internal static class CertificateFrame
{
    private const float Edge = 7;
    private const float Band = 7;

    private static readonly PdfBox Outer = new(Edge, Edge, 297 - 2 * Edge, 210 - 2 * Edge);
    private static readonly PdfBox Inner = Outer.Inset(Band);

    // Paths are only read after this, which Skia allows from any thread.
    private static readonly SKPath Weave = BuildWeave();
    private static readonly SKPath Threads = BuildThreads();
    private static readonly SKPath Corners = BuildCorners();

    /// <summary>What the frame leaves free.</summary>
    public static PdfBox Field => Inner.Inset(4);

    public static void Draw(PdfPage page)
    {
        page.Frame(Outer, 0.5f, PdfColors.Flax);
        page.Frame(Outer.Inset(0.9f), 0.15f, PdfColors.Flax);
        page.Frame(Inner, 0.35f, PdfColors.Flax);
        page.DrawPath(Threads, PdfColors.Pine, 0.18f);
        page.DrawPath(Weave, PdfColors.Pine);
        page.DrawPath(Corners, PdfColors.Flax, 0.35f);
    }

    private static IEnumerable<SKPoint> Knots()
    {
        const float inset = Band / 2;
        var (left, top, right, bottom) = (Outer.X + inset, Outer.Y + inset, Outer.Right - inset, Outer.Bottom - inset);
        foreach (var x in Places(left, right)) { yield return new SKPoint(x, top); yield return new SKPoint(x, bottom); }
        foreach (var y in Places(top, bottom)) { yield return new SKPoint(left, y); yield return new SKPoint(right, y); }
    }

    /// <summary>Middles of equal steps of about six millimetres between two corners.</summary>
    private static IEnumerable<float> Places(float from, float to)
    {
        var (start, end) = (from + Band / 2 + 1, to - Band / 2 - 1);
        var count = (int)MathF.Round((end - start) / 6);
        var step = (end - start) / count;
        for (var i = 0; i < count; i++) yield return start + (i + 0.5f) * step;
    }

    private static SKPath BuildWeave()
    {
        using var path = new SKPathBuilder();
        foreach (var knot in Knots())
        {
            AddLozenge(path, knot, 1.15f);
            path.AddRect(SKRect.Create(knot.X - 0.3f, knot.Y - 2.35f, 0.6f, 0.6f), SKPathDirection.Clockwise);
            path.AddRect(SKRect.Create(knot.X - 0.3f, knot.Y + 1.75f, 0.6f, 0.6f), SKPathDirection.Clockwise);
            path.AddRect(SKRect.Create(knot.X - 2.35f, knot.Y - 0.3f, 0.6f, 0.6f), SKPathDirection.Clockwise);
            path.AddRect(SKRect.Create(knot.X + 1.75f, knot.Y - 0.3f, 0.6f, 0.6f), SKPathDirection.Clockwise);
        }
        return path.Detach();
    }

    private static SKPath BuildThreads()
    {
        using var path = new SKPathBuilder();
        foreach (var knot in Knots()) AddLozenge(path, knot, 2.2f);
        return path.Detach();
    }

    private static SKPath BuildCorners()
    {
        const float inset = Band / 2;
        using var path = new SKPathBuilder();
        foreach (var x in new[] { Outer.X + inset, Outer.Right - inset })
        {
            foreach (var y in new[] { Outer.Y + inset, Outer.Bottom - inset })
            {
                path.AddCircle(x - 0.95f, y - 0.95f, 1.15f, SKPathDirection.Clockwise);
                path.AddCircle(x + 0.95f, y - 0.95f, 1.15f, SKPathDirection.Clockwise);
                path.AddCircle(x - 0.95f, y + 0.95f, 1.15f, SKPathDirection.Clockwise);
                path.AddRect(SKRect.Create(x + 0.05f, y + 0.05f, 1.9f, 1.9f), SKPathDirection.Clockwise);
            }
        }
        return path.Detach();
    }

    private static void AddLozenge(SKPathBuilder path, SKPoint middle, float radius)
    {
        path.MoveTo(middle.X, middle.Y - radius);
        path.LineTo(middle.X + radius, middle.Y);
        path.LineTo(middle.X, middle.Y + radius);
        path.LineTo(middle.X - radius, middle.Y);
        path.Close();
    }
}
