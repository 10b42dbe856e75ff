using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace TeacherCenters.Documents;

/// <summary>Puts known results beside formulas, for readers that do not calculate: previews, phones, imports.</summary>
internal static class CachedValues
{
    /// <param name="workbook">Changed in place; has one sheet.</param>
    /// <param name="values">By address.</param>
    public static void Put(MemoryStream workbook, IReadOnlyDictionary<string, decimal> values)
    {
        workbook.Position = 0;
        using var document = SpreadsheetDocument.Open(workbook, isEditable: true);
        var data = document.WorkbookPart!.WorksheetParts.Single().Worksheet.GetFirstChild<SheetData>()!;
        SortColumns(data.Parent!.GetFirstChild<Columns>());
        foreach (var row in data.Elements<Row>())
        {
            foreach (var cell in row.Elements<Cell>())
            {
                if (cell.CellFormula is null || !values.TryGetValue(cell.CellReference!.Value!, out var value)) continue;
                cell.DataType = null;
                cell.CellValue = new CellValue(value.ToString(CultureInfo.InvariantCulture));
            }
        }
    }

    /// <summary>ClosedXML puts the columns beyond the table first; strict readers want them in order.</summary>
    private static void SortColumns(Columns? columns)
    {
        if (columns is null) return;
        var sorted = columns.Elements<Column>().OrderBy(c => c.Min!.Value).ToList();
        columns.RemoveAllChildren();
        columns.Append(sorted);
    }
}
