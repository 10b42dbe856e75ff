using System.Runtime.InteropServices;
using System.Text;
using HarfBuzzSharp;
using SkiaSharp;

namespace TeacherCenters.Documents;

/// <summary>The four hands of the printed documents.</summary>
public enum PdfFont { Sans, SansBold, Serif, SerifBold }

/// <summary>
/// A typeface of the program, loaded once and shared by all threads: Skia's typeface draws, HarfBuzz's font shapes.
/// Skia embeds a typeface whole, so each hand has a small cut (Russian, Latin, punctuation) and the full font, which is
/// used only for a line with a letter that the cut lacks.
/// </summary>
internal sealed class PdfTypeface
{
    private static readonly PdfTypeface[] Cut = [Load("PTSans-Regular"), Load("PTSans-Bold"), Load("PTSerif-Regular"), Load("PTSerif-Bold")];

    private static readonly Lazy<PdfTypeface>[] Full =
        [.. new[] { "PTSans-Regular-Full", "PTSans-Bold-Full", "PTSerif-Regular-Full", "PTSerif-Bold-Full" }.Select(n => new Lazy<PdfTypeface>(() => Load(n)))];

    // Ligatures are off: a copied «fi» must be two letters again.
    private static readonly Feature[] Features = [new(Tag.Parse("liga"), 0), new(Tag.Parse("clig"), 0), new(Tag.Parse("kern"), 1)];

    [ThreadStatic]
    private static HarfBuzzSharp.Buffer? _buffer;

    private readonly Font _shaper;

    private PdfTypeface(SKTypeface typeface, Font shaper, int unitsPerEm)
    {
        Typeface = typeface;
        UnitsPerEm = unitsPerEm;
        _shaper = shaper;
        UnitFont = CreateFont(unitsPerEm);
        Ascent = -UnitFont.Metrics.Ascent / unitsPerEm;
        Descent = UnitFont.Metrics.Descent / unitsPerEm;
    }

    public SKTypeface Typeface { get; }

    public int UnitsPerEm { get; }

    /// <summary>As large as the font's own grid; shared by all threads, since nobody changes it.</summary>
    public SKFont UnitFont { get; }

    /// <summary>Height above the baseline, in ems.</summary>
    public float Ascent { get; }

    /// <summary>Depth below the baseline, in ems.</summary>
    public float Descent { get; }

    /// <summary>The smallest typeface of the hand that has every letter of the text.</summary>
    public static PdfTypeface For(PdfFont font, string text) =>
        Cut[(int)font].Has(text) ? Cut[(int)font] : Full[(int)font].Value;

    /// <summary>The font settings without which Skia spaces letters unevenly in a PDF.</summary>
    private SKFont CreateFont(float size) =>
        new(Typeface, size) { Subpixel = true, LinearMetrics = true, Hinting = SKFontHinting.None };

    /// <summary>Glyphs and the place of each, in font units, for one left-to-right line.</summary>
    public (ushort[] Glyphs, int[] Clusters, float[] Offsets, float Width) Shape(string text)
    {
        var buffer = _buffer ??= new HarfBuzzSharp.Buffer();
        buffer.Reset();
        buffer.AddUtf16(text);
        buffer.Direction = Direction.LeftToRight;
        buffer.Script = Script.Cyrillic;
        _shaper.Shape(buffer, Features);
        var infos = buffer.GetGlyphInfoSpan();
        var places = buffer.GetGlyphPositionSpan();
        var glyphs = new ushort[infos.Length];
        var clusters = new int[infos.Length];
        var offsets = new float[infos.Length];
        var x = 0f;
        for (var i = 0; i < infos.Length; i++)
        {
            glyphs[i] = (ushort)infos[i].Codepoint;
            clusters[i] = (int)infos[i].Cluster;
            offsets[i] = x + places[i].XOffset;
            x += places[i].XAdvance;
        }
        return (glyphs, clusters, offsets, x);
    }

    /// <summary>
    /// The text as it can be drawn: composed letters, plain spaces for the rare ones, no control characters.
    /// Line breaks stay.
    /// </summary>
    public static string Clean(string text)
    {
        var normal = Normalize(text);
        StringBuilder? clean = null;
        for (var i = 0; i < normal.Length; i++)
        {
            var c = normal[i];
            var plain = c switch
            {
                '\n' => c,
                >= '\u2000' and <= '\u200A' or '\u202F' or '\u205F' or '\t' => ' ',
                '\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' => '\0',
                _ when char.IsControl(c) => '\0',
                _ => c,
            };
            if (plain != c) clean ??= new StringBuilder(normal, 0, i, normal.Length);
            if (clean is not null && plain != '\0') clean.Append(plain);
        }
        return clean?.ToString() ?? normal;
    }

    private static string Normalize(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            // Half of a surrogate pair cannot be composed; the encoder puts a visible mark in its place.
            return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Normalize(NormalizationForm.FormC);
        }
    }

    private bool Has(string text) => UnitFont.ContainsGlyphs(text);

    private static PdfTypeface Load(string name)
    {
        using var stream = typeof(PdfTypeface).Assembly.GetManifestResourceStream($"TeacherCenters.Documents.Fonts.{name}.ttf")
            ?? throw new InvalidOperationException($"The font {name} is not in the program.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        var typeface = SKTypeface.FromData(SKData.CreateCopy(bytes), 0);
        // The blob points into memory that lives as long as the program.
        var memory = GCHandle.Alloc(bytes, GCHandleType.Pinned);
        var blob = new Blob(memory.AddrOfPinnedObject(), bytes.Length, MemoryMode.ReadOnly);
        blob.MakeImmutable();
        var face = new Face(blob, 0);
        var units = face.UnitsPerEm;
        face.MakeImmutable();
        var font = new Font(face);
        font.SetScale(units, units);
        font.SetFunctionsOpenType();
        return new PdfTypeface(typeface, font, units);
    }
}
