using Microsoft.EntityFrameworkCore;
using TeacherCenters.Courses;
using TeacherCenters.Enrollments;
using TeacherCenters.Events;
using TeacherCenters.Kernel;
using TeacherCenters.Mentoring.Internships;
using TeacherCenters.People;
using TeacherCenters.Security;
using TeacherCenters.Tests.Data;

namespace TeacherCenters.Tests.Mentoring.Internships;

public sealed class InternshipCommandsTests : IAsyncLifetime
{
    private TestStore store = null!;
    private EscortedPerson of = null!;

    public async Task InitializeAsync() => of = await EscortedPerson.CreateAsync(store = await TestStore.CreateAsync());

    public async Task DisposeAsync() => await store.DisposeAsync();

    [Fact]
    public async Task A_planned_internship_copies_the_workplace_and_links_the_person()
    {
        var other = A.Person("Яшина");
        await store.AddAsync(other);
        var form = of.InternshipForm();
        form.PersonKey = other.PublicKey;

        await of.InternshipAsync();
        await of.InternshipAsync(form);

        var rows = await store.ReadAsync(db => db.Set<Internship>().OrderBy(x => x.Id).ToListAsync());
        Assert.Equal((of.School.Id, of.School.MunicipalityId, "учитель физики", WorkerCategory.Teacher), (rows[0].SchoolId, rows[0].MunicipalityId, rows[0].Position, rows[0].Category));
        Assert.Null(rows[1].SchoolId);
        Assert.Equal(1, await store.ReadAsync(db => db.Set<PersonLink>().CountAsync(x => x.PersonId == other.Id && x.CenterId == of.Center.Id)));
    }

    [Fact]
    public async Task Another_internship_of_the_same_person_at_that_time_is_refused_in_any_center()
    {
        await of.InternshipAsync(of.InternshipForm(7, 5));
        var elsewhere = A.Center();
        await store.AddAsync(elsewhere);
        var form = of.InternshipForm(11, 3);
        form.CenterId = elsewhere.Id;

        (await of.Internships.SaveAsync(A.Coordinator(elsewhere.Id), form)).ShouldRefuse("InternshipOverlaps");
        form.From = A.Today.AddDays(12);
        (await of.Internships.SaveAsync(A.Coordinator(elsewhere.Id), form)).ShouldSucceed();

        Assert.Equal(2, await of.CountAsync<Internship>());
        Assert.Empty(await of.WrongAsync());
    }

    [Fact]
    public async Task A_cancelled_internship_makes_room_and_a_changed_one_does_not_stand_in_its_own_way()
    {
        var id = await of.InternshipAsync();
        var form = of.InternshipForm(8, 5);
        (form.Id, form.Version) = (id, 1);
        (await of.Internships.SaveAsync(of.Coordinator, form)).ShouldSucceed();

        (await of.Internships.CancelAsync(of.Coordinator, id, " ")).ShouldRefuse("ReasonMissing");
        (await of.Internships.CancelAsync(of.Coordinator, id, "Болезнь")).ShouldSucceed();
        await of.InternshipAsync();

        (await of.Internships.CancelAsync(of.Coordinator, id, "Ещё раз")).ShouldRefuse("InternshipIsOver");
        Assert.Equal("Болезнь", await store.ReadAsync(db => db.Set<Internship>().Where(x => x.Id == id).Select(x => x.CancelReason).SingleAsync()));
    }

