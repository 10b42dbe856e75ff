using TeacherCenters.Attendance;
using TeacherCenters.Courses;
using TeacherCenters.Data;
using TeacherCenters.Enrollments;
using TeacherCenters.Events;
using TeacherCenters.People;
using TeacherCenters.Settings;

namespace TeacherCenters.Demo;

/// <summary>
/// Events since 2019 with sessions, enrollments, marks, results and documents. People come in a shuffled order, so that in a
/// network of the usual size nearly everybody has been trained at least once.
/// </summary>
internal sealed class SampleEvents(Random random, SamplePlaces places, SamplePeople people, SampleSize size)
{
    private const int PerPastYear = 60;
    private readonly HashSet<(int Room, DateOnly Day)> _busy = [];
    private SamplePerson[] _order = [];
    private int _next;
    private readonly HashSet<(int Person, int Center)> _linked = [];

    public async Task AddAsync(WriteUnit unit, Action<int> progress, CancellationToken cancellation)
    {
        if (size.Events == 0) return;
        _order = [.. people.All];
        random.Shuffle(_order);
        _linked.UnionWith(people.All.Select(x => (x.Id, places.Centers[x.CenterIndex].Id)));
        var starts = Starts().Order().ToList();
        var documents = new SampleDocuments(places, random);
        for (var i = 0; i < starts.Count; i++)
        {
            await AddEventAsync(unit, starts[i], i, documents, cancellation);
            unit.Db.ChangeTracker.Clear();
            progress(100 * i / starts.Count);
        }
    }

    /// <summary>Working days: sixty a past school year since 2019, and the wanted number from September to June around today.</summary>
    private IEnumerable<DateOnly> Starts()
    {
        var year = size.AsOf.Month >= 8 ? size.AsOf.Year : size.AsOf.Year - 1;
        for (var past = 2019; past < year; past++)
        {
            for (var i = 0; i < PerPastYear; i++) yield return WorkingDay(new DateOnly(past, 9, 2).AddDays(random.Next(270)));
        }
        for (var i = 0; i < size.Events; i++) yield return WorkingDay(new DateOnly(year, 9, 2).AddDays(i * 270 / size.Events));
    }

    private async Task AddEventAsync(WriteUnit unit, DateOnly starts, int index, SampleDocuments documents, CancellationToken cancellation)
    {
        var center = places.Centers[random.Next(3)];
        var course = places.Courses[index % places.Courses.Count];
        var perDay = course.Hours >= 250 ? 10 : Math.Min(course.Hours, 6);
        var days = Days(starts, (course.Hours + perDay - 1) / perDay);
        var capacity = course.Hours < 16 ? 40 : 25;
        var of = new TrainingEvent
        {
            CenterId = center.Id, CourseId = course.Id, Title = course.Title, Kind = course.Kind, Hours = course.Hours, Form = course.Form, Document = course.Document,
            StartsOn = days[0], EndsOn = days[^1], Capacity = capacity, Funding = FundingSource.RegionalBudget,
        };
        unit.Db.Add(of);
        await unit.FlushAsync(cancellation);
        var sessions = AddSessions(unit, of, days, perDay);
        var status = Status(of, index);
        foreach (var step in new[] { EventStatus.Announced, EventStatus.Open, EventStatus.Closed })
        {
            if (of.Status != status && !(status == EventStatus.Cancelled && of.Status == EventStatus.Announced)) of.MoveTo(step);
            if (of.Status == status) break;
        }
        if (status == EventStatus.Cancelled) of.MoveTo(EventStatus.Cancelled, "Недостаточно заявок");
        unit.Db.Entry(of).State = Microsoft.EntityFrameworkCore.EntityState.Modified;
        if (status is EventStatus.Draft or EventStatus.Announced or EventStatus.Cancelled)
        {
            await unit.FlushAsync(cancellation);
            return;
        }
        var learners = AddEnrollments(unit, of, status);
        await unit.FlushAsync(cancellation);
        var hours = AddMarks(unit, sessions, learners);
        if (status == EventStatus.Completed) Complete(of, index, learners, hours);
        unit.Db.ChangeTracker.DetectChanges();
        await unit.FlushAsync(cancellation);
        // The documents of the last few events are left for the clerk to issue.
        if (status == EventStatus.Completed && of.EndsOn < size.AsOf.AddDays(-25)) await documents.IssueAsync(unit, of, learners, hours, cancellation);
    }

    private EventStatus Status(TrainingEvent of, int index)
    {
        if (of.EndsOn < size.AsOf.AddDays(-12)) return index % 29 == 7 ? EventStatus.Cancelled : EventStatus.Completed;
        if (of.EndsOn < size.AsOf) return EventStatus.Closed;
        if (of.StartsOn <= size.AsOf) return EventStatus.Closed;
        if (of.StartsOn < size.AsOf.AddDays(45)) return EventStatus.Open;
        if (index % 17 == 3) return EventStatus.Cancelled;
        return of.StartsOn < size.AsOf.AddDays(100) ? EventStatus.Announced : EventStatus.Draft;
    }

