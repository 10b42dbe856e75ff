namespace TeacherCenters.Kernel;

/// <summary>Which files may be attached: known kinds of documents and pictures whose content is what the name says.</summary>
public static class AttachedFileRules
{
    /// <summary>Bytes.</summary>
    public const long Largest = 20L << 20;

    public const int LongestName = 200;

    private static readonly byte[] Package = [0x50, 0x4B, 0x03, 0x04];

    /// <summary>Endings with the bytes that each begins with; documents with macros, programs and web pages are not among them.</summary>
    private static readonly Dictionary<string, byte[]> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        [".pdf"] = "%PDF-"u8.ToArray(),
        [".docx"] = Package,
        [".xlsx"] = Package,
        [".pptx"] = Package,
        [".odt"] = Package,
        [".ods"] = Package,
        [".odp"] = Package,
        [".jpg"] = [0xFF, 0xD8, 0xFF],
        [".jpeg"] = [0xFF, 0xD8, 0xFF],
        [".png"] = [0x89, 0x50, 0x4E, 0x47],
        [".txt"] = [],
    };

    /// <summary>«.pdf, .docx, …», for the field's help and its filter.</summary>
    public static string Endings { get; } = string.Join(", ", Kinds.Keys);

    /// <summary>What can be said before the content is there.</summary>
    /// <returns><c>AttachedEmpty</c>, <c>AttachedTooLarge</c> (megabytes), <c>AttachedKind</c> (the endings allowed), <c>AttachedName</c> (the most letters).</returns>
    public static Problem? Check(string name, long size)
    {
        if (size == 0) return new Problem("AttachedEmpty");
        if (size > Largest) return new Problem("AttachedTooLarge", Largest >> 20);
        if (!Kinds.ContainsKey(Ending(name))) return new Problem("AttachedKind", Endings);
        return NameOf(name).Length > LongestName ? new Problem("AttachedName", LongestName) : null;
    }

    /// <returns>As <see cref="Check(string, long)"/>, and <c>AttachedContent</c> (the ending) where the content is of another kind than the name says.</returns>
    public static Problem? Check(string name, ReadOnlySpan<byte> content)
    {
        if (Check(name, content.Length) is { } problem) return problem;
        var beginning = Kinds[Ending(name)];
        var fits = beginning.Length > 0 ? content.StartsWith(beginning) : !content.Contains((byte)0);
        return fits ? null : new Problem("AttachedContent", Ending(name));
    }

    /// <summary>The last part of what a browser calls the file: some send a whole path.</summary>
    public static string NameOf(string name) => name[(name.LastIndexOfAny(['/', '\\']) + 1)..].Trim();

    private static string Ending(string name) => NameOf(name) is var last && last.LastIndexOf('.') is var dot and >= 0 ? last[dot..] : "";
}
