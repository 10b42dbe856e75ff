using TeacherCenters.Data;
using TeacherCenters.Kernel;
using TeacherCenters.Settings;

namespace TeacherCenters.Security;

public sealed record FirstStartForm(string FullName, string Email, string Password, string PublicBaseAddress, bool Sample);

/// <summary>An account made by the program, with the password that is shown once.</summary>
/// <param name="Center">Short name; null for the whole network.</param>
public sealed record HandedOutAccount(Role Role, string Email, string Password, string? Center = null);

/// <summary>What of the sample network is being made.</summary>
public enum FillStage
{
    Places,
    People,
    Events,
    Mentoring,
    Accounts,
    Assessments,
}

public readonly record struct FillProgress(int Percent, FillStage Stage);

/// <summary>Fills an empty store with the sample network; registered by Demo, which stands right of Security.</summary>
public delegate Task<IReadOnlyList<HandedOutAccount>> SampleFill(IProgress<FillProgress> progress, CancellationToken cancellation);

/// <summary>
/// The one-time set-up: first administrator, public address, and the sample network in the background while a page shows its progress.
/// </summary>
public sealed class FirstStart(Store store, AccountCommands accounts, FirstAdministrator first, SettingsCommands settings, SampleFill fill, ILogger<FirstStart> log) : IDisposable
{
    private readonly SemaphoreSlim _once = new(1);
    private IReadOnlyList<HandedOutAccount> _accounts = [];

    /// <summary>Not null while the sample network is being filled.</summary>
    public FillProgress? Progress { get; private set; }

    /// <summary>What went wrong with the sample network, or null.</summary>
    public string? Failure { get; private set; }

    /// <summary>Makes the first administrator and, if asked, starts filling the sample network.</summary>
    /// <returns><c>EmailInvalid</c>, <c>FullNameMissing</c>, <c>PasswordTooShort</c>, <c>Setup_AddressInvalid</c>, <c>SetupIsDone</c>.</returns>
    public async Task<Result> BeginAsync(FirstStartForm form, CancellationToken cancellation = default)
    {
        await _once.WaitAsync(cancellation);
        try
        {
            if (!await first.IsNeededAsync(cancellation)) return new Problem("SetupIsDone");
            if (SettingsRules.AddressProblem(form.PublicBaseAddress) is { } address) return address;
            if (string.IsNullOrWhiteSpace(form.FullName)) return new Problem("FullNameMissing");
            if (!System.Net.Mail.MailAddress.TryCreate(form.Email, out _)) return new Problem("EmailInvalid");
            var hashed = accounts.Hash(form.Password);
            if (hashed.Problem is { } weak) return weak.At("Password");
            var result = await store.WriteAsync(Actor.System, "setup.begin", async unit =>
            {
                var added = await accounts.AddAsync(unit, form.Email, form.FullName, hashed.Require(), [new Grant(Role.Administrator, null)], mustChangePassword: false, cancellation);
                if (added.Problem is { } problem) return problem;
                if (form.PublicBaseAddress.Length > 0) await settings.ChangeAsync(unit, s => s with { PublicBaseAddress = form.PublicBaseAddress.Trim().TrimEnd('/') }, cancellation);
                return Result.Done;
            }, cancellation);
            if (!result.Succeeded) return result;
            first.Forget();
        }
        finally
        {
            _once.Release();
        }
        if (form.Sample)
        {
            Progress = new FillProgress(0, FillStage.Places);
            _ = Task.Run(() => FillAsync(CancellationToken.None), CancellationToken.None);
        }
        return Result.Done;
    }

    /// <summary>Fills the sample network and waits for it: unattended set-up.</summary>
    public async Task FillAsync(CancellationToken cancellation)
    {
        Progress = new FillProgress(0, FillStage.Places);
        try
        {
            _accounts = await fill(new Reporter(this), cancellation);
            foreach (var account in _accounts)
            {
                // The console is one of the two places where these passwords are shown; they are not kept anywhere.
                Console.WriteLine($"{account.Role,-14} {account.Email,-32} {account.Password}");
            }
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            log.LogError(error, "The sample network could not be filled");
            Failure = error.Message;
        }
        finally
        {
            Progress = null;
        }
    }

    public void Dispose() => _once.Dispose();

    /// <summary>The accounts of the sample network; answered once.</summary>
    public IReadOnlyList<HandedOutAccount> TakeAccounts() => Interlocked.Exchange(ref _accounts, []);

    private sealed class Reporter(FirstStart owner) : IProgress<FillProgress>
    {
        public void Report(FillProgress value) => owner.Progress = value;
    }
}
