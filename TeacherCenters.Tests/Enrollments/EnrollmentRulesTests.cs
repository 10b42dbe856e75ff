using System.Globalization;
using TeacherCenters.Enrollments;
using TeacherCenters.Events;
using TeacherCenters.People;
using TeacherCenters.Tests.Data;
using static TeacherCenters.Enrollments.EnrollmentStatus;

namespace TeacherCenters.Tests.Enrollments;

public sealed class EnrollmentRulesTests
{
    private static readonly Dictionary<EnrollmentStatus, EnrollmentStatus[]> Chain = new()
    {
        [Applied] = [Approved, WaitListed, Enrolled, Declined, Withdrawn],
        [Approved] = [WaitListed, Enrolled, Declined, Withdrawn],
        [WaitListed] = [Enrolled, Declined, Withdrawn],
        [Enrolled] = [Admitted, Expelled, Withdrawn, Applied, Approved, WaitListed],
        [Admitted] = [Completed, Expelled, Enrolled],
        [Completed] = [Admitted],
        [Expelled] = [Enrolled],
        [Withdrawn] = [Applied],
        [Declined] = [Applied],
    };

    public static TheoryData<EnrollmentStatus, EnrollmentStatus, bool> Steps()
    {
        var data = new TheoryData<EnrollmentStatus, EnrollmentStatus, bool>();
        foreach (var from in Enum.GetValues<EnrollmentStatus>())
        {
            foreach (var to in Enum.GetValues<EnrollmentStatus>()) data.Add(from, to, Chain[from].Contains(to));
        }
        return data;
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public void The_chain_has_these_steps_and_no_others(EnrollmentStatus from, EnrollmentStatus to, bool allowed) =>
        Assert.Equal(allowed, EnrollmentRules.Allows(from, to));

    [Theory]
    [InlineData(EventStatus.Draft, false)]
    [InlineData(EventStatus.Announced, true)]
    [InlineData(EventStatus.Open, true)]
    [InlineData(EventStatus.Closed, true)]
    [InlineData(EventStatus.Completed, false)]
    [InlineData(EventStatus.Cancelled, false)]
    public void An_event_takes_people_from_its_announcement_to_its_end(EventStatus status, bool takes)
    {
        var result = EnrollmentRules.Accepts(status);
        if (takes) result.ShouldSucceed();
        else Assert.Equal(status, result.ShouldRefuse("EventTakesNobody").Args[0]);
    }

    [Theory]
    [InlineData(Applied, false, false)]
    [InlineData(Approved, false, false)]
    [InlineData(Approved, true, true)]
    [InlineData(WaitListed, true, false)]
    [InlineData(Enrolled, false, true)]
    [InlineData(Admitted, false, true)]
    [InlineData(Completed, false, true)]
    [InlineData(Expelled, true, false)]
    [InlineData(Withdrawn, true, false)]
    [InlineData(Declined, true, false)]
    public void Seats_are_held_by_the_enrolled_and_by_a_setting_also_by_the_approved(EnrollmentStatus status, bool approvedHolds, bool takes) =>
        Assert.Equal(takes, EnrollmentRules.TakesSeat(status, approvedHolds));

    [Theory]
    [InlineData(25, 0, 0, 25)]
    [InlineData(25, 24, 0, 1)]
    [InlineData(25, 20, 4, 1)]
    [InlineData(25, 25, 0, 0)]
    [InlineData(25, 24, 3, 0)]
    public void Free_seats_are_what_nobody_holds_and_never_negative(int capacity, int taken, int approved, int free) =>
        Assert.Equal(free, EnrollmentRules.FreeSeats(capacity, taken, approved));

    [Theory]
    [InlineData(1, Enrolled)]
    [InlineData(0, WaitListed)]
    public void Full_event_puts_the_person_on_the_waiting_list(int free, EnrollmentStatus placed) =>
        Assert.Equal(placed, EnrollmentRules.Place(free));

    [Theory]
    [InlineData(3, 3, null)]
    [InlineData(0, 0, null)]
    [InlineData(4, 3, "NotEnoughSeats")]
    [InlineData(1, 0, "EventIsFull")]
    public void Several_people_need_as_many_seats(int wanted, int free, string? problem) =>
        Assert.Equal(problem, EnrollmentRules.Seats(wanted, free, 25).Problem?.Key);

    [Theory]
    [InlineData(Withdrawn, true)]
    [InlineData(Declined, true)]
    [InlineData(Expelled, false)]
    [InlineData(Applied, false)]
    [InlineData(Enrolled, false)]
    [InlineData(Completed, false)]
    public void Only_what_was_withdrawn_or_declined_is_applied_for_again(EnrollmentStatus current, bool may) =>
        Assert.Equal(may, EnrollmentRules.MayApplyAgain("Иванова М. П.", current).Succeeded);

    [Fact]
    public void The_workplace_is_the_main_employment_of_the_day()
    {
        static Employment Job(int school, bool main, DateOnly? from = null, DateOnly? to = null) =>
            new() { SchoolId = school, Position = "учитель", Category = WorkerCategory.Teacher, IsMain = main, From = from, To = to };
        Employment[] jobs = [Job(1, true, new(2015, 9, 1), new(2024, 8, 31)), Job(2, false, new(2020, 9, 1)), Job(3, true, new(2024, 9, 1))];

        Assert.Equal(3, EnrollmentRules.WorkplaceOn(jobs, new(2026, 11, 23))?.SchoolId);
        Assert.Equal(1, EnrollmentRules.WorkplaceOn(jobs, new(2024, 8, 31))?.SchoolId);
        Assert.Equal(2, EnrollmentRules.WorkplaceOn(jobs.Take(2), new(2026, 11, 23))?.SchoolId);
        Assert.Null(EnrollmentRules.WorkplaceOn(jobs, new(2010, 1, 1)));
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("2025-11-30", true)]
    [InlineData("2025-11-29", false)]
    [InlineData("2026-12-04", true)]
    [InlineData("2026-12-05", false)]
    [InlineData("2036-11-30", false)]
    public void The_day_of_an_order_lies_about_the_event(string? day, bool isTaken) =>
        Assert.Equal(isTaken, EnrollmentRules.OrderDay(day is null ? null : DateOnly.Parse(day, CultureInfo.InvariantCulture), new(2026, 11, 30), new(2026, 12, 4), new(2026, 11, 23)).Succeeded);

    [Theory]
    [InlineData("учитель математики", WorkerCategory.Teacher)]
    [InlineData("Директор", WorkerCategory.Head)]
    [InlineData("заместитель директора по УВР", WorkerCategory.DeputyHead)]
    [InlineData("зам. директора", WorkerCategory.DeputyHead)]
    [InlineData("педагог-психолог", WorkerCategory.Specialist)]
    [InlineData("завуч", WorkerCategory.DeputyHead)]
    [InlineData("Завуч по УВР", WorkerCategory.DeputyHead)]
    [InlineData("замдиректора по ВР", WorkerCategory.DeputyHead)]
    [InlineData("зам по УВР", WorkerCategory.DeputyHead)]
    [InlineData("и.о. зам. директора", WorkerCategory.DeputyHead)]
    [InlineData("замещающий учитель", WorkerCategory.Teacher)]
    [InlineData("и. о. директора", WorkerCategory.Head)]
    [InlineData("И.о.директора", WorkerCategory.Head)]
    [InlineData("ио директора", WorkerCategory.Head)]
    [InlineData("врио директора", WorkerCategory.Head)]
    [InlineData("исполняющая обязанности заведующего", WorkerCategory.Head)]
    [InlineData(null, WorkerCategory.Teacher)]
    public void The_category_is_read_from_the_position(string? position, WorkerCategory category) =>
        Assert.Equal(category, PersonIntake.CategoryOf(position));
}
