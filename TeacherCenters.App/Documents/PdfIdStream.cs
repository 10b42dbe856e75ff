using System.Security.Cryptography;
using System.Text;

namespace TeacherCenters.Documents;

/// <summary>
/// Skia makes the identifier of a PDF from the clock, so that two drawings of one sheet would differ. On its way out the
/// identifier is replaced by one made of title, author and date: the same sheets give the same bytes, and the same hash.
/// To be removed when Skia takes an identifier from outside.
/// </summary>
internal sealed class PdfIdStream(Stream output, string seed) : Stream
{
    private const int Held = 36;
    private static readonly byte[] Mark = "uuid:"u8.ToArray();

    private readonly Guid _id = new(SHA256.HashData(Encoding.UTF8.GetBytes(seed)).AsSpan(0, 16));
    private readonly List<(byte[] Old, byte[] New)> _replacements = [];
    private byte[] _pending = new byte[128 * 1024];
    private int _length;
    private long _written;

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (_length + buffer.Length > _pending.Length) PassOn(keep: Held + Mark.Length);
        if (_length + buffer.Length > _pending.Length) Array.Resize(ref _pending, _length + buffer.Length);
        buffer.CopyTo(_pending.AsSpan(_length));
        _length += buffer.Length;
        _written += buffer.Length;
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <summary>Skia flushes now and then; what is held back for a search goes out at the end.</summary>
    public override void Flush() { }

    protected override void Dispose(bool disposing)
    {
        if (disposing) PassOn(keep: 0);
        base.Dispose(disposing);
    }

    private void PassOn(int keep)
    {
        if (_replacements.Count == 0) Learn(_pending.AsSpan(0, _length));
        foreach (var (old, replacement) in _replacements)
        {
            for (var at = _pending.AsSpan(0, _length).IndexOf(old); at >= 0; at = _pending.AsSpan(0, _length).IndexOf(old)) Replace(at, old.Length, replacement);
        }
        var data = _pending.AsSpan(0, _length);
        var ready = Math.Max(0, _length - keep);
        output.Write(data[..ready]);
        data[ready..].CopyTo(_pending);
        _length -= ready;
    }

    /// <summary>Only what stands behind the table of objects changes its length: no offset in it moves.</summary>
    private void Replace(int at, int length, byte[] replacement)
    {
        var grown = _length + replacement.Length - length;
        if (grown > _pending.Length) Array.Resize(ref _pending, grown);
        _pending.AsSpan((at + length).._length).CopyTo(_pending.AsSpan(at + replacement.Length));
        replacement.CopyTo(_pending.AsSpan(at));
        _length = grown;
    }

    private void Learn(ReadOnlySpan<byte> data)
    {
        var at = data.IndexOf(Mark);
        if (at < 0 || at + Mark.Length + Held > data.Length || !Guid.TryParse(data.Slice(at + Mark.Length, Held), out var id) || id == _id) return;
        _replacements.Add((Ascii(id.ToString("D")), Ascii(_id.ToString("D"))));
        _replacements.Add((Ascii(id.ToString("N").ToUpperInvariant()), Ascii(_id.ToString("N").ToUpperInvariant())));
        // An identifier with many printable bytes is written as a text, since that is shorter.
        _replacements.Add((Literal(Convert.FromHexString(id.ToString("N"))), Ascii($"<{_id.ToString("N").ToUpperInvariant()}>")));
    }

    /// <summary>A byte string as the format writes it between brackets.</summary>
    private static byte[] Literal(byte[] bytes)
    {
        var text = new StringBuilder("(");
        foreach (var b in bytes)
        {
            if (b is < 0x20 or > 0x7E) text.Append('\\').Append(Convert.ToString(b, 8).PadLeft(3, '0'));
            else if (b is (byte)'\\' or (byte)'(' or (byte)')') text.Append('\\').Append((char)b);
            else text.Append((char)b);
        }
        return Ascii(text.Append(')').ToString());
    }

    private static byte[] Ascii(string text) => Encoding.ASCII.GetBytes(text);

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => _written;

    /// <summary>Skia asks where it stands.</summary>
    public override long Position { get => _written; set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
