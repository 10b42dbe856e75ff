using System.Globalization;
using ClosedXML.Excel;
using TeacherCenters.Kernel;

namespace TeacherCenters.Documents;

/// <summary>
/// Draws an <see cref="AttendanceSheet"/> with ClosedXML. Version 0.95 measures no text and evaluates no formulas of this
/// kind: widths are set here, cached values are put in afterwards by <see cref="CachedValues"/>.
/// </summary>
public static class AttendanceWorkbook
{
    private const int FirstSession = 5;

    // Letters that fit beside each other at 10 points.
    private const int NameWidth = 32;
    private const int SchoolWidth = 38;
    private const int PositionWidth = 26;

    /// <returns>The file, .xlsx.</returns>
    /// <exception cref="InvalidOperationException">The register's hours are not what marks and credits give: the printed totals would change at the first recalculation.</exception>
    public static byte[] Write(AttendanceSheet sheet)
    {
        foreach (var row in sheet.People)
        {
            if (sheet.Credited(row) != row.Credited)
                throw new InvalidOperationException($"The register credits {row.Credited} hours, the marks give {sheet.Credited(row)}.");
        }
        using var workbook = new XLWorkbook();
        workbook.Style.Font.FontName = "Arial";
        workbook.Style.Font.FontSize = 10;
        workbook.Properties.Title = sheet.Title;
        workbook.Properties.Author = sheet.Organisation;
        var page = new Layout(workbook.AddWorksheet(sheet.Labels.Sheet), sheet, []);
        Head(page);
        Table(page);
        Totals(page);
        Legend(page);
        Signatures(page);
        PageSetup(page);
        using var output = new MemoryStream();
        workbook.SaveAs(output, new SaveOptions { ValidatePackage = false, EvaluateFormulasBeforeSaving = false, GenerateCalculationChain = false });
        CachedValues.Put(output, page.Values);
        return output.ToArray();
    }

    /// <summary>Where things stand, rows and columns counted from one.</summary>
    private sealed record Layout(IXLWorksheet Sheet, AttendanceSheet Data, Dictionary<string, decimal> Values)
    {
        public int Header { get; } = 6 + Data.Notes.Count;

        public int HoursRow => Header + 3;

        public int FirstPerson => Header + 4;

        public int LastPerson => FirstPerson + Math.Max(1, Data.People.Count) - 1;

        public int TotalRow => LastPerson + 1;

        public int FirstCredit => TotalRow + 4;

        public int LastSession => FirstSession + Math.Max(1, Data.Sessions.Count) - 1;

        public int CreditedColumn => LastSession + 1;

        public int PercentColumn => LastSession + 2;

        public static string Cell(int row, int column, bool fixRow = false, bool fixColumn = false) =>
            $"{(fixColumn ? "$" : "")}{XLHelper.GetColumnLetterFromNumber(column)}{(fixRow ? "$" : "")}{row.ToString(CultureInfo.InvariantCulture)}";

        /// <summary><see cref="AttendanceSheet.Share"/> as a formula; the inner roundings take off what binary fractions leave.</summary>
        public string ShareOf(string credited, string planned)
        {
            var rounded = $"ROUND(ROUND({credited}*1000/{planned},6),0)";
            return string.Create(CultureInfo.InvariantCulture,
                $"IF({planned}=0,0,IF(ROUND({credited}*100-{Data.Threshold}*{planned},6)<0,MIN({rounded},{(Data.Threshold * 10) - 1}),{rounded})/1000)");
        }

        public void Formula(int row, int column, string formula, decimal value)
        {
            Sheet.Cell(row, column).FormulaA1 = formula;
            Values[Cell(row, column)] = value;
        }
    }

    private static void Head(Layout page)
    {
        var data = page.Data;
        var dates = string.Create(CultureInfo.InvariantCulture, $"{data.Labels.Dates}: {DayText.Of(data.StartsOn)} – {DayText.Of(data.EndsOn)}");
        var lines = new List<string> { data.Organisation, data.Title, data.Event, dates };
        lines.AddRange(data.Notes);
        for (var i = 0; i < lines.Count; i++)
        {
            var range = page.Sheet.Range(i + 1, 1, i + 1, page.PercentColumn).Merge();
            WorkbookCells.Text(page.Sheet.Cell(i + 1, 1), lines[i]);
            range.Style.Alignment.WrapText = true;
            range.Style.Alignment.Vertical = XLAlignmentVerticalValues.Center;
            range.Style.Font.FontSize = i is 1 or 2 ? 13 : 10;
            range.Style.Font.Bold = i is 1 or 2;
            // The sheet is about 130 letters of this size wide; merged cells do not grow by themselves.
            page.Sheet.Row(i + 1).Height = (i is 1 or 2 ? 18 : 14) * (1 + lines[i].Length / (i is 1 or 2 ? 105 : 140));
        }
    }

