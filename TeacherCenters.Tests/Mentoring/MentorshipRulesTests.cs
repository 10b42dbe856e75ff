using System.Globalization;
using TeacherCenters.Kernel;
using TeacherCenters.Mentoring;

namespace TeacherCenters.Tests.Mentoring;

public sealed class MentorshipRulesTests
{
    [Theory]
    [InlineData("2026-11-23", "2026-11-23", "2027-05-31")]
    [InlineData("2026-09-01", "2026-09-01", "2027-05-31")]
    [InlineData("2026-12-31", "2026-12-31", "2027-05-31")]
    [InlineData("2027-01-11", "2027-01-11", "2027-05-31")]
    [InlineData("2027-04-30", "2027-04-30", "2027-05-31")]
    [InlineData("2027-05-01", "2027-09-01", "2028-05-31")]
    [InlineData("2027-08-31", "2027-09-01", "2028-05-31")]
    public void A_new_pair_is_offered_the_school_year(string today, string from, string to) =>
        Assert.Equal((Day(from), Day(to)), MentorshipRules.UsualPeriod(Day(today)));

    [Theory]
    [InlineData(0, 3, false)]
    [InlineData(2, 3, false)]
    [InlineData(3, 3, true)]
    [InlineData(4, 3, true)]
    public void A_mentor_is_full_from_the_limit_on(int pairs, int limit, bool full) => Assert.Equal(full, MentorshipRules.IsFull(pairs, limit));

    [Fact]
    public void Mentor_is_never_his_own_mentee()
    {
        var form = Form();
        form.MenteeId = form.MentorId;

        Assert.Equal(new Problem("MentorIsMentee").At("MentorId"), MentorshipRules.Check(form, A.Today));
    }

    [Fact]
    public void A_pair_needs_center_people_and_days_in_order_and_no_consent_of_tomorrow()
    {
        Assert.Null(MentorshipRules.Check(Form(), A.Today));
        Refused("Required", "CenterId", x => x.CenterId = null);
        Refused("Required", "MentorId", x => x.MentorId = null);
        Refused("Required", "MenteeId", x => x.MenteeId = null);
        Refused("Required", "From", x => x.From = null);
        Refused("Required", "To", x => x.To = null);
        Refused("MentorshipDates", "To", x => x.To = x.From!.Value.AddDays(-1));
        Refused("ConsentInFuture", "MentorConsentOn", x => x.MentorConsentOn = A.Today.AddDays(1));
        Refused("ConsentInFuture", "MenteeConsentOn", x => x.MenteeConsentOn = A.Today.AddDays(1));

        static void Refused(string key, string field, Action<MentorshipForm> spoil)
        {
            var form = Form();
            spoil(form);
            Assert.Equal(new Problem(key).At(field), MentorshipRules.Check(form, A.Today));
        }
    }

    [Theory]
    [InlineData(MentorshipEnd.Completed, "2026-11-23", "Отчёт", null)]
    [InlineData(MentorshipEnd.Completed, "2026-11-23", " ", "ReportMissing")]
    [InlineData(MentorshipEnd.Other, "2026-11-23", null, "ReportMissing")]
    [InlineData(MentorshipEnd.ByMentor, "2026-11-23", null, null)]
    [InlineData(MentorshipEnd.ByMentee, "2026-09-01", null, null)]
    [InlineData(MentorshipEnd.ByMentee, "2026-08-31", null, "EndBeforeStart")]
    [InlineData(MentorshipEnd.WorkplaceChanged, "2026-11-24", null, "EndInFuture")]
    [InlineData(MentorshipEnd.WorkplaceChanged, null, null, "Required")]
    [InlineData(null, "2026-11-23", null, "Required")]
    public void A_pair_ends_within_its_days_and_a_planned_end_has_a_report(MentorshipEnd? reason, string? day, string? report, string? key) =>
        Assert.Equal(key, MentorshipRules.CheckEnd(new() { Reason = reason, EndedOn = day is null ? null : Day(day), Report = report }, new(2026, 9, 1), A.Today)?.Key);

    [Theory]
    [InlineData("2026-11-23", 45, null, null)]
    [InlineData("2026-09-01", 1, null, null)]
    [InlineData("2026-11-20", 600, "2026-11-20", null)]
    [InlineData("2026-11-21", 45, "2026-11-20", "MeetingAfterPair")]
    [InlineData("2026-08-31", 45, null, "MeetingBeforePair")]
    [InlineData("2026-11-24", 45, null, "MeetingInFuture")]
    [InlineData("2026-11-20", 0, null, "MeetingMinutes")]
    [InlineData("2026-11-20", 601, null, "MeetingMinutes")]
    [InlineData("2026-11-20", null, null, "MeetingMinutes")]
    [InlineData(null, 45, null, "Required")]
    public void A_meeting_has_taken_place_within_the_pairs_days(string? day, int? minutes, string? ended, string? key) =>
        Assert.Equal(key, MentorshipRules.CheckMeeting(new() { Date = day is null ? null : Day(day), Minutes = minutes, Topic = "Урок" }, new(2026, 9, 1), ended is null ? null : Day(ended), A.Today)?.Key);

    [Fact]
    public void A_pair_is_active_with_the_last_paper_and_waits_again_without_one()
    {
        var pair = new Mentorship { CenterId = 1, MentorId = 2, MenteeId = 3, Direction = MentoringDirection.Subject, Form = MentoringForm.OneToOne, From = A.Today, To = A.Today };
        (pair.OrderNumber, pair.OrderDate, pair.MentorConsentOn) = ("1", A.Today, A.Today);
        pair.Settle();
        Assert.Equal(MentorshipStatus.Waiting, pair.Status);
        Assert.Equal("MentorshipNotBegun", pair.End(MentorshipEnd.ByMentor, A.Today, null).Problem?.Key);

        pair.MenteeConsentOn = A.Today;
        pair.Settle();
        Assert.Equal(MentorshipStatus.Active, pair.Status);

        pair.OrderDate = null;
        pair.Settle();
        Assert.Equal(MentorshipStatus.Waiting, pair.Status);
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static MentorshipForm Form() => new() { CenterId = 1, MentorId = 2, MenteeId = 3, From = new(2026, 9, 1), To = new(2027, 5, 31), MentorConsentOn = A.Today, MenteeConsentOn = A.Today };
}
