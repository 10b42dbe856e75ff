using TeacherCenters.Courses;
using TeacherCenters.Events;
using TeacherCenters.Kernel;

namespace TeacherCenters.Tests.Events;

public sealed class EventRulesTests
{
    private static readonly DateOnly Monday = A.Today;

    [Theory]
    [InlineData(EventStatus.Draft, EventStatus.Announced, true)]
    [InlineData(EventStatus.Draft, EventStatus.Open, false)]
    [InlineData(EventStatus.Announced, EventStatus.Draft, true)]
    [InlineData(EventStatus.Announced, EventStatus.Open, true)]
    [InlineData(EventStatus.Open, EventStatus.Draft, false)]
    [InlineData(EventStatus.Open, EventStatus.Closed, true)]
    [InlineData(EventStatus.Open, EventStatus.Completed, false)]
    [InlineData(EventStatus.Closed, EventStatus.Open, true)]
    [InlineData(EventStatus.Closed, EventStatus.Completed, true)]
    [InlineData(EventStatus.Closed, EventStatus.Cancelled, true)]
    [InlineData(EventStatus.Completed, EventStatus.Cancelled, false)]
    [InlineData(EventStatus.Cancelled, EventStatus.Draft, false)]
    public void An_event_moves_along_its_chain_only(EventStatus from, EventStatus to, bool allowed) =>
        Assert.Equal(allowed, EventRules.Allows(from, to));

    [Theory]
    [InlineData(EventKind.ProfessionalDevelopment, DocumentKind.ProfessionalDevelopmentCertificate, 15, "DevelopmentTooShort")]
    [InlineData(EventKind.ProfessionalDevelopment, DocumentKind.ProfessionalDevelopmentCertificate, 16, null)]
    [InlineData(EventKind.ProfessionalDevelopment, DocumentKind.ProfessionalDevelopmentCertificate, 249, null)]
    [InlineData(EventKind.ProfessionalDevelopment, DocumentKind.ProfessionalDevelopmentCertificate, 250, "DevelopmentTooLong")]
    [InlineData(EventKind.ProfessionalDevelopment, DocumentKind.ParticipantCertificate, 8, null)]
    [InlineData(EventKind.Retraining, DocumentKind.RetrainingDiploma, 249, "RetrainingTooShort")]
    [InlineData(EventKind.Retraining, DocumentKind.RetrainingDiploma, 250, null)]
    [InlineData(EventKind.Seminar, DocumentKind.ParticipantCertificate, 4, null)]
    [InlineData(EventKind.Seminar, DocumentKind.ProfessionalDevelopmentCertificate, 36, "DocumentOfOtherKind")]
    [InlineData(EventKind.Seminar, DocumentKind.None, 0, "CourseHoursMissing")]
    public void Hours_stand_in_the_gates_of_the_kind(EventKind kind, DocumentKind document, int hours, string? refusal) =>
        Assert.Equal(refusal, Check(x => (x.Kind, x.Document, x.Hours) = (kind, document, hours))?.Key);

    [Fact]
    public void Each_missing_field_is_named_beside_it()
    {
        Assert.Equal(("CenterMissing", "CenterId"), Named(Check(x => x.CenterId = null)));
        Assert.Equal(("EventDatesMissing", "StartsOn"), Named(Check(x => x.StartsOn = null)));
        Assert.Equal(("EventDatesMissing", "EndsOn"), Named(Check(x => x.EndsOn = null)));
        Assert.Equal(("EventEndsBeforeStart", "EndsOn"), Named(Check(x => x.EndsOn = Monday.AddDays(-1))));
        Assert.Equal(("EventYear", "StartsOn"), Named(Check(x => x.StartsOn = new DateOnly(226, 11, 26))));
        Assert.Equal(("EventTooLong", "StartsOn"), Named(Check(x => x.EndsOn = x.StartsOn!.Value.AddYears(4))));
        Assert.Equal(("CapacityMissing", "Capacity"), Named(Check(x => x.Capacity = 0)));
        Assert.Null(Check(_ => { }));
    }

    [Fact]
    public void Capacity_is_not_cut_under_the_seats_taken()
    {
        Assert.Null(Check(x => x.Capacity = 12, seats: 12));
        Assert.Equal(12, Check(x => x.Capacity = 11, seats: 12)!.Args[0]);
    }

