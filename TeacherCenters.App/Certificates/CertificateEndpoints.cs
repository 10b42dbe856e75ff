using TeacherCenters.Kernel;
using TeacherCenters.People;
using TeacherCenters.Security;
using TeacherCenters.Settings;
using TeacherCenters.Ui;

namespace TeacherCenters.Certificates;

/// <summary>Files to print. What the actor may not see is as good as absent.</summary>
internal static class CertificateEndpoints
{
    private const string Pdf = "application/pdf";
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/certificates.xlsx", BookAsync).RequireAuthorization(nameof(Permission.ViewCertificates)).LogExport();
        routes.MapGet("/events/{id:int}/certificates-sheet.pdf", SheetAsync).RequireAuthorization(nameof(Permission.ViewCertificates)).LogExport();
        routes.MapGet("/certificates/{token}.pdf", OneAsync).RequireAuthorization(nameof(Permission.ViewCertificates)).LogExport();
        routes.MapGet("/certificates/batch/{batchKey:guid}.pdf", async (Guid batchKey, HttpContext context, CertificateQueries queries) =>
            Print(await queries.BatchAsync(Actor.From(context.User), batchKey, context.RequestAborted), context)).RequireAuthorization(nameof(Permission.ViewCertificates)).LogExport();
        routes.MapGet("/events/{id:int}/certificates.pdf", async (int id, HttpContext context, CertificateQueries queries) =>
            Print(await queries.OfEventToPrintAsync(Actor.From(context.User), id, context.RequestAborted), context)).RequireAuthorization(nameof(Permission.ViewCertificates)).LogExport();
    }

    private static async Task<IResult> BookAsync(HttpContext context, CertificateQueries queries, NetworkClock clock)
    {
        var rows = await queries.AllAsync(Actor.From(context.User), FilterUrl.Read<CertificateFilter>(context.Request.Query), FilterUrl.Order(context.Request.Query), context.RequestAborted);
        var content = new MemoryStream();
        await Task.Run(() => CertificateBook.Write(content, rows, context.RequestAborted), context.RequestAborted);
        content.Position = 0;
        return Results.File(content, Workbook, $"{CertificatesText.Title} {clock.Today:yyyy-MM-dd}.xlsx");
    }

    private static async Task<IResult> SheetAsync(int id, HttpContext context, CertificateQueries queries, NetworkClock clock)
    {
        if (await queries.SheetAsync(Actor.From(context.User), id, context.RequestAborted) is not { } sheet) return Results.NotFound();
        var content = new MemoryStream();
        CertificateBook.WriteSheet(content, sheet, clock.UtcNow);
        content.Position = 0;
        return Show(context, content, CertificatesText.Sheet);
    }

    private static async Task<IResult> OneAsync(string token, HttpContext context, CertificateQueries queries, CertificatePdfs pdfs)
    {
        if (await queries.FindAsync(Actor.From(context.User), token, context.RequestAborted) is not { } found) return Results.NotFound();
        return Show(context, await pdfs.OpenAsync(found.Id, context.RequestAborted), found.Number);
    }

    private static IResult Print(PrintJob? job, HttpContext context) =>
        job is null ? Results.NotFound() : Show(context, new MemoryStream(CertificatePdfs.Draw(job.Snapshots, ct: context.RequestAborted)), job.Name);

    /// <summary>Opens in the browser, to be printed at once; the name is for who saves it.</summary>
    private static IResult Show(HttpContext context, Stream content, string name)
    {
        var disposition = new Microsoft.Net.Http.Headers.ContentDispositionHeaderValue("inline");
        disposition.SetHttpFileName(name.Replace('/', '-') + ".pdf");
        context.Response.Headers.ContentDisposition = disposition.ToString();
        context.Response.Headers.CacheControl = "no-store";
        return Results.Stream(content, Pdf);
    }
}
