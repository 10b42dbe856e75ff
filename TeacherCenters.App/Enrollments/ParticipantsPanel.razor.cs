using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using MudBlazor;
using TeacherCenters.Data;
using TeacherCenters.Events;
using TeacherCenters.Kernel;
using TeacherCenters.Security;
using TeacherCenters.Settings;
using TeacherCenters.Ui;

namespace TeacherCenters.Enrollments;

public sealed partial class ParticipantsPanel : IDisposable
{
    private readonly Dictionary<int, int> numbers = [];
    private ParticipantsHead? head;
    private EnrollmentFilter filter = new();
    private ServerGrid<ParticipantRow>? grid;
    private LiveReading? live;

    private sealed record Verb(string Text, Func<ParticipantRow, bool> Fits, Func<IReadOnlyList<ParticipantRow>, Task> Act, bool IsFirst = false);

    [Inject] private EnrollmentQueries Queries { get; set; } = null!;

    [Inject] private EnrollmentCommands Commands { get; set; } = null!;

    [Inject] private NetworkClock Clock { get; set; } = null!;

    [Inject] private Changes Changes { get; set; } = null!;

    [Inject] private NavigationManager Nav { get; set; } = null!;

    [Inject] private IDialogService Dialogs { get; set; } = null!;

    [Inject] private ISnackbar Snackbar { get; set; } = null!;

    [CascadingParameter] public required Actor Actor { get; set; }

    [Parameter, EditorRequired] public required int EventId { get; set; }

    /// <summary>The composition changed: the page around may show seats and the next step anew.</summary>
    [Parameter] public EventCallback Changed { get; set; }

    private bool MayManage => head is { TakesPeople: true } && Actor.Can(Permission.ManageEnrollments, head.CenterId);

    private bool MayOrder => head is not null && EnrollmentRules.MayOrder(head.Status).Succeeded && Actor.Can(Permission.ManageEnrollments, head.CenterId);

    /// <summary>The seats, and once the event is completed, who studied.</summary>
    private static string Places(ParticipantsHead head) => head.Status == EventStatus.Completed
        ? EventTexts.Studied(head.Studied, head.Count(EnrollmentStatus.Completed), head.Failed)
        : $"{Phrase.Of(EnrollmentsText.Seats, head.SeatsTaken, head.Capacity)} · {Phrase.Of(EnrollmentsText.SeatsFree, head.FreeSeats)}";

    private int CanPromote => Math.Min(head!.FreeSeats, head.Count(EnrollmentStatus.WaitListed));

    private string ExportHref => $"/events/{EventId}/participants.xlsx{FilterUrl.Write(filter)}";

    private Verb Order => new(EnrollmentsText.Do_Order, x => EnrollmentRules.WasEnrolled(x.Status), OrderAsync);

    private IReadOnlyList<Verb> Verbs => !MayManage ? [Order] :
    [
        new(EnrollmentsText.Do_Enroll, x => x.Status is EnrollmentStatus.Applied or EnrollmentStatus.Approved or EnrollmentStatus.WaitListed or EnrollmentStatus.Expelled, EnrollAsync, IsFirst: true),
        new(EnrollmentsText.Do_Approve, x => x.Status == EnrollmentStatus.Applied, rows => RunAsync(Commands.ApproveAsync(Actor, EventId, Ids(rows)), EnrollmentsText.Done_Approved)),
        new(EnrollmentsText.Do_WaitList, x => x.Status is EnrollmentStatus.Applied or EnrollmentStatus.Approved, rows => RunAsync(Commands.WaitListAsync(Actor, EventId, Ids(rows)), EnrollmentsText.Done_WaitListed)),
        Order,
        new(EnrollmentsText.Do_Expel, x => x.Status is EnrollmentStatus.Enrolled or EnrollmentStatus.Admitted, rows => EndAsync(rows, EnrollmentStatus.Expelled, EnrollmentsText.Done_Expelled)),
        new(EnrollmentsText.Do_Withdraw, x => EnrollmentRules.Allows(x.Status, EnrollmentStatus.Withdrawn), rows => EndAsync(rows, EnrollmentStatus.Withdrawn, EnrollmentsText.Done_Withdrawn)),
        new(EnrollmentsText.Do_Decline, x => EnrollmentRules.Allows(x.Status, EnrollmentStatus.Declined), rows => EndAsync(rows, EnrollmentStatus.Declined, EnrollmentsText.Done_Declined)),
        new(EnrollmentsText.Do_Reapply, x => x.Status is EnrollmentStatus.Withdrawn or EnrollmentStatus.Declined, rows => RunAsync(Commands.ReapplyAsync(Actor, EventId, Ids(rows)), EnrollmentsText.Done_Reapplied)),
    ];

    public void Dispose()
    {
        Nav.LocationChanged -= OnLocationChanged;
        live?.Dispose();
    }

    protected override void OnInitialized()
    {
        filter = FilterUrl.Read<EnrollmentFilter>(Nav.Uri);
        Nav.LocationChanged += OnLocationChanged;
        live = new(Changes, x => x.Kind is nameof(Enrollment) or nameof(TrainingEvent) && x.MayConcern<TrainingEvent>(EventId), InvokeAsync, RefreshAsync);
    }

    protected override async Task OnParametersSetAsync()
    {
        if (head?.EventId != EventId) head = await Queries.HeadAsync(Actor, EventId);
    }

    private static List<int> Ids(IEnumerable<ParticipantRow> rows) => [.. rows.Select(x => x.Id)];

