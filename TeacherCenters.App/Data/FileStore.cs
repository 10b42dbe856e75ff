using System.Security.Cryptography;

namespace TeacherCenters.Data;

/// <summary>What is wrong with a kept content.</summary>
public enum FileFault
{
    Gone,
    Changed,
}

/// <summary>Files by content hash under the live data root: the same content is kept once and never changes.</summary>
public sealed class FileStore(DataRoot root)
{
    /// <summary>Keeps the content and answers its hexadecimal SHA-256.</summary>
    public async Task<string> SaveAsync(ReadOnlyMemory<byte> content, CancellationToken cancellation = default)
    {
        var hash = HashOf(content.Span);
        var path = PathOf(hash);
        if (File.Exists(path)) return hash;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        // Written beside and moved: a killed process leaves no half file under a hash.
        var part = $"{path}.{Guid.NewGuid():N}.part";
        await using (var file = File.Create(part))
        {
            await file.WriteAsync(content, cancellation);
            file.Flush(flushToDisk: true);
        }
        File.Move(part, path, overwrite: true);
        return hash;
    }

    /// <summary>Hexadecimal SHA-256: the name under which the content is kept.</summary>
    public static string HashOf(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));

    public bool Exists(string hash) => File.Exists(PathOf(hash));

    public Stream Open(string hash) => File.OpenRead(PathOf(hash));

    /// <summary>What is wrong with a kept content; null when it is there and still is what its hash says.</summary>
    public async Task<FileFault?> FaultAsync(string hash, CancellationToken cancellation = default)
    {
        if (!Exists(hash)) return FileFault.Gone;
        await using var content = Open(hash);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellation)) == hash ? null : FileFault.Changed;
    }

    private string PathOf(string hash)
    {
        if (hash.Length != 64 || !hash.All(char.IsAsciiHexDigitLower)) throw new ArgumentException("Not a content hash.", nameof(hash));
        return Path.Combine(root.Files, hash[..2], hash);
    }
}
