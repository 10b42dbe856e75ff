namespace TeacherCenters.Data;

/// <summary>Held beside the store while the program runs, so that a second one does not open it.</summary>
public sealed class StoreLock(DataRoot root) : IDisposable
{
    private FileStream? _file;

    /// <exception cref="StoreRefusedException">Another program holds the store.</exception>
    public void Take()
    {
        if (_file is not null) return;
        root.Create();
        try
        {
            _file = new FileStream(root.LockFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.None);
        }
        catch (IOException)
        {
            throw new StoreRefusedException(3, $"The store in {root.Root} is in use by another running TeacherCenters. Stop it first, or set TeacherCenters__DataRoot to another folder.");
        }
    }

    public void Dispose()
    {
        _file?.Dispose();
        _file = null;
    }
}

/// <summary>The store cannot be opened; the message is for the console, the code for the shell.</summary>
public sealed class StoreRefusedException(int exitCode, string message) : Exception(message)
{
    public int ExitCode { get; } = exitCode;
}
