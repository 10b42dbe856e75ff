using SkiaSharp;

namespace TeacherCenters.Documents;

/// <summary>
/// A paragraph, shaped once and laid out at any size: widths grow in step with the size, because hinting is off.
/// So fitting a text into a box is arithmetic, not a second shaping. Places are whole units of the font, and the text is drawn
/// in them: only then does Skia find that a letter stands where the one before it ends, and writes words and not letters.
/// </summary>
internal sealed class ShapedText
{
    private readonly PdfTypeface _face;
    private readonly List<Word> _words = [];

    private sealed record Word(ushort[] Glyphs, float[] Offsets, float Width, bool SpaceBefore, bool BreakBefore);

    /// <summary>One laid out line: its glyphs, their places and its width in font units.</summary>
    internal sealed record Line(ushort[] Glyphs, float[] Offsets, float Width);

    public ShapedText(PdfFont font, string text)
    {
        var clean = PdfTypeface.Clean(text);
        _face = PdfTypeface.For(font, clean.Replace('\n', ' '));
        var space = _face.Shape(" ");
        SpaceGlyph = space.Glyphs[0];
        SpaceWidth = space.Width;
        foreach (var paragraph in clean.Split('\n')) AddParagraph(paragraph, _words.Count > 0);
    }

    public PdfTypeface Face => _face;

    private ushort SpaceGlyph { get; }

    private float SpaceWidth { get; }

    /// <summary>Lines that are no wider than <paramref name="width"/> ems; a single word that is wider is cut between letters.</summary>
    public List<Line> Wrap(float width)
    {
        width *= _face.UnitsPerEm;
        var lines = new List<Line>();
        var glyphs = new List<ushort>();
        var offsets = new List<float>();
        var x = 0f;

        void EndLine()
        {
            lines.Add(new Line([.. glyphs], [.. offsets], x));
            glyphs.Clear();
            offsets.Clear();
            x = 0;
        }

        foreach (var word in _words)
        {
            if (word.BreakBefore && (glyphs.Count > 0 || lines.Count > 0)) EndLine();
            var gap = word.SpaceBefore && glyphs.Count > 0 ? SpaceWidth : 0;
            if (glyphs.Count > 0 && x + gap + word.Width > width + 1)
            {
                // The space is drawn at the end of the line as well, or a copied text would glue the words.
                if (gap > 0) { glyphs.Add(SpaceGlyph); offsets.Add(x); }
                EndLine();
                gap = 0;
            }
            if (gap > 0) { glyphs.Add(SpaceGlyph); offsets.Add(x); x += gap; }
            var start = x;
            for (var i = 0; i < word.Glyphs.Length; i++)
            {
                var end = i + 1 < word.Glyphs.Length ? word.Offsets[i + 1] : word.Width;
                if (glyphs.Count > 0 && start + end > width + 1)
                {
                    EndLine();
                    start = -word.Offsets[i];
                }
                glyphs.Add(word.Glyphs[i]);
                offsets.Add(start + word.Offsets[i]);
                x = start + end;
            }
        }
        if (glyphs.Count > 0) EndLine();
        return lines;
    }

    /// <summary>Width of the widest piece that cannot be broken at a space or a hyphen, in ems.</summary>
    public float LongestWord => _words.Count == 0 ? 0 : _words.Max(w => w.Width) / _face.UnitsPerEm;

    private void AddParagraph(string paragraph, bool breakBefore)
    {
        var first = true;
        foreach (var token in paragraph.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var space = !first;
            foreach (var piece in Pieces(token))
            {
                var (glyphs, _, offsets, width) = _face.Shape(piece);
                _words.Add(new Word(glyphs, offsets, width, space, first && breakBefore));
                space = first = false;
            }
        }
    }

    /// <summary>A line may end after a hyphen inside a word, never after one that opens it, as in «-летний».</summary>
    private static IEnumerable<string> Pieces(string token)
    {
        var start = 0;
        for (var i = 1; i < token.Length - 1; i++)
        {
            if (token[i] != '-' || !char.IsLetter(token[i - 1]) || !char.IsLetter(token[i + 1])) continue;
            yield return token[start..(i + 1)];
            start = i + 1;
        }
        yield return token[start..];
    }

    /// <param name="em">Size in the canvas's units.</param>
    internal void Draw(SKCanvas canvas, Line line, float x, float baseline, float em, SKPaint paint)
    {
        if (line.Glyphs.Length == 0) return;
        using var builder = new SKTextBlobBuilder();
        builder.AddHorizontalRun(line.Glyphs, _face.UnitFont, line.Offsets, 0);
        using var blob = builder.Build();
        if (blob is null) return;
        canvas.Save();
        canvas.Translate(x, baseline);
        canvas.Scale(em / _face.UnitsPerEm);
        canvas.DrawText(blob, 0, 0, paint);
        canvas.Restore();
    }
}
