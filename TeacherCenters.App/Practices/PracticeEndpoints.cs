using System.Net.Mime;
using TeacherCenters.Data;
using TeacherCenters.Documents;
using TeacherCenters.Events;
using TeacherCenters.Kernel;
using TeacherCenters.People;
using TeacherCenters.Security;
using TeacherCenters.Settings;
using TeacherCenters.Ui;

namespace TeacherCenters.Practices;

/// <summary>The list as a workbook, with the same query string as its page, and the files of one practice. What the actor may not see is as good as absent.</summary>
public static class PracticeEndpoints
{
    public static IEndpointRouteBuilder MapPractices(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/practices.xlsx", ListAsync).RequireAuthorization(nameof(Permission.ViewEvents)).LogExport();
        endpoints.MapGet("/practices/{id:int}/card.pdf", PdfAsync).RequireAuthorization(nameof(Permission.ViewEvents)).LogExport();
        endpoints.MapGet("/practices/{id:int}/card.xlsx", SheetAsync).RequireAuthorization(nameof(Permission.ViewEvents)).LogExport();
        endpoints.MapGet("/practices/{id:int}/files/{fileId:int}", FileAsync).RequireAuthorization(nameof(Permission.ViewEvents));
        return endpoints;
    }

    private static async Task<IResult> ListAsync(HttpContext context, PracticeQueries practices, NetworkClock clock, CancellationToken ct)
    {
        var rows = await practices.AllAsync(Actor.From(context.User), FilterUrl.Read<PracticeFilter>(context.Request.Query), FilterUrl.Order(context.Request.Query), ct);
        TableColumn<PracticeRow>[] columns =
        [
            new(PracticesText.Column_Title, 60, x => x.Title), new(PracticesText.Column_Kind, 16, x => PracticeTexts.Of(x.Kind)), new(PracticesText.Column_Subject, 24, x => x.Subject),
            new(PracticesText.Column_Authors, 44, x => string.Join(", ", x.Authors.Select(a => a.Full))), new(PracticesText.Column_Center, 26, x => x.Center), new(PracticesText.Column_Status, 16, x => PracticeTexts.Of(x.Status, x.Kind)),
            new(PracticesText.Column_Proposed, 14, x => x.ProposedOn, TableFormat.Date), new(PracticesText.Column_Published, 16, x => x.PublishedOn, TableFormat.Date),
            new(PracticesText.Column_Files, 10, x => x.Files), new(PracticesText.Column_Showings, 10, x => x.Showings),
        ];
        return await ListDownload.OfAsync(PracticesText.Export_File, clock.Today, columns, rows.ToAsyncEnumerable(), ct);
    }

    private static async Task<IResult> PdfAsync(int id, HttpContext context, PracticeQueries practices, NetworkClock clock, CancellationToken ct)
    {
        if (await practices.DetailsAsync(Actor.From(context.User), id, ct) is not { } of) return Results.NotFound();
        using var pdf = new MemoryStream();
        PracticePdf.Write(pdf, of, clock.Today, clock.UtcNow);
        return Results.File(pdf.ToArray(), MediaTypeNames.Application.Pdf, $"{PracticesText.Pdf_File} {id}.pdf");
    }

    private static async Task<IResult> SheetAsync(int id, HttpContext context, PracticeQueries practices, NetworkClock clock, CancellationToken ct)
    {
        if (await practices.DetailsAsync(Actor.From(context.User), id, ct) is not { } of) return Results.NotFound();
        IEnumerable<(string Label, string Value, string? Note)> rows =
        [
            (PracticesText.Column_Title, of.Title, null),
            .. PracticePdf.Facts(of).Where(x => x.Label != PracticesText.Column_Authors).Select(x => (x.Label, x.Text, (string?)null)),
            .. of.Authors.Select(x => (PracticesText.Sheet_Author, x.Name.Full, x.Work)),
            .. of.Summary is { } summary ? [(PracticesText.Field_Summary, summary, (string?)null)] : Array.Empty<(string, string, string?)>(),
            .. of.Showings.Select(x => (PracticesText.Card_Showings, PracticeTexts.Of(x), (string?)$"{EventTexts.Days(x.StartsOn, x.EndsOn)}, {x.Center}")),
            .. of.Files.Select(x => (PracticesText.Files_Name, x.Name, (string?)PracticeTexts.Size(x.Size))),
        ];
        TableColumn<(string Label, string Value, string? Note)>[] columns =
            [new(PracticesText.Sheet_Field, 20, x => x.Label), new(PracticesText.Sheet_Value, 80, x => x.Value), new(PracticesText.Sheet_Note, 50, x => x.Note)];
        return await ListDownload.OfAsync($"{PracticesText.Pdf_File} {id}", clock.Today, columns, rows.ToAsyncEnumerable(), ct);
    }

    /// <summary>Always saved, never shown in the page: what somebody attached does not run under our address.</summary>
    private static async Task<IResult> FileAsync(int id, int fileId, HttpContext context, PracticeQueries practices, FileStore files, CancellationToken ct) =>
        await practices.FileAsync(Actor.From(context.User), id, fileId, ct) is { } file && files.Exists(file.Hash) ? Results.File(files.Open(file.Hash), MediaTypeNames.Application.Octet, file.Name) : Results.NotFound();
}