    [Fact]
    public async Task A_completed_internship_keeps_its_papers_and_is_not_changed_any_more()
    {
        var id = await of.InternshipAsync(of.InternshipForm(-10, 5));
        var done = new InternshipCompletionForm { Version = 1, Result = InternshipResult.Passed, CompletedOn = A.Today, Review = "Работала отлично", ReportReceivedOn = A.Today };
        (await of.Internships.CompleteAsync(of.Coordinator, id, new() { Version = 1, Result = InternshipResult.Passed, CompletedOn = A.Today })).ShouldRefuse("InternshipReviewMissing");

        (await of.Internships.CompleteAsync(of.Coordinator, id, done)).ShouldSucceed();

        var details = (await of.InternshipQueries.DetailsAsync(of.Coordinator, id))!;
        Assert.Equal((InternshipState.Completed, InternshipResult.Passed, A.Today, "Работала отлично"), (details.State, details.Result, details.CompletedOn, details.Review));
        var form = of.InternshipForm(-10, 6);
        (form.Id, form.Version) = (id, details.Version);
        (await of.Internships.SaveAsync(of.Coordinator, form)).ShouldRefuse("InternshipIsOver");
        Assert.Equal(["internships.complete", "internships.create"], (await of.InternshipQueries.HistoryAsync(of.Coordinator, id)).Select(x => x.Verb));
        Assert.Empty(await of.WrongAsync());
    }

    [Fact]
    public async Task Two_coordinators_who_edit_one_internship_do_not_overwrite_each_other()
    {
        var id = await of.InternshipAsync();
        InternshipForm Opened(string plan)
        {
            var form = of.InternshipForm();
            (form.Id, form.Version, form.Plan) = (id, 1, plan);
            return form;
        }

        (await of.Internships.SaveAsync(of.Coordinator, Opened("Первый"))).ShouldSucceed();
        (await of.Internships.SaveAsync(of.Coordinator, Opened("Второй"))).ShouldRefuse("ChangedByOther");

        Assert.Equal("Первый", (await of.InternshipQueries.DetailsAsync(of.Coordinator, id))!.Plan);
    }

    [Fact]
    public async Task Only_a_live_event_of_the_kind_internship_of_the_center_groups_internships()
    {
        var elsewhere = A.Center();
        await store.AddAsync(elsewhere);
        TrainingEvent Placement(TeacherCenters.Centers.Center center)
        {
            var made = A.Event(center);
            made.Kind = EventKind.Internship;
            return made;
        }
        var (own, foreign, course, cancelled) = (Placement(of.Center), Placement(elsewhere), A.Event(of.Center), Placement(of.Center));
        cancelled.MoveTo(EventStatus.Cancelled, "Нет заявок").ShouldSucceed();
        await store.AddAsync(own, foreign, course, cancelled);

        foreach (var wrong in new[] { foreign, course, cancelled })
        {
            var form = of.InternshipForm();
            form.EventId = wrong.Id;
            (await of.Internships.SaveAsync(of.Coordinator, form)).ShouldRefuse("InternshipEventOther");
        }
        var right = of.InternshipForm();
        right.EventId = own.Id;
        (await of.Internships.SaveAsync(of.Coordinator, right)).ShouldSucceed();
    }

    [Fact]
    public async Task Sessions_of_the_person_in_the_period_are_named_and_a_foreign_event_by_its_center()
    {
        var elsewhere = A.Center();
        await store.AddAsync(elsewhere);
        var (own, foreign, left) = (A.Event(of.Center, title: "Оценивание"), A.Event(elsewhere, title: "Тайное"), A.Event(of.Center, title: "Отозвана"));
        await store.AddAsync(own, foreign, left);
        await store.AddAsync(
            A.Session(own), A.Session(own, own.StartsOn.AddDays(1)), A.Session(foreign), A.Session(left),
            A.Enrollment(own, of.Person), A.Enrollment(foreign, of.Person), A.Enrollment(left, of.Person, EnrollmentStatus.Withdrawn));

        var clashes = await of.InternshipQueries.ClashesAsync(of.Coordinator, of.Person.PublicKey, A.Today, A.Today.AddDays(30), null);

        Assert.Equal([("Оценивание", false, 2), (elsewhere.ShortName, true, 1)], clashes.Select(x => (x.By, x.IsElsewhere, x.Days.Count)));
        Assert.Equal([foreign.Id], (await of.InternshipQueries.ClashesAsync(of.Coordinator, of.Person.PublicKey, A.Today, A.Today.AddDays(30), own.Id)).Select(x => x.EventId));
        Assert.Empty(await of.InternshipQueries.ClashesAsync(of.Coordinator, of.Person.PublicKey, A.Today.AddDays(20), A.Today.AddDays(30), null));
        Assert.Empty(await of.InternshipQueries.ClashesAsync(A.Clerk(of.Center.Id), of.Person.PublicKey, A.Today, A.Today.AddDays(30), null));
    }

