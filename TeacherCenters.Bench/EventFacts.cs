using Microsoft.EntityFrameworkCore;
using TeacherCenters.Attendance;
using TeacherCenters.Courses;
using TeacherCenters.Enrollments;
using TeacherCenters.Events;
using TeacherCenters.Kernel;
using TeacherCenters.People;
using TeacherCenters.Security;
using TeacherCenters.Settings;

namespace TeacherCenters.Bench;

/// <summary>An event of any size in the first center, with its register.</summary>
internal static class EventFacts
{
    /// <param name="marked">Whether every cell of the register has its mark.</param>
    /// <returns>The event's id.</returns>
    public static async Task<int> AddAsync(BenchStore store, int people, int sessions, bool marked)
    {
        var today = store.Clock.Today;
        var added = await store.Store.WriteAsync<int>(Actor.System, "bench.facts", async unit =>
        {
            unit.SummariseHistory("bench");
            var center = await unit.Db.Set<Centers.Center>().OrderBy(x => x.Id).Select(x => x.Id).FirstAsync();
            var of = new TrainingEvent
            {
                CenterId = center, Title = "Формирующее оценивание на уроках математики", Kind = EventKind.ProfessionalDevelopment, Hours = sessions * 4, Form = StudyForm.FullTime,
                Document = DocumentKind.ProfessionalDevelopmentCertificate, StartsOn = today.AddDays(-sessions), EndsOn = today.AddDays(-1), Capacity = people, Funding = FundingSource.RegionalBudget,
            };
            of.MoveTo(EventStatus.Announced);
            of.MoveTo(EventStatus.Open);
            of.ChangeSeats(people);
            unit.Db.Add(of);
            var ids = await unit.Db.Set<Person>().OrderBy(x => x.Id).Select(x => x.Id).Take(people).ToListAsync();
            var schools = await unit.Db.Set<School>().OrderBy(x => x.Id).Select(x => x.Id).Take(people).ToListAsync();
            await unit.FlushAsync();
            var lessons = Enumerable.Range(0, sessions).Select(i => new Session
            {
                CenterId = center, EventId = of.Id, Date = of.StartsOn.AddDays(i), Starts = new(9, 0), Ends = new(12, 0), Hours = 4, Topic = $"Тема {i + 1}: оценивание на уроке",
            }).ToList();
            var learners = ids.Select((id, i) => new Enrollment
            {
                CenterId = center, EventId = of.Id, PersonId = id, AppliedAt = unit.Now, StatusAt = unit.Now, Funding = of.Funding, SchoolId = schools[i], Position = "учитель",
            }).ToList();
            foreach (var learner in learners) learner.MoveTo(EnrollmentStatus.Enrolled, unit.Now);
            unit.Db.AddRange(lessons);
            unit.Db.AddRange(learners);
            await unit.FlushAsync();
            if (marked) unit.Db.AddRange(learners.SelectMany((x, i) => lessons.Select((s, j) => new AttendanceMark { EnrollmentId = x.Id, SessionId = s.Id, Mark = (Mark)((i + j) % 5), MarkedAt = unit.Now })));
            return of.Id;
        });
        return added.Problem is null ? added.Value : throw new InvalidOperationException(added.Problem.Key);
    }
}
