using TeacherCenters.Mentoring;

namespace TeacherCenters.Tests.Mentoring;

public sealed class MentorSuggestionRulesTests
{
    private static readonly MatchFacts Mentee = new(1, "Математика", 10, 100);

    [Fact]
    public void Subject_goes_before_nearness_nearness_before_load_and_who_is_full_comes_last()
    {
        (MatchFacts Facts, int Pairs, string Name)[] mentors =
        [
            (new(2, "Физика", 11, 100), 0, "СОСЕДНЯЯ"), (new(3, "математика", 12, 101), 2, "ДАЛЕКАЯ"), (new(4, "Математика", 10, 100), 3, "ПОЛНАЯ"),
            (new(5, "Математика", 13, 100), 2, "БЛИЗКАЯ"), (new(6, "Математика", 10, 100), 2, "СВОЯ"), (new(7, "Физика", 14, 102), 0, "ЧУЖАЯ"), (new(8, "Математика", 15, 103), 1, "СВОБОДНАЯ"),
            (new(1, "Математика", 10, 100), 0, "САМА"),
        ];

        var ranked = MentorSuggestionRules.Rank(Mentee, mentors, x => x, limit: 3);

        Assert.Equal(["СВОЯ", "БЛИЗКАЯ", "СВОБОДНАЯ", "ДАЛЕКАЯ", "СОСЕДНЯЯ", "ЧУЖАЯ", "ПОЛНАЯ"], ranked.Select(x => x.Mentor.Name));
        Assert.Equal([SuggestionReason.SameSubject, SuggestionReason.SameMunicipality, SuggestionReason.HasRoom], ranked[1].Reasons);
    }

    [Theory]
    [InlineData("Математика", 10, 100, 0, new[] { SuggestionReason.SameSubject, SuggestionReason.SameSchool, SuggestionReason.NoPairs })]
    [InlineData("МАТЕМАТИКА", 11, 100, 2, new[] { SuggestionReason.SameSubject, SuggestionReason.SameMunicipality, SuggestionReason.HasRoom })]
    [InlineData("Физика", 11, 101, 3, new[] { SuggestionReason.IsFull })]
    [InlineData(null, null, null, 0, new[] { SuggestionReason.NoPairs })]
    public void Each_suggestion_has_its_reasons(string? subject, int? school, int? municipality, int pairs, SuggestionReason[] reasons) =>
        Assert.Equal(reasons, MentorSuggestionRules.Reasons(Mentee, new(2, subject, school, municipality), pairs, limit: 3));

    [Fact]
    public void What_is_not_known_of_both_is_no_reason() =>
        Assert.Equal([SuggestionReason.NoPairs], MentorSuggestionRules.Reasons(new(1, null, null, null), new(2, null, null, null), 0, limit: 3));
}