    [Fact]
    public async Task Who_may_not_manage_is_stopped_and_a_foreign_internship_is_not_there()
    {
        var id = await of.InternshipAsync(of.InternshipForm(-10, 5));
        var stranger = A.Coordinator(of.Center.Id + 1);
        var form = of.InternshipForm(-10, 6);
        (form.Id, form.Version) = (id, 1);

        (await of.Internships.SaveAsync(stranger, form)).ShouldRefuse("NotFound");
        (await of.Internships.CancelAsync(stranger, id, "Болезнь")).ShouldRefuse("NotFound");
        (await of.Internships.CompleteAsync(stranger, id, new())).ShouldRefuse("NotFound");
        await Assert.ThrowsAsync<MissingRightException>(() => of.Internships.SaveAsync(stranger, of.InternshipForm()));
        await Assert.ThrowsAsync<MissingRightException>(() => of.Internships.CancelAsync(A.Viewer(of.Center.Id), id, "Болезнь"));
        Assert.Null(await of.InternshipQueries.DetailsAsync(stranger, id));
        Assert.Empty(await of.InternshipQueries.HistoryAsync(stranger, id));
        Assert.Empty(await of.InternshipQueries.OfPersonAsync(stranger, of.Person.Id));
        Assert.NotNull(await of.InternshipQueries.DetailsAsync(A.Viewer(of.Center.Id), id));
    }

    [Fact]
    public async Task The_list_filters_by_state_name_and_host_and_counts_each_state()
    {
        foreach (var (startsIn, family) in new[] { (-20, "Белова"), (-2, "Громова"), (7, "Яшина") })
        {
            var person = A.Person(family);
            await store.AddAsync(person);
            var form = of.InternshipForm(startsIn);
            form.PersonKey = person.PublicKey;
            if (startsIn == 7) form.HostSchoolId = of.School.Id;
            await of.InternshipAsync(form);
        }

        async Task ExpectAsync(InternshipFilter filter, params string[] families)
        {
            var page = await of.InternshipQueries.ListAsync(of.Coordinator, filter, new PageRequest(Sort: nameof(InternshipRow.Person)));
            Assert.Equal(families, page.Items.Select(x => x.Person.Family));
            Assert.Equal(families.Length, page.Total);
            Assert.Equal(families.Order(StringComparer.Ordinal), (await of.InternshipQueries.AllAsync(of.Coordinator, filter)).Select(x => x.Person.Family).Order(StringComparer.Ordinal));
        }
        await ExpectAsync(new(), "Белова", "Громова", "Яшина");
        await ExpectAsync(new() { State = InternshipState.Over }, "Белова");
        await ExpectAsync(new() { State = InternshipState.Running }, "Громова");
        await ExpectAsync(new() { State = InternshipState.Planned }, "Яшина");
        await ExpectAsync(new() { Text = "гром" }, "Громова");
        await ExpectAsync(new() { Host = of.School.Id }, "Яшина");
        await ExpectAsync(new() { Center = of.Center.Id + 1 });
        var counts = await of.InternshipQueries.CountsAsync(of.Coordinator, new() { State = InternshipState.Over });
        Assert.Equal((1, 1, 1), (counts[InternshipState.Over], counts[InternshipState.Running], counts[InternshipState.Planned]));
    }
}
