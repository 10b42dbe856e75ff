using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using MudBlazor;
using TeacherCenters.Kernel;
using TeacherCenters.People;
using TeacherCenters.Security;
using TeacherCenters.Settings;
using TeacherCenters.Ui;

namespace TeacherCenters.Mentoring;

/// <summary>The board: a young teacher is dragged onto a mentor, or chosen and given to one of the suggested; a sheet shows what it will do.</summary>
public sealed partial class AssignPage
{
    private const string MenteesZone = "mentees";

    private Page<BoardMentee> mentees = new([], 0);
    private BoardMentors mentors = new([], 0, 0);
    private BoardMentee? chosen;
    private YoungTeacherTerms? terms;
    private IReadOnlyList<MunicipalityChoice> municipalities = [];
    private MudDropContainer<BoardMentee>? drops;
    private Page<BoardMentee>? drawn;
    private BoardFilter? shown;
    private bool loaded, leading;
    private int? goOn;

    [CascadingParameter] public required Actor Actor { get; set; }

    [CascadingParameter] public CenterScope? Scope { get; set; }

    [Inject] private BoardQueries Board { get; set; } = null!;

    [Inject] private MentorshipCommands Commands { get; set; } = null!;

    [Inject] private SchoolQueries Schools { get; set; } = null!;

    [Inject] private NetworkClock Clock { get; set; } = null!;

    [Inject] private IDialogService Dialogs { get; set; } = null!;

    [Inject] private IJSRuntime Js { get; set; } = null!;

    [Inject] private ISnackbar Snackbar { get; set; } = null!;

    private BoardFilter Scoped => Filter with { Center = Filter.Center ?? Scope?.CenterId };

    private bool MayAssign => Actor.CanSomewhere(Permission.ManageMentoring);

    protected override async Task OnInitializedAsync() => municipalities = await Schools.MunicipalitiesAsync(Actor);

    protected override Task OnParametersSetAsync() => ReadIfChangedAsync();

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (drawn != mentees)
        {
            // The zones look at their container's items when they are told to, not when these change.
            drawn = mentees;
            drops?.Refresh();
        }
        // A changed address redraws the page without new parameters.
        if (!firstRender) await ReadIfChangedAsync();
        if (goOn is { } next)
        {
            goOn = null;
            await Js.InvokeVoidAsync("tc.focusOn", string.Create(CultureInfo.InvariantCulture, $"[data-mentee='{next}'] button"));
        }
        // Who chose by the keyboard goes on at the first suggestion, not through the rest of the left side.
        if (!leading || chosen is null || chosen.PersonId != Filter.For) return;
        leading = false;
        await Js.InvokeVoidAsync("tc.focusOn", "[data-assign]");
    }

    private void Suggest(BoardMentee mentee)
    {
        leading = mentee.PersonId != Filter.For;
        Show(Filter with { For = leading ? mentee.PersonId : null });
    }

    private async Task ReadIfChangedAsync()
    {
        if (shown == Scoped) return;
        await ReadAsync();
        StateHasChanged();
    }

    private async Task ReadAsync()
    {
        var filter = shown = Scoped;
        var left = await Board.MenteesAsync(Actor, filter);
        var picked = filter.For is { } id ? left.Items.FirstOrDefault(x => x.PersonId == id) ?? await Board.MenteeAsync(Actor, filter, id) : null;
        var right = await Board.MentorsAsync(Actor, filter, picked);
        var now = await Board.TermsAsync(filter);
        // Typed further meanwhile: the later reading shows.
        if (filter != shown) return;
        (mentees, chosen, mentors, terms, loaded) = (left, picked, right, now, true);
    }

    private Task DropAsync(MudItemDropInfo<BoardMentee> drop) =>
        drop.Item is { } mentee && mentors.Items.FirstOrDefault(x => Zone(x) == drop.DropzoneIdentifier) is { } mentor ? AssignAsync(mentee, mentor) : Task.CompletedTask;

    private bool MayDrop(string zone) => zone == MenteesZone || mentors.Items.Any(x => Zone(x) == zone && Actor.Can(Permission.ManageMentoring, x.CenterId));

    private async Task AssignAsync(BoardMentee? mentee, BoardMentor? mentor)
    {
        var (from, to) = MentorshipRules.UsualPeriod(Clock.Today);
        var form = new MentorshipForm
        {
            CenterId = mentor?.CenterId ?? Scope?.CenterId, MentorId = mentor?.PersonId, MenteeId = mentee?.PersonId, Direction = mentor?.Direction ?? MentoringDirection.Subject, From = from, To = to,
        };
        var at = mentees.Items.ToList().FindIndex(x => x.PersonId == mentee?.PersonId);
        var id = await Dialogs.ShowSheetAsync<AssignDialog>(new() { { x => x.Form, form } }) as int?;
        if (id is { } made) Tell(made, mentee, mentor);
        if (id is not null && mentee is not null && Filter.For == mentee.PersonId) Show(Filter with { For = null });
        await ReadAsync();
        // The card that was worked with is gone, and the focus with it: the next one takes it.
        if (id is not null && mentee is not null) goOn = mentees.Items.ElementAtOrDefault(Math.Clamp(at, 0, Math.Max(0, mentees.Items.Count - 1)))?.PersonId;
    }

    private void Tell(int id, BoardMentee? mentee, BoardMentor? mentor)
    {
        var text = mentee is null || mentor is null ? MentoringText.Verb_mentoring_assign : Phrase.Of(MentoringText.Assign_Done, mentee.Name.Short, mentor.Name.Short);
        Snackbar.Add(text, MentoringText.Undo, () => InvokeAsync(() => UndoAsync(id)));
    }

    private async Task UndoAsync(int id)
    {
        var done = await Commands.CancelAsync(Actor, id);
        Snackbar.Add(done.Problem is { } problem ? ProblemTexts.Say(problem) : MentoringText.Undone, done.Succeeded ? Severity.Normal : Severity.Warning);
        await ReadAsync();
        StateHasChanged();
    }

    private async Task AddMentorAsync()
    {
        var form = new MentorForm { CenterId = Scope?.CenterId };
        if (await Dialogs.ShowSheetAsync<MentorDialog>(new() { { x => x.Form, form } }) is not null) await ReadAsync();
    }

    private async Task RetireAsync(BoardMentor mentor)
    {
        if ((await Commands.RetireMentorAsync(Actor, mentor.MentorRowId)).Problem is { } problem) Snackbar.Add(ProblemTexts.Say(problem), Severity.Warning);
        else
        {
            Snackbar.Add(Phrase.Of(MentoringText.Board_Retired, mentor.Name.Short), MentoringText.Undo, () => InvokeAsync(async () =>
            {
                await Commands.RestoreMentorAsync(Actor, mentor.MentorRowId);
                await ReadAsync();
                StateHasChanged();
            }));
        }
        await ReadAsync();
    }

    private static string Zone(BoardMentor mentor) => string.Create(CultureInfo.InvariantCulture, $"mentor-{mentor.MentorRowId}");

    private static string Where(PresentJob? job) => MentoringTexts.Work(job?.Position, job?.Subject, job?.School, job?.Municipality);

    private static string About(BoardMentee mentee) => string.Join(" · ", new[]
    {
        mentee.Age is { } age ? PeopleTexts.Age(age) : null,
        mentee.TeachingSince is { } since ? Phrase.Of(MentoringText.Board_TeachingSince, DayText.Of(since)) : null,
    }.Where(x => x is not null));
}
