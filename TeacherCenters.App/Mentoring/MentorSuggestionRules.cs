using TeacherCenters.Kernel;

namespace TeacherCenters.Mentoring;

/// <summary>Why a mentor stands where they stand in the suggestions.</summary>
public enum SuggestionReason
{
    SameSubject,
    SameSchool,
    SameMunicipality,
    NoPairs,
    HasRoom,
    IsFull,
}

/// <summary>What the ranking compares of a mentee and of a mentor.</summary>
public sealed record MatchFacts(int PersonId, string? Subject, int? SchoolId, int? MunicipalityId);

/// <summary>Which mentors fit a mentee: by subject, then by nearness, then by load. Who is full comes last, whatever else speaks for them.</summary>
public static class MentorSuggestionRules
{
    /// <summary>The reasons in the order of their weight; the last one is always about the load.</summary>
    public static IReadOnlyList<SuggestionReason> Reasons(MatchFacts mentee, MatchFacts mentor, int pairs, int limit)
    {
        var found = new List<SuggestionReason>();
        if (mentee.Subject is not null && SearchName.Of(mentee.Subject) == SearchName.Of(mentor.Subject)) found.Add(SuggestionReason.SameSubject);
        if (mentee.SchoolId is not null && mentee.SchoolId == mentor.SchoolId) found.Add(SuggestionReason.SameSchool);
        else if (mentee.MunicipalityId is not null && mentee.MunicipalityId == mentor.MunicipalityId) found.Add(SuggestionReason.SameMunicipality);
        found.Add(pairs == 0 ? SuggestionReason.NoPairs : MentorshipRules.IsFull(pairs, limit) ? SuggestionReason.IsFull : SuggestionReason.HasRoom);
        return found;
    }

    /// <summary>The mentors with their reasons, the most fitting first; the mentee is not among them.</summary>
    public static IReadOnlyList<(T Mentor, IReadOnlyList<SuggestionReason> Reasons)> Rank<T>(MatchFacts mentee, IEnumerable<T> mentors, Func<T, (MatchFacts Facts, int Pairs, string Name)> facts, int limit) =>
    [..
        from mentor in mentors
        let of = facts(mentor)
        where of.Facts.PersonId != mentee.PersonId
        let reasons = Reasons(mentee, of.Facts, of.Pairs, limit)
        orderby reasons.Contains(SuggestionReason.IsFull), reasons.Contains(SuggestionReason.SameSubject) descending, Nearness(reasons) descending, of.Pairs, of.Name, of.Facts.PersonId
        select (mentor, reasons),
    ];

    private static int Nearness(IReadOnlyList<SuggestionReason> reasons) => reasons.Contains(SuggestionReason.SameSchool) ? 2 : reasons.Contains(SuggestionReason.SameMunicipality) ? 1 : 0;
}
