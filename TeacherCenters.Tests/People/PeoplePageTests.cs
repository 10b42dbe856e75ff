using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using TeacherCenters.Assessments;
using TeacherCenters.Assessments.Attestation;
using TeacherCenters.Centers;
using TeacherCenters.Certificates;
using TeacherCenters.Courses;
using TeacherCenters.Desk;
using TeacherCenters.Mentoring;
using TeacherCenters.Mentoring.Internships;
using TeacherCenters.Mentoring.Tutoring;
using TeacherCenters.People;
using TeacherCenters.Practices;
using TeacherCenters.Security;
using TeacherCenters.Tests.Data;
using TeacherCenters.Tests.Ui;
using TeacherCenters.Ui;
using TeacherCenters.Ui.Culture;

namespace TeacherCenters.Tests.People;

/// <summary>The pages of people, schools, programmes and centers on a real store, each with and without the right to change.</summary>
public sealed class PeoplePageTests : IAsyncLifetime
{
    private readonly BunitContext context = new();
    private readonly Spoken spoken = new(AppCultures.Russian);
    private TestStore store = null!;
    private Center center = null!;
    private Person person = null!;

    public async Task InitializeAsync()
    {
        store = await TestStore.CreateAsync();
        Screens.SetUp(context);
        context.Services.AddSingleton(store.Store).AddSingleton(store.Clock).AddSingleton(store.Files).AddCenters().AddPeople().AddCourses().AddPractices().AddMentoring().AddTutoring().AddInternships().AddAssessments().AddAttestation().AddCertificates();
        (center, person) = (A.Center(), A.Person());
        person.Snils = "11223344595";
        var municipality = A.Municipality();
        await store.AddAsync(center, person, municipality, A.Course());
        var school = A.School(municipality, "Школа № 5");
        await store.AddAsync(school, A.Room(center, "Аудитория 7"), A.Head(center), new PersonLink { PersonId = person.Id, CenterId = center.Id });
        await store.AddAsync(new Employment { PersonId = person.Id, SchoolId = school.Id, Position = "учитель", Category = WorkerCategory.Teacher });
    }

    public async Task DisposeAsync()
    {
        await context.DisposeAsync();
        spoken.Dispose();
        await store.DisposeAsync();
    }

