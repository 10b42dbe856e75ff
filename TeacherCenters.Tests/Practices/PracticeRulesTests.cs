using TeacherCenters.Events;
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

    [Theory]
    [InlineData(PracticeStatus.Proposed, " ", true, "О чём она", "Required")]
    [InlineData(PracticeStatus.Proposed, "Урок", false, null, null)]
    [InlineData(PracticeStatus.Approved, "Урок", false, null, null)]
    [InlineData(PracticeStatus.Published, "Урок", false, "О чём она", "PracticeAuthorMissing")]
    [InlineData(PracticeStatus.Published, "Урок", true, " ", "PracticeSummaryMissing")]
    [InlineData(PracticeStatus.Published, "Урок", true, "О чём она", null)]
    public void A_form_names_the_practice_and_a_published_one_stays_fit_to_be_read(PracticeStatus status, string title, bool authors, string? summary, string? key) =>
        Assert.Equal(key, PracticeRules.Check(new PracticeForm { CenterId = 1, Title = title, Summary = summary, AuthorKeys = authors ? [Guid.NewGuid()] : [] }, status)?.Key);

    [Fact]
    public void A_practice_stands_in_a_center() => Assert.Equal(nameof(PracticeForm.CenterId), PracticeRules.Check(new PracticeForm { Title = "Урок" }, PracticeStatus.Proposed)?.Field);

    [Theory]
    [InlineData("a", 0, null)]
    [InlineData("1", 3, "PracticeFileThere")]
    [InlineData("a", PracticeRules.MostFiles - 1, null)]
    [InlineData("a", PracticeRules.MostFiles, "PracticeFilesFull")]
    public void The_same_content_is_attached_once_and_files_have_a_limit(string hash, int others, string? key) =>
        Assert.Equal(key, PracticeRules.MayAttach(hash, [.. Enumerable.Range(0, others).Select(x => ($"Файл {x}", $"{x}"))])?.Key);

    [Theory]
    [InlineData(1, EventStatus.Open, "PracticeEventThere")]
    [InlineData(2, EventStatus.Draft, "PracticeEventWrong")]
    [InlineData(2, EventStatus.Cancelled, "PracticeEventWrong")]
    [InlineData(2, EventStatus.Announced, null)]
    [InlineData(2, EventStatus.Completed, null)]
    public void A_practice_is_shown_once_at_an_event_that_is_known_and_not_called_off(int eventId, EventStatus status, string? key) =>
        Assert.Equal(key, PracticeRules.MayShow(eventId, status, [1])?.Key);
}
