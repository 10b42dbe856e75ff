using Microsoft.EntityFrameworkCore;
using TeacherCenters.Assessments;
using TeacherCenters.Centers;
using TeacherCenters.Courses;
using TeacherCenters.Enrollments;
using TeacherCenters.Events;
using TeacherCenters.Mentoring;
using TeacherCenters.Mentoring.Tutoring;
using TeacherCenters.People;
using TeacherCenters.Reports;
using TeacherCenters.Tests.Data;

namespace TeacherCenters.Tests.Reports;

/// <summary>Two centers and two municipalities with a school each; a test adds what happened. The day is 23.11.2026.</summary>
internal sealed class TargetNetwork
{
    private TargetNetwork(TestStore store) => (Store, Queries, Plans, Commands) = (store, new(store.Store, store.Clock), new(store.Store, store.Clock), new(store.Store));

    public TestStore Store { get; }

    public TargetQueries Queries { get; }

    public PlanQueries Plans { get; }

    public TargetCommands Commands { get; }

    public required Center Center { get; init; }

    public required Center Other { get; init; }

    public required Municipality Near { get; init; }

    public required School School { get; init; }

    public required School Far { get; init; }

    public static async Task<TargetNetwork> CreateAsync(TestStore store)
    {
        var (center, other, near, away) = (A.Center(), A.Center(), A.Municipality(), A.Municipality());
        away.ShortName = "Тотемский МО";
        await store.AddAsync(center, other, near, away);
        var (school, far) = (A.School(near), A.School(away));
        await store.AddAsync(school, far);
        return new(store) { Center = center, Other = other, Near = near, School = school, Far = far };
    }

    public async Task<Person> PersonAsync(string family = "Иванова", DateOnly? born = null, DateOnly? since = null)
    {
        var person = A.Person(family);
        (person.BirthDate, person.TeachingSince) = (born ?? new(1980, 3, 1), since ?? new(2003, 9, 1));
        await Store.AddAsync(person);
        return person;
    }

    /// <summary>An event that the person completed and passed.</summary>
    public async Task<Enrollment> TrainedAsync(Person person, DateOnly? endsOn = null, Center? center = null, School? school = null, WorkerCategory? category = WorkerCategory.Teacher, EventKind kind = EventKind.ProfessionalDevelopment, FinalResult? result = FinalResult.Passed)
    {
        var of = A.Event(center ?? Center, EventStatus.Completed, starts: (endsOn ?? new(2026, 5, 15)).AddDays(-4));
        of.Kind = kind;
        await Store.AddAsync(of);
        var enrollment = A.Enrollment(of, person, EnrollmentStatus.Completed);
        (enrollment.SchoolId, enrollment.MunicipalityId, enrollment.Category, enrollment.Result) = ((school ?? School).Id, (school ?? School).MunicipalityId, category, result);
        await Store.AddAsync(enrollment);
        return enrollment;
    }

    public async Task<Mentorship> PairAsync(Person mentee, DateOnly from, DateOnly to, DateOnly? endedOn = null, bool withPapers = true)
    {
        var mentor = await PersonAsync("Соколова");
        var pair = new Mentorship
        {
            CenterId = Center.Id, MentorId = mentor.Id, MenteeId = mentee.Id, Direction = MentoringDirection.Subject, Form = MentoringForm.OneToOne, From = from, To = to,
            SchoolId = School.Id, MunicipalityId = School.MunicipalityId, Category = WorkerCategory.Teacher,
        };
        if (withPapers) (pair.OrderNumber, pair.OrderDate, pair.MentorConsentOn, pair.MenteeConsentOn) = ("1", from, from, from);
        pair.Settle();
        if (endedOn is { } day) pair.End(MentorshipEnd.ByMentor, day, null).ShouldSucceed();
        await Store.AddAsync(pair);
        return pair;
    }

    public async Task<LearningRoute> RouteAsync(Person person, DateOnly from, DateOnly to, DateOnly? closedOn = null, DateOnly? cancelledOn = null, Center? center = null)
    {
        var tutor = await PersonAsync("Тихонова");
        var route = new LearningRoute
        {
            CenterId = (center ?? Center).Id, PersonId = person.Id, TutorId = tutor.Id, From = from, To = to, SchoolId = School.Id, MunicipalityId = School.MunicipalityId, Category = WorkerCategory.Teacher,
        };
        if (closedOn is { } day) route.Close("Итог", day).ShouldSucceed();
        if (cancelledOn is { } stop) route.Cancel("Уехал", stop).ShouldSucceed();
        await Store.AddAsync(route);
        return route;
    }

    public async Task AssessedAsync(Person person, DateOnly completedOn, Center? center = null, bool isCompleted = true)
    {
        var procedure = new AssessmentProcedure { CenterId = (center ?? Center).Id, Title = "Предметная компетенция" };
        await Store.AddAsync(procedure);
        var session = new AssessmentSession { CenterId = procedure.CenterId, ProcedureId = procedure.Id, Date = completedOn, Starts = new(9, 0), Ends = new(10, 0), SlotMinutes = 60, SeatsPerSlot = 1 };
        var slot = new AssessmentSlot { CenterId = procedure.CenterId, Starts = new(9, 0), Ends = new(10, 0), Seats = 1 };
        session.Slots.Add(slot);
        await Store.AddAsync(session);
        var at = new DateTime(2026, 3, 1, 9, 0, 0, DateTimeKind.Utc);
        await Store.ChangeAsync(async unit =>
        {
            var assessment = new Assessment
            {
                CenterId = procedure.CenterId, ProcedureId = procedure.Id, PersonId = person.Id, StatusAt = at, AppliedOn = completedOn, ConsentOn = completedOn,
                SchoolId = School.Id, MunicipalityId = School.MunicipalityId, Category = WorkerCategory.Teacher,
            };
            unit.Db.Add(assessment);
            assessment.MoveTo(AssessmentStatus.Checked, at).ShouldSucceed();
            assessment.Book(await unit.Db.Set<AssessmentSlot>().SingleAsync(x => x.Id == slot.Id), at).ShouldSucceed();
            assessment.MoveTo(AssessmentStatus.TookPlace, at).ShouldSucceed();
            if (!isCompleted) return;
            assessment.Score(new FinalScore(1, 10, 10, AssessmentLevel.BelowBasic), at).ShouldSucceed();
            assessment.Complete(completedOn, completedOn.AddYears(3), at).ShouldSucceed();
        });
    }

    public Task HeadcountAsync(School of, StaffGroup group, int people, int year = 2026) =>
        Store.AddAsync(new Denominator { Year = year, MunicipalityId = of.MunicipalityId, Group = group, People = people });

    public Task<TargetBoard> BoardAsync(TargetFilter? filter = null) => Queries.BoardAsync(A.Administrator(), filter ?? new());
}
