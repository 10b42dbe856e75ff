using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.AspNetCore.Components.Web;
using TeacherCenters.Events;
using TeacherCenters.Kernel;
using TeacherCenters.Mentoring.Internships;
using TeacherCenters.Security;

namespace TeacherCenters.Mentoring.Tutoring;

public sealed partial class RouteItemEditor
{
    private EditContext context = null!;
    private ValidationMessageStore refusals = null!;
    private IReadOnlyList<InternshipRow> internships = [];
    private ElementReference kind;
    private Problem? whole;
    private bool busy;

    [Inject] private RouteItemCommands Commands { get; set; } = null!;

    [Inject] private InternshipQueries Internships { get; set; } = null!;

    [CascadingParameter] public required Actor Actor { get; set; }

    [Parameter, EditorRequired] public required RouteDetails Route { get; set; }

    [Parameter, EditorRequired] public required RouteItemForm Form { get; set; }

    [Parameter] public EventCallback Saved { get; set; }

    [Parameter] public EventCallback Cancelled { get; set; }

    // A page that reads itself again hands over a fresh form: what is being typed belongs to the one that was opened.
    public override Task SetParametersAsync(ParameterView parameters)
    {
        var opened = context is null ? null : Form;
        parameters.SetParameterProperties(this);
        if (opened is not null) Form = opened;
        return base.SetParametersAsync(ParameterView.Empty);
    }

    protected override async Task OnInitializedAsync()
    {
        context = new EditContext(Form);
        refusals = new ValidationMessageStore(context);
        context.OnFieldChanged += (_, e) =>
        {
            refusals.Clear(e.FieldIdentifier);
            whole = null;
        };
        context.OnValidationRequested += (_, _) => refusals.Clear();
        internships = [.. (await Internships.OfPersonAsync(Actor, Route.PersonId)).Where(x => x.State != InternshipState.Cancelled || x.Id == Form.InternshipId)];
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender) await kind.FocusAsync();
    }

    private static string Name(InternshipRow row) => $"{row.Host}, {EventTexts.Days(row.From, row.To)}";

    private void Choose(RouteItemKind chosen)
    {
        Form.Kind = chosen;
        refusals.Clear();
        context.NotifyValidationStateChanged();
    }

    /// <summary>An event is due when it ends, as far as the route goes.</summary>
    private void TakeOver(EventChoice? of)
    {
        if (of is null || Form.DueOn is not null) return;
        Form.DueOn = of.EndsOn > Route.To ? Route.To : of.EndsOn < Route.From ? Route.From : of.EndsOn;
    }

    private Task Key(KeyboardEventArgs e) => e.Key == "Escape" && !context.IsModified() ? Cancelled.InvokeAsync() : Task.CompletedTask;

    private async Task SaveAsync()
    {
        if (busy) return;
        (busy, whole) = (true, null);
        refusals.Clear();
        try
        {
            if ((await Commands.SaveAsync(Actor, Route.Id, Form)).Problem is { } problem) Show(problem);
            else await Saved.InvokeAsync();
        }
        catch (MissingRightException)
        {
            whole = new Problem("Forbidden");
        }
        finally
        {
            busy = false;
        }
    }

    private void Show(Problem problem)
    {
        if (problem.Field is { } field)
        {
            refusals.Add(context.Field(field), Ui.ProblemTexts.Say(problem));
            context.NotifyValidationStateChanged();
        }
        else
        {
            whole = problem;
        }
    }
}
