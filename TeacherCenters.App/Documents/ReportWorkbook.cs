using System.Globalization;
using ClosedXML.Excel;

namespace TeacherCenters.Documents;

/// <summary>How the numbers of a column are written.</summary>
public enum ReportFormat
{
    Text,

    /// <summary>Whole, with spaces between thousands.</summary>
    Number,

    /// <summary>From 0 to 100, with one decimal place and the sign.</summary>
    Percent,
}

/// <summary>A number that is written otherwise than its column: plans in people stand beside plans in per cent.</summary>
/// <param name="Sign">Shown before the number, which stays one: «≥», «&gt;».</param>
public sealed record ReportValue(decimal Value, ReportFormat Format, string? Sign = null);

/// <param name="Width">In letters, as spreadsheets count; the widest of a sheet's tables holds.</param>
public sealed record ReportColumn(string Header, double Width, ReportFormat Format = ReportFormat.Text);

/// <param name="Rows">Texts, numbers and <see cref="ReportValue"/>s by column; null leaves the cell empty. A number in a column of texts is written as whole.</param>
/// <param name="HasTotal">The last row is the total.</param>
public sealed record ReportTable(string? Heading, IReadOnlyList<ReportColumn> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows, bool HasTotal = false);

/// <param name="Name">Of the sheet; what a sheet's name can't hold is left out.</param>
/// <param name="Lines">Under the title: what is counted and as of when.</param>
public sealed record ReportSheet(string Name, string Title, IReadOnlyList<string> Lines, IReadOnlyList<ReportTable> Tables);

/// <summary>A report as it is sent upward: sheets of titled tables, ready to be printed on A4. Drawn with ClosedXML.</summary>
public static class ReportWorkbook
{
    private const int LongestSheetName = 31;
    private static readonly string[] Formats = ["@", "#,##0", "0.0\" %\""];

