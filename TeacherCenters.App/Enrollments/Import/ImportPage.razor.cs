using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.JSInterop;
using TeacherCenters.Kernel;
using TeacherCenters.People;
using TeacherCenters.Security;
using TeacherCenters.Ui;

namespace TeacherCenters.Enrollments.Import;

/// <summary>From a school's list to participants in three steps: the list, the check, the result. Nothing is stored before the second is confirmed.</summary>
public sealed partial class ImportPage : IDisposable
{
    private readonly CancellationTokenSource gone = new();
    private ParticipantsHead? head;
    private bool loaded;
    private int step = 1;
    private Problem? problem;
    private string? busy;
    private int? percent;
    private CancellationTokenSource? cancel;
    private ElementReference paste;
    private ImportSource? source;
    private int sheet;
    private ColumnMap? map;
    private ImportReading? reading;
    private ImportChoices choices = new();
    private ImportPlan? plan;
    private ImportResult? result;
    private Guid? refusedKey;
    private IReadOnlyList<MunicipalityChoice> municipalities = [];

    [Inject] private EnrollmentQueries Enrollments { get; set; } = null!;

    [Inject] private ImportQueries Queries { get; set; } = null!;

    [Inject] private ImportCommands Commands { get; set; } = null!;

    [Inject] private SchoolQueries Schools { get; set; } = null!;

    [Inject] private ImportFiles Files { get; set; } = null!;

    [Inject] private ImportResults Results { get; set; } = null!;

    [Inject] private IJSRuntime Js { get; set; } = null!;

    [Inject] private ILogger<ImportPage> Log { get; set; } = null!;

    [CascadingParameter] public required Actor Actor { get; set; }

    [Parameter] public int Id { get; set; }

    private string ParticipantsHref => $"/events/{Id}?tab=participants";

    private string Subtitle => $"{Phrase.Of(EnrollmentsText.Seats, head!.SeatsTaken, head.Capacity)} · {Phrase.Of(EnrollmentsText.SeatsFree, head.FreeSeats)}";

    public void Dispose()
    {
        gone.Cancel();
        gone.Dispose();
        cancel?.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        await ReadHeadAsync();
        if (Actor.CanSomewhere(Permission.EditSchools)) municipalities = await Schools.MunicipalitiesAsync(Actor, gone.Token);
    }

    private async Task ReadHeadAsync()
    {
        head = await Enrollments.HeadAsync(Actor, Id, gone.Token);
        if (head is not null && !Actor.Can(Permission.ManageEnrollments, head.CenterId)) head = null;
        loaded = true;
    }

    private Task LoadAsync(InputFileChangeEventArgs e) => e.FileCount == 0 ? Task.CompletedTask : WorkAsync(Phrase.Of(ImportText.Loading, 0), async ct =>
    {
        var file = e.File;
        if (file.Size > ImportFiles.LargestFile) return new Problem("FileTooLarge", ImportFiles.LargestFile >> 20);
        if (file.Size == 0) return new Problem("FileEmpty");
        var bytes = await UploadAsync(file, ct);
        (busy, percent) = (ImportText.Reading, null);
        StateHasChanged();
        return await TakeAsync(await Files.ReadAsync(bytes, file.Name, ct), ct);
    });

    private Task PasteAsync() => WorkAsync(ImportText.Reading, async ct =>
    {
        var bytes = await Js.InvokeAsync<IJSStreamReference>("tc.textOf", ct, paste);
        if (bytes.Length == 0) return new Problem("Source_PasteEmpty");
        if (bytes.Length > ImportFiles.LongestPaste) return new Problem("ImportPasteTooLarge");
        await using var stream = await bytes.OpenReadStreamAsync(ImportFiles.LongestPaste, ct);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var text = await reader.ReadToEndAsync(ct);
        return await TakeAsync(await Files.ReadPasteAsync(text, ct), ct);
    });

    private async Task<byte[]> UploadAsync(IBrowserFile file, CancellationToken ct)
    {
        await using var stream = file.OpenReadStream(ImportFiles.LargestFile, ct);
        using var copy = new MemoryStream((int)file.Size);
        var buffer = new byte[64 * 1024];
        for (int read; (read = await stream.ReadAsync(buffer, ct)) > 0;)
        {
            copy.Write(buffer, 0, read);
            var done = (int)(copy.Length * 100 / file.Size);
            if (done == percent) continue;
            (percent, busy) = (done, Phrase.Of(ImportText.Loading, done));
            StateHasChanged();
        }
        return copy.ToArray();
    }

