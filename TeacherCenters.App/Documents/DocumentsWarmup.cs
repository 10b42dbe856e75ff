namespace TeacherCenters.Documents;

/// <summary>The first workbook and the first PDF of a process take half a second more; this makes them nobody's.</summary>
public static class DocumentsWarmup
{
    /// <summary>Draws a small workbook, a list and a certificate into memory. Call it in the background after the start.</summary>
    public static void Run()
    {
        var day = new DateOnly(2026, 1, 1);
        _ = AttendanceWorkbook.Write(new AttendanceSheet
        {
            Organisation = "А",
            Event = "Б",
            StartsOn = day,
            EndsOn = day,
            Sessions = [new AttendanceColumn(day, new TimeOnly(10, 0), 2, "В")],
            People = [new AttendanceRow("Г", null, null, ["+"], 2)],
            Credits = [new AttendanceCredit("+", "Д", 100)],
            Threshold = 75,
        });
        TableExport.Write(Stream.Null, "А", [new TableColumn<int>("Б", 10, row => row)], [1]);
        CertificatePdf.Write(Stream.Null, [new CertificateSheet { Organisation = "А", Title = "Б", Number = "1", City = "В", IssuedOn = "Г", Person = "Д", QrPayload = "Е" }], "А", "Б", DateTime.UnixEpoch);
    }
}
