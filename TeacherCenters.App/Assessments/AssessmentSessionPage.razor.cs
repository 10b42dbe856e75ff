using Microsoft.AspNetCore.Components;
using MudBlazor;
using TeacherCenters.Data;
using TeacherCenters.Enrollments;
using TeacherCenters.Events;
using TeacherCenters.Kernel;
using TeacherCenters.Security;
using TeacherCenters.Settings;
using TeacherCenters.Ui;

namespace TeacherCenters.Assessments;

public sealed partial class AssessmentSessionPage : IDisposable
{
    private AssessmentSessionDetails? of;
    private IReadOnlyList<AssessorRow> assessors = [];
    private Problem? problem;
    private LiveReading? live;
    private bool loaded;
    // Each choice is a new list: the old one would go on showing what was chosen.
    private int chosen;

    [Inject] private AssessmentSessionQueries Sessions { get; set; } = null!;

    [Inject] private AssessmentSessionCommands Commands { get; set; } = null!;

    [Inject] private NetworkClock Clock { get; set; } = null!;

    [Inject] private Changes Changes { get; set; } = null!;

    [Inject] private NavigationManager Nav { get; set; } = null!;

    [Inject] private IDialogService Dialogs { get; set; } = null!;

    [Inject] private ISnackbar Snackbar { get; set; } = null!;

    [CascadingParameter] public required Actor Actor { get; set; }

    [Parameter] public int Id { get; set; }

    private bool MayManage => of is { Status: not AssessmentSessionStatus.Closed } && Actor.Can(Permission.ManageAssessments, of.CenterId);

    private string Subtitle => string.Join(" · ", new[] { of!.Procedure, of.Center, EventTexts.Time(of.Starts, of.Ends), of.Room }.Where(x => x is not null));

    /// <summary>Assessors of the center who are not in the session yet.</summary>
    private List<AssessorRow> Free => [.. assessors.Where(x => of!.Assessors.All(a => a.AccountId != x.AccountId))];

    /// <summary>What the session waits for; null for who may only look.</summary>
    private string? Next
    {
        get
        {
            if (!MayManage) return null;
            if (of!.Assessors.Count < ScoringRules.Assessors) return AssessmentsText.Next_Assessors;
            if (of.Status == AssessmentSessionStatus.Draft) return AssessmentsText.Next_Open;
            if (of.Candidates.Count == 0) return AssessmentsText.Next_Book;
            if (AssessmentRules.IsAhead(of.Date, of.Starts, Clock.LocalNow)) return null;
            if (Count(AssessmentStatus.Booked) is var unmarked and > 0) return Phrase.Of(AssessmentsText.Next_Mark, unmarked);
            if (of.Candidates.Count(x => x.NeedsThird) is var third and > 0) return Phrase.Of(AssessmentsText.Next_Third, third);
            if (Count(AssessmentStatus.TookPlace) is var unscored and > 0) return Phrase.Of(AssessmentsText.Next_Score, unscored);
            return AssessmentsText.Next_Close;
        }
    }

    public void Dispose() => live?.Dispose();

    // Others book and score meanwhile.
    protected override void OnInitialized() => live = new(Changes, x => x.Kind is nameof(Assessment) or nameof(AssessmentSession), InvokeAsync, async _ =>
    {
        await LoadAsync();
        StateHasChanged();
    });

    protected override async Task OnParametersSetAsync()
    {
        await ReadAsync();
        assessors = of is null ? [] : await Sessions.AssessorsAsync(Actor, of.CenterId);
    }

    private int Count(AssessmentStatus status) => of!.Candidates.Count(x => x.Status == status);

    /// <summary>After an act of this page: a refusal that was told may be answered by it.</summary>
    private Task ReadAsync()
    {
        problem = null;
        return LoadAsync();
    }

    private async Task LoadAsync()
    {
        of = await Sessions.DetailsAsync(Actor, Id);
        loaded = true;
    }

    private async Task RunAsync(Task<Result> verb, string? done)
    {
        if ((await verb).Problem is { } refused) Snackbar.Add(ProblemTexts.Say(refused), Severity.Warning);
        else if (done is not null) Snackbar.Add(done);
        await ReadAsync();
    }

    private async Task AssignAsync(int? accountId)
    {
        if (accountId is not { } account) return;
        // The refusal names assessor, candidate and ground: it stays until the next act.
        problem = (await Commands.AssignAsync(Actor, Id, account)).Problem;
        await LoadAsync();
        // Last: another field takes the place of the one that is still answering.
        chosen++;
    }

    private async Task UnassignAsync(AssessorRow assessor)
    {
        var asked = Commands.UnassignAsync(Actor, Id, assessor.AccountId);
        // Refused only once nothing else stands against it: then what is lost is named, and asked for.
        if ((await asked).Problem is { Key: "AssessorHasDrafts", Args: [int drafts] })
        {
            if (!await Dialogs.ConfirmAsync(AssessmentsText.Unassign_Title, Phrase.Of(AssessmentsText.Unassign_Sure, assessor.Name, drafts), AssessmentsText.Unassign_Yes)) return;
            asked = Commands.UnassignAsync(Actor, Id, assessor.AccountId, drafts);
        }
        await RunAsync(asked, Phrase.Of(AssessmentsText.Done_Unassigned, assessor.Name));
    }

    private async Task DiscardAsync(AssessorRow assessor)
    {
        if (!await Dialogs.ConfirmAsync(AssessmentsText.Do_Discard, Phrase.Of(AssessmentsText.Discard_Sure, assessor.Name, assessor.Drafts), AssessmentsText.Discard_Yes)) return;
        await RunAsync(Commands.DiscardDraftsAsync(Actor, Id, assessor.AccountId, assessor.Drafts), Phrase.Of(AssessmentsText.Done_Discarded, assessor.Name));
    }

    private async Task BookAsync(SlotRow slot)
    {
        var parameters = new DialogParameters<BookingDialog> { { x => x.Session, of! }, { x => x.SlotId, slot.Id } };
        if (await Dialogs.ShowSheetAsync(parameters) is not int count) return;
        Snackbar.Add(EnrollmentTexts.WithPeople(AssessmentsText.Done_Booked, count));
        await ReadAsync();
    }

    private async Task CompleteAsync()
    {
        var result = await Commands.CompleteAsync(Actor, Id);
        Snackbar.Add(result.Problem is { } refused ? ProblemTexts.Say(refused) : EnrollmentTexts.WithPeople(AssessmentsText.Done_Completed, result.Value));
        await ReadAsync();
    }

    private async Task EditAsync()
    {
        var form = new AssessmentSessionForm
        {
            Id = Id, Version = of!.Version, CenterId = of.CenterId, ProcedureId = of.ProcedureId, Date = of.Date, Starts = of.Starts, Ends = of.Ends, SlotMinutes = of.SlotMinutes, SeatsPerSlot = of.SeatsPerSlot, RoomId = of.RoomId,
        };
        if (await Dialogs.ShowSheetAsync(new DialogParameters<AssessmentSessionDialog> { { x => x.Form, form } }) is not null) await ReadAsync();
    }

    private async Task DeleteAsync()
    {
        if (!await Dialogs.ConfirmAsync(AssessmentsText.Do_Delete, AssessmentsText.Delete_Sure, AssessmentsText.Do_Delete)) return;
        if ((await Commands.DeleteAsync(Actor, Id)).Problem is { } refused) Snackbar.Add(ProblemTexts.Say(refused), Severity.Warning);
        else Nav.NavigateTo("/assessments/sessions");
    }
}
