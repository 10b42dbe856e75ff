using System.Buffers.Binary;
using System.IO.Compression;
using SkiaSharp;

namespace TeacherCenters.Bench.Pictures;

/// <summary>A picture of a screen in at most 256 colours: a third of the bytes, and no eye sees it. Skia writes no palettes.</summary>
internal static class PalettePng
{
    private const int Most = 256;

    public static byte[] Shrink(byte[] png)
    {
        using var picture = SKBitmap.Decode(png);
        var pixels = Array.ConvertAll(picture.Pixels, x => ((uint)x.Red << 16) | ((uint)x.Green << 8) | x.Blue);
        var counts = pixels.CountBy(x => x).ToDictionary();
        var palette = counts.Count <= Most ? [.. counts.Keys.Order()] : MedianCut(counts);
        var index = counts.Keys.ToDictionary(x => x, x => (byte)Nearest(palette, x));
        return Write(picture.Width, picture.Height, palette, Array.ConvertAll(pixels, x => index[x]));
    }

    /// <summary>Splits the box of colours with the most pixels and spread at its middle until there are enough of them; each answers with its mean.</summary>
    private static uint[] MedianCut(Dictionary<uint, int> counts)
    {
        var boxes = new List<List<(uint Color, int Count)>> { counts.Select(x => (x.Key, x.Value)).ToList() };
        while (boxes.Count < Most)
        {
            var box = boxes.Where(x => x.Count > 1).MaxBy(x => Spread(x).Width * Math.Log(1 + x.Sum(c => (double)c.Count)));
            if (box is null) break;
            var shift = Spread(box).Shift;
            box.Sort((a, b) => ((a.Color >> shift) & 255).CompareTo((b.Color >> shift) & 255));
            boxes.Remove(box);
            boxes.Add(box[..(box.Count / 2)]);
            boxes.Add(box[(box.Count / 2)..]);
        }
        return [.. boxes.Select(Mean)];
    }

    private static (int Shift, double Width) Spread(List<(uint Color, int Count)> box) =>
        new[] { 16, 8, 0 }.Select(shift => (Shift: shift, Width: (double)(box.Max(x => (x.Color >> shift) & 255) - box.Min(x => (x.Color >> shift) & 255)))).MaxBy(x => x.Width);

    private static uint Mean(List<(uint Color, int Count)> box)
    {
        // The colour of a whole area stays what it is: only what lies between areas is averaged.
        var most = box.MaxBy(x => x.Count);
        var total = box.Sum(x => (long)x.Count);
        if (most.Count * 2L > total) return most.Color;
        return new[] { 16, 8, 0 }.Aggregate(0u, (sum, shift) => sum | ((uint)(box.Sum(x => (long)((x.Color >> shift) & 255) * x.Count) / total) << shift));
    }

    private static int Nearest(uint[] palette, uint color)
    {
        var (best, least) = (0, int.MaxValue);
        for (var i = 0; i < palette.Length; i++)
        {
            var (r, g, b) = ((int)((palette[i] >> 16) & 255) - (int)((color >> 16) & 255), (int)((palette[i] >> 8) & 255) - (int)((color >> 8) & 255), (int)(palette[i] & 255) - (int)(color & 255));
            var distance = (r * r) + (g * g) + (b * b);
            if (distance < least) (best, least) = (i, distance);
        }
        return best;
    }

    private static byte[] Write(int width, int height, uint[] palette, byte[] indexes)
    {
        using var output = new MemoryStream();
        output.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10]);
        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), height);
        (head[8], head[9]) = (8, 3);
        Chunk(output, "IHDR"u8, head);
        Chunk(output, "PLTE"u8, [.. palette.SelectMany(x => new[] { (byte)(x >> 16), (byte)(x >> 8), (byte)x })]);
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            for (var y = 0; y < height; y++)
            {
                zlib.WriteByte(0);
                zlib.Write(indexes, y * width, width);
            }
        }
        Chunk(output, "IDAT"u8, packed.ToArray());
        Chunk(output, "IEND"u8, []);
        return output.ToArray();
    }

    private static void Chunk(Stream output, ReadOnlySpan<byte> name, byte[] content)
    {
        Span<byte> four = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(four, content.Length);
        output.Write(four);
        byte[] body = [.. name, .. content];
        output.Write(body);
        BinaryPrimitives.WriteUInt32BigEndian(four, Crc(body));
        output.Write(four);
    }

    private static uint Crc(byte[] content)
    {
        var crc = uint.MaxValue;
        foreach (var x in content)
        {
            crc ^= x;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) == 0 ? crc >> 1 : 0xEDB88320 ^ (crc >> 1);
        }
        return ~crc;
    }
}
