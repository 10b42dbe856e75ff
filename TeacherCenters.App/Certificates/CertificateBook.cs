using TeacherCenters.Documents;
using TeacherCenters.Kernel.Russian;
using TeacherCenters.Kernel;
using TeacherCenters.Ui;

namespace TeacherCenters.Certificates;

/// <summary>The book of issued documents as a workbook, and the sheet on which their owners sign.</summary>
public static class CertificateBook
{
    /// <summary>Columns of the book of registration (domain §4); the two for signatures are for paper.</summary>
    public static void Write(Stream output, IReadOnlyList<CertificateBookLine> rows, CancellationToken cancel)
    {
        var lines = rows.Select((row, index) => new Line(index + 1, row.Row, row.Snapshot));
        TableColumn<Line>[] columns =
        [
            new(CertificatesText.Book_Order, 7, x => x.Order),
            new(CertificatesText.Book_Kind, 38, x => CertificateTexts.FullNameOf(x.Row.Kind)),
            new(CertificatesText.Book_Blank, 16, x => x.Row.BlankNumber),
            new(CertificatesText.Number, 22, x => x.Row.Number),
            new(CertificatesText.IssuedOn, 13, x => x.Row.IssuedOn, TableFormat.Date),
            new(CertificatesText.Person, 36, x => x.Row.PersonName),
            new(CertificatesText.About, 48, x => x.Row.Title),
            new(CertificatesText.Card_Hours, 10, x => x.Snapshot.Hours == 0 ? null : x.Snapshot.Hours),
            new(CertificatesText.Card_Credited, 10, x => x.Snapshot.Credited),
            new(CertificatesText.Book_Protocol, 22, x => Paper(x.Snapshot.ProtocolNumber, x.Snapshot.ProtocolDate)),
            new(CertificatesText.Book_OrderPaper, 22, x => Paper(x.Snapshot.OrderNumber, x.Snapshot.OrderDate)),
            new(CertificatesText.Center, 26, x => x.Row.Center),
            new(CertificatesText.Status, 18, x => CertificateTexts.Of(x.Row.Status)),
            new(CertificatesText.Book_HandedOver, 34, x => HandedOver(x.Row)),
            new(CertificatesText.Book_Clerk, 20, _ => null),
            new(CertificatesText.Book_Recipient, 20, _ => null),
            new(CertificatesText.Book_Mark, 40, x => Mark(x.Row, x.Snapshot)),
        ];
        TableExport.Write(output, CertificatesText.Title, columns, lines, cancel);
    }

    /// <param name="created">Instant in UTC.</param>
    public static void WriteSheet(Stream output, HandOverSheet sheet, DateTime created) => SignInSheetPdf.Write(output,
        [
            new SignInSheet
            {
                Organisation = sheet.Organisation,
                Title = CertificatesText.Sheet_Title,
                Event = sheet.Title,
                Day = DatesInWords.Day(sheet.Day),
                Sessions = [CertificatesText.Sheet_Day],
                WorkplaceHeader = CertificatesText.Number,
                People = [.. sheet.People.Select(x => new SignInPerson(x.Name, x.Number))],
                Footer = CertificatesText.Sheet_Footer,
            },
        ], CertificatesText.Sheet_Title, sheet.Organisation, created);

    private static string? Paper(string? number, DateOnly? day) => number is null ? null : Phrase.Of(CertificatesText.Card_NumberAndDate, number, DayText.Of(day));

    private static string? HandedOver(CertificateRow row) => row.HandedOverOn is null
        ? null
        : string.Join(", ", new[] { DayText.Of(row.HandedOverOn), row.HandOverWay is { } way ? CertificateTexts.Of(way) : null, row.HandedOverTo }.Where(x => !string.IsNullOrEmpty(x)));

    private static string? Mark(CertificateRow row, CertificateSnapshot snapshot)
    {
        var marks = new List<string>();
        if (snapshot.DuplicateOf is { } original) marks.Add(Phrase.Of(CertificatesText.Book_Mark_Duplicate, original));
        if (row.AnnulledOn is { } day) marks.Add($"{CertificateTexts.Of(row.Status)} {DayText.Of(day)}{(row.AnnulOrder is { } order ? $", {CertificatesText.Card_Order} № {order}" : "")}");
        return marks.Count == 0 ? null : string.Join("; ", marks);
    }

    private sealed record Line(int Order, CertificateRow Row, CertificateSnapshot Snapshot);
}
