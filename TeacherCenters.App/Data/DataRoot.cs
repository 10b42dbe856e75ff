namespace TeacherCenters.Data;

/// <summary>
/// Where things lie on disk. The live root is a setting, else the <c>data</c> folder beside the program or the repository;
/// the reference lists are always found there, since a live root of its own has none.
/// </summary>
public sealed class DataRoot
{
    public DataRoot(string? configured)
    {
        var home = FindHome();
        Reference = Path.Combine(home, "data", "reference");
        Root = Path.GetFullPath(string.IsNullOrWhiteSpace(configured) ? Path.Combine(home, "data") : configured);
    }

    public string Root { get; }

    public string Reference { get; }

    public string StoreFile => Path.Combine(Root, "teachercenters.db");

    public string LockFile => Path.Combine(Root, "teachercenters.lock");

    public string Keys => Path.Combine(Root, "keys");

    public string Files => Path.Combine(Root, "files");

    public string Backups => Path.Combine(Root, "backups");

    /// <summary>Names the last whole backup, wherever it was written; its time is the file's.</summary>
    public string LastBackup => Path.Combine(Backups, "last.txt");

    public string Logs => Path.Combine(Root, "logs");

    public void Create()
    {
        foreach (var folder in new[] { Root, Keys, Files, Backups, Logs }) Directory.CreateDirectory(folder);
        if (OperatingSystem.IsWindows()) return;
        const UnixFileMode ownerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        File.SetUnixFileMode(Keys, ownerOnly);
    }

    private static string FindHome()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Directory.Exists(Path.Combine(folder.FullName, "data", "reference"))) return folder.FullName;
        }
        return AppContext.BaseDirectory;
    }
}
