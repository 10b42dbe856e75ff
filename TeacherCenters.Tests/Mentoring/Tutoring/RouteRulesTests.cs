using TeacherCenters.Enrollments;
using TeacherCenters.Events;
using TeacherCenters.Kernel;
using TeacherCenters.Mentoring.Internships;
using TeacherCenters.Mentoring.Tutoring;

namespace TeacherCenters.Tests.Mentoring.Tutoring;

public sealed class RouteRulesTests
{
    [Theory]
    [InlineData(EventStatus.Open, null, null, RouteItemState.Planned)]
    [InlineData(EventStatus.Open, EnrollmentStatus.Applied, null, RouteItemState.Planned)]
    [InlineData(EventStatus.Open, EnrollmentStatus.Enrolled, null, RouteItemState.Planned, 1)]
    [InlineData(EventStatus.Open, EnrollmentStatus.WaitListed, null, RouteItemState.Planned)]
    [InlineData(EventStatus.Closed, EnrollmentStatus.Enrolled, null, RouteItemState.Running)]
    [InlineData(EventStatus.Closed, EnrollmentStatus.Admitted, null, RouteItemState.Running)]
    [InlineData(EventStatus.Completed, EnrollmentStatus.Completed, FinalResult.Passed, RouteItemState.Done)]
    [InlineData(EventStatus.Completed, EnrollmentStatus.Completed, FinalResult.Satisfactory, RouteItemState.Done)]
    [InlineData(EventStatus.Completed, EnrollmentStatus.Completed, null, RouteItemState.Done)]
    [InlineData(EventStatus.Completed, EnrollmentStatus.Completed, FinalResult.Failed, RouteItemState.Missed)]
    [InlineData(EventStatus.Completed, EnrollmentStatus.Completed, FinalResult.Unsatisfactory, RouteItemState.Missed)]
    [InlineData(EventStatus.Completed, EnrollmentStatus.Expelled, null, RouteItemState.Missed)]
    [InlineData(EventStatus.Open, EnrollmentStatus.Withdrawn, null, RouteItemState.Missed)]
    [InlineData(EventStatus.Open, EnrollmentStatus.Declined, null, RouteItemState.Missed)]
    [InlineData(EventStatus.Completed, null, null, RouteItemState.Missed)]
    [InlineData(EventStatus.Cancelled, EnrollmentStatus.Enrolled, null, RouteItemState.Missed)]
    public void A_point_that_names_an_event_follows_the_persons_part_in_it(EventStatus of, EnrollmentStatus? enrollment, FinalResult? result, RouteItemState state, int startsIn = 0) =>
        Assert.Equal(state, RouteRules.StateOf(
            new RouteItemFacts { Kind = RouteItemKind.Event, Event = of, EventFrom = A.Today.AddDays(startsIn), Enrollment = enrollment, Result = result }, A.Today));

    [Theory]
    [InlineData(null, null, 0, RouteItemState.Planned)]
    [InlineData(InternshipStatus.Planned, null, 1, RouteItemState.Planned)]
    [InlineData(InternshipStatus.Planned, null, 0, RouteItemState.Running)]
    [InlineData(InternshipStatus.Completed, InternshipResult.Passed, -9, RouteItemState.Done)]
    [InlineData(InternshipStatus.Completed, InternshipResult.Failed, -9, RouteItemState.Missed)]
    [InlineData(InternshipStatus.Cancelled, null, 5, RouteItemState.Missed)]
    public void A_point_that_names_an_internship_follows_it(InternshipStatus? status, InternshipResult? result, int startsIn, RouteItemState state) =>
        Assert.Equal(state, RouteRules.StateOf(
            new RouteItemFacts { Kind = RouteItemKind.Internship, Internship = status, InternshipResult = result, InternshipFrom = status is null ? null : A.Today.AddDays(startsIn) }, A.Today));

