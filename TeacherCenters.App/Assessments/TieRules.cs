using TeacherCenters.Kernel;

namespace TeacherCenters.Assessments;

/// <summary>Why an assessor may not score a candidate.</summary>
public enum TieGround
{
    SamePerson,
    Colleague,
    Mentor,
    Tutor,
    Trainer,
}

/// <summary>Somebody on either side of a tie.</summary>
public sealed record TiedPerson(int PersonId, string Name);

/// <summary>A workplace of an assessor or a candidate.</summary>
/// <param name="SchoolId">Null for an organisation that is not in the list.</param>
/// <param name="Written">The key of that one's spelling: one spelling is one organisation.</param>
public sealed record WorkSpan(int PersonId, int? SchoolId, DateRange Span, string? Written = null);

/// <summary>What is known between assessors and candidates; each pair is assessor, candidate, by their person ids.</summary>
/// <param name="Mentors">The assessor is or was the candidate's mentor.</param>
/// <param name="Tutors">The assessor escorts or escorted the candidate's learning route.</param>
/// <param name="Trainers">The assessor taught a session of an event that the candidate attended.</param>
public sealed record TieFacts(IReadOnlySet<(int Assessor, int Candidate)> Mentors, IReadOnlySet<(int Assessor, int Candidate)> Tutors, IReadOnlySet<(int Assessor, int Candidate)> Trainers, IReadOnlyList<WorkSpan> Jobs);

/// <summary>An assessor is a stranger to the candidate: not the mentor, tutor, trainer or a colleague of the same school. Pure functions.</summary>
public static class TieRules
{
    /// <summary>What ties the two; null for strangers.</summary>
    /// <param name="day">The day of the session: on it the two may not work at one school.</param>
    public static TieGround? Ground(int assessor, int candidate, TieFacts facts, DateOnly day)
    {
        if (assessor == candidate) return TieGround.SamePerson;
        if (Schools(assessor, facts, day).Intersect(Schools(candidate, facts, day)).Any()) return TieGround.Colleague;
        if (facts.Mentors.Contains((assessor, candidate))) return TieGround.Mentor;
        if (facts.Tutors.Contains((assessor, candidate))) return TieGround.Tutor;
        return facts.Trainers.Contains((assessor, candidate)) ? TieGround.Trainer : null;
    }

    /// <returns><c>AssessorIsTied</c> (assessor, candidate, ground) for the first pair of the two lists that is not of strangers.</returns>
    public static Problem? Check(IReadOnlyCollection<TiedPerson> assessors, IReadOnlyCollection<TiedPerson> candidates, TieFacts facts, DateOnly day)
    {
        foreach (var candidate in candidates)
        {
            foreach (var assessor in assessors)
            {
                if (Ground(assessor.PersonId, candidate.PersonId, facts, day) is { } ground) return new Problem("AssessorIsTied", assessor.Name, candidate.Name, ground);
            }
        }
        return null;
    }

    private static IEnumerable<(int? Id, string? Written)> Schools(int person, TieFacts facts, DateOnly day) => facts.Jobs.Where(x => x.PersonId == person && x.Span.Contains(day)).Select(x => (x.SchoolId, x.Written));
}
