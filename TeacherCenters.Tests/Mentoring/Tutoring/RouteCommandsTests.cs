using Microsoft.EntityFrameworkCore;
using TeacherCenters.Enrollments;
using TeacherCenters.Events;
using TeacherCenters.Mentoring.Internships;
using TeacherCenters.Mentoring.Tutoring;
using TeacherCenters.People;
using TeacherCenters.Security;
using TeacherCenters.Tests.Data;

namespace TeacherCenters.Tests.Mentoring.Tutoring;

public sealed class RouteCommandsTests : IAsyncLifetime
{
    private TestStore store = null!;
    private EscortedPerson of = null!;

    public async Task InitializeAsync() => of = await EscortedPerson.CreateAsync(store = await TestStore.CreateAsync());

    public async Task DisposeAsync() => await store.DisposeAsync();

    [Fact]
    public async Task Several_people_get_a_route_each_in_one_verb_with_a_group_that_is_made_once()
    {
        var second = A.Person("Яшина");
        await store.AddAsync(second);
        var form = of.RouteForm(of.Person, second);
        (form.Group, form.Deficits.Method) = ("Молодые физики", DeficitLevel.High);

        var made = (await of.Routes.CreateAsync(of.Coordinator, form)).ShouldSucceed();

        Assert.Equal(2, made.Count);
        var rows = await store.ReadAsync(db => db.Set<LearningRoute>().OrderBy(x => x.Id).ToListAsync());
        Assert.Equal([of.Person.Id, second.Id], rows.Select(x => x.PersonId));
        Assert.Equal((of.School.Id, of.School.MunicipalityId, "учитель физики", WorkerCategory.Teacher), (rows[0].SchoolId, rows[0].MunicipalityId, rows[0].Position, rows[0].Category));
        Assert.All(rows, x => Assert.Equal(DeficitLevel.High, x.MethodDeficit));
        Assert.Equal(rows[0].GroupId, rows[1].GroupId);
        Assert.Equal(1, await store.ReadAsync(db => db.ChangeSets.CountAsync(x => x.Verb == "routes.create")));
        Assert.Equal(3, await store.ReadAsync(db => db.Set<PersonLink>().CountAsync(x => x.CenterId == of.Center.Id)));

        var third = A.Person("Белова");
        await store.AddAsync(third);
        var again = of.RouteForm(third);
        again.Group = "МОЛОДЫЕ физики";
        (await of.Routes.CreateAsync(of.Coordinator, again)).ShouldSucceed();
        Assert.Equal(1, await of.CountAsync<TutorGroup>());
    }

    [Fact]
    public async Task Nobody_gets_a_route_when_one_of_the_people_has_one_at_that_time()
    {
        var second = A.Person("Яшина");
        await store.AddAsync(second);
        await of.RouteAsync();

        var problem = (await of.Routes.CreateAsync(of.Coordinator, of.RouteForm(second, of.Person))).ShouldRefuse("RouteOverlaps");

        Assert.Equal([of.Person.Name.Short], problem.Args);
        Assert.Equal(1, await of.CountAsync<LearningRoute>());
    }

    [Fact]
    public async Task A_template_gives_its_points_to_the_people_of_a_group_and_what_was_done_or_linked_stays_behind()
    {
        var form = of.RouteForm();
        form.Group = "Физики";
        var template = await of.RouteAsync(form);
        var training = A.Event(of.Center);
        await store.AddAsync(training);
        var internship = await of.InternshipAsync();
        await of.ItemAsync(template, new() { Kind = RouteItemKind.Event, EventId = training.Id, DueOn = A.Today.AddDays(-30) });
        await of.ItemAsync(template, new() { Kind = RouteItemKind.Internship, InternshipId = internship });
        var book = await of.ItemAsync(template, new() { Kind = RouteItemKind.SelfStudy, Title = "Книга", Hours = 8, DueOn = A.Today.AddDays(120) });
        (await of.Items.MarkAsync(of.Coordinator, template, book, true)).ShouldSucceed();
        (await of.Routes.CloseAsync(of.Coordinator, template, new() { Version = await VersionAsync(template), ClosedOn = A.Today, Reflection = "Стало легче" })).ShouldSucceed();
        var group = (await of.TutorQueries.GroupsAsync(of.Coordinator, of.Center.Id)).Single();
        var next = of.RouteForm();
        (next.TemplateId, next.From, next.To) = (template, A.Today, A.Today.AddDays(150));
        next.PersonKeys = [.. (await of.TutorQueries.PeopleOfGroupAsync(of.Coordinator, group.Id)).Select(x => x.PublicKey)];

        var made = (await of.Routes.CreateAsync(of.Coordinator, next)).ShouldSucceed();

        var items = (await of.DetailsAsync(made[0])).Items;
        Assert.Equal(
            [(RouteItemKind.Event, training.Title, A.Today.AddDays(30)), (RouteItemKind.SelfStudy, "Книга", A.Today.AddDays(150)), (RouteItemKind.Internship, of.Host.Name, null)],
            items.Select(x => (x.Kind, x.Title, x.DueOn)));
        Assert.All(items, x => Assert.Equal((null, null), (x.DoneOn, x.InternshipId)));
        Assert.Empty(await of.WrongAsync());
    }

