namespace TeacherCenters.Documents;

/// <summary>A text laid out for a box: the largest of the style's sizes at which it stays inside.</summary>
internal sealed class FittedText
{
    /// <summary>Points. Only hostile texts reach it.</summary>
    private const float Floor = 2;

    private readonly ShapedText _shaped;

    /// <param name="width">Millimetres, as is <paramref name="maxHeight"/>.</param>
    public FittedText(string text, float width, float maxHeight, PdfStyle style)
    {
        _shaped = new ShapedText(style.Font, text);
        Style = style;
        var min = style.MinSize ?? style.Size;
        for (var size = style.Size; ; size -= 0.25f)
        {
            Em = size / Pdf.Points;
            Lines = _shaped.Wrap(width / Em);
            Height = (Face.Ascent + Face.Descent + Math.Max(0, Lines.Count - 1) * style.Leading) * Em;
            // Below the smallest wanted size words are cut if need be, and the number of lines is free.
            var strict = size >= min;
            var fits = Height <= maxHeight + 0.01f
                && (!strict || (Lines.Count <= style.MaxLines && _shaped.LongestWord * Em <= width + 0.01f));
            if (!fits && size > Floor) continue;
            if (style.IsBalanced && strict) Lines = Balanced(width / Em);
            return;
        }
    }

    /// <summary>As many lines, of nearly equal length: no last word stands alone.</summary>
    private List<ShapedText.Line> Balanced(float width)
    {
        var best = Lines;
        for (var narrow = width * 0.97f; best.Count > 1 && narrow > _shaped.LongestWord; narrow *= 0.97f)
        {
            var lines = _shaped.Wrap(narrow);
            if (lines.Count > best.Count) break;
            best = lines;
        }
        return best;
    }

    public PdfTypeface Face => _shaped.Face;

    public PdfStyle Style { get; }

    public List<ShapedText.Line> Lines { get; }

    /// <summary>Size in millimetres.</summary>
    public float Em { get; }

    /// <summary>Millimetres, from the first ascender to the last descender.</summary>
    public float Height { get; }

    /// <summary>Width of a line, in millimetres.</summary>
    public float WidthOf(ShapedText.Line line) => line.Width / Face.UnitsPerEm * Em;

    public void Draw(SkiaSharp.SKCanvas canvas, ShapedText.Line line, float x, float baseline, SkiaSharp.SKPaint paint) =>
        _shaped.Draw(canvas, line, x, baseline, Em, paint);
}
