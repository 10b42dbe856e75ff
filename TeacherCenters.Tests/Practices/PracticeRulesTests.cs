using TeacherCenters.Practices;

namespace TeacherCenters.Tests.Practices;

public sealed class PracticeRulesTests
{
    [Theory]
    [InlineData(PracticeStatus.Proposed, PracticeStatus.InTrial, null, null)]
    [InlineData(PracticeStatus.Proposed, PracticeStatus.Approved, null, "PracticeStatusChange")]
    [InlineData(PracticeStatus.Proposed, PracticeStatus.Published, null, "PracticeStatusChange")]
    [InlineData(PracticeStatus.Proposed, PracticeStatus.Declined, null, "PracticeReasonMissing")]
    [InlineData(PracticeStatus.Proposed, PracticeStatus.Declined, "Повторяет другую", null)]
    [InlineData(PracticeStatus.InTrial, PracticeStatus.Approved, null, null)]
    [InlineData(PracticeStatus.InTrial, PracticeStatus.Proposed, " ", "PracticeReasonMissing")]
    [InlineData(PracticeStatus.InTrial, PracticeStatus.Proposed, "Дополнить описание", null)]
    [InlineData(PracticeStatus.Approved, PracticeStatus.Published, null, null)]
    [InlineData(PracticeStatus.Approved, PracticeStatus.InTrial, null, "PracticeReasonMissing")]
    [InlineData(PracticeStatus.Published, PracticeStatus.Declined, "Устарела", "PracticeStatusChange")]
    [InlineData(PracticeStatus.Published, PracticeStatus.Approved, "Уточнить авторов", null)]
    [InlineData(PracticeStatus.Published, PracticeStatus.Approved, null, "PracticeReasonMissing")]
    [InlineData(PracticeStatus.Declined, PracticeStatus.Proposed, null, null)]
    [InlineData(PracticeStatus.Declined, PracticeStatus.InTrial, null, "PracticeStatusChange")]
    public void A_practice_moves_by_its_chain_and_goes_back_with_a_reason(PracticeStatus from, PracticeStatus to, string? reason, string? key) =>
        Assert.Equal(key, PracticeRules.Check(from, to, reason, authors: 1, summary: "О чём она")?.Key);

    [Theory]
    [InlineData(0, "О чём она", "PracticeAuthorMissing")]
    [InlineData(1, " ", "PracticeSummaryMissing")]
    [InlineData(1, "О чём она", null)]
    public void What_everybody_may_read_names_its_authors_and_says_what_it_is_about(int authors, string summary, string? key) =>
        Assert.Equal(key, PracticeRules.Check(PracticeStatus.Approved, PracticeStatus.Published, null, authors, summary)?.Key);

    [Fact]
    public void Steps_forward_are_offered_first() =>
        Assert.Equal([PracticeStatus.Approved, PracticeStatus.Proposed, PracticeStatus.Declined], PracticeRules.Next(PracticeStatus.InTrial));
}
