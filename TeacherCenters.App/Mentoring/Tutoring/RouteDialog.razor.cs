using Microsoft.AspNetCore.Components;
using TeacherCenters.Kernel;
using TeacherCenters.People;
using TeacherCenters.Security;
using TeacherCenters.Ui;

namespace TeacherCenters.Mentoring.Tutoring;

/// <summary>Makes routes for one or several people, alike or by a template, or changes one.</summary>
public sealed partial class RouteDialog
{
    private readonly List<GroupPerson> people = [];
    private readonly HashSet<int> chosen = [];
    private readonly Dictionary<Guid, int> ids = [];
    private IReadOnlyList<TutorGroupRow> groups = [];
    private IReadOnlyList<int> made = [];
    private PersonHit? tutor;
    private PersonPicker? picker;
    private int round;
    private bool goesOn;

    [CascadingParameter] public required Actor Actor { get; set; }

    [Parameter, EditorRequired] public required RouteForm Form { get; set; }

    /// <summary>Whose a stored one is.</summary>
    [Parameter] public string? PersonName { get; set; }

    /// <summary>The tutor that the form names already.</summary>
    [Parameter] public PersonName? Tutor { get; set; }

    /// <summary>Whose route is the template, and how many points it has.</summary>
    [Parameter] public string? TemplateName { get; set; }

    [Parameter] public int TemplateItems { get; set; }

    private string Title => Form.Id is not null ? TutoringText.EditTitle : Form.TemplateId is not null ? TutoringText.NewFromTemplate : TutoringText.NewTitle;

    protected override Task OnInitializedAsync()
    {
        if (Form.TutorKey is { } key && Tutor is { } name) tutor = new PersonHit(0, key, name.Family, name.Given, name.Patronymic, null, null, false);
        return ReadGroupsAsync();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!goesOn || picker is null) return;
        goesOn = false;
        await picker.FocusAsync();
    }

    private Task ChooseCenterAsync(int? center)
    {
        Form.CenterId = center;
        return ReadGroupsAsync();
    }

    private async Task ReadGroupsAsync() => groups = await Tutors.GroupsAsync(Actor, Form.CenterId);

    private void Add(PersonHit? hit)
    {
        if (hit is null) return;
        ids[hit.PublicKey] = hit.Id;
        chosen.Add(hit.Id);
        Add(new GroupPerson(hit.PublicKey, hit.Name.Full));
        // An empty field takes the place of the filled one, for the next person.
        round++;
        goesOn = true;
    }

    private void Add(GroupPerson person)
    {
        if (Form.PersonKeys.Contains(person.PublicKey)) return;
        Form.PersonKeys.Add(person.PublicKey);
        people.Add(person);
    }

    private async Task AddGroupAsync(int? group)
    {
        if (group is not { } id) return;
        foreach (var person in await Tutors.PeopleOfGroupAsync(Actor, id)) Add(person);
        round++;
    }

    private void Remove(GroupPerson person)
    {
        Form.PersonKeys.Remove(person.PublicKey);
        people.Remove(person);
        if (ids.Remove(person.PublicKey, out var id)) chosen.Remove(id);
    }

    private void ChooseTutor(PersonHit? hit) => (tutor, Form.TutorKey) = (hit, hit?.PublicKey);

    private async Task<IEnumerable<string>> GroupNamesAsync(string? text, CancellationToken ct)
    {
        var own = Form.TutorKey is { } key ? await Tutors.GroupsAsync(Actor, Form.CenterId, tutorKey: key, ct: ct) : [];
        var words = SearchName.Of(text);
        return own.Select(x => x.Name).Where(x => text == Form.Group || SearchName.Of(x).Contains(words, StringComparison.Ordinal));
    }

    private async Task<Problem?> SaveAsync()
    {
        if (Form.Id is not null) return (await Commands.ChangeAsync(Actor, Form)).Problem;
        var result = await Commands.CreateAsync(Actor, Form);
        made = result.Value ?? [];
        return result.Problem;
    }
}
