using Microsoft.EntityFrameworkCore;
using TeacherCenters.Data;
using TeacherCenters.Kernel;

namespace TeacherCenters.Assessments;

/// <summary>No slot is over-booked, two different assessors score, none of them the candidate, and no result stands without two final scores.</summary>
public static class AssessmentInvariants
{
    public static IServiceCollection AddAssessmentInvariants(this IServiceCollection services) => services
        .AddSingleton(new Invariant("assessments.seats", SeatsAsync))
        .AddSingleton(new Invariant("assessments.assessors", AssessorsAsync))
        .AddSingleton(new Invariant("assessments.results", ResultsAsync))
        .AddSingleton(new Invariant("assessments.strangers", StrangersAsync));

    public static async Task<IReadOnlyList<Problem>> SeatsAsync(AppDb db, FileStore files, CancellationToken ct = default)
    {
        var slots = await db.Set<AssessmentSlot>().AsNoTracking().Select(x => new { x.Id, x.Seats, x.SeatsTaken, Held = db.Set<Assessment>().Count(a => a.SlotId == x.Id) }).ToListAsync(ct);
        return [.. slots.Where(x => x.Held != x.SeatsTaken || x.Held > x.Seats).Select(x => new Problem("Found_SlotSeats", x.Id, x.SeatsTaken, x.Held, x.Seats))];
    }

    public static async Task<IReadOnlyList<Problem>> AssessorsAsync(AppDb db, FileStore files, CancellationToken ct = default)
    {
        var scores = await db.Set<AssessorScore>().AsNoTracking().Select(x => new
        {
            x.AssessmentId, x.AccountId,
            IsAssigned = db.Set<Assessment>().Any(a => a.Id == x.AssessmentId && db.Set<SessionAssessor>().Any(s => s.SessionId == a.Slot!.SessionId && s.AccountId == x.AccountId)),
        }).ToListAsync(ct);
        var found = scores.Where(x => !x.IsAssigned).Select(x => new Problem("Found_ScoredByStranger", x.AssessmentId, x.AccountId)).ToList();
        found.AddRange(scores.GroupBy(x => x.AssessmentId).Where(x => x.DistinctBy(s => s.AccountId).Count() != x.Count()).Select(x => new Problem("Found_ScoredTwice", x.Key)));
        return found;
    }

    /// <summary>Nobody has scored their own assessment. Other ties are asked on the day: a pair or a lesson of later years makes no result doubtful.</summary>
    public static async Task<IReadOnlyList<Problem>> StrangersAsync(AppDb db, FileStore files, CancellationToken ct = default)
    {
        var own = await (
            from score in db.Set<AssessorScore>()
            join account in db.Users on score.AccountId equals account.Id
            join assessment in db.Set<Assessment>() on score.AssessmentId equals assessment.Id
            where assessment.Status == AssessmentStatus.Completed && account.PersonId == assessment.PersonId
            select new { score.AssessmentId, score.AccountId }).ToListAsync(ct);
        return own.ConvertAll(x => new Problem("Found_ScoredByCandidate", x.AssessmentId, x.AccountId));
    }

    /// <summary>Every result follows from its final scores by the frozen sheet.</summary>
    public static async Task<IReadOnlyList<Problem>> ResultsAsync(AppDb db, FileStore files, CancellationToken ct = default)
    {
        var rows = await db.Set<Assessment>().AsNoTracking().Where(x => x.Points != null || x.LevelReached != null || x.Status == AssessmentStatus.Scored || x.Status == AssessmentStatus.Completed)
            .Select(x => new { x.Id, x.Status, x.Points, x.LevelReached, x.CompletedOn, x.ValidTo, SessionId = (int?)x.Slot!.SessionId }).ToListAsync(ct);
        var ids = rows.Select(x => x.Id).ToHashSet();
        var finals = (await db.Set<AssessorScore>().AsNoTracking().Where(x => x.IsFinal).Select(x => new { x.AssessmentId, x.Total }).ToListAsync(ct)).Where(x => ids.Contains(x.AssessmentId)).ToLookup(x => x.AssessmentId, x => x.Total);
        var sheets = (await db.Set<AssessmentSession>().AsNoTracking().Where(x => x.Sheet != null).Select(x => new { x.Id, x.Sheet }).ToListAsync(ct)).ToDictionary(x => x.Id, x => ScoreSheet.Parse(x.Sheet!));
        var found = new List<Problem>();
        foreach (var row in rows)
        {
            int[] totals = [.. finals[row.Id]];
            if (totals.Length < ScoringRules.Assessors) found.Add(new Problem("Found_FinalScores", row.Id, totals.Length));
            else if (row.SessionId is not { } session || !sheets.TryGetValue(session, out var sheet)) found.Add(new Problem("Found_ResultWithoutSession", row.Id));
            else if (ScoringRules.Result(sheet, totals) is not { } result || (result.Points, result.Level) != (row.Points, row.LevelReached)) found.Add(new Problem("Found_ResultNotFromScores", row.Id));
            if (row.Status == AssessmentStatus.Completed && (row.CompletedOn is null || row.ValidTo is null)) found.Add(new Problem("Found_CompletedWithoutDays", row.Id));
        }
        return found;
    }
}