    private async Task<Problem?> TakeAsync(Result<ImportSource> read, CancellationToken ct)
    {
        if (read.Problem is { } fault) return fault;
        (source, sheet, choices) = (read.Require(), 0, new());
        return await ReadRowsAsync(source.Sheets[0].Map, ct);
    }

    private async Task<Problem?> ReadRowsAsync(ColumnMap columns, CancellationToken ct)
    {
        (busy, percent, map) = (ImportText.Checking, null, columns);
        StateHasChanged();
        var table = source!.Sheets[sheet].Table;
        reading = await Task.Run(() => RowReading.Read(table, columns, Queries.Today), ct);
        if (reading.Rows.Count == 0 && step == 1) return new Problem("ImportNobody");
        return await PlanAsync(ct);
    }

    private async Task<Problem?> PlanAsync(CancellationToken ct)
    {
        var made = await Queries.PreviewAsync(Actor, Id, reading!.Rows, choices, ct);
        if (made.Problem is { } refused) return refused;
        (plan, step) = (made.Require(), 2);
        return null;
    }

    private Task MapAsync(ColumnMap columns) => WorkAsync(ImportText.Checking, ct =>
    {
        // Other columns make other rows: answers to the old ones would fall on strangers.
        choices = choices with { Decisions = new Dictionary<int, ImportDecision>() };
        return ReadRowsAsync(columns, ct);
    });

    private Task SheetAsync(int index) => WorkAsync(ImportText.Checking, ct =>
    {
        (sheet, choices) = (index, choices with { Decisions = new Dictionary<int, ImportDecision>(), Schools = new Dictionary<string, int?>(), NewSchools = new Dictionary<string, int>(), SameSchools = new Dictionary<string, string>() });
        return ReadRowsAsync(source!.Sheets[index].Map, ct);
    });

    /// <summary>The order changes nothing of the plan; and while that is being made, nothing that was typed of the order may be lost.</summary>
    private Task ChooseAsync(ImportChoices next)
    {
        if (next with { OrderNumber = choices.OrderNumber, OrderDate = choices.OrderDate } != choices) return RechooseAsync(next);
        (choices, problem) = (next, null);
        return Task.CompletedTask;
    }

    private Task RechooseAsync(ImportChoices next) => WorkAsync(ImportText.Checking, ct =>
    {
        choices = next;
        return PlanAsync(ct);
    });

    private Task StoreAsync() => WorkAsync(ImportText.Storing, async ct =>
    {
        // From here on it is one transaction: leaving the page must not tear it.
        var stored = await Commands.StoreAsync(Actor, Id, reading!.Rows, choices, CancellationToken.None);
        if (gone.IsCancellationRequested) return null;
        if (stored.Problem is { } refused) return refused;
        (result, step) = (stored.Require(), 3);
        var reasons = (IReadOnlyList<RefusedRow>)[.. result.Refused, .. reading.Skipped.Select(x => new RefusedRow(x.Sheet, x.Line, x.Written, null, null, new Problem("ImportSkipped")))];
        refusedKey = reasons.Count > 0 ? Results.Keep(Actor, Id, reasons) : null;
        await ReadHeadAsync();
        return null;
    });

    private void Restart() => (step, problem, source, map, reading, plan, result, choices) = (1, null, null, null, null, null, null, new());

    /// <summary>One thing at a time, with what it is doing on the screen and a way to stop it.</summary>
    private async Task WorkAsync(string doing, Func<CancellationToken, Task<Problem?>> work)
    {
        if (busy is not null) return;
        cancel?.Dispose();
        cancel = CancellationTokenSource.CreateLinkedTokenSource(gone.Token);
        (busy, percent, problem) = (doing, null, null);
        StateHasChanged();
        try
        {
            problem = await work(cancel.Token);
        }
        catch (OperationCanceledException)
        {
            // Stopped by hand, or the page was left: nothing was stored.
        }
        catch (MissingRightException)
        {
            problem = new Problem("Forbidden");
        }
        catch (Exception e)
        {
            Log.LogError(e, "A list could not be imported.");
            problem = new Problem("SaveFailed");
        }
        finally
        {
            (busy, percent) = (null, null);
        }
    }
}