    [Fact]
    public async Task Progress_moves_by_itself_when_our_event_is_completed_and_when_the_internship_is()
    {
        var route = await of.RouteAsync();
        var training = A.Event(of.Center, EventStatus.Closed, starts: A.Today.AddDays(-10));
        await store.AddAsync(training);
        var enrollment = A.Enrollment(training, of.Person);
        await store.AddAsync(enrollment);
        var internship = await of.InternshipAsync(of.InternshipForm(-9, 3));
        await of.ItemAsync(route, new() { Kind = RouteItemKind.Event, EventId = training.Id, DueOn = A.Today.AddDays(-1) });
        await of.ItemAsync(route, new() { Kind = RouteItemKind.Internship, InternshipId = internship });
        Assert.Equal([RouteItemState.Running, RouteItemState.Running], (await of.DetailsAsync(route)).Items.Select(x => x.State));
        Assert.Equal(1, (await of.RouteQueries.CountsAsync(of.Coordinator, new())).Overdue);

        await store.ChangeAsync(async unit =>
        {
            var row = await unit.Db.Set<Enrollment>().SingleAsync();
            row.MoveTo(EnrollmentStatus.Admitted, unit.Now).ShouldSucceed();
            row.MoveTo(EnrollmentStatus.Completed, unit.Now).ShouldSucceed();
            row.Result = FinalResult.Passed;
        });
        Assert.Equal((1, 50, 0), await ProgressAsync(route));
        (await of.Internships.CompleteAsync(of.Coordinator, internship, new() { Version = 1, Result = InternshipResult.Passed, CompletedOn = A.Today, Review = "Отлично", ReportReceivedOn = A.Today })).ShouldSucceed();

        Assert.Equal((2, 100, 0), await ProgressAsync(route));
        var row = (await of.RouteQueries.ListAsync(of.Coordinator, new(), new())).Items.Single();
        Assert.Equal((2, 2, 0), (row.Done, row.Items, row.Overdue));
        Assert.All(await store.ReadAsync(db => db.Set<RouteItem>().ToListAsync()), x => Assert.Null(x.DoneOn));
    }

    [Fact]
    public async Task A_point_of_an_event_is_never_marked_by_hand_and_its_own_kind_is()
    {
        var route = await of.RouteAsync();
        var training = A.Event(of.Center);
        await store.AddAsync(training);
        var named = await of.ItemAsync(route, new() { Kind = RouteItemKind.Event, EventId = training.Id });
        var book = await of.ItemAsync(route, new() { Kind = RouteItemKind.SelfStudy, Title = "Книга" });

        (await of.Items.MarkAsync(of.Coordinator, route, named, true)).ShouldRefuse("RouteItemIsDerived");
        (await of.Items.MarkAsync(of.Coordinator, route, book, true)).ShouldSucceed();
        Assert.Equal((1, 50, 0), await ProgressAsync(route));
        (await of.Items.MarkAsync(of.Coordinator, route, book, false)).ShouldSucceed();
        (await of.Items.DeleteAsync(of.Coordinator, route, named)).ShouldSucceed();

        Assert.Equal((0, 0, 0), await ProgressAsync(route));
        Assert.Equal(
            ["routes.delete-item", "routes.unmark-item", "routes.mark-item", "routes.add-item", "routes.add-item", "routes.create"],
            (await of.RouteQueries.HistoryAsync(of.Coordinator, route)).Select(x => x.Verb));
        // Each says which point.
        Assert.Equal([training.Title, "Книга", "Книга", "Книга", training.Title, null], (await of.RouteQueries.HistoryAsync(of.Coordinator, route)).Select(x => x.Note));
    }

