using Microsoft.EntityFrameworkCore;
using TeacherCenters.Data;
using TeacherCenters.Documents;
using TeacherCenters.Security;

namespace TeacherCenters.Certificates;

/// <summary>
/// Draws documents from their snapshots, after they were registered. A failure leaves a row without a PDF, never a hole in
/// the numbers; the next opening draws it again.
/// </summary>
public sealed class CertificatePdfs(Store store, FileStore files, ILogger<CertificatePdfs> log)
{
    /// <summary>Draws what is missing of a batch and keeps each document by its hash.</summary>
    /// <param name="progress">Told how many are kept so far.</param>
    /// <returns>How many are still pending because they could not be drawn.</returns>
    public async Task<int> KeepAsync(Guid batchKey, IProgress<int>? progress = null, CancellationToken ct = default)
    {
        await using var db = await store.ReadAsync(ct);
        var rows = await db.Set<Certificate>().Where(x => x.BatchKey == batchKey && x.PdfHash == null).OrderBy(x => x.Id).Select(x => new { x.Id, x.Number, x.Snapshot }).ToListAsync(ct);
        var kept = new Dictionary<int, string>(rows.Count);
        foreach (var row in rows)
        {
            try
            {
                var content = await Task.Run(() => Draw([CertificateSnapshot.Parse(row.Snapshot)], ct: ct), ct);
                kept[row.Id] = await files.SaveAsync(content, ct);
                progress?.Report(kept.Count);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.LogError(failure, "The PDF of document {Number} is pending", row.Number);
            }
        }
        await RememberAsync(kept, ct);
        return rows.Count - kept.Count;
    }

    /// <summary>One document, kept by its hash when it is drawn for the first time. One that holds no longer is drawn with a mark that says so, and not kept: the file of the paper that went out stays.</summary>
    public async Task<Stream> OpenAsync(int id, CancellationToken ct = default)
    {
        await using var db = await store.ReadAsync(ct);
        var row = await db.Set<Certificate>().Where(x => x.Id == id).Select(x => new { x.Snapshot, x.PdfHash, x.Status }).SingleAsync(ct);
        if (!Certificate.Holds(row.Status))
            return new MemoryStream(await Task.Run(() => Draw([CertificateSnapshot.Parse(row.Snapshot)], row.Status, ct), ct));
        if (row.PdfHash is { } known && files.Exists(known)) return files.Open(known);
        var hash = await files.SaveAsync(await Task.Run(() => Draw([CertificateSnapshot.Parse(row.Snapshot)], ct: ct), ct), ct);
        await RememberAsync(new() { [id] = hash }, ct);
        return files.Open(hash);
    }

    /// <summary>Several documents as one file, a page each, in the given order.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static byte[] Draw(IReadOnlyList<CertificateSnapshot> snapshots, CertificateStatus? ceased = null, CancellationToken ct = default)
    {
        if (snapshots.Count == 0) throw new ArgumentException("A document without certificates cannot be printed.", nameof(snapshots));
        var first = snapshots[0];
        using var output = new MemoryStream();
        var title = snapshots.Count == 1 ? first.Number : $"{first.Number} – {snapshots[^1].Number}";
        // Dated by the day of issue, not by the clock: the file says when the document was made, not when it was drawn.
        CertificatePdf.Write(output, snapshots.Select(x => CertificateSheets.Of(x, ceased)), title, first.Organisation, first.IssuedOn.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc), ct);
        return output.ToArray();
    }

    /// <summary>Where a PDF lies follows from the snapshot: it raises no version, which an open card would clash with, and is no history.</summary>
    private async Task RememberAsync(Dictionary<int, string> hashes, CancellationToken ct)
    {
        if (hashes.Count == 0) return;
        await store.WriteAsync(Actor.System, "certificates.pdf", async unit =>
        {
            foreach (var (id, hash) in hashes)
                await unit.Db.Set<Certificate>().Where(x => x.Id == id).ExecuteUpdateAsync(set => set.SetProperty(x => x.PdfHash, hash), ct);
            return Kernel.Result.Done;
        }, ct);
    }
}
