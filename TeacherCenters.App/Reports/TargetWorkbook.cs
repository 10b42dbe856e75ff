using TeacherCenters.Documents;
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
        string[] lines = [TargetTexts.Say(ReportsText.Targets_Subtitle, TargetTexts.Day(of.AsOf)), .. scope is null ? Array.Empty<string>() : [scope]];
        var title = TargetTexts.Say(ReportsText.Book_Title, of.Year);
        var first = new ReportSheet(ReportsText.Targets_Title, title, lines, [new(null,
            [
                new(ReportsText.Column_Figure, 54), new(ReportsText.Column_Period, 30), new(ReportsText.Column_Group, 34), .. Numbers(of, withUnit: true),
            ],
            [.. of.Figures.Select(x => (IReadOnlyList<object?>)[TargetTexts.Name(x.Plan, x.People.Figure), TargetTexts.Period(x.Period), TargetTexts.Of(x.People.Counted), .. Values(of, x, withUnit: true)])])]);
        return ReportWorkbook.Write(title, ReportsText.Book_Page, [first, .. boards.Select(x => Sheet(x, lines))]);
    }

    private static ReportSheet Sheet(TargetBoard board, string[] lines)
    {
        var withUnit = board.Total.Plan is not { Unit: TargetUnit.Percent };
        var group = TargetTexts.Say(ReportsText.Book_Group, TargetTexts.Of(board.Group), TargetTexts.Period(board.Total.Period));
        return new(TargetTexts.Of(board.Figure), TargetTexts.Name(board.Total.Plan, board.Figure), [.. lines, group, TargetTexts.Rule(board.Figure, board.SupportMonths) + " " + ReportsText.Rule_Places],
        [
            new(ReportsText.View_Municipalities, [new(ReportsText.Column_Municipality, 34), .. Numbers(board, withUnit)],
                [.. board.Municipalities.Select(x => Line(board, x, x.Name ?? ReportsText.Row_Nowhere, withUnit)), Line(board, board.Total, ReportsText.Row_Total, withUnit)], HasTotal: true),
            new(ReportsText.View_Groups, [new(ReportsText.Column_Group, 34), .. Numbers(board, withUnit)],
                [.. board.Groups.Select(x => Line(board, x, TargetTexts.Of(x.People.Counted), withUnit))]),
            new(ReportsText.View_Years, [new(ReportsText.Column_Year, 34), .. Numbers(board, withUnit), new(ReportsText.Column_YearPeople, 12, ReportFormat.Number), new(ReportsText.Column_YearParticipations, 16, ReportFormat.Number)],
                [.. board.Years.Select(x => (IReadOnlyList<object?>)[x.Year, .. Values(board, x.Total, withUnit), x.Alone.Count.People, x.Alone.Count.Participations])]),
            new(ReportsText.View_Centers, [new(ReportsText.Column_Center, 34), new(ReportsText.Column_People, 12, ReportFormat.Number), new(ReportsText.Column_Participations, 14, ReportFormat.Number)],
                [.. board.Centers.Select(x => (IReadOnlyList<object?>)[x.Name, x.Count.People, x.Count.Participations])]),
        ]);
    }

    private static IReadOnlyList<object?> Line(TargetBoard board, TargetRow row, string name, bool withUnit) => [name, .. Values(board, row, withUnit)];

    /// <param name="withUnit">Plans in people and in per cent stand in one column, each with its unit.</param>
    private static IEnumerable<ReportColumn> Numbers(TargetBoard board, bool withUnit) =>
    [
        new(ReportsText.Column_People, 12, ReportFormat.Number), new(ReportsText.Column_Participations, 14, ReportFormat.Number),
        .. board.IsWhole
            ? new ReportColumn[]
            {
                new(ReportsText.Column_Denominator, 12, ReportFormat.Number), new(ReportsText.Column_Plan, 14, withUnit ? ReportFormat.Text : ReportFormat.Percent),
                new(ReportsText.Column_Fact, 12, withUnit ? ReportFormat.Text : ReportFormat.Percent), new(ReportsText.Column_PlannedPeople, 12, ReportFormat.Number), new(ReportsText.Column_State, 22),
            }
            : [],
    ];

    private static IEnumerable<object?> Values(TargetBoard board, TargetRow row, bool withUnit)
    {
        yield return row.Count.People;
        yield return row.Count.Participations;
        if (!board.IsWhole) yield break;
        yield return row.Denominator;
        yield return row.Plan is not { } plan ? null : withUnit ? TargetTexts.Value(plan.Unit, plan.Value) : plan.Value;
        yield return row.Plan is not { } of || row.Fact is null ? null : withUnit ? TargetTexts.Value(of.Unit, row.Fact) : row.Fact;
        yield return row.PlannedPeople;
        yield return row.Plan is null || row.Period.From > board.AsOf ? null : TargetTexts.State(row).Text;
    }
}
