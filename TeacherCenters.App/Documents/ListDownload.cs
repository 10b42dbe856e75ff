namespace TeacherCenters.Documents;

/// <summary>A list as a download: written to a temporary file first, so that neither memory nor an open answer waits for the store.</summary>
public static class ListDownload
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <param name="name">Name of the file and of its sheet, without ending; the day is added to the file's.</param>
    public static async Task<IResult> OfAsync<T>(string name, DateOnly day, IReadOnlyList<TableColumn<T>> columns, IAsyncEnumerable<T> rows, CancellationToken ct)
    {
        var file = new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.DeleteOnClose);
        try
        {
            await TableExport.WriteAsync(file, name, columns, rows, ct);
            file.Position = 0;
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
        return Results.File(file, ContentType, $"{name} {day:yyyy-MM-dd}.xlsx");
    }
}
