using TeacherCenters.Kernel;
using TeacherCenters.People;

namespace TeacherCenters.Mentoring;

/// <summary>What a mentor helps with; a mentee has at most one mentor at a time in each.</summary>
public enum MentoringDirection
{
    Subject,
    Methodical,
    PsychologicalPedagogical,
    Communicative,
    Digital,
}

/// <summary>A person whom a center counts among its mentors («наставник»): the board shows them even when they have nobody yet.</summary>
public sealed class Mentor : Entity
{
    public required int CenterId { get; init; }

    public required int PersonId { get; init; }

    public Person? Person { get; init; }

    /// <summary>What they usually help with; a pair may be of another direction.</summary>
    public required MentoringDirection Direction { get; set; }

    public required DateOnly Since { get; set; }

    /// <summary>Takes nobody new from this day on; null while they do.</summary>
    public DateOnly? Until { get; set; }
}
