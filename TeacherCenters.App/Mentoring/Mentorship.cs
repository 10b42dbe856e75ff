using TeacherCenters.Kernel;
using TeacherCenters.People;

namespace TeacherCenters.Mentoring;

/// <summary>Forms of mentoring as the ministry's methodical letter of 2021 names them.</summary>
public enum MentoringForm
{
    OneToOne,
    Group,
    Virtual,
    Reverse,
    Situational,
    Speed,
    GoalSetting,
}

public enum MentorshipStatus
{
    /// <summary>Agreed on, but the order or a consent is missing.</summary>
    Waiting,
    Active,
    Completed,
    EndedEarly,
    Cancelled,
}

public enum MentorshipEnd
{
    Completed,
    ByMentor,
    ByMentee,
    WorkplaceChanged,
    LongAbsence,
    Other,
}

/// <summary>
/// A pair («наставник и наставляемый»). It waits until the order and both consents are there. The workplaces are copied on the day it is
/// made: a report counts people where they worked then.
/// </summary>
public sealed class Mentorship : Entity
{
    public required int CenterId { get; init; }

    public required int MentorId { get; init; }

    /// <summary>A person: whether they still are among the center's mentors is another thing.</summary>
    public Person? Mentor { get; init; }

    public required int MenteeId { get; init; }

    public Person? Mentee { get; init; }

    public required MentoringDirection Direction { get; set; }

    public required MentoringForm Form { get; set; }

    public required DateOnly From { get; set; }

    /// <summary>The planned last day.</summary>
    public required DateOnly To { get; set; }

    public MentorshipStatus Status { get; private set; } = MentorshipStatus.Waiting;

    public string? OrderNumber { get; set; }

    public DateOnly? OrderDate { get; set; }

    public DateOnly? MentorConsentOn { get; set; }

    public DateOnly? MenteeConsentOn { get; set; }

    public DateOnly? EndedOn { get; private set; }

    public MentorshipEnd? EndReason { get; private set; }

    /// <summary>The final report, or the words to an early end.</summary>
    public string? FinalReport { get; private set; }

    public int? SchoolId { get; set; }

    public int? MunicipalityId { get; set; }

    public string? Position { get; set; }

    public WorkerCategory? Category { get; set; }

    public string? Subject { get; set; }

    public int? MentorSchoolId { get; set; }

    public string? MentorPosition { get; set; }

    public List<MentorGoal> Goals { get; } = [];

    public List<MentorMeeting> Meetings { get; } = [];

    /// <summary>The mentee's only place in this direction is taken: also while papers are missing.</summary>
    public bool HoldsPlace => Status is MentorshipStatus.Waiting or MentorshipStatus.Active;

    public bool HasAllPapers => OrderNumber is not null && OrderDate is not null && MentorConsentOn is not null && MenteeConsentOn is not null;

    /// <summary>Active once all papers are there, waiting again when one is taken away; what is over stays as it is.</summary>
    public void Settle()
    {
        if (HoldsPlace) Status = HasAllPapers ? MentorshipStatus.Active : MentorshipStatus.Waiting;
    }

    /// <returns><c>MentorshipIsOver</c> (its status), or <c>MentorshipNotBegun</c> when papers are missing: such a pair is cancelled.</returns>
    public Result End(MentorshipEnd reason, DateOnly on, string? report)
    {
        if (!HoldsPlace) return new Problem("MentorshipIsOver", Status);
        if (Status == MentorshipStatus.Waiting) return new Problem("MentorshipNotBegun");
        Status = reason == MentorshipEnd.Completed ? MentorshipStatus.Completed : MentorshipStatus.EndedEarly;
        (EndReason, EndedOn, FinalReport) = (reason, on, report);
        return Result.Done;
    }

    /// <summary>Takes the assignment back: it never came to be.</summary>
    /// <returns><c>MentorshipIsOver</c> (its status).</returns>
    public Result Cancel(DateOnly on)
    {
        if (!HoldsPlace) return new Problem("MentorshipIsOver", Status);
        (Status, EndedOn) = (MentorshipStatus.Cancelled, on);
        return Result.Done;
    }

    /// <summary>The inverse of ending and cancelling. The report stays, to be written on.</summary>
    /// <returns><c>MentorshipNotOver</c>.</returns>
    public Result Reopen()
    {
        if (HoldsPlace) return new Problem("MentorshipNotOver");
        (Status, EndReason, EndedOn) = (MentorshipStatus.Waiting, null, null);
        Settle();
        return Result.Done;
    }
}

/// <summary>What a pair wants to reach.</summary>
public sealed class MentorGoal : Entity
{
    public int MentorshipId { get; init; }

    public required string Text { get; set; }

    public DateOnly? DueOn { get; set; }

    public DateOnly? DoneOn { get; set; }
}

/// <summary>A line of a pair's log.</summary>
public sealed class MentorMeeting : Entity
{
    public int MentorshipId { get; init; }

    public required DateOnly Date { get; set; }

    public required string Topic { get; set; }

    public required int Minutes { get; set; }

    public string? Note { get; set; }
}
