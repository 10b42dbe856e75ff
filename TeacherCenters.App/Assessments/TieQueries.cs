using Microsoft.EntityFrameworkCore;
using TeacherCenters.Data;
using TeacherCenters.Enrollments;
using TeacherCenters.Events;
using TeacherCenters.Kernel;
using TeacherCenters.Mentoring;
using TeacherCenters.Mentoring.Tutoring;
using TeacherCenters.People;

namespace TeacherCenters.Assessments;

/// <summary>Loads what ties assessors and candidates, whatever center it lies in: the answer names the two and the ground only.</summary>
internal static class TieQueries
{
    /// <summary>The facts between any of the assessors and any of the candidates; four queries whatever the number.</summary>
    public static async Task<TieFacts> LoadAsync(AppDb db, IReadOnlyCollection<int> assessors, IReadOnlyCollection<int> candidates, CancellationToken ct)
    {
        var mentors = await db.Set<Mentorship>()
            .Where(x => x.Status != MentorshipStatus.Cancelled && assessors.Contains(x.MentorId) && candidates.Contains(x.MenteeId))
            .Select(x => new { Assessor = x.MentorId, Candidate = x.MenteeId }).ToListAsync(ct);
        var tutors = await db.Set<LearningRoute>()
            .Where(x => x.Status != RouteStatus.Cancelled && assessors.Contains(x.TutorId) && candidates.Contains(x.PersonId))
            .Select(x => new { Assessor = x.TutorId, Candidate = x.PersonId }).ToListAsync(ct);
        var trainers = await (
            from trainer in db.Set<SessionTrainer>()
            join session in db.Set<Session>() on trainer.SessionId equals session.Id
            join enrollment in db.Set<Enrollment>() on session.EventId equals enrollment.EventId
            where assessors.Contains(trainer.PersonId) && candidates.Contains(enrollment.PersonId)
                && (enrollment.Status == EnrollmentStatus.Enrolled || enrollment.Status == EnrollmentStatus.Admitted || enrollment.Status == EnrollmentStatus.Completed)
            select new { Assessor = trainer.PersonId, Candidate = enrollment.PersonId }).Distinct().ToListAsync(ct);
        var jobs = await db.Set<Employment>()
            .Where(x => assessors.Contains(x.PersonId) || candidates.Contains(x.PersonId))
            .Select(x => new { x.PersonId, x.SchoolId, x.SchoolWritten, x.From, x.To }).ToListAsync(ct);
        return new(
            mentors.Select(x => (x.Assessor, x.Candidate)).ToHashSet(),
            tutors.Select(x => (x.Assessor, x.Candidate)).ToHashSet(),
            trainers.Select(x => (x.Assessor, x.Candidate)).ToHashSet(),
            jobs.ConvertAll(x => new WorkSpan(x.PersonId, x.SchoolId, new DateRange(x.From, x.To), x.SchoolWritten is null ? null : SchoolNames.Key(x.SchoolWritten))));
    }

    /// <returns>As <see cref="TieRules.Check"/>.</returns>
    public static async Task<Problem?> CheckAsync(AppDb db, IReadOnlyCollection<TiedPerson> assessors, IReadOnlyCollection<TiedPerson> candidates, DateOnly day, CancellationToken ct)
    {
        if (assessors.Count == 0 || candidates.Count == 0) return null;
        var facts = await LoadAsync(db, [.. assessors.Select(x => x.PersonId)], [.. candidates.Select(x => x.PersonId)], ct);
        return TieRules.Check(assessors, candidates, facts, day);
    }

    /// <summary>The assessors of a session as people.</summary>
    public static async Task<IReadOnlyList<TiedPerson>> AssessorsAsync(AppDb db, int sessionId, CancellationToken ct)
    {
        var rows = await (
            from assessor in db.Set<SessionAssessor>()
            join account in db.Users on assessor.AccountId equals account.Id
            join person in db.Set<Person>() on account.PersonId equals person.Id
            where assessor.SessionId == sessionId
            orderby assessor.Id
            select new { person.Id, person.FamilyName, person.GivenName, person.Patronymic }).ToListAsync(ct);
        return rows.ConvertAll(x => new TiedPerson(x.Id, new PersonName(x.FamilyName, x.GivenName, x.Patronymic).Short));
    }
}