    private static void Table(Layout page)
    {
        var (sheet, data, labels) = (page.Sheet, page.Data, page.Data.Labels);
        var headings = new[] { (1, labels.Number), (2, labels.Name), (3, labels.School), (4, labels.Position), (page.CreditedColumn, labels.Credited), (page.PercentColumn, labels.Percent) };
        foreach (var (column, text) in headings)
        {
            sheet.Range(page.Header, column, page.HoursRow, column).Merge();
            WorkbookCells.Text(sheet.Cell(page.Header, column), text);
        }
        for (var i = 0; i < data.Sessions.Count; i++)
        {
            var (session, column) = (data.Sessions[i], FirstSession + i);
            sheet.Cell(page.Header, column).SetValue(session.Date.ToDateTime(TimeOnly.MinValue));
            sheet.Cell(page.Header + 1, column).SetValue(session.Starts.ToTimeSpan());
            if (session.Topic is not null) WorkbookCells.Text(sheet.Cell(page.Header + 2, column), session.Topic);
            sheet.Cell(page.HoursRow, column).SetValue(session.Hours);
        }
        sheet.Range(page.Header, FirstSession, page.Header, page.LastSession).Style.NumberFormat.Format = "dd.mm.yyyy";
        sheet.Range(page.Header + 1, FirstSession, page.Header + 1, page.LastSession).Style.NumberFormat.Format = "hh:mm";
        // The row has no heading of its own: its figures say what they are.
        sheet.Range(page.HoursRow, FirstSession, page.HoursRow, page.LastSession).Style.NumberFormat.Format = "0\" ч\"";
        sheet.Range(page.Header, FirstSession, page.Header, page.LastSession).Style.Alignment.TextRotation = 90;
        sheet.Range(page.Header + 2, FirstSession, page.Header + 2, page.LastSession).Style.Alignment.TextRotation = 90;
        var header = sheet.Range(page.Header, 1, page.HoursRow, page.PercentColumn);
        header.Style.Font.Bold = true;
        header.Style.Font.FontSize = 9;
        header.Style.Alignment.Horizontal = XLAlignmentHorizontalValues.Center;
        header.Style.Alignment.Vertical = XLAlignmentVerticalValues.Center;
        header.Style.Alignment.WrapText = true;
        header.Style.Fill.BackgroundColor = XLColor.FromHtml("#EEF3F1");
        sheet.Row(page.Header).Height = 66;
        sheet.Row(page.Header + 2).Height = data.Sessions.Any(s => s.Topic is not null) ? 90 : 12;
        for (var i = 0; i < data.People.Count; i++) Person(page, i);
    }

    private static void Person(Layout page, int index)
    {
        var (sheet, person, row) = (page.Sheet, page.Data.People[index], page.FirstPerson + index);
        sheet.Cell(row, 1).SetValue(index + 1);
        WorkbookCells.Text(sheet.Cell(row, 2), person.Name);
        if (person.School is not null) WorkbookCells.Text(sheet.Cell(row, 3), person.School);
        if (person.Position is not null) WorkbookCells.Text(sheet.Cell(row, 4), person.Position);
        // The library measures no text: a row is as high as the longest of its wrapped cells needs.
        sheet.Row(row).Height = 14 * Math.Max(WorkbookCells.Lines(person.Name, NameWidth), Math.Max(WorkbookCells.Lines(person.School, SchoolWidth), WorkbookCells.Lines(person.Position, PositionWidth)));
        for (var i = 0; i < page.Data.Sessions.Count; i++)
            if (person.Marks[i] is { } mark) sheet.Cell(row, FirstSession + i).SetValue(mark);
        var marks = $"{Layout.Cell(row, FirstSession, fixColumn: true)}:{Layout.Cell(row, page.LastSession, fixColumn: true)}";
        var hours = $"{Layout.Cell(page.HoursRow, FirstSession, true, true)}:{Layout.Cell(page.HoursRow, page.LastSession, true, true)}";
        var terms = page.Data.Credits.Select((_, i) =>
            $"SUMPRODUCT(({marks}={Layout.Cell(page.FirstCredit + i, 1, true, true)})*{hours})*{Layout.Cell(page.FirstCredit + i, 3, true, true)}");
        page.Formula(row, page.CreditedColumn, Sum(terms), person.Credited);
        page.Formula(row, page.PercentColumn,
            page.ShareOf(Layout.Cell(row, page.CreditedColumn), $"SUM({hours})"),
            page.Data.Share(person.Credited, page.Data.TotalHours));
    }

    private static string Sum(IEnumerable<string> terms) => string.Join("+", terms) is { Length: > 0 } sum ? sum : "0";

