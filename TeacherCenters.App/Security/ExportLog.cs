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
    /// <summary>Who takes a list or a paper with people out of the house stands in the log of acts, with the address that was asked for; what was not found leaves no trace.</summary>
    public static RouteHandlerBuilder LogExport(this RouteHandlerBuilder route) => route.WithMetadata(ExportLog.Mark).AddEndpointFilter(async (context, next) =>
    {
        var answer = await next(context);
        if (answer is IStatusCodeHttpResult { StatusCode: StatusCodes.Status404NotFound }) return answer;
        var (http, request) = (context.HttpContext, context.HttpContext.Request);
        var actor = Actor.From(http.User, http.Connection.RemoteIpAddress?.ToString());
        await http.RequestServices.GetRequiredService<AuditCommands>().LogExportAsync(actor, request.Path + request.QueryString.ToString(), http.RequestAborted);
        return answer;
    });
}
