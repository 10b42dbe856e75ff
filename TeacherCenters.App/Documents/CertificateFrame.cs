using SkiaSharp;

namespace TeacherCenters.Documents;

/// <summary>
/// The border of a certificate: a band of woven lozenges after Vologda's linen between two lines, and in every corner the
/// mark of the network, three rings and a square. Vectors in small whole numbers, the same path for opposite sides: a
/// sheet's border takes about 1 KB of the file.
/// </summary>
internal static class CertificateFrame
{
    private const float Edge = 7;
    private const float Band = 7;
    private const int Long = 59;
    private const int Short = 40;

    private static readonly PdfBox Outer = new(Edge, Edge, 297 - 2 * Edge, 210 - 2 * Edge);
    private static readonly PdfBox Inner = Outer.Inset(Band);

    // Paths are only read after this, which Skia allows from any thread.
    private static readonly SKPath LongThread = BuildChain(Long, 2);
    private static readonly SKPath LongWeave = BuildChain(Long, 1);
    private static readonly SKPath ShortThread = BuildChain(Short, 2);
    private static readonly SKPath ShortWeave = BuildChain(Short, 1);
    private static readonly SKPath Corner = BuildCorner();

    /// <summary>What the frame leaves free.</summary>
    public static PdfBox Field => Inner.Inset(4);

    public static void Draw(PdfPage page)
    {
        page.Frame(Outer, 0.5f, PdfColors.Flax);
        page.Frame(Outer.Inset(0.9f), 0.15f, PdfColors.Flax);
        page.Frame(Inner, 0.35f, PdfColors.Flax);
        var (left, top, right, bottom) = (Outer.X + Band / 2, Outer.Y + Band / 2, Outer.Right - Band / 2, Outer.Bottom - Band / 2);
        const float corner = 4;
        foreach (var y in new[] { top, bottom }) Side(page, LongThread, LongWeave, left + corner, y, (right - left - 2 * corner) / (4 * Long), 0);
        foreach (var x in new[] { left, right }) Side(page, ShortThread, ShortWeave, x, top + corner, (bottom - top - 2 * corner) / (4 * Short), 90);
        foreach (var x in new[] { left, right })
            foreach (var y in new[] { top, bottom })
                page.DrawPath(Corner, PdfColors.Flax, 3.2f, x, y, 0.1f);
    }

    private static void Side(PdfPage page, SKPath thread, SKPath weave, float x, float y, float scale, float degrees)
    {
        page.DrawPath(thread, PdfColors.Flax, 0.16f, x, y, scale, degrees);
        page.DrawPath(weave, PdfColors.Pine, null, x, y, scale, degrees);
    }

    /// <summary>A chain of lozenges four units long: two zigzags that cross at every fourth unit.</summary>
    private static SKPath BuildChain(int count, int height)
    {
        using var path = new SKPathBuilder();
        foreach (var side in new[] { height, -height })
        {
            if (side > 0) path.MoveTo(0, 0);
            for (var i = 0; i < count; i++)
            {
                // There on the one zigzag, back on the other, so that the outline is closed and can be filled.
                var at = side > 0 ? i : count - 1 - i;
                path.LineTo(4 * at + 2, at % 2 == 0 ? side : -side);
            }
            if (side > 0) path.LineTo(4 * count, 0);
        }
        path.Close();
        return path.Detach();
    }

    /// <summary>In tenths of a millimetre around its middle.</summary>
    private static SKPath BuildCorner()
    {
        using var path = new SKPathBuilder();
        path.AddCircle(-11, -11, 13, SKPathDirection.Clockwise);
        path.AddCircle(11, -11, 13, SKPathDirection.Clockwise);
        path.AddCircle(-11, 11, 13, SKPathDirection.Clockwise);
        path.AddRect(new SKRect(0, 0, 24, 24), SKPathDirection.Clockwise);
        return path.Detach();
    }
}
