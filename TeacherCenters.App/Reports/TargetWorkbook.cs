using System.Globalization;
using TeacherCenters.Documents;
using TeacherCenters.Kernel;
using TeacherCenters.Ui;

namespace TeacherCenters.Reports;

/// <summary>The page of targets as a workbook to be sent upward: all figures, then a sheet for each with every breakdown.</summary>
public static class TargetWorkbook
{
    /// <param name="boards">One for each figure, of the same year, day and centers.</param>
    /// <param name="scope">Whose facts these are; null for the whole network.</param>
    public static byte[] Write(IReadOnlyList<TargetBoard> boards, string? scope)
    {
        var of = boards[0];
        string[] lines = [Phrase.Of(ReportsText.Targets_Subtitle, DayText.Of(of.AsOf)), .. scope is null ? Array.Empty<string>() : [scope]];
        var title = Phrase.Of(ReportsText.Book_Title, of.Year);
        var first = new ReportSheet(ReportsText.Targets_Title, title, lines, [new(null,
            [new(ReportsText.Column_Figure, 44), new(ReportsText.Column_Period, 20), new(ReportsText.Column_Group, 20), .. Numbers(of)],
            [.. of.Figures.Select(x => (IReadOnlyList<object?>)[x.Name ?? TargetTexts.Of(x.People.Figure), TargetTexts.Period(x.Period), TargetTexts.Of(x.People.Counted), .. Values(of, x)])])]);
        return ReportWorkbook.Write(title, ReportsText.Book_Page, [first, .. boards.Select(x => Sheet(x, lines))]);
    }

    private static ReportSheet Sheet(TargetBoard board, string[] lines)
    {
        var group = Phrase.Of(ReportsText.Book_Group, TargetTexts.Of(board.Group), TargetTexts.Period(board.Total.Period));
        return new(TargetTexts.Sheet(board.Figure), board.Total.Name ?? TargetTexts.Of(board.Figure), [.. lines, group, TargetTexts.Rule(board.Figure, board.SupportMonths) + " " + ReportsText.Rule_Places],
        [
            new(ReportsText.View_Municipalities, [new(ReportsText.Column_Municipality, 26), .. Numbers(board)],
                [.. board.Municipalities.Select(x => Line(board, x, x.Name ?? ReportsText.Row_Nowhere)), Line(board, board.Total, ReportsText.Row_Total)], HasTotal: true),
            new(ReportsText.View_Groups, [new(ReportsText.Column_Group, 26), .. Numbers(board)], [.. board.Groups.Select(x => Line(board, x, TargetTexts.Of(x.People.Counted)))]),
            new(ReportsText.View_Years, [new(ReportsText.Column_Year, 26), .. Numbers(board), new(ReportsText.Column_YearPeople, 10, ReportFormat.Number), new(ReportsText.Column_YearParticipations, 14, ReportFormat.Number)],
                [.. board.Years.Select(x => (IReadOnlyList<object?>)[x.Year.ToString(CultureInfo.InvariantCulture), .. Values(board, x.Total), board.IsToCome(x.Alone) ? null : x.Alone.Count.People, board.IsToCome(x.Alone) ? null : x.Alone.Count.Participations])]),
            new(ReportsText.View_Centers, [new(ReportsText.Column_Center, 26), new(ReportsText.Column_People, 10, ReportFormat.Number), new(ReportsText.Column_Participations, 12, ReportFormat.Number)],
                [.. board.Centers.Select(x => (IReadOnlyList<object?>)[x.Name, x.Count.People, x.Count.Participations])]),
        ]);
    }

    private static IReadOnlyList<object?> Line(TargetBoard board, TargetRow row, string name) => [name, .. Values(board, row)];

    private static IEnumerable<ReportColumn> Numbers(TargetBoard board) =>
    [
        new(ReportsText.Column_People, 10, ReportFormat.Number), new(ReportsText.Column_Participations, 12, ReportFormat.Number),
        .. board.IsWhole
            ? new ReportColumn[]
            {
                new(ReportsText.Column_Denominator, 13, ReportFormat.Number), new(ReportsText.Column_Plan, 9), new(ReportsText.Column_Fact, 9),
                new(ReportsText.Column_PlannedPeople, 10, ReportFormat.Number), new(ReportsText.Column_State, 18),
            }
            : [],
    ];

    private static IEnumerable<object?> Values(TargetBoard board, TargetRow row)
    {
        var isToCome = board.IsToCome(row);
        yield return isToCome ? null : row.Count.People;
        yield return isToCome ? null : row.Count.Participations;
        if (!board.IsWhole) yield break;
        yield return row.Denominator;
        yield return row.Plan is { } plan ? Value(plan, plan.Value, TargetTexts.Sign(plan)) : null;
        yield return row.Plan is { } of && !isToCome && row.Fact is { } fact ? Value(of, fact) : null;
        yield return row is { Plan: { } toReach, PlannedPeople: { } people } ? new ReportValue(people, ReportFormat.Number, TargetTexts.Sign(toReach)) : null;
        yield return row.Plan is null || isToCome ? null : TargetTexts.State(row).Text;
    }

    private static ReportValue Value(TargetPlan plan, decimal value, string? sign = null) => new(value, plan.Unit == TargetUnit.Percent ? ReportFormat.Percent : ReportFormat.Number, sign);
}