    [Theory]
    [InlineData(-1, false, true)]
    [InlineData(0, false, false)]
    [InlineData(-1, true, false)]
    [InlineData(null, false, false)]
    public void A_point_is_overdue_the_day_after_it_was_due_unless_it_is_done(int? dueIn, bool done, bool overdue) =>
        Assert.Equal(overdue, RouteRules.IsOverdue(
            new RouteItemFacts { Kind = RouteItemKind.SelfStudy, DueOn = dueIn is { } days ? A.Today.AddDays(days) : null, DoneOn = done ? A.Today : null }, A.Today));

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(0, 3, 0)]
    [InlineData(2, 3, 66)]
    [InlineData(199, 200, 99)]
    [InlineData(3, 3, 100)]
    public void Progress_says_a_hundred_only_when_all_is_done(int done, int items, int percent) => Assert.Equal(percent, RouteRules.Percent(done, items));

    public static TheoryData<string, Action<RouteForm>, string, string> WrongRoutes => new()
    {
        { "no center", x => x.CenterId = null, "Required", nameof(RouteForm.CenterId) },
        { "nobody", x => x.PersonKeys = [], "Required", nameof(RouteForm.PersonKeys) },
        { "no tutor", x => x.TutorKey = null, "Required", nameof(RouteForm.TutorKey) },
        { "no start", x => x.From = null, "Required", nameof(RouteForm.From) },
        { "no end", x => x.To = null, "Required", nameof(RouteForm.To) },
        { "ends first", x => x.To = x.From!.Value.AddDays(-1), "RouteEndsBeforeStart", nameof(RouteForm.To) },
        { "escorts themselves", x => x.PersonKeys.Add(x.TutorKey!.Value), "RouteTutorIsPerson", nameof(RouteForm.TutorKey) },
    };

    [Theory, MemberData(nameof(WrongRoutes))]
    public void A_route_is_refused_at_the_field_that_is_wrong(string what, Action<RouteForm> spoil, string key, string field)
    {
        var form = new RouteForm { CenterId = 1, PersonKeys = [Guid.NewGuid()], TutorKey = Guid.NewGuid(), From = A.Today, To = A.Today.AddDays(200) };
        Assert.Null(RouteRules.Check(form));

        spoil(form);

        var problem = RouteRules.Check(form);
        Assert.True((key, field) == (problem?.Key, problem?.Field), what);
    }

    [Theory]
    [InlineData(RouteItemKind.Event, null, "Курс", null, 0, "Required", nameof(RouteItemForm.EventId))]
    [InlineData(RouteItemKind.Event, 7, null, null, 0, null, null)]
    [InlineData(RouteItemKind.OutsideCourse, null, " ", 16, 0, "Required", nameof(RouteItemForm.Title))]
    [InlineData(RouteItemKind.OutsideCourse, null, "Курс", 16, 0, null, null)]
    [InlineData(RouteItemKind.SelfStudy, null, "Книга", 0, 0, "RouteHoursWrong", nameof(RouteItemForm.Hours))]
    [InlineData(RouteItemKind.SelfStudy, null, "Книга", null, -1, "RouteDueOutside", nameof(RouteItemForm.DueOn))]
    [InlineData(RouteItemKind.SelfStudy, null, "Книга", null, 101, "RouteDueOutside", nameof(RouteItemForm.DueOn))]
    [InlineData(RouteItemKind.SelfStudy, null, "Книга", null, 100, null, null)]
    [InlineData(RouteItemKind.Internship, null, null, null, 0, "Required", nameof(RouteItemForm.Title))]
    [InlineData(RouteItemKind.Internship, null, "В школе-партнёре", null, 0, null, null)]
    public void A_point_is_refused_at_the_field_that_is_wrong(RouteItemKind kind, int? eventId, string? title, int? hours, int dueIn, string? key, string? field)
    {
        var problem = RouteRules.Check(new RouteItemForm { Kind = kind, EventId = eventId, Title = title, Hours = hours, DueOn = A.Today.AddDays(dueIn) }, A.Today, A.Today.AddDays(100));

        Assert.Equal((key, field), (problem?.Key, problem?.Field));
    }

    [Theory]
    [InlineData("Стало легче", 0, null)]
    [InlineData(" ", 0, "Required")]
    [InlineData("Стало легче", null, "Required")]
    [InlineData("Стало легче", 1, "RouteDayInFuture")]
    [InlineData("Стало легче", -31, "RouteClosedBeforeStart")]
    public void A_route_is_closed_with_a_reflection_on_a_day_that_was(string reflection, int? closedIn, string? key) =>
        Assert.Equal(key, RouteRules.MayClose(new RouteCloseForm { Reflection = reflection, ClosedOn = closedIn is { } days ? A.Today.AddDays(days) : null }, A.Today.AddDays(-30), A.Today)?.Key);

    [Fact]
    public void People_with_an_active_route_at_that_time_are_named()
    {
        var year = new DateRange(A.Today, A.Today.AddDays(200));

        Assert.Null(RouteRules.Overlap(year, [("Белова А. А.", new DateRange(A.Today.AddDays(-90), A.Today.AddDays(-1)))]));
        Assert.Equal(
            new Problem("RouteOverlaps", "Белова А. А., Яшина О. И.").At(nameof(RouteForm.PersonKeys)),
            RouteRules.Overlap(year, [("Яшина О. И.", new DateRange(A.Today.AddDays(-90), A.Today)), ("Белова А. А.", new DateRange(A.Today.AddDays(9), A.Today.AddDays(10)))]));
    }

    [Fact]
    public void A_copied_point_moves_with_the_start_and_never_past_the_end_and_is_not_done()
    {
        var item = new RouteItem { Kind = RouteItemKind.SelfStudy, Title = "Книга", Hours = 8, DueOn = A.Today.AddDays(20), DoneOn = A.Today };

        var copy = RouteRules.Copy(item, item.Title, A.Today, A.Today.AddDays(100), A.Today.AddDays(200));
        Assert.Equal((RouteItemKind.SelfStudy, "Книга", 8, A.Today.AddDays(120), null), (copy.Kind, copy.Title, copy.Hours, copy.DueOn, copy.DoneOn));
        Assert.Equal(A.Today.AddDays(110), RouteRules.Copy(item, item.Title, A.Today, A.Today.AddDays(100), A.Today.AddDays(110)).DueOn);
        Assert.Null(RouteRules.Copy(new RouteItem { Kind = RouteItemKind.SelfStudy, Title = "Книга" }, "Книга", A.Today, A.Today.AddDays(100), A.Today.AddDays(110)).DueOn);
    }

    [Fact]
    public void A_route_ends_once_and_comes_back_whole()
    {
        var route = new LearningRoute { CenterId = 1, PersonId = 1, TutorId = 2, From = A.Today, To = A.Today };

        Assert.Equal("RouteIsActive", route.Reopen().Problem?.Key);
        Assert.Null(route.Close("Стало легче", A.Today).Problem);
        Assert.Equal("RouteIsOver", route.Cancel("Перевод", A.Today).Problem?.Key);
        Assert.Null(route.Reopen().Problem);
        Assert.Equal((RouteStatus.Active, null, null), (route.Status, route.ClosedOn, route.Reflection));
    }
}