    private static void Totals(Layout page)
    {
        var (sheet, data, row) = (page.Sheet, page.Data, page.TotalRow);
        sheet.Range(row, 1, row, 4).Merge();
        WorkbookCells.Text(sheet.Cell(row, 1), data.Labels.Present);
        for (var i = 0; i < data.Sessions.Count; i++)
        {
            var column = FirstSession + i;
            var marks = $"{Layout.Cell(page.FirstPerson, column, true)}:{Layout.Cell(page.LastPerson, column, true)}";
            var terms = data.Credits.Select((_, c) =>
                $"SUMPRODUCT(({marks}={Layout.Cell(page.FirstCredit + c, 1, true, true)})*({Layout.Cell(page.FirstCredit + c, 3, true, true)}>0))");
            page.Formula(row, column, Sum(terms), data.People.Count(p => data.Credits.Any(c => c.Percent > 0 && c.Letter == p.Marks[i])));
        }
        var credited = data.People.Sum(p => p.Credited);
        page.Formula(row, page.CreditedColumn, $"SUM({Layout.Cell(page.FirstPerson, page.CreditedColumn)}:{Layout.Cell(page.LastPerson, page.CreditedColumn)})", credited);
        var all = data.TotalHours * data.People.Count;
        var planned = $"(SUM({Layout.Cell(page.HoursRow, FirstSession, true, true)}:{Layout.Cell(page.HoursRow, page.LastSession, true, true)})*COUNT({Layout.Cell(page.FirstPerson, 1)}:{Layout.Cell(page.LastPerson, 1)}))";
        page.Formula(row, page.PercentColumn, page.ShareOf(Layout.Cell(row, page.CreditedColumn), planned), data.Share(credited, all));

        var body = sheet.Range(page.FirstPerson, 1, row, page.PercentColumn);
        body.Style.Alignment.Vertical = XLAlignmentVerticalValues.Center;
        sheet.Range(page.FirstPerson, 1, page.LastPerson, 1).Style.Alignment.Horizontal = XLAlignmentHorizontalValues.Center;
        sheet.Range(page.FirstPerson, 2, page.LastPerson, 4).Style.Alignment.WrapText = true;
        var marked = sheet.Range(page.FirstPerson, FirstSession, page.LastPerson, page.LastSession);
        // As text: a plus typed into a cell of numbers is taken for the beginning of a formula.
        marked.Style.NumberFormat.Format = "@";
        sheet.Range(page.FirstPerson, FirstSession, row, page.PercentColumn).Style.Alignment.Horizontal = XLAlignmentHorizontalValues.Center;
        sheet.Range(page.FirstPerson, page.CreditedColumn, row, page.CreditedColumn).Style.NumberFormat.Format = "0.##";
        sheet.Range(page.FirstPerson, page.PercentColumn, row, page.PercentColumn).Style.NumberFormat.Format = "0.0%";
        sheet.Range(row, 1, row, page.PercentColumn).Style.Font.Bold = true;
        var table = sheet.Range(page.Header, 1, row, page.PercentColumn);
        table.Style.Border.InsideBorder = XLBorderStyleValues.Thin;
        table.Style.Border.OutsideBorder = XLBorderStyleValues.Thin;
    }

    private static void Legend(Layout page)
    {
        var (sheet, data, row) = (page.Sheet, page.Data, page.FirstCredit);
        WorkbookCells.Text(sheet.Cell(row - 1, 1), data.Labels.Legend);
        WorkbookCells.Text(sheet.Cell(row - 1, 3), data.Labels.Credit);
        sheet.Range(row - 1, 1, row - 1, 3).Style.Font.Bold = true;
        for (var i = 0; i < data.Credits.Count; i++)
        {
            sheet.Cell(row + i, 1).Style.NumberFormat.Format = "@";
            sheet.Cell(row + i, 1).SetValue(data.Credits[i].Letter);
            WorkbookCells.Text(sheet.Cell(row + i, 2), data.Credits[i].Meaning);
            sheet.Cell(row + i, 3).SetValue(data.Credits[i].Percent / 100m);
            sheet.Cell(row + i, 3).Style.NumberFormat.Format = "0%";
            sheet.Cell(row + i, 3).Style.Alignment.Horizontal = XLAlignmentHorizontalValues.Left;
        }
    }

    /// <summary>Beside the legend, so that a sheet that just fits on a page does not leave them alone on the next.</summary>
    private static void Signatures(Layout page)
    {
        var row = page.FirstCredit + 1;
        foreach (var title in page.Data.Signatures)
        {
            WorkbookCells.Text(page.Sheet.Cell(row, 4), title);
            page.Sheet.Range(row, FirstSession, row, page.PercentColumn).Style.Border.BottomBorder = XLBorderStyleValues.Thin;
            row += 2;
        }
    }

    private static void PageSetup(Layout page)
    {
        var sheet = page.Sheet;
        foreach (var (column, width) in new[] { (1, 5.0), (2, NameWidth + 2), (3, SchoolWidth + 2), (4, PositionWidth + 2) }) sheet.Column(column).Width = width;
        for (var column = FirstSession; column <= page.LastSession; column++) sheet.Column(column).Width = 7;
        sheet.Column(page.CreditedColumn).Width = 9;
        sheet.Column(page.PercentColumn).Width = 11;
        sheet.SheetView.Freeze(page.HoursRow, 2);
        var last = page.FirstCredit + Math.Max(page.Data.Credits.Count, 2 * page.Data.Signatures.Count);
        WorkbookCells.PageSetup(sheet, last, page.PercentColumn, page.Data.Labels.Page);
        sheet.PageSetup.SetRowsToRepeatAtTop(page.Header, page.HoursRow);
    }
}
