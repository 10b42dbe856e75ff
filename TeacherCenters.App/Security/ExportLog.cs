namespace TeacherCenters.Security;

/// <summary>Marks an endpoint that hands out people's data and writes that down (152-FZ).</summary>
public sealed class ExportLog
{
    private ExportLog()
    {
    }

    internal static ExportLog Mark { get; } = new();
}

public static class ExportLogging
{
    /// <summary>Who takes a list or a paper with people out of the house stands in the log of acts, with the file's name and the address that was asked for; what was not found leaves no trace.</summary>
    public static RouteHandlerBuilder LogExport(this RouteHandlerBuilder route) => route.WithMetadata(ExportLog.Mark).AddEndpointFilter(async (context, next) =>
    {
        var answer = await next(context);
        if (answer is IStatusCodeHttpResult { StatusCode: StatusCodes.Status404NotFound }) return answer;
        var (http, request) = (context.HttpContext, context.HttpContext.Request);
        var actor = Actor.From(http.User, http.Connection.RemoteIpAddress?.ToString());
        var address = request.Path + request.QueryString.ToString();
        var what = answer is IFileHttpResult { FileDownloadName: { Length: > 0 } name } ? $"{name} ({address})" : address;
        await http.RequestServices.GetRequiredService<AuditCommands>().LogExportAsync(actor, what, http.RequestAborted);
        return answer;
    });
}
