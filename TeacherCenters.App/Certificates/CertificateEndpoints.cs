using TeacherCenters.Security;

namespace TeacherCenters.Certificates;

/// <summary>Files to print. What the actor may not see is as good as absent.</summary>
internal static class CertificateEndpoints
{
    private const string Pdf = "application/pdf";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/certificates/{token}.pdf", OneAsync).RequireAuthorization(nameof(Permission.ViewCertificates));
        routes.MapGet("/certificates/batch/{batchKey:guid}.pdf", async (Guid batchKey, HttpContext context, CertificateQueries queries) =>
            Print(await queries.BatchAsync(Actor.From(context.User), batchKey, context.RequestAborted), context)).RequireAuthorization(nameof(Permission.ViewCertificates));
        routes.MapGet("/events/{id:int}/certificates.pdf", async (int id, HttpContext context, CertificateQueries queries) =>
            Print(await queries.OfEventToPrintAsync(Actor.From(context.User), id, context.RequestAborted), context)).RequireAuthorization(nameof(Permission.ViewCertificates));
    }

    private static async Task<IResult> OneAsync(string token, HttpContext context, CertificateQueries queries, CertificatePdfs pdfs)
    {
        if (await queries.FindAsync(Actor.From(context.User), token, context.RequestAborted) is not { } found) return Results.NotFound();
        return Show(context, await pdfs.OpenAsync(found.Id, context.RequestAborted), found.Number);
    }

    private static IResult Print(PrintJob? job, HttpContext context) =>
        job is null ? Results.NotFound() : Show(context, new MemoryStream(CertificatePdfs.Draw(job.Snapshots, context.RequestAborted)), job.Name);

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
