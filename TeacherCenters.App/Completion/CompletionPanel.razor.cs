using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.JSInterop;
using MudBlazor;
using TeacherCenters.Attendance;
using TeacherCenters.Certificates;
using TeacherCenters.Courses;
using TeacherCenters.Data;
using TeacherCenters.Enrollments;
using TeacherCenters.Events;
using TeacherCenters.Kernel;
using TeacherCenters.Security;
using TeacherCenters.Ui;

namespace TeacherCenters.Completion;

/// <summary>Closing an event on one screen. Follows the register while it is open: what somebody marks meanwhile changes hours and admission here.</summary>
public sealed partial class CompletionPanel : ComponentBase, IAsyncDisposable
{
    private static readonly string[] Kinds = [nameof(AttendanceMark), nameof(Enrollment), nameof(Session), nameof(TrainingEvent), nameof(Certificate)];
    private ElementReference table;
    private IJSObjectReference? _module;
    private IJSObjectReference? _keys;
    private string? _keysFor;
    private LiveReading? _live;
    private int _loaded;
    private IReadOnlyList<Problem> _fieldProblems = [];

    [Parameter, EditorRequired] public required int EventId { get; set; }

    /// <summary>After the event was completed or reopened here.</summary>
    [Parameter] public EventCallback Changed { get; set; }

    [CascadingParameter] public required Actor Actor { get; set; }

    [Inject] public required CompletionQueries Queries { get; set; }

    [Inject] public required CompletionCommands Commands { get; set; }

    [Inject] public required Changes Changes { get; set; }

    [Inject] public required IJSRuntime Js { get; set; }

    [Inject] public required IDialogService Dialogs { get; set; }

    [Inject] public required ISnackbar Snackbar { get; set; }

    private CompletionSheet? Sheet { get; set; }

    private CompletionForm Form { get; set; } = new() { Version = 0 };

    private Problem? Problem { get; set; }

    private bool IsMissing { get; set; }

    private bool IsBusy { get; set; }

    /// <summary>Something was decided here that is not stored yet.</summary>
    private bool IsDirty => Sheet is { Obstacle: null, MayComplete: true, Status: not EventStatus.Completed } && Form.Rows.Count > 0
        && JsonSerializer.Serialize(Form) != JsonSerializer.Serialize(Sheet.ProposedForm());

    private IEnumerable<(CompletionPerson Person, CompletionRow Row)> Lines =>
        Form.Rows.Select(row => (Sheet!.People.First(x => x.EnrollmentId == row.EnrollmentId), row));

    private int SessionHours => Sheet!.People.Count == 0 ? 0 : Sheet.People[0].Totals.Total;

    private string UnmarkedDays => string.Join(", ", Sheet!.Unmarked.Select(x => x.Date.ToString("dd.MM", CultureInfo.InvariantCulture)).Distinct());

    private string Summary => CompletionTexts.Summary(Lines.Select(x => CompletionRules.OutcomeOf(x.Person.Candidate, x.Row, Form.Scale, Sheet!.Terms, Sheet.Settings)));

    public async ValueTask DisposeAsync()
    {
        _live?.Dispose();
        try
        {
            if (_keys is not null) await _keys.DisposeAsync();
            if (_module is not null) await _module.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The browser is gone already.
        }
    }

    protected override void OnInitialized() => _live = new(Changes, x => Kinds.Contains(x.Kind) && x.MayConcern<TrainingEvent>(EventId), InvokeAsync, FollowAsync);

    protected override async Task OnParametersSetAsync()
    {
        if (_loaded == EventId) return;
        (_loaded, Sheet, Form) = (EventId, null, new() { Version = 0 });
        await ReloadAsync();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        // The table comes and goes with the state of the event; its keys are bound once for each.
        var now = Sheet is { Obstacle: null, MayComplete: true, Status: not EventStatus.Completed } ? table.Id : null;
        if (now is null || now == _keysFor) return;
        _keysFor = now;
        _module ??= await Js.InvokeAsync<IJSObjectReference>("import", "./completion.js");
        _keys = await _module.InvokeAsync<IJSObjectReference>("attach", table);
    }

    private async Task ReloadAsync(CancellationToken ct = default)
    {
        var (before, sheet) = (Sheet, await Queries.SheetAsync(Actor, EventId, ct));
        (Sheet, IsMissing) = (sheet, sheet is null);
        if (sheet is not null) Form = Merge(Form, before, sheet);
    }