    [Fact]
    public async Task A_point_that_is_saved_as_it_was_opened_leaves_no_trace_in_the_history()
    {
        var route = await of.RouteAsync();
        var book = await of.ItemAsync(route, new() { Kind = RouteItemKind.SelfStudy, Title = "Книга", Hours = 8 });
        var before = await of.DetailsAsync(route);

        (await of.Items.SaveAsync(of.Coordinator, route, new() { Id = book, Version = 1, Kind = RouteItemKind.SelfStudy, Title = "Книга ", Hours = 8 })).ShouldSucceed();
        (await of.Items.MarkAsync(of.Coordinator, route, book, false)).ShouldSucceed();

        Assert.Equal(["routes.add-item", "routes.create"], (await of.RouteQueries.HistoryAsync(of.Coordinator, route)).Select(x => x.Verb));
        Assert.Equal(before.Version, (await of.DetailsAsync(route)).Version);
        // Who opened it before somebody else changed it still learns of that.
        (await of.Items.SaveAsync(of.Coordinator, route, new() { Id = book, Version = 1, Kind = RouteItemKind.SelfStudy, Title = "Другая книга", Hours = 8 })).ShouldSucceed();
        (await of.Items.SaveAsync(of.Coordinator, route, new() { Id = book, Version = 1, Kind = RouteItemKind.SelfStudy, Title = "Другая книга", Hours = 8 })).ShouldRefuse("ChangedByOther");
    }

    [Fact]
    public async Task A_route_names_an_event_once_and_only_the_persons_own_internship()
    {
        var route = await of.RouteAsync();
        var (training, other) = (A.Event(of.Center), A.Person("Яшина"));
        await store.AddAsync(training, other);
        var form = of.InternshipForm();
        form.PersonKey = other.PublicKey;
        var foreign = await of.InternshipAsync(form);
        await of.ItemAsync(route, new() { Kind = RouteItemKind.Event, EventId = training.Id });

        (await of.Items.SaveAsync(of.Coordinator, route, new() { Kind = RouteItemKind.Event, EventId = training.Id })).ShouldRefuse("RouteItemTwice");
        (await of.Items.SaveAsync(of.Coordinator, route, new() { Kind = RouteItemKind.Internship, InternshipId = foreign })).ShouldRefuse("RouteInternshipOther");
        (await of.Items.SaveAsync(of.Coordinator, route, new() { Kind = RouteItemKind.Event, EventId = 9999 })).ShouldRefuse("NotFound");
        (await of.Items.SaveAsync(of.Coordinator, route, new() { Kind = RouteItemKind.SelfStudy, Title = "Книга", DueOn = A.Today.AddDays(121) })).ShouldRefuse("RouteDueOutside");

        Assert.Equal(1, await of.CountAsync<RouteItem>());
    }

    [Fact]
    public async Task What_is_over_is_not_changed_until_it_is_reopened_and_not_reopened_into_another_route()
    {
        var route = await of.RouteAsync();
        (await of.Routes.CancelAsync(of.Coordinator, route, "")).ShouldRefuse("ReasonMissing");
        (await of.Routes.CancelAsync(of.Coordinator, route, "Сменила школу")).ShouldSucceed();
        (await of.Items.SaveAsync(of.Coordinator, route, new() { Kind = RouteItemKind.SelfStudy, Title = "Книга" })).ShouldRefuse("RouteIsOver");
        (await of.Routes.ReopenAsync(of.Coordinator, route)).ShouldSucceed();
        (await of.Routes.CloseAsync(of.Coordinator, route, new() { Version = await VersionAsync(route), ClosedOn = A.Today, Reflection = "Стало легче" })).ShouldSucceed();
        (await of.Routes.CloseAsync(of.Coordinator, route, new() { Version = await VersionAsync(route), ClosedOn = A.Today, Reflection = "Ещё раз" })).ShouldRefuse("RouteIsOver");
        await of.RouteAsync();

        (await of.Routes.ReopenAsync(of.Coordinator, route)).ShouldRefuse("RouteOverlaps");

        Assert.Equal((RouteStatus.Closed, "Стало легче"), ((await of.DetailsAsync(route)).Status, (await of.DetailsAsync(route)).Reflection));
    }

