using QRCoder;
using SkiaSharp;

namespace TeacherCenters.Documents;

/// <summary>A QR code as the outlines of its dark areas, in one path: sharp at any size, and a third of what bars or squares take in the file.</summary>
internal static class QrPath
{
    // East, south, west, north, with y growing downwards; the dark side is on the right hand.
    private static readonly (int X, int Y)[] Steps = [(1, 0), (0, 1), (-1, 0), (0, -1)];

    /// <param name="payload">Text of the code.</param>
    /// <param name="modules">Side of the square in modules, the quiet zone included.</param>
    public static SKPath Of(string payload, out int modules)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(payload, QRCodeGenerator.ECCLevel.M, false, false, QRCodeGenerator.EciMode.Default, -1);
        var rows = code.ModuleMatrix;
        modules = rows.Count;
        bool Dark(int x, int y) => y >= 0 && y < rows.Count && x >= 0 && x < rows.Count && rows[y][x];

        var edges = new bool[rows.Count + 1, rows.Count + 1, 4];
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows.Count; x++)
            {
                if (!Dark(x, y)) continue;
                edges[x, y, 0] = !Dark(x, y - 1);
                edges[x + 1, y, 1] = !Dark(x + 1, y);
                edges[x + 1, y + 1, 2] = !Dark(x, y + 1);
                edges[x, y + 1, 3] = !Dark(x - 1, y);
            }
        }
        using var path = new SKPathBuilder();
        for (var y = 0; y <= rows.Count; y++)
            for (var x = 0; x <= rows.Count; x++)
                if (edges[x, y, 0]) Trace(path, edges, x, y);
        return path.Detach();
    }

    /// <summary>Follows one outline from the start of an eastward edge back to it; points are set at turns only.</summary>
    private static void Trace(SKPathBuilder path, bool[,,] edges, int x, int y)
    {
        var direction = 0;
        path.MoveTo(x, y);
        while (edges[x, y, direction])
        {
            edges[x, y, direction] = false;
            x += Steps[direction].X;
            y += Steps[direction].Y;
            // Right first: two dark squares that touch at a corner are two outlines.
            var turn = new[] { (direction + 1) % 4, direction, (direction + 3) % 4 };
            var next = Array.FindIndex(turn, d => edges[x, y, d]);
            if (next < 0) break;
            if (turn[next] != direction) path.LineTo(x, y);
            direction = turn[next];
        }
        path.Close();
    }
}
