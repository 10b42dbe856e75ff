using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using TeacherCenters.Data;
using TeacherCenters.Enrollments;
using TeacherCenters.Events;
using TeacherCenters.Kernel;
using TeacherCenters.Security;
using TeacherCenters.Ui;

namespace TeacherCenters.Attendance;

/// <summary>
/// The register's grid: hands the sheet to <c>register.js</c>, which builds the table and answers the keys, writes the batches that come
/// back, and hands over again what others have changed. The table is not rendered here: 400 cells with handlers of their own lag.
/// </summary>
public sealed partial class Register : ComponentBase, IAsyncDisposable
{
    private static readonly string[] Kinds = [nameof(AttendanceMark), nameof(Enrollment), nameof(Session), nameof(TrainingEvent)];
    private ElementReference host;
    private IJSObjectReference? _module;
    private IJSObjectReference? _grid;
    private DotNetObjectReference<Register>? _self;
    private LiveReading? _live;
    private RegisterSheet? _read;
    private int _saves;

    /// <summary>The sheet to begin with; from then on it is read here.</summary>
    [Parameter, EditorRequired] public required RegisterSheet Sheet { get; set; }

    [Parameter] public EventCallback Changed { get; set; }

    [CascadingParameter] public required Actor Actor { get; set; }

    [Inject] public required AttendanceQueries Queries { get; set; }

    [Inject] public required AttendanceCommands Commands { get; set; }

    [Inject] public required Changes Changes { get; set; }

    [Inject] public required IJSRuntime Js { get; set; }

    private RegisterSheet Now => _read ?? Sheet;

    /// <summary>Writes a batch of cells from the script.</summary>
    [JSInvokable]
    public async Task<RegisterAnswer> Save(RegisterCell[] cells)
    {
        _saves++;
        try
        {
            var marks = cells.Where(x => !x.Undo).Select(x => x.Change).ToList();
            var undone = cells.Where(x => x.Undo).Select(x => x.Change with { Mark = AttendanceRules.MarkOf(x.Was), Was = AttendanceRules.MarkOf(x.M) }).ToList();
            var answer = new RegisterAnswer();
            if (marks.Count > 0) answer.Add(await Commands.MarkAsync(Actor, Now.EventId, marks), Now, Actor, isUndo: false);
            if (undone.Count > 0 && answer.Problem is null) answer.Add(await Commands.UndoAsync(Actor, Now.EventId, undone), Now, Actor, isUndo: true);
            return answer;
        }
        catch (MissingRightException)
        {
            return new RegisterAnswer { Problem = ProblemTexts.Say(new Problem("Forbidden")) };
        }
        finally
        {
            _saves++;
        }
    }

    public async ValueTask DisposeAsync()
    {
        _live?.Dispose();
        try
        {
            if (_grid is not null)
            {
                var left = await _grid.InvokeAsync<RegisterCell[]>("dispose");
                while (left.Length > 0 && await Save(left) is { Problem: null }) left = await _grid.InvokeAsync<RegisterCell[]>("settled");
                await _grid.DisposeAsync();
            }
            if (_module is not null) await _module.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The browser is gone; what it had not sent waits in its own storage.
        }
        _self?.Dispose();
    }

    protected override bool ShouldRender() => false;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender) return;
        _self = DotNetObjectReference.Create(this);
        _module = await Js.InvokeAsync<IJSObjectReference>("import", "./register.js");
        _grid = await _module.InvokeAsync<IJSObjectReference>("mount", host, _self, RegisterScript.Sheet(Sheet, Actor), RegisterScript.Texts());
        _live = new(Changes, x => Kinds.Contains(x.Kind) && x.MayConcern<TrainingEvent>(Now.EventId), InvokeAsync, ReloadAsync);
    }

    private async Task ReloadAsync(CancellationToken ct)
    {
        var (saves, sheet) = (_saves, await Queries.SheetAsync(Actor, Now.EventId, ct));
        if (sheet is null || _grid is null) return;
        // A sheet that was read while own marks were being written may lack them.
        if (saves != _saves)
        {
            _live!.Ask();
            return;
        }
        _read = sheet;
        await _grid.InvokeVoidAsync("update", ct, RegisterScript.Sheet(sheet, Actor));
        await Changed.InvokeAsync();
    }
}
