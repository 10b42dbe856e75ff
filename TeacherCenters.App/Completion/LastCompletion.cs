using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TeacherCenters.Data;
using TeacherCenters.Enrollments;
using TeacherCenters.Events;

namespace TeacherCenters.Completion;

/// <summary>Numbers and dates of the papers that close an event; no protocol where there was no final assessment.</summary>
public sealed record CompletionPapers(string? ProtocolNumber, DateOnly? ProtocolDate, string? OrderNumber, DateOnly? OrderDate);

/// <summary>An event's latest completion as its change set tells it: what a reopening takes back, and what is offered again after one.</summary>
internal sealed record LastCompletion(CompletionPapers Papers, IReadOnlySet<int> Expelled)
{
    /// <returns>Null when the event was never completed.</returns>
    public static async Task<LastCompletion?> OfAsync(AppDb db, int eventId, CancellationToken ct)
    {
        var rows = await db.ChangeSets.AsNoTracking()
            .Where(x => x.Verb == CompletionCommands.CompleteVerb && x.Rows.Any(r => r.Kind == nameof(TrainingEvent) && r.Key == eventId))
            .OrderByDescending(x => x.Id)
            .Select(x => x.Rows.Where(r => r.After != null && (r.Kind == nameof(Enrollment) || r.Kind == nameof(TrainingEvent))).Select(r => new { r.Kind, r.Key, After = r.After! }).ToList())
            .FirstOrDefaultAsync(ct);
        if (rows is null) return null;
        return new(
            JsonSerializer.Deserialize<CompletionPapers>(rows.Single(x => x.Kind == nameof(TrainingEvent)).After)!,
            rows.Where(x => x.Kind == nameof(Enrollment) && IsExpelled(x.After)).Select(x => x.Key).ToHashSet());
    }

    private static bool IsExpelled(string after)
    {
        using var values = JsonDocument.Parse(after);
        return values.RootElement.TryGetProperty(nameof(Enrollment.Status), out var status) && status.GetString() == nameof(EnrollmentStatus.Expelled);
    }
}