    private List<Session> AddSessions(WriteUnit unit, TrainingEvent of, List<DateOnly> days, int perDay)
    {
        string[] topics = ["Вводное занятие", "Нормативные основы", "Методика и приёмы", "Практическое занятие", "Разбор уроков", "Работа с данными оценки", "Проектная работа", "Итоговое занятие"];
        var own = places.Rooms.Where(room => room.CenterId == of.CenterId && room.Capacity >= of.Capacity).ToList();
        var made = new List<Session>();
        var left = of.Hours;
        foreach (var day in days)
        {
            var hours = Math.Min(perDay, left);
            left -= hours;
            var room = own.Find(candidate => _busy.Add((candidate.Id, day)));
            var starts = new TimeOnly(9, 0);
            made.Add(new Session
            {
                CenterId = of.CenterId, EventId = of.Id, Date = day, Starts = starts, Ends = starts.AddMinutes((hours * 45) + (hours / 2 * 10)), Hours = hours,
                Topic = day == days[^1] ? topics[^1] : topics[made.Count % (topics.Length - 1)], RoomId = room?.Id, Place = room is null ? "Онлайн" : null,
            });
        }
        unit.Db.AddRange(made);
        return made;
    }

    private List<(Enrollment Row, SamplePerson Person)> AddEnrollments(WriteUnit unit, TrainingEvent of, EventStatus status)
    {
        var wanted = Math.Min(_order.Length, status == EventStatus.Open ? random.Next(4, of.Capacity + 4) : random.Next((of.Capacity / 2) + 2, of.Capacity + 1));
        var learners = new List<(Enrollment, SamplePerson)>();
        // Once round at the most: nobody is twice in an event, and nobody before they began to teach.
        for (var (i, last) = (0, _next + _order.Length); i < wanted && _next < last;)
        {
            var person = _order[_next++ % _order.Length];
            if (person.TeachingSince > of.StartsOn) continue;
            var applied = of.StartsOn.AddDays(-random.Next(10, 40)).ToDateTime(new TimeOnly(7, random.Next(60)), DateTimeKind.Utc);
            if (applied > unit.Now) applied = unit.Now.AddHours(-random.Next(1, 300));
            var row = new Enrollment
            {
                CenterId = of.CenterId, EventId = of.Id, PersonId = person.Id, AppliedAt = applied, StatusAt = applied, Funding = of.Funding,
                SchoolId = person.SchoolId, MunicipalityId = person.MunicipalityId, Position = person.Position, Category = person.Category,
            };
            if (i >= of.Capacity) row.MoveTo(EnrollmentStatus.WaitListed, applied);
            else if (status != EventStatus.Open || i % 3 > 0) Enroll(of, row, applied);
            // Who is in an event of a center is seen by that center.
            if (_linked.Add((person.Id, of.CenterId))) unit.Db.Add(new PersonLink { PersonId = person.Id, CenterId = of.CenterId });
            learners.Add((row, person));
            unit.Db.Add(row);
            i++;
        }
        return learners;
    }

    private static void Enroll(TrainingEvent of, Enrollment row, DateTime applied)
    {
        row.MoveTo(EnrollmentStatus.Enrolled, applied);
        of.ChangeSeats(1);
        row.OrderDate = DateOnly.FromDateTime(applied).AddDays(1);
        row.OrderNumber = $"{of.Id}-з";
    }

    /// <summary>Marks of the days before today; the answer is the hours present by enrollment.</summary>
    private Dictionary<int, int> AddMarks(WriteUnit unit, List<Session> sessions, List<(Enrollment Row, SamplePerson Person)> learners)
    {
        var hours = new Dictionary<int, int>();
        foreach (var (row, _) in learners.Where(x => x.Row.HoldsSeat))
        {
            var oftenAway = random.Next(25) == 0;
            foreach (var session in sessions.Where(x => x.Date < size.AsOf))
            {
                var mark = random.Next(100) switch
                {
                    var n when oftenAway && n < 60 => Mark.Absent,
                    < 90 => Mark.Present,
                    < 93 => Mark.Late,
                    < 96 => Mark.Remote,
                    < 98 => Mark.Excused,
                    _ => Mark.Absent,
                };
                unit.Db.Add(new AttendanceMark { SessionId = session.Id, EnrollmentId = row.Id, Mark = mark, MarkedAt = session.Date.ToDateTime(new TimeOnly(13, 0), DateTimeKind.Utc) });
                if (mark is Mark.Present or Mark.Late or Mark.Remote) hours[row.Id] = hours.GetValueOrDefault(row.Id) + session.Hours;
            }
        }
        return hours;
    }

    private void Complete(TrainingEvent of, int index, List<(Enrollment Row, SamplePerson Person)> learners, Dictionary<int, int> hours)
    {
        var at = of.EndsOn.ToDateTime(new TimeOnly(14, 0), DateTimeKind.Utc);
        foreach (var (row, _) in learners)
        {
            if (row.Status != EnrollmentStatus.Enrolled) continue;
            if (hours.GetValueOrDefault(row.Id) * 100 < 75 * of.Hours)
            {
                row.MoveTo(EnrollmentStatus.Expelled, at);
                (row.ExpulsionOrderNumber, row.ExpulsionOrderDate) = ($"{index + 1}-о", of.EndsOn);
                of.ChangeSeats(-1);
                continue;
            }
            row.MoveTo(EnrollmentStatus.Admitted, at);
            row.MoveTo(EnrollmentStatus.Completed, at);
            row.Result = random.Next(40) == 0 ? FinalResult.Failed : FinalResult.Passed;
        }
        of.Complete($"{index + 1}", of.EndsOn, $"{index + 1}-о", of.EndsOn);
    }

    private static List<DateOnly> Days(DateOnly first, int count)
    {
        var days = new List<DateOnly> { first };
        while (days.Count < count) days.Add(WorkingDay(days[^1].AddDays(1)));
        return days;
    }

    private static DateOnly WorkingDay(DateOnly day) => day.DayOfWeek switch
    {
        DayOfWeek.Saturday => day.AddDays(2),
        DayOfWeek.Sunday => day.AddDays(1),
        _ => day,
    };
}