    [Fact]
    public async Task A_route_changes_its_tutor_group_and_days_as_long_as_its_points_fit()
    {
        var form = of.RouteForm();
        form.Group = "Физики";
        var route = await of.RouteAsync(form);
        await of.ItemAsync(route, new() { Kind = RouteItemKind.SelfStudy, Title = "Книга", DueOn = A.Today.AddDays(100) });
        var tutor = A.Person("Новикова");
        await store.AddAsync(tutor);
        var change = of.RouteForm();
        (change.Id, change.Version, change.TutorKey, change.Group, change.To) = (route, await VersionAsync(route), tutor.PublicKey, "Физики", A.Today.AddDays(90));

        (change.CenterId, change.PersonKeys) = (null, []);
        var typed = change with { };
        (await of.Routes.ChangeAsync(of.Coordinator, change)).ShouldRefuse("RouteItemsOutside");
        Assert.Equal(typed, change);
        change.To = A.Today.AddDays(101);
        (await of.Routes.ChangeAsync(of.Coordinator, change)).ShouldSucceed();
        (await of.Routes.ChangeAsync(of.Coordinator, change)).ShouldRefuse("ChangedByOther");

        var details = await of.DetailsAsync(route);
        Assert.Equal(("Новикова", "Физики", A.Today.AddDays(101)), (details.Tutor.Family, details.Group, details.To));
        Assert.Equal(2, await of.CountAsync<TutorGroup>());
    }

    [Fact]
    public async Task A_group_is_renamed_and_dissolved_and_its_routes_stay()
    {
        var form = of.RouteForm();
        form.Group = "Физики";
        var route = await of.RouteAsync(form);
        await store.AddAsync(new TutorGroup { CenterId = of.Center.Id, TutorId = of.Tutor.Id, Name = "Химики" });
        var group = (await of.DetailsAsync(route)).GroupId!.Value;

        (await of.Routes.RenameGroupAsync(of.Coordinator, group, "химики")).ShouldRefuse("TutorGroupExists");
        (await of.Routes.RenameGroupAsync(of.Coordinator, group, "Астрономы")).ShouldSucceed();
        Assert.Equal("Астрономы", (await of.DetailsAsync(route)).Group);
        (await of.Routes.DissolveGroupAsync(A.Coordinator(of.Center.Id + 1), group)).ShouldRefuse("NotFound");
        (await of.Routes.DissolveGroupAsync(of.Coordinator, group)).ShouldSucceed();

        Assert.Equal((null, of.Tutor.Name), ((await of.DetailsAsync(route)).Group, (await of.DetailsAsync(route)).Tutor));
    }

    [Fact]
    public async Task Who_may_not_manage_is_stopped_and_a_foreign_route_is_not_there()
    {
        var route = await of.RouteAsync();
        var (stranger, viewer) = (A.Coordinator(of.Center.Id + 1), A.Viewer(of.Center.Id));
        var form = of.RouteForm();
        form.Id = route;

        (await of.Routes.ChangeAsync(stranger, form)).ShouldRefuse("NotFound");
        (await of.Routes.CancelAsync(stranger, route, "Перевод")).ShouldRefuse("NotFound");
        (await of.Items.SaveAsync(stranger, route, new() { Kind = RouteItemKind.SelfStudy, Title = "Книга" })).ShouldRefuse("NotFound");
        await Assert.ThrowsAsync<MissingRightException>(() => of.Routes.CreateAsync(viewer, of.RouteForm()));
        await Assert.ThrowsAsync<MissingRightException>(() => of.Items.SaveAsync(viewer, route, new() { Kind = RouteItemKind.SelfStudy, Title = "Книга" }));
        var copy = of.RouteForm();
        (copy.CenterId, copy.TemplateId) = (of.Center.Id + 1, route);
        await store.AddAsync(A.Center());
        (await of.Routes.CreateAsync(stranger, copy)).ShouldRefuse("NotFound");
        Assert.Null(await of.RouteQueries.DetailsAsync(stranger, route));
        Assert.Empty(await of.RouteQueries.HistoryAsync(stranger, route));
        Assert.Empty(await of.TutorQueries.ChoicesAsync(stranger, null));
        Assert.Empty(await of.RouteQueries.OfPersonAsync(A.Clerk(of.Center.Id), of.Person.Id));
        Assert.NotNull(await of.RouteQueries.DetailsAsync(viewer, route));
    }

    private async Task<int> VersionAsync(int route) => (await of.DetailsAsync(route)).Version;

    private async Task<(int Done, int Percent, int Overdue)> ProgressAsync(int route)
    {
        var details = await of.DetailsAsync(route);
        return (details.Done, details.Percent, details.Overdue);
    }
}
