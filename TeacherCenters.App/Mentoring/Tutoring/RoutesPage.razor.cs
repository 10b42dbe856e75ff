using Microsoft.AspNetCore.Components;
using MudBlazor;
using TeacherCenters.Kernel;
using TeacherCenters.Security;
using TeacherCenters.Ui;

namespace TeacherCenters.Mentoring.Tutoring;

/// <summary>The routes of the network in two views: one by one, and by tutor.</summary>
public sealed partial class RoutesPage
{
    private IReadOnlyDictionary<RouteStatus, int> counts = new Dictionary<RouteStatus, int>();
    private IReadOnlyList<TutorChoice> tutors = [];
    private IReadOnlyList<TutorGroupRow> groups = [];
    private int overdue;
    private (bool Read, int? Center) choicesOf;

    [Inject] private RouteQueries Routes { get; set; } = null!;

    [Inject] private TutorQueries Tutors { get; set; } = null!;

    [Inject] private IDialogService Dialogs { get; set; } = null!;

    [Inject] private ISnackbar Snackbar { get; set; } = null!;

    [CascadingParameter] public required Actor Actor { get; set; }

    [CascadingParameter] public CenterScope? Scope { get; set; }

    private RouteFilter Scoped => Filter with { Center = Filter.Center ?? Scope?.CenterId };

    private IEnumerable<TutorGroupRow> Groups => Filter.Tutor is { } tutor ? groups.Where(x => x.TutorId == tutor) : groups;

    protected override async Task OnParametersSetAsync()
    {
        if (choicesOf == (true, Scoped.Center)) return;
        choicesOf = (true, Scoped.Center);
        await ReadChoicesAsync();
    }

    private string Address(RouteView view) => "/tutoring" + FilterUrl.Write(Filter with { View = view });

    private async Task ReadChoicesAsync()
    {
        tutors = await Tutors.ChoicesAsync(Actor, Scoped.Center);
        groups = await Tutors.GroupsAsync(Actor, Scoped.Center);
    }

    private async Task CountAsync(CancellationToken ct)
    {
        (counts, overdue) = await Routes.CountsAsync(Actor, Scoped, ct);
        await InvokeAsync(StateHasChanged);
    }

    private async Task<Page<RouteRow>> LoadAsync(PageRequest page, CancellationToken ct)
    {
        var rows = await Routes.ListAsync(Actor, Scoped, page, ct);
        await CountAsync(ct);
        return rows;
    }

    private async Task NewAsync()
    {
        var form = new RouteForm { CenterId = Scope?.CenterId };
        if (await Dialogs.ShowSheetAsync<RouteDialog>(new() { { x => x.Form, form } }) is not IReadOnlyList<int> made) return;
        if (made.Count == 1) Nav.NavigateTo($"/tutoring/{made[0]}");
        else await ShowMadeAsync(made.Count);
    }

    private async Task ShowMadeAsync(int count)
    {
        Snackbar.Add(Phrase.Of(TutoringText.Created, count));
        await ReadChoicesAsync();
        // Another address reads the list again, with the new ones on top.
        Nav.NavigateTo("/tutoring", forceLoad: false, replace: true);
    }
}
