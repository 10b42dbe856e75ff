using System.IO.Compression;
using System.Xml;
using TeacherCenters.Kernel;

namespace TeacherCenters.Documents;

/// <summary>
/// Reads an uploaded .xlsx for an import, trusting nothing in it. The parts are read with the platform's own XML reader and not
/// with a spreadsheet library: those believe sizes, addresses and indexes that a file claims, unpack before anybody has
/// counted, and throw something different for every fault; and an import needs only values, not what they look like.
/// Nothing is followed out of the file, nothing is calculated.
/// </summary>
/// <remarks>
/// Problems, each with a sentence of the same key in <c>DocumentsText</c>: <c>FileEmpty</c>, <c>FileTooLarge</c>,
/// <c>FileNotWorkbook</c>, <c>FileOldExcel</c>, <c>FileBinaryWorkbook</c>, <c>FileOpenDocument</c>, <c>FileEncrypted</c>,
/// <c>FileMacros</c>, <c>FileExternalLinks</c>, <c>FileDamaged</c>, <c>FileUnsafe</c>, <c>FileTooManyParts</c>,
/// <c>FileTooManyRows</c>, <c>FileTooManyColumns</c>, <c>FileNoRows</c>.
/// </remarks>
public static class WorkbookReader
{
    /// <param name="file">Read from its beginning or, if it cannot seek, from where it stands.</param>
    public static async Task<Result<WorkbookRows>> ReadAsync(Stream file, WorkbookLimits? limits = null, CancellationToken cancel = default)
    {
        limits ??= WorkbookLimits.Default;
        using var copy = new MemoryStream();
        if (file.CanSeek) file.Position = 0;
        var buffer = new byte[81_920];
        for (int read; (read = await file.ReadAsync(buffer, cancel)) > 0;)
        {
            if (copy.Length + read > limits.PackedBytes) return new Problem("FileTooLarge", limits.PackedBytes >> 20);
            copy.Write(buffer, 0, read);
        }
        return await Task.Run(() => Read(copy, limits, cancel), cancel);
    }

    /// <summary>As <see cref="ReadAsync"/>, of bytes at hand.</summary>
    public static Result<WorkbookRows> Read(byte[] file, WorkbookLimits? limits = null, CancellationToken cancel = default)
    {
        limits ??= WorkbookLimits.Default;
        if (file.LongLength > limits.PackedBytes) return new Problem("FileTooLarge", limits.PackedBytes >> 20);
        using var copy = new MemoryStream(file, writable: false);
        return Read(copy, limits, cancel);
    }

    private static Result<WorkbookRows> Read(MemoryStream file, WorkbookLimits limits, CancellationToken cancel)
    {
        try
        {
            WorkbookPackage.RefuseOtherKinds(file);
            using var package = WorkbookPackage.Open(file, limits, cancel);
            var book = WorkbookParts.Read(package);
            var cells = limits.Cells;
            var sheets = new List<SheetRows>();
            foreach (var sheet in book.Sheets)
                sheets.Add(new SheetReader(package, book, limits, cancel).Read(sheet, ref cells));
            if (sheets.All(s => s.Rows.Count == 0)) return new Problem("FileNoRows");
            return new WorkbookRows(sheets);
        }
        catch (WorkbookFault fault)
        {
            return fault.Problem;
        }
        catch (XmlException fault) when (fault.Message.Contains("DTD", StringComparison.Ordinal))
        {
            return new Problem("FileUnsafe");
        }
        catch (Exception fault) when (fault is XmlException or InvalidDataException or EndOfStreamException or FormatException or OverflowException or IOException or NotSupportedException)
        {
            return new Problem("FileDamaged");
        }
    }
}
