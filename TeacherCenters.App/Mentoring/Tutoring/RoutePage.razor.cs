using Microsoft.AspNetCore.Components;
using MudBlazor;
using TeacherCenters.Data;
using TeacherCenters.Kernel;
using TeacherCenters.Security;
using TeacherCenters.Settings;
using TeacherCenters.Ui;

namespace TeacherCenters.Mentoring.Tutoring;

/// <summary>One route: its points in place, who and when, deficits, history.</summary>
public sealed partial class RoutePage
{
    private RouteDetails? route;
    private IReadOnlyList<HistoryRow> history = [];
    private bool loaded;

    [Inject] private RouteQueries Routes { get; set; } = null!;

    [Inject] private RouteCommands Commands { get; set; } = null!;

    [Inject] private NetworkClock Clock { get; set; } = null!;

    [Inject] private IDialogService Dialogs { get; set; } = null!;

    [Inject] private ISnackbar Snackbar { get; set; } = null!;

    [Inject] private NavigationManager Nav { get; set; } = null!;

    [CascadingParameter] public required Actor Actor { get; set; }

    [Parameter] public int Id { get; set; }

    private bool IsActive => route!.Status == RouteStatus.Active;

    private bool MayManage => Actor.Can(Permission.ManageMentoring, route!.CenterId);

    private string Subtitle => $"{route!.Center} · {DayText.Of(route.From)} – {DayText.Of(route.To)} · {TutoringText.Field_Tutor}: {route.Tutor.Short}";

    private List<(string Name, DeficitLevel Level)> Found => [.. RouteTexts.Of(route!.Deficits).Where(x => x.Level != DeficitLevel.None)];

    protected override Task OnParametersSetAsync() => ReadAsync();

    private async Task ReadAsync()
    {
        route = await Routes.DetailsAsync(Actor, Id);
        history = await Routes.HistoryAsync(Actor, Id);
        loaded = true;
    }

    private static RouteForm Form(RouteDetails of) => new()
    {
        CenterId = of.CenterId, TutorKey = of.TutorKey, Group = of.Group, From = of.From, To = of.To, Goal = of.Goal,
        Deficits = new() { Subject = of.Deficits.Subject, Method = of.Deficits.Method, Psychology = of.Deficits.Psychology, Communication = of.Deficits.Communication, Digital = of.Deficits.Digital },
    };

    private async Task EditAsync()
    {
        var form = Form(route!);
        (form.Id, form.Version) = (Id, route!.Version);
        if (await Dialogs.ShowSheetAsync<RouteDialog>(new() { { x => x.Form, form }, { x => x.PersonName, route.Person.Full }, { x => x.Tutor, route.Tutor } }) is not null) await ReadAsync();
    }

    private async Task CopyAsync()
    {
        var form = Form(route!);
        form.TemplateId = Id;
        DialogParameters<RouteDialog> parameters = new() { { x => x.Form, form }, { x => x.Tutor, route!.Tutor }, { x => x.TemplateName, route.Person.Short }, { x => x.TemplateItems, route.Items.Count } };
        if (await Dialogs.ShowSheetAsync(parameters) is not IReadOnlyList<int> made) return;
        Snackbar.Add(Phrase.Of(TutoringText.Created, made.Count));
        Nav.NavigateTo(made.Count == 1 ? $"/tutoring/{made[0]}" : "/tutoring");
    }

    private async Task CloseAsync()
    {
        var form = new RouteCloseForm { Version = route!.Version, ClosedOn = Clock.Today };
        DialogParameters<RouteCloseDialog> parameters = new() { { x => x.Id, Id }, { x => x.Form, form }, { x => x.Open, route.Items.Count - route.Done } };
        if (await Dialogs.ShowSheetAsync(parameters) is not null) await ReadAsync();
    }

    private async Task CancelAsync()
    {
        DialogParameters<ReasonDialog> parameters = new()
        {
            { x => x.Title, TutoringText.Cancel_Title }, { x => x.SaveText, TutoringText.Do_Cancel }, { x => x.Act, async reason => (await Commands.CancelAsync(Actor, Id, reason)).Problem },
        };
        if (await Dialogs.ShowSheetAsync(parameters) is not null) await ReadAsync();
    }

    private async Task ReopenAsync()
    {
        if ((await Commands.ReopenAsync(Actor, Id)).Problem is { } problem) Snackbar.Add(ProblemTexts.Say(problem), Severity.Error);
        await ReadAsync();
    }
}
