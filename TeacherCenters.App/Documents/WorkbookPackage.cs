using System.IO.Compression;
using System.Text;
using System.Xml;

namespace TeacherCenters.Documents;

/// <summary>The packed parts of a workbook, all unpacked and counted once before any is read.</summary>
internal sealed class WorkbookPackage : IDisposable
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        CloseInput = true,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        // A bound to what one part may hold; the package as a whole is counted in bytes.
        MaxCharactersInDocument = 200_000_000,
    };

    private static readonly uint[] CrcTable = MakeCrcTable();

    private readonly ZipArchive _zip;
    private readonly Dictionary<string, ZipArchiveEntry> _parts = new(StringComparer.OrdinalIgnoreCase);

    private WorkbookPackage(ZipArchive zip) => _zip = zip;

    /// <summary>Tells the other kinds of files apart by how they begin.</summary>
    public static void RefuseOtherKinds(MemoryStream file)
    {
        if (file.Length == 0) throw new WorkbookFault("FileEmpty");
        file.Position = 0;
        var bytes = file.ToArray().AsSpan();
        ReadOnlySpan<byte> ole = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
        if (bytes.StartsWith(ole))
        {
            // Excel packs a workbook with a password into the container of its old format; the stream's name tells.
            var encrypted = bytes.IndexOf(Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0 || bytes.IndexOf(Encoding.Unicode.GetBytes("EncryptionInfo")) >= 0;
            throw new WorkbookFault(encrypted ? "FileEncrypted" : "FileOldExcel");
        }
        if (!bytes.StartsWith("PK"u8)) throw new WorkbookFault("FileNotWorkbook");
    }

    public static WorkbookPackage Open(MemoryStream file, WorkbookLimits limits, CancellationToken cancel)
    {
        file.Position = 0;
        var package = new WorkbookPackage(new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true));
        try
        {
            package.Check(limits, cancel);
            return package;
        }
        catch
        {
            package.Dispose();
            throw;
        }
    }

    public bool Has(string part) => _parts.ContainsKey(part);

    public XmlReader Xml(string part)
    {
        if (!_parts.TryGetValue(part, out var entry)) throw new WorkbookFault("FileDamaged");
        return XmlReader.Create(entry.Open(), Settings);
    }

    public void Dispose() => _zip.Dispose();

    private void Check(WorkbookLimits limits, CancellationToken cancel)
    {
        if (_zip.Entries.Count > limits.Entries) throw new WorkbookFault("FileTooManyParts", limits.Entries);
        foreach (var entry in _zip.Entries)
        {
            var name = entry.FullName.Replace('\\', '/').TrimStart('/');
            if (name.Split('/').Contains("..") || name.Contains(':', StringComparison.Ordinal)) throw new WorkbookFault("FileUnsafe");
            if (entry.IsEncrypted) throw new WorkbookFault("FileEncrypted");
            if (!name.EndsWith('/') && !_parts.TryAdd(name, entry)) throw new WorkbookFault("FileDamaged");
        }
        RefuseOtherPackages();
        var left = limits.UnpackedBytes;
        var buffer = new byte[81_920];
        foreach (var entry in _parts.Values) left -= Unpack(entry, left, buffer, limits, cancel);
    }

    private void RefuseOtherPackages()
    {
        if (Has("xl/workbook.bin")) throw new WorkbookFault("FileBinaryWorkbook");
        if (Has("mimetype") && Has("content.xml")) throw new WorkbookFault("FileOpenDocument");
        if (_parts.Keys.Any(p => p.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase) || p.StartsWith("xl/macrosheets/", StringComparison.OrdinalIgnoreCase)))
            throw new WorkbookFault("FileMacros");
        if (_parts.Keys.Any(p => p.StartsWith("xl/externalLinks/", StringComparison.OrdinalIgnoreCase))) throw new WorkbookFault("FileExternalLinks");
        if (!Has("[Content_Types].xml")) throw new WorkbookFault("FileNotWorkbook");
    }

    /// <returns>Bytes that the entry really holds.</returns>
    private static long Unpack(ZipArchiveEntry entry, long left, byte[] buffer, WorkbookLimits limits, CancellationToken cancel)
    {
        using var stream = entry.Open();
        var (total, crc) = (0L, 0xFFFFFFFFu);
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            cancel.ThrowIfCancellationRequested();
            total += read;
            if (total > left) throw new WorkbookFault("FileTooLarge", limits.PackedBytes >> 20);
            for (var i = 0; i < read; i++) crc = CrcTable[(byte)(crc ^ buffer[i])] ^ (crc >> 8);
        }
        // The platform does not compare the sum on reading.
        if (~crc != entry.Crc32 || total != entry.Length) throw new WorkbookFault("FileDamaged");
        return total;
    }

    private static uint[] MakeCrcTable()
    {
        var table = new uint[256];
        for (var i = 0u; i < 256; i++)
        {
            var value = i;
            for (var bit = 0; bit < 8; bit++) value = (value & 1) == 0 ? value >> 1 : 0xEDB88320u ^ (value >> 1);
            table[i] = value;
        }
        return table;
    }
}
