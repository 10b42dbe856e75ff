namespace TeacherCenters.Data;

/// <summary>
/// Where things lie on disk. The live root is a setting, else the <c>data</c> folder beside the program or the repository;
/// the reference lists are always found there, since a live root of its own has none.
/// </summary>
public sealed class DataRoot
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

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

    /// <summary>
    /// Makes what is missing, and closes to other accounts of the machine what holds personal data or keys. A root that is there already
    /// stays as it is: it may be a folder of the repository.
    /// </summary>
    public void Create()
    {
        if (!Directory.Exists(Root)) CreateOwnFolder(Root);
        foreach (var folder in new[] { Keys, Files, Backups, Logs }) CreateOwnFolder(folder);
    }

    /// <summary>The store is its owner's only, be it new (SQLite takes an empty file) or of a former version. What SQLite puts beside it gets the same rights.</summary>
    public void CloseStore()
    {
        if (OperatingSystem.IsWindows()) return;
        const UnixFileMode own = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        if (!File.Exists(StoreFile)) File.Open(StoreFile, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = own }).Dispose();
        foreach (var file in new[] { StoreFile, StoreFile + "-wal", StoreFile + "-shm" }.Where(File.Exists)) File.SetUnixFileMode(file, own);
    }

    /// <summary>Makes a folder, or takes one that is there, for the program's own account only.</summary>
    public static void CreateOwnFolder(string folder)
    {
        Directory.CreateDirectory(folder);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(folder, OwnerOnly);
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
