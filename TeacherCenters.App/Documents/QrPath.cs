using QRCoder;
using SkiaSharp;

namespace TeacherCenters.Documents;

/// <summary>A QR code as one path of horizontal bars: sharp at any size, and about 1 KB in the file.</summary>
internal static class QrPath
{
    /// <param name="payload">Text of the code.</param>
    /// <param name="modules">Side of the square in modules, the quiet zone included.</param>
    public static SKPath Of(string payload, out int modules)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(payload, QRCodeGenerator.ECCLevel.M, false, false, QRCodeGenerator.EciMode.Default, -1);
        var rows = code.ModuleMatrix;
        modules = rows.Count;
        using var path = new SKPathBuilder();
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows[y].Count; x++)
            {
                if (!rows[y][x]) continue;
                var start = x;
                while (x < rows[y].Count && rows[y][x]) x++;
                path.AddRect(new SKRect(start, y, x, y + 1), SKPathDirection.Clockwise);
            }
        }
        return path.Detach();
    }
}