    [Theory]
    [InlineData("2026-11-22", "09:00", "14:00", 6, "SessionOutsideEvent")]
    [InlineData("2026-11-28", "09:00", "14:00", 6, "SessionOutsideEvent")]
    [InlineData("2026-11-23", "14:00", "09:00", 6, "SessionEndsBeforeStart")]
    [InlineData("2026-11-23", "09:00", "09:00", 6, "SessionEndsBeforeStart")]
    [InlineData("2026-11-23", "09:00", "14:00", 0, "SessionHoursMissing")]
    [InlineData("2026-11-23", "09:00", "14:00", 7, "SessionTooShort")]
    [InlineData("2026-11-23", "09:00", "14:00", 6, null)]
    [InlineData("2026-11-27", "09:00", "09:45", 1, null)]
    public void A_session_lies_in_its_event_and_its_hours_in_its_time(string date, string starts, string ends, int hours, string? refusal)
    {
        var form = new SessionForm { Date = Day(date), Starts = Time(starts), Ends = Time(ends), Hours = hours };
        Assert.Equal(refusal, EventRules.Check(form, Monday, Monday.AddDays(4))?.Key);
    }

    [Fact]
    public void A_new_session_lasts_as_long_as_one_whose_start_was_moved()
    {
        var form = new SessionForm();

        Assert.Equal((Time("09:00"), 6, Time("13:50")), (form.Starts!.Value, form.Hours, form.Ends!.Value));
        Assert.Equal(EventRules.EndOf(form.Starts.Value, form.Hours!.Value), form.Ends);
    }

    [Theory]
    [InlineData("09:00", "10:00", "10:00", "11:00", false)]
    [InlineData("10:00", "11:00", "09:00", "10:00", false)]
    [InlineData("09:00", "10:01", "10:00", "11:00", true)]
    [InlineData("09:00", "12:00", "10:00", "11:00", true)]
    [InlineData("10:00", "11:00", "09:00", "12:00", true)]
    [InlineData("09:00", "10:00", "09:00", "10:00", true)]
    public void What_ends_as_another_begins_does_not_clash(string starts, string ends, string otherStarts, string otherEnds, bool overlap) =>
        Assert.Equal(overlap, EventRules.Overlap(Time(starts), Time(ends), Time(otherStarts), Time(otherEnds)));

    [Fact]
    public void A_session_that_is_moved_does_not_clash_with_itself()
    {
        Booking[] bookings = [Booked(1, "09:00", "12:00"), Booked(2, "13:00", "15:00")];
        PlannedSession[] wanted = [new(Monday, Time("11:00"), Time("14:00"), 3)];

        Assert.Equal([1, 2], EventRules.Clashes(bookings, wanted).Select(x => x.SessionId));
        Assert.Empty(EventRules.Clashes(bookings, [wanted[0] with { Date = Monday.AddDays(1) }]));
    }

    [Theory]
    [InlineData(1, "09:45")]
    [InlineData(2, "10:30")]
    [InlineData(4, "12:10")]
    [InlineData(6, "13:50")]
    public void A_break_follows_each_second_academic_hour(int hours, string ends) => Assert.Equal(Time(ends), EventRules.EndOf(Time("09:00"), hours));

    [Theory]
    [InlineData("15:00", 6, null)]
    [InlineData("20:00", 6, "PlanPastMidnight")]
    [InlineData("09:00", 11, "PlanIncomplete")]
    public void A_plan_ends_before_midnight(string starts, int hoursADay, string? refusal) =>
        Assert.Equal(refusal, EventRules.Check(new SessionPlanForm { Starts = Time(starts), HoursADay = hoursADay })?.Key);

    [Fact]
    public void A_plan_fills_the_hours_on_the_chosen_days_passes_over_holidays_and_ends_with_what_is_left()
    {
        var plan = EventRules.Plan(Monday, Monday.AddDays(30), [DayOfWeek.Monday, DayOfWeek.Wednesday], Time("09:00"), 6, 16, new HashSet<DateOnly> { Monday.AddDays(2) });

        Assert.Equal([(Monday, 6), (Monday.AddDays(7), 6), (Monday.AddDays(9), 4)], plan.Select(x => (x.Date, x.Hours)));
        Assert.Equal(Time("12:10"), plan[^1].Ends);
    }

