using SkiaSharp;

namespace TeacherCenters.Documents;

public enum PdfAlign { Left, Center, Right }

public enum PdfVertical { Top, Middle, Bottom }

/// <summary>A box on the page, in millimetres.</summary>
public readonly record struct PdfBox(float X, float Y, float Width, float Height)
{
    public float Right => X + Width;

    public float Bottom => Y + Height;

    public PdfBox Inset(float by) => new(X + by, Y + by, Width - 2 * by, Height - 2 * by);

    internal SKRect Rect => new(X, Y, Right, Bottom);
}

/// <summary>How a text is set.</summary>
/// <param name="Size">Points; the largest size that is tried.</param>
public sealed record PdfStyle(PdfFont Font, float Size)
{
    /// <summary>Points; the text shrinks to this at most by steps of a quarter point. Null: it does not shrink.</summary>
    public float? MinSize { get; init; }

    public PdfAlign Align { get; init; }

    public PdfVertical Vertical { get; init; }

    /// <summary>Red, green, blue, as in #1F2A33.</summary>
    public uint Color { get; init; } = PdfColors.Ink;

    /// <summary>Lines that the text may take; more room in the box does not help.</summary>
    public int MaxLines { get; init; } = int.MaxValue;

    /// <summary>Distance of baselines in sizes.</summary>
    public float Leading { get; init; } = 1.2f;

    /// <summary>Lines of nearly equal length, for a name of several lines in the middle of a page.</summary>
    public bool IsBalanced { get; init; }
}

/// <summary>Colours of the printed documents, of the same family as the screen's theme.</summary>
public static class PdfColors
{
    public const uint Ink = 0x1F2A33;
    public const uint Quiet = 0x54626E;
    public const uint Pine = 0x2E7D5B;
    public const uint Flax = 0x2F6690;
    public const uint Hair = 0x9AA7B2;
    public const uint Wash = 0xEEF3F1;
    public const uint Warn = 0xB3261E;
}

/// <summary>What can be drawn on a page of a <see cref="Pdf"/>: texts in boxes, lines, frames, a QR code.</summary>
public sealed class PdfPage
{
    private readonly SKCanvas _canvas;
    private readonly SKPaint _paint;

    internal PdfPage(SKCanvas canvas, SKPaint paint, float width, float height)
    {
        _paint = paint;
        _canvas = canvas;
        Width = width;
        Height = height;
    }

    public float Width { get; }

    public float Height { get; }

    /// <summary>
    /// Sets a text into a box, wrapped, as large as the style's sizes and the box let it be. A text that is too long even at the
    /// smallest size goes on shrinking below it: nothing ever leaves its box and nothing is cut off.
    /// </summary>
    /// <returns>Height that the text took, in millimetres.</returns>
    public float Text(string? text, PdfBox box, PdfStyle style)
    {
        if (string.IsNullOrWhiteSpace(text)) return 0;
        var fitted = new FittedText(text, box.Width, box.Height, style);
        Draw(fitted, box);
        return fitted.Height;
    }

    /// <summary>
    /// Sets texts one under another, each no taller than its own limit; what is left of the box's height is shared out between
    /// them, up to <paramref name="maxGap"/>, and the whole stands in the middle.
    /// </summary>
    /// <param name="blocks">Text, style, greatest height and least space above, in millimetres. Empty texts take no room.</param>
    public void Stack(PdfBox box, float maxGap, IEnumerable<(string? Text, PdfStyle Style, float MaxHeight, float Above)> blocks)
    {
        var fitted = blocks.Where(b => !string.IsNullOrWhiteSpace(b.Text))
            .Select(b => (Text: new FittedText(b.Text!, box.Width, b.MaxHeight, b.Style), b.Above)).ToList();
        if (fitted.Count == 0) return;
        var needed = fitted.Sum(f => f.Text.Height) + fitted.Skip(1).Sum(f => f.Above);
        var gap = fitted.Count == 1 ? 0 : Math.Clamp((box.Height - needed) / (fitted.Count - 1), 0, maxGap);
        var y = box.Y + Math.Max(0, (box.Height - needed - gap * (fitted.Count - 1)) / 2);
        for (var i = 0; i < fitted.Count; i++)
        {
            if (i > 0) y += fitted[i].Above + gap;
            Draw(fitted[i].Text, new PdfBox(box.X, y, box.Width, fitted[i].Text.Height));
            y += fitted[i].Text.Height;
        }
    }

    /// <summary>Height that a text would take in a width, in millimetres, at the style's full size.</summary>
    public static float Measure(string? text, float width, PdfStyle style)
    {
        if (string.IsNullOrWhiteSpace(text)) return 0;
        return new FittedText(text, width, float.MaxValue, style).Height;
    }

    /// <param name="weight">Thickness in millimetres.</param>
    public void Line(float x1, float y1, float x2, float y2, float weight = 0.2f, uint color = PdfColors.Ink)
    {
        Stroke(weight, color);
        _canvas.DrawLine(x1, y1, x2, y2, _paint);
    }

    /// <param name="weight">Thickness in millimetres.</param>
    public void Frame(PdfBox box, float weight = 0.2f, uint color = PdfColors.Ink)
    {
        Stroke(weight, color);
        _canvas.DrawRect(box.Rect, _paint);
    }

    public void Fill(PdfBox box, uint color)
    {
        _paint.Style = SKPaintStyle.Fill;
        _paint.Color = ToColor(color);
        _canvas.DrawRect(box.Rect, _paint);
    }

    /// <summary>A QR code of medium error correction, with its quiet zone inside the box, as one vector path.</summary>
    public void Qr(string payload, PdfBox box, uint color = PdfColors.Ink)
    {
        using var path = QrPath.Of(payload, out var modules);
        var side = Math.Min(box.Width, box.Height);
        DrawPath(path, color, null, box.X + (box.Width - side) / 2, box.Y + (box.Height - side) / 2, side / modules);
    }

    /// <summary>Draws a path of its own units at a place; without a weight it is filled, with one (in the path's units) stroked.</summary>
    internal void DrawPath(SKPath path, uint color, float? weight, float x, float y, float scale, float degrees = 0)
    {
        if (weight is { } thickness)
        {
            Stroke(thickness, color);
        }
        else
        {
            _paint.Style = SKPaintStyle.Fill;
            _paint.Color = ToColor(color);
        }
        _canvas.Save();
        _canvas.Translate(x, y);
        _canvas.RotateDegrees(degrees);
        _canvas.Scale(scale);
        _canvas.DrawPath(path, _paint);
        _canvas.Restore();
    }

    private void Draw(FittedText text, PdfBox box)
    {
        var style = text.Style;
        var y = style.Vertical switch
        {
            PdfVertical.Middle => box.Y + (box.Height - text.Height) / 2,
            PdfVertical.Bottom => box.Bottom - text.Height,
            _ => box.Y,
        } + text.Face.Ascent * text.Em;
        _paint.Color = ToColor(style.Color);
        _paint.Style = SKPaintStyle.Fill;
        foreach (var line in text.Lines)
        {
            var width = text.WidthOf(line);
            var x = style.Align switch
            {
                PdfAlign.Center => box.X + (box.Width - width) / 2,
                PdfAlign.Right => box.Right - width,
                _ => box.X,
            };
            text.Draw(_canvas, line, x, y, _paint);
            y += text.Em * style.Leading;
        }
    }

    private void Stroke(float weight, uint color)
    {
        _paint.Style = SKPaintStyle.Stroke;
        _paint.StrokeWidth = weight;
        _paint.Color = ToColor(color);
    }

    private static SKColor ToColor(uint rgb) => new(0xFF000000 | rgb);
}
