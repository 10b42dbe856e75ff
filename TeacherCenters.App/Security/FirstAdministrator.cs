using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using TeacherCenters.Data;
using TeacherCenters.Settings;

namespace TeacherCenters.Security;

/// <summary>
/// The first visit makes the first administrator. From another machine it asks for a one-time code that stands on the console
/// and in a file only the owner may read; from the machine itself, reached directly, it does not.
/// </summary>
public sealed class FirstAdministrator(DataRoot root, IDbContextFactory<AppDb> contexts, NetworkClock clock)
{
    private static readonly TimeSpan CodeLife = TimeSpan.FromHours(1);
    private readonly Lock _lock = new();
    private string? _code;
    private DateTime _expires;
    private bool _done;

    private string CodeFile => Path.Combine(root.Root, "setup-code.txt");

    /// <summary>True until an account exists.</summary>
    public async Task<bool> IsNeededAsync(CancellationToken cancellation = default)
    {
        if (_done) return false;
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        _done = await db.Users.AnyAsync(cancellation);
        return !_done;
    }

    /// <summary>Makes a new code, keeps it in a file that only the owner may read, and answers it for the console.</summary>
    public string NewCode()
    {
        lock (_lock)
        {
            _code = RandomNumberGenerator.GetString("ABCDEFGHJKLMNPQRSTUVWXYZ23456789", 10);
            _expires = clock.UtcNow + CodeLife;
            File.Delete(CodeFile);
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using var writer = new StreamWriter(CodeFile, options);
            writer.WriteLine(_code);
            return _code;
        }
    }

    /// <summary>True once for the right code within its hour.</summary>
    public bool TryUse(string? code)
    {
        lock (_lock)
        {
            if (_code is null || code is null || clock.UtcNow > _expires) return false;
            if (!CryptographicOperations.FixedTimeEquals(System.Text.Encoding.UTF8.GetBytes(code.Trim().ToUpperInvariant()), System.Text.Encoding.UTF8.GetBytes(_code))) return false;
            Forget();
            return true;
        }
    }

    /// <summary>To be called when the first account exists.</summary>
    public void Forget()
    {
        _code = null;
        File.Delete(CodeFile);
    }

    /// <summary>A request straight from this machine: no proxy in between that would make every visitor look local.</summary>
    public static bool IsDirectLoopback(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address && System.Net.IPAddress.IsLoopback(address)
        && !context.Request.Headers.ContainsKey("X-Forwarded-For") && !context.Request.Headers.ContainsKey("Forwarded")
        && !context.Request.Headers.ContainsKey("X-Forwarded-Host") && !context.Request.Headers.ContainsKey("X-Real-IP");
}
