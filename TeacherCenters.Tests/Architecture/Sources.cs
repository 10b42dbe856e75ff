using System.Runtime.CompilerServices;

namespace TeacherCenters.Tests.Architecture;

/// <summary>The program's source files, for rules that the compiler does not know.</summary>
internal static class Sources
{
    public static string Repository { get; } = Path.GetFullPath(Path.Combine(Folder(), "..", ".."));

    public static string App { get; } = Path.Combine(Repository, "TeacherCenters.App");

    /// <summary>Files of the program by path relative to it, with forward slashes; generated ones are left out.</summary>
    public static IEnumerable<(string Path, string Text)> Files(string pattern) =>
        from file in Directory.EnumerateFiles(App, pattern, SearchOption.AllDirectories)
        let path = Path.GetRelativePath(App, file).Replace('\\', '/')
        where !path.StartsWith("obj/", StringComparison.Ordinal) && !path.StartsWith("bin/", StringComparison.Ordinal) && !path.Contains("/Migrations/", StringComparison.Ordinal)
        select (path, File.ReadAllText(file));

    private static string Folder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
