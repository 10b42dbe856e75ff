using ClosedXML.Excel;

namespace TeacherCenters.Documents;

/// <summary>What the formatted workbooks have in common.</summary>
internal static class WorkbookCells
{
    /// <summary>A text is never a formula, whatever it begins with, and stays a text when it is edited.</summary>
    public static void Text(IXLCell cell, string text)
    {
        var clean = InertText.Clean(text);
        if (InertText.IsRisky(clean)) cell.Style.IncludeQuotePrefix = true;
        cell.SetValue(clean);
        cell.DataType = XLDataType.Text;
    }

    /// <summary>Lines of a text that is wrapped between words in a column of so many letters.</summary>
    public static int Lines(string? text, int width)
    {
        var (lines, used) = (1, 0);
        foreach (var word in (text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (used > 0 && used + 1 + word.Length > width) (lines, used) = (lines + 1, 0);
            lines += word.Length / (width + 1);
            used += (used == 0 ? 0 : 1) + (word.Length % (width + 1));
        }
        return lines;
    }

    /// <summary>A4 across, one page wide, numbered.</summary>
    /// <param name="page">The word before the number of the page.</param>
    public static void PageSetup(IXLWorksheet sheet, int lastRow, int lastColumn, string page)
    {
        var setup = sheet.PageSetup;
        setup.PaperSize = XLPaperSize.A4Paper;
        setup.PageOrientation = XLPageOrientation.Landscape;
        setup.PrintAreas.Add(1, 1, lastRow, lastColumn);
        setup.FitToPages(1, 0);
        // In inches. The library's own margins hide the footer in LibreOffice.
        (setup.Margins.Left, setup.Margins.Right, setup.Margins.Top, setup.Margins.Bottom) = (0.4, 0.4, 0.5, 0.7);
        (setup.Margins.Header, setup.Margins.Footer) = (0.3, 0.3);
        setup.Footer.Right.AddText(page + " ");
        setup.Footer.Right.AddText(XLHFPredefinedText.PageNumber);
        setup.Footer.Right.AddText(" / ");
        setup.Footer.Right.AddText(XLHFPredefinedText.NumberOfPages);
    }
}