    /// <returns>The file, .xlsx.</returns>
    public static byte[] Write(string title, string page, IReadOnlyList<ReportSheet> sheets)
    {
        using var workbook = new XLWorkbook();
        workbook.Style.Font.FontName = "Arial";
        workbook.Style.Font.FontSize = 10;
        workbook.Properties.Title = title;
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var sheet in sheets) Draw(workbook.AddWorksheet(NameOf(sheet.Name, names)), sheet, page);
        using var output = new MemoryStream();
        workbook.SaveAs(output, new SaveOptions { ValidatePackage = false, EvaluateFormulasBeforeSaving = false, GenerateCalculationChain = false });
        return output.ToArray();
    }

    private static void Draw(IXLWorksheet sheet, ReportSheet data, string page)
    {
        var columns = Math.Max(1, data.Tables.Select(x => x.Columns.Count).DefaultIfEmpty(1).Max());
        for (var i = 0; i < columns; i++) sheet.Column(i + 1).Width = data.Tables.Where(x => x.Columns.Count > i).Select(x => x.Columns[i].Width).DefaultIfEmpty(12).Max();
        var letters = Enumerable.Range(1, columns).Sum(x => sheet.Column(x).Width);
        var row = 1;
        foreach (var (line, isTitle) in data.Lines.Select(x => (x, false)).Prepend((data.Title, true)))
        {
            var range = sheet.Range(row, 1, row, columns).Merge();
            WorkbookCells.Text(sheet.Cell(row, 1), line);
            (range.Style.Alignment.WrapText, range.Style.Alignment.Vertical) = (true, XLAlignmentVerticalValues.Top);
            (range.Style.Font.Bold, range.Style.Font.FontSize) = (isTitle, isTitle ? 13 : 10);
            // Merged cells do not grow by themselves.
            sheet.Row(row).Height = (isTitle ? 18 : 14) * WorkbookCells.Lines(line, (int)(isTitle ? letters / 1.4 : letters));
            row++;
        }
        var first = 0;
        foreach (var table in data.Tables)
        {
            row++;
            if (table.Heading is not null)
            {
                WorkbookCells.Text(sheet.Cell(row, 1), table.Heading);
                sheet.Cell(row, 1).Style.Font.Bold = true;
                row++;
            }
            if (first == 0) first = row;
            row = Draw(sheet, table, row);
        }
        WorkbookCells.PageSetup(sheet, row - 1, columns, page);
        // One table goes over pages under its heading; several have headings of their own, and stand upright on one page.
        if (data.Tables.Count > 1)
        {
            sheet.PageSetup.PageOrientation = XLPageOrientation.Portrait;
            sheet.PageSetup.FitToPages(1, 1);
        }
        else if (first > 0)
        {
            sheet.SheetView.FreezeRows(first);
            sheet.PageSetup.SetRowsToRepeatAtTop(first, first);
        }
    }

    /// <returns>The first row below the table.</returns>
    private static int Draw(IXLWorksheet sheet, ReportTable table, int top)
    {
        var (row, width) = (top, table.Columns.Count);
        for (var i = 0; i < width; i++) WorkbookCells.Text(sheet.Cell(row, i + 1), table.Columns[i].Header);
        var header = sheet.Range(row, 1, row, width);
        (header.Style.Font.Bold, header.Style.Alignment.WrapText, header.Style.Alignment.Vertical) = (true, true, XLAlignmentVerticalValues.Center);
        header.Style.Fill.BackgroundColor = XLColor.FromHtml("#EEF3F1");
        sheet.Row(row).Height = 14 * table.Columns.Max(x => WorkbookCells.Lines(x.Header, (int)(x.Width / 1.2)));
        foreach (var values in table.Rows)
        {
            row++;
            for (var i = 0; i < width; i++) Put(sheet.Cell(row, i + 1), values[i], table.Columns[i].Format);
            var lines = values.Take(width).Select((x, i) => x is string text ? WorkbookCells.Lines(text, (int)table.Columns[i].Width) : 1).DefaultIfEmpty(1).Max();
            if (lines > 1) sheet.Row(row).Height = 13.5 * lines;
        }
        var body = sheet.Range(top, 1, row, width);
        (body.Style.Border.InsideBorder, body.Style.Border.OutsideBorder) = (XLBorderStyleValues.Thin, XLBorderStyleValues.Thin);
        if (table.HasTotal && table.Rows.Count > 0) sheet.Range(row, 1, row, width).Style.Font.Bold = true;
        return row + 1;
    }

    private static void Put(IXLCell cell, object? value, ReportFormat format)
    {
        if (value is string text)
        {
            WorkbookCells.Text(cell, text);
            (cell.Style.Alignment.WrapText, cell.Style.Alignment.Vertical) = (true, XLAlignmentVerticalValues.Top);
        }
        else if (value is not null)
        {
            var sign = (value as ReportValue)?.Sign;
            if (value is ReportValue own) (value, format) = (own.Value, own.Format);
            cell.SetValue(Convert.ToDecimal(value, CultureInfo.InvariantCulture));
            cell.Style.NumberFormat.Format = (sign is null ? "" : $"\"{sign} \"") + (format == ReportFormat.Text ? "0" : Formats[(int)format]);
            cell.Style.Alignment.Vertical = XLAlignmentVerticalValues.Top;
        }
    }

    private static string NameOf(string name, HashSet<string> taken)
    {
        var clean = string.Concat(name.Where(x => !"[]:*?/\\'".Contains(x, StringComparison.Ordinal))).Trim();
        if (clean.Length > LongestSheetName) clean = clean[..LongestSheetName].TrimEnd();
        for (var (unique, i) = (clean.Length == 0 ? "1" : clean, 2); ; i++)
        {
            if (taken.Add(unique)) return unique;
            var end = $" {i}";
            unique = (clean.Length + end.Length > LongestSheetName ? clean[..(LongestSheetName - end.Length)] : clean) + end;
        }
    }
}
