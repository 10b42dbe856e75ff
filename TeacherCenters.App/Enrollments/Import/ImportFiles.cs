using TeacherCenters.Documents;
using TeacherCenters.Kernel;

namespace TeacherCenters.Enrollments.Import;

/// <summary>Reads uploaded lists one at a time and for a minute at most: an upload must not starve the others at work.</summary>
public sealed class ImportFiles : IDisposable
{
    public const long LargestFile = 10 << 20;

    /// <summary>Characters of a paste; a list of 5,000 rows has about a million.</summary>
    public const int LongestPaste = 4_000_000;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    private readonly SemaphoreSlim _one = new(1);

    /// <summary>A workbook, or a text with separators by its name.</summary>
    /// <returns>The list; or a fault of the file (<see cref="WorkbookReader"/>), <c>ImportNoNameColumn</c>, <c>ImportTooSlow</c>.</returns>
    public Task<Result<ImportSource>> ReadAsync(byte[] file, string name, CancellationToken ct = default) => OneAsync(cancel =>
    {
        var book = name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) ? TextTable.FromCsv(file) : WorkbookReader.Read(file, cancel: cancel);
        return book.Problem is { } problem ? problem : ImportSource.Of(book.Require());
    }, ct);

    /// <summary>Rows copied from a spreadsheet.</summary>
    /// <returns>As <see cref="ReadAsync"/>.</returns>
    public Task<Result<ImportSource>> ReadPasteAsync(string text, CancellationToken ct = default) => OneAsync(_ =>
    {
        var book = TextTable.FromPaste(text);
        return book.Problem is { } problem ? problem : ImportSource.OfPaste(book.Require());
    }, ct);

    public void Dispose() => _one.Dispose();

    private async Task<Result<ImportSource>> OneAsync(Func<CancellationToken, Result<ImportSource>> read, CancellationToken ct)
    {
        await _one.WaitAsync(ct);
        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
            limit.CancelAfter(Longest);
            return await Task.Run(() => read(limit.Token), limit.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return new Problem("ImportTooSlow");
        }
        finally
        {
            _one.Release();
        }
    }
}