    [Theory]
    // Days from Monday, hours, hours a day.
    [InlineData(3, 24, 8)]
    [InlineData(6, 36, 8)]
    [InlineData(8, 36, 6)]
    [InlineData(60, 36, 2)]
    [InlineData(2, 72, 10)]
    public void A_plan_proposes_the_hours_a_day_with_which_the_programme_fits(int days, int hours, int proposed) =>
        Assert.Equal(proposed, EventRules.HoursADay(Monday, Monday.AddDays(days - 1), new SessionPlanForm().Days, hours));

    [Fact]
    public void A_plan_stops_where_the_event_does() =>
        Assert.Equal(12, EventRules.Plan(Monday, Monday.AddDays(1), [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday], Time("09:00"), 6, 36, new HashSet<DateOnly>()).Sum(x => x.Hours));

    [Theory]
    [InlineData(EventStatus.Draft, 0, 0, 0, 0, 5, "Next_AddSessions")]
    [InlineData(EventStatus.Draft, 30, 0, 0, 0, 5, "Next_HoursDiffer")]
    [InlineData(EventStatus.Draft, 40, 0, 0, 0, 5, "Next_HoursOver")]
    [InlineData(EventStatus.Closed, 40, 0, 9, 0, -9, "Next_HoursOver")]
    [InlineData(EventStatus.Draft, 36, 0, 0, 0, 5, "Next_Announce")]
    [InlineData(EventStatus.Announced, 36, 0, 0, 0, 5, "Next_Open")]
    [InlineData(EventStatus.Open, 36, 2, 0, 0, 5, "Next_Applications")]
    [InlineData(EventStatus.Open, 36, 0, 0, 0, 5, "Next_AddPeople")]
    [InlineData(EventStatus.Open, 36, 0, 9, 0, 5, null)]
    [InlineData(EventStatus.Open, 36, 0, 9, 4, 0, "Next_Register")]
    [InlineData(EventStatus.Open, 36, 0, 9, 0, 0, "Next_Close")]
    [InlineData(EventStatus.Open, 36, 0, 9, 0, -9, "Next_Complete")]
    [InlineData(EventStatus.Closed, 36, 0, 9, 4, -9, "Next_Register")]
    [InlineData(EventStatus.Closed, 36, 0, 9, 0, 0, null)]
    [InlineData(EventStatus.Closed, 36, 0, 9, 0, -9, "Next_Complete")]
    [InlineData(EventStatus.Completed, 36, 0, 9, 0, -9, "Next_Documents")]
    [InlineData(EventStatus.Cancelled, 0, 0, 0, 0, 5, null)]
    public void The_next_step_follows_from_where_the_event_stands(EventStatus status, int sessionHours, int applications, int seats, int unmarked, int startsIn, string? key)
    {
        var starts = Monday.AddDays(startsIn);
        var facts = new EventFacts(status, starts, starts.AddDays(4), 36, sessionHours, applications, seats, unmarked, DocumentsToIssue: 3);
        Assert.Equal(key, EventRules.Next(facts, Monday)?.Key);
    }

    private static Problem? Check(Action<EventForm> change, int seats = 0)
    {
        var form = new EventForm { CenterId = 1, Title = "Читательская грамотность", StartsOn = Monday, EndsOn = Monday.AddDays(4) };
        change(form);
        return EventRules.Check(form, seats, 16, 250);
    }

    private static Booking Booked(int id, string starts, string ends) => new(id, Monday, Time(starts), Time(ends), "Аудитория 1", "Семинар", false);

    private static (string?, string?) Named(Problem? problem) => (problem?.Key, problem?.Field);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static TimeOnly Time(string text) => TimeOnly.ParseExact(text, "HH:mm", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A session of assessment has steps of the same names.</summary>
    [Fact]
    public void The_next_step_is_said_in_the_words_of_events()
    {
        using var spoken = new Ui.Spoken(TeacherCenters.Ui.Culture.AppCultures.Russian);
        Assert.Equal("Закройте набор: занятия начались", EventTexts.Say(new NextStep("Next_Close", "overview")));
        Assert.Equal("Откройте набор, чтобы принимать заявки", EventTexts.Say(new NextStep("Next_Open", "overview")));
    }
}