    /// <summary>New facts under what was typed: what stood as it was proposed follows the facts, what was typed stays.</summary>
    private static CompletionForm Merge(CompletionForm typed, CompletionSheet? before, CompletionSheet now)
    {
        var proposed = now.ProposedForm();
        if (before is null || typed.Rows.Count == 0) return proposed;
        var earlier = before.ProposedForm().Rows;
        foreach (var row in proposed.Rows)
        {
            if (typed.Rows.Find(x => x.EnrollmentId == row.EnrollmentId) is not { } old || earlier.Find(x => x.EnrollmentId == row.EnrollmentId) is not { } then) continue;
            if (old.IsAdmitted != then.IsAdmitted) row.IsAdmitted = old.IsAdmitted;
            if (old.Reason != then.Reason) row.Reason = old.Reason;
            if (old.Result != then.Result) row.Result = old.Result;
            if (!row.IsAdmitted) row.Result = null;
        }
        (proposed.Scale, proposed.ConfirmUnmarked) = (typed.Scale, typed.ConfirmUnmarked && now.Unmarked.Sum(x => x.Unmarked) <= before.Unmarked.Sum(x => x.Unmarked));
        (proposed.ProtocolNumber, proposed.ProtocolDate, proposed.OrderNumber, proposed.OrderDate) = (typed.ProtocolNumber, typed.ProtocolDate, typed.OrderNumber, typed.OrderDate);
        return proposed;
    }

    private async Task FollowAsync(CancellationToken ct)
    {
        // What is being completed here is read again at its end.
        if (IsBusy) return;
        await ReloadAsync(ct);
        StateHasChanged();
    }

    private async Task AskBeforeLeavingAsync(LocationChangingContext leaving)
    {
        if (IsDirty && !await Dialogs.ConfirmAsync(UiText.Form_Discard_Title, UiText.Form_Discard_Text, UiText.Form_Discard_Yes, UiText.Form_Discard_No)) leaving.PreventNavigation();
    }

    private async Task CompleteAsync()
    {
        if (IsBusy || Sheet is null) return;
        _fieldProblems = [.. CompletionRules.PaperProblems(Form, Sheet.EndsOn, Sheet.Today)];
        if (_fieldProblems.Count > 0) return;
        await ActAsync(async () => (await Commands.CompleteAsync(Actor, EventId, Form)).Problem);
        // What could be taken back before the event was closed can't be any more.
        if (Sheet is { Status: EventStatus.Completed }) Snackbar.Clear();
    }

    private async Task ReopenAsync()
    {
        if (Sheet is null || !await Dialogs.ConfirmAsync(CompletionText.Completion_ReopenTitle, CompletionText.Completion_ReopenText, CompletionText.Completion_Reopen)) return;
        await ActAsync(async () => (await Commands.ReopenAsync(Actor, EventId, Sheet.Version)).Problem);
    }

    private async Task ActAsync(Func<Task<Problem?>> verb)
    {
        (IsBusy, Problem) = (true, null);
        try
        {
            Problem = await verb();
        }
        catch (MissingRightException)
        {
            Problem = new Problem("Forbidden");
        }
        finally
        {
            IsBusy = false;
        }
        if (Problem?.Field is not null) _fieldProblems = [Problem];
        // A completed event starts its next form from what is stored.
        if (Problem is null) Form = new() { Version = 0 };
        await ReloadAsync();
        if (Problem is null) await Changed.InvokeAsync();
    }

    private void ChangeScale(ChangeEventArgs change)
    {
        Form.Scale = Enum.Parse<ResultScale>((string)change.Value!);
        var possible = CompletionRules.Results(Form.Scale);
        foreach (var row in Form.Rows.Where(x => x.Result is { } result && !possible.Contains(result))) row.Result = null;
        Retype();
    }

    private void PassAll()
    {
        foreach (var row in Form.Rows.Where(x => x.IsAdmitted && x.Result is null)) row.Result = CompletionRules.Results(Form.Scale)[0];
        Retype();
    }

    private void Retype() => Problem = null;

    private string? ErrorOf(string field) => _fieldProblems.FirstOrDefault(x => x.Field == field) is { } problem ? ProblemTexts.Say(problem) : null;

    private static string Format(string text, params object?[] values) => string.Format(CultureInfo.CurrentCulture, text, values);
}