    private async Task<Page<ParticipantRow>> LoadAsync(PageRequest page, CancellationToken ct)
    {
        var rows = await Queries.PageAsync(Actor, EventId, filter, page, ct);
        for (var i = 0; i < rows.Items.Count; i++) numbers[rows.Items[i].Id] = page.Skip + i + 1;
        return rows;
    }

    private async Task ReadAsync()
    {
        head = await Queries.HeadAsync(Actor, EventId);
        if (grid is not null)
        {
            await grid.ClearSelectionAsync();
            await grid.ReloadAsync();
        }
        await Changed.InvokeAsync();
    }

    /// <summary>Others' changes never take a selection away.</summary>
    private async Task RefreshAsync(CancellationToken ct)
    {
        if (grid is { Selected.Count: > 0 }) return;
        head = await Queries.HeadAsync(Actor, EventId, ct);
        if (grid is not null) await grid.ReloadAsync();
        StateHasChanged();
    }

    private void Show(EnrollmentFilter next)
    {
        if (filter == next) return;
        filter = next;
        Nav.NavigateTo(Nav.GetUriWithQueryParameters(new Dictionary<string, object?> { ["q"] = next.Q.Length == 0 ? null : next.Q, ["status"] = next.Status?.ToString(), ["page"] = null }), replace: true);
    }

    private void OnLocationChanged(object? sender, LocationChangedEventArgs e)
    {
        var read = FilterUrl.Read<EnrollmentFilter>(e.Location);
        if (filter == read) return;
        filter = read;
        _ = InvokeAsync(StateHasChanged);
    }

    private string? Hint(ParticipantRow row)
    {
        var since = Phrase.Of(EnrollmentsText.Since, DayText.Of(DateOnly.FromDateTime(Clock.ToLocal(row.StatusAt))));
        return EnrollmentTexts.Reason(row) is { } reason ? $"{since}. {reason}" : since;
    }

    private async Task AddAsync()
    {
        var inside = (await Queries.AllAsync(Actor, EventId, new())).Where(x => !EnrollmentRules.MayApplyAgain("", x.Status).Succeeded).Select(x => x.PersonId).ToHashSet();
        var parameters = new DialogParameters<ParticipantDialog> { { x => x.Head, head! }, { x => x.Inside, inside } };
        if (await Dialogs.ShowSheetAsync(parameters) is not Placed placed) return;
        Tell(Phrase.Of(EnrollmentsText.Done_Placed, placed.Name, EnrollmentTexts.Of(placed.Status)), placed.Status == EnrollmentStatus.Enrolled ? [placed.EnrollmentId] : []);
        await ReadAsync();
    }

    private async Task EditAsync(ParticipantRow row)
    {
        if (!MayManage) return;
        if (await Dialogs.ShowSheetAsync(new DialogParameters<EnrollmentDialog> { { x => x.EventId, EventId }, { x => x.Row, row } }) is not null) await ReadAsync();
    }

    private async Task EnrollAsync(IReadOnlyList<ParticipantRow> rows)
    {
        if (await Dialogs.ShowSheetAsync(new DialogParameters<EnrollDialog> { { x => x.EventId, EventId }, { x => x.Ids, Ids(rows) } }) is not int count) return;
        Tell(EnrollmentTexts.WithPeople(EnrollmentsText.Done_Enrolled, count), Ids(rows));
        await ReadAsync();
    }

    private async Task OrderAsync(IReadOnlyList<ParticipantRow> rows)
    {
        if (await Dialogs.ShowSheetAsync(new DialogParameters<OrderDialog> { { x => x.EventId, EventId }, { x => x.Rows, rows } }) is not int count) return;
        Tell(EnrollmentTexts.WithPeople(EnrollmentsText.Done_Ordered, count), []);
        await ReadAsync();
    }

    private async Task EndAsync(IReadOnlyList<ParticipantRow> rows, EnrollmentStatus end, string done)
    {
        if (await Dialogs.ShowSheetAsync(new DialogParameters<EndDialog> { { x => x.EventId, EventId }, { x => x.Ids, Ids(rows) }, { x => x.End, end } }) is not int count) return;
        Tell(EnrollmentTexts.WithPeople(done, count), []);
        await ReadAsync();
    }

    private async Task PromoteAsync()
    {
        var result = await Commands.PromoteAsync(Actor, EventId);
        if (result.Problem is { } problem) Snackbar.Add(ProblemTexts.Say(problem), Severity.Warning);
        else Tell(EnrollmentTexts.WithPeople(EnrollmentsText.Done_Enrolled, result.Require().Count), [.. result.Require().Select(x => x.EnrollmentId)]);
        await ReadAsync();
    }

    private async Task RunAsync(Task<Result<int>> verb, string done)
    {
        var result = await verb;
        if (result.Problem is { } problem) Snackbar.Add(ProblemTexts.Say(problem), Severity.Warning);
        else Tell(EnrollmentTexts.WithPeople(done, result.Value), []);
        await ReadAsync();
    }

    /// <summary>What was done, with the way back where there is one.</summary>
    private void Tell(string text, List<int> undoable)
    {
        if (undoable.Count == 0) Snackbar.Add(text);
        else Snackbar.Add(text, EnrollmentsText.Undo, () => InvokeAsync(() => RunAsync(Commands.UndoEnrollAsync(Actor, EventId, undoable), EnrollmentsText.Done_Undone)));
    }
}