    [Fact]
    public void The_list_shows_people_with_their_workplace_and_the_primary_action()
    {
        var page = Show<PeoplePage>(A.Coordinator(center.Id));

        page.WaitForAssertion(() => Assert.Contains("Иванова Мария Петровна", page.Markup, StringComparison.Ordinal));
        Assert.Contains("Школа № 5", page.Markup, StringComparison.Ordinal);
        Assert.Contains(PeopleText.New, page.Markup, StringComparison.Ordinal);
        Assert.Contains("/people.xlsx", page.Find("a.grid-export").GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public void Who_may_only_read_is_offered_nothing_to_change()
    {
        Assert.Empty(Show<PeoplePage>(A.Viewer(center.Id)).FindAll(".page-actions button"));
        Assert.Empty(Show<SchoolsPage>(A.Viewer(center.Id)).FindAll(".page-actions button"));
        Assert.Empty(Show<CoursesPage>(A.Viewer(center.Id)).FindAll(".page-actions button"));
        var centers = Show<CentersPage>(A.Coordinator(center.Id));
        Assert.Contains("Аудитория 7", centers.Markup, StringComparison.Ordinal);
        Assert.Empty(centers.FindAll("button"));
        Assert.NotEmpty(Show<CentersPage>(A.Administrator()).FindAll("button"));
    }

    [Fact]
    public void The_card_tells_the_number_only_when_asked_and_writes_it_down()
    {
        var card = Show<PersonCardPage>(A.Clerk(center.Id), p => p.Add(x => x.PublicKey, person.PublicKey));
        Assert.Contains("***-***-*45 95", card.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("112-233-445 95", card.Markup, StringComparison.Ordinal);

        card.FindAll("button").Single(x => x.TextContent.Contains(PeopleText.Card_Reveal, StringComparison.Ordinal)).Click();

        card.WaitForAssertion(() => Assert.Contains("112-233-445 95", card.Markup, StringComparison.Ordinal));
        card.WaitForAssertion(() => Assert.Contains(PeopleText.Verb_people_reveal_snils, card.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public void The_card_of_another_centers_person_is_not_there()
    {
        var card = Show<PersonCardPage>(A.Coordinator(center.Id + 1), p => p.Add(x => x.PublicKey, person.PublicKey));

        Assert.Contains(ProblemText.NotFound, card.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("Иванова", card.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_written_organisation_is_marked_on_the_card_and_chosen_from_the_list()
    {
        await store.AddAsync(new Employment { PersonId = person.Id, SchoolId = null, SchoolWritten = "МБОУ СОШ № 5", Position = "завуч", Category = WorkerCategory.DeputyHead, IsMain = false, From = new(2020, 9, 1) });
        var actor = A.Coordinator(center.Id);
        var dialogs = context.Render<CascadingValue<Actor>>(p => p.Add(x => x.Value, actor).AddChildContent<MudDialogProvider>());
        var card = Show<PersonCardPage>(actor, p => p.Add(x => x.PublicKey, person.PublicKey));
        Assert.Equal("нет в справочнике", Assert.Single(card.FindAll(".work-row .status")).TextContent);

        card.FindAll("button").Single(x => x.TextContent.Contains(PeopleText.Tie_Choose, StringComparison.Ordinal)).Click();
        dialogs.WaitForAssertion(() => Assert.Contains("Школа № 5", dialogs.Find(".import-answer").TextContent, StringComparison.Ordinal));
        await dialogs.Find(".import-answer").ClickAsync();
        await dialogs.Find("form").SubmitAsync();

        card.WaitForAssertion(() => Assert.Empty(card.FindAll(".work-row .status")));
        card.WaitForAssertion(() => Assert.Contains(PeopleText.Verb_employments_tie, card.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain("МБОУ СОШ № 5", card.Find(".card-columns").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(PeopleText.Tie_Choose, Show<PersonCardPage>(A.Viewer(center.Id), p => p.Add(x => x.PublicKey, person.PublicKey)).Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_organisation_that_lists_name_and_the_network_lacks_is_added_and_set_for_all_who_carry_it()
    {
        var other = A.Person("Белова", "Ольга", "Павловна");
        await store.AddAsync(other);
        await store.AddAsync(new PersonLink { PersonId = other.Id, CenterId = center.Id });
        foreach (var (id, spelling) in new[] { (person.Id, "Детский сад «На горе»"), (other.Id, "ДЕТСКИЙ САД «На горе»") })
            await store.AddAsync(new Employment { PersonId = id, SchoolId = null, SchoolWritten = spelling, Position = "воспитатель", Category = WorkerCategory.Teacher, IsMain = false });
        var actor = A.Coordinator(center.Id);
        var dialogs = context.Render<CascadingValue<Actor>>(p => p.Add(x => x.Value, actor).AddChildContent<MudDialogProvider>());
        var page = Show<SchoolsPage>(actor);
        page.WaitForAssertion(() => Assert.Contains("2 человека", Assert.Single(page.FindAll(".unlisted .work-row")).TextContent, StringComparison.Ordinal));

        page.FindAll(".unlisted button").Single(x => x.TextContent.Contains(PeopleText.Unlisted_Add, StringComparison.Ordinal)).Click();
        var dialog = dialogs.WaitForComponent<SchoolDialog>();
        dialog.Instance.Form.MunicipalityId = dialog.Instance.Municipalities[0].Id;
        await dialogs.Find("form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".unlisted")));
        var added = await store.ReadAsync(db => db.Set<School>().OrderByDescending(x => x.Id).FirstAsync());
        Assert.Equal(EducationLevel.Preschool, added.Level);
        Assert.Equal(2, await store.ReadAsync(db => db.Set<Employment>().CountAsync(x => x.SchoolId == added.Id)));
        Assert.Empty(Show<SchoolsPage>(A.Viewer(center.Id)).FindAll(".unlisted"));
    }

    [Fact]
    public async Task A_workplace_is_written_down_by_name_where_the_list_has_no_organisation()
    {
        var provider = context.Render<CascadingValue<Actor>>(p => p.Add(x => x.Value, A.Coordinator(center.Id)).AddChildContent<MudDialogProvider>());
        var form = new EmploymentForm { PersonId = person.Id, Position = "методист" };
        Task<object?>? answer = null;
        await provider.InvokeAsync(() => { answer = context.Services.GetRequiredService<IDialogService>().ShowSheetAsync<EmploymentDialog>(new() { { x => x.Form, form } }); });

        await provider.Find("form").SubmitAsync();
        provider.WaitForAssertion(() => Assert.Contains(PeopleText.SchoolMissing, provider.Markup, StringComparison.Ordinal));
        form.SchoolWritten = " Школа  на горе ";
        await provider.Find("form").SubmitAsync();

        provider.WaitForAssertion(() => Assert.True(answer!.IsCompleted));
        Assert.Equal("Школа на горе", await store.ReadAsync(db => db.Set<Employment>().Where(x => x.Position == "методист").Select(x => x.SchoolWritten).SingleAsync()));
    }

    [Fact]
    public async Task The_category_of_a_new_workplace_follows_the_position_until_somebody_chooses()
    {
        var provider = context.Render<CascadingValue<Actor>>(p => p.Add(x => x.Value, A.Coordinator(center.Id)).AddChildContent<MudDialogProvider>());
        async Task<IRenderedComponent<EmploymentDialog>> OpenAsync()
        {
            await provider.InvokeAsync(() => { _ = context.Services.GetRequiredService<IDialogService>().ShowSheetAsync<EmploymentDialog>(new() { { x => x.Form, new EmploymentForm { PersonId = person.Id, SchoolWritten = "Школа на горе", IsMain = false } } }); });
            return provider.FindComponent<EmploymentDialog>();
        }
        static void Type(IRenderedComponent<EmploymentDialog> dialog, string position) => dialog.Find("input[maxlength='200']").Input(position);
        static string? Shown(IRenderedComponent<EmploymentDialog> dialog) => dialog.FindComponent<MudSelect<WorkerCategory>>().Find("input").GetAttribute("value");
        Task<WorkerCategory> StoredAsync(string position) => store.ReadAsync(db => db.Set<Employment>().Where(x => x.Position == position).Select(x => x.Category).SingleAsync());

        var dialog = await OpenAsync();
        Type(dialog, "директор");
        dialog.WaitForAssertion(() => Assert.Equal("Руководитель", Shown(dialog)));
        Type(dialog, "заместитель директора");
        dialog.WaitForAssertion(() => Assert.Equal("Заместитель руководителя", Shown(dialog)));
        await provider.Find("form").SubmitAsync();
        provider.WaitForAssertion(() => Assert.Empty(provider.FindAll("form")));
        Assert.Equal(WorkerCategory.DeputyHead, await StoredAsync("заместитель директора"));

        dialog = await OpenAsync();
        await dialog.InvokeAsync(() => dialog.FindComponent<MudSelect<WorkerCategory>>().Instance.ValueChanged.InvokeAsync(WorkerCategory.Specialist));
        Type(dialog, "директор");
        dialog.WaitForAssertion(() => Assert.Equal("Специалист", Shown(dialog)));
        await provider.Find("form").SubmitAsync();
        provider.WaitForAssertion(() => Assert.Empty(provider.FindAll("form")));
        Assert.Equal(WorkerCategory.Specialist, await StoredAsync("директор"));
    }

    [Fact]
    public async Task A_refusal_stands_in_the_dialog_and_what_was_typed_stays()
    {
        var provider = context.Render<CascadingValue<Actor>>(p => p.Add(x => x.Value, A.Administrator()).AddChildContent<MudDialogProvider>());
        var form = new PersonForm { Family = "Смирнова", Given = "Анна", Snils = "112-233-445 95" };
        Task<object?>? answer = null;
        await provider.InvokeAsync(() => { answer = context.Services.GetRequiredService<IDialogService>().ShowSheetAsync<PersonDialog>(new() { { x => x.Form, form } }); });

        await provider.Find("form").SubmitAsync();

        provider.WaitForAssertion(() => Assert.Contains("Иванова Мария Петровна", provider.Markup, StringComparison.Ordinal));
        Assert.Contains("Смирнова", provider.Markup, StringComparison.Ordinal);
        Assert.False(answer!.IsCompleted);
    }

    private IRenderedComponent<TPage> Show<TPage>(Actor actor, Action<ComponentParameterCollectionBuilder<TPage>>? more = null) where TPage : IComponent =>
        context.Render<TPage>(p =>
        {
            p.AddCascadingValue(actor);
            more?.Invoke(p);
        });
}
