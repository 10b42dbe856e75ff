using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using TeacherCenters.Centers;
using TeacherCenters.Courses;
using TeacherCenters.Enrollments;
using TeacherCenters.Events;
using TeacherCenters.Kernel;
using TeacherCenters.People;
using TeacherCenters.Security;
using TeacherCenters.Tests.Data;

namespace TeacherCenters.Tests;

/// <summary>Builders of believable facts: say only what the test is about.</summary>
internal static class A
{
    public static readonly DateOnly Today = new(2026, 11, 23);

    public const string Password = "sample-password-12";

    private static int _count;

    public static Actor Administrator() => new(1, "Администратор", [new Grant(Role.Administrator, null)]);

    public static Actor Coordinator(int centerId) => new(2, "Координатор", [new Grant(Role.Coordinator, centerId)]);

    public static Actor Clerk(int centerId) => new(3, "Делопроизводитель", [new Grant(Role.Clerk, centerId)]);

    public static Actor Viewer(int centerId) => new(4, "Наблюдатель", [new Grant(Role.Viewer, centerId)]);

    /// <summary>An account without roles, whose password is <see cref="Password"/>.</summary>
    public static Account Account(string name, int? personId = null)
    {
        var email = $"a{Guid.NewGuid():N}@example.ru";
        var made = new Account
        {
            FullName = name, UserName = email, NormalizedUserName = email.ToUpperInvariant(), Email = email, NormalizedEmail = email.ToUpperInvariant(), PersonId = personId, SecurityStamp = Guid.NewGuid().ToString("N"),
        };
        // The real hash takes a tenth of a second on purpose.
        made.PasswordHash = new PasswordHasher<Account>(Options.Create(new PasswordHasherOptions { IterationCount = 1 })).HashPassword(made, Password);
        return made;
    }

    public static Center Center(string? code = null, CenterKind kind = CenterKind.Training)
    {
        var n = Interlocked.Increment(ref _count);
        return new() { Kind = kind, Code = code ?? $"Ц{n}", ShortName = $"ЦНППМПР № {n}", FullName = $"Центр непрерывного повышения профессионального мастерства № {n}", City = "Вологда" };
    }

    public static Room Room(Center center, string? name = null, int capacity = 30) =>
        new() { CenterId = center.Id, Name = name ?? $"Аудитория {Interlocked.Increment(ref _count)}", Capacity = capacity };

    public static Signatory Head(Center center) =>
        new() { CenterId = center.Id, Kind = SignatoryKind.Head, Post = "Директор", PrintedName = "Н. В. Соколова", ValidFrom = new(2019, 1, 1) };

    public static Signatory Secretary(Center center) =>
        new() { CenterId = center.Id, Kind = SignatoryKind.Secretary, Post = "Секретарь", PrintedName = "О. П. Белова", ValidFrom = new(2019, 1, 1) };

    public static Municipality Municipality() =>
        new() { Name = "Вологодский", UnitType = "муниципальный округ", ShortName = "Вологодский МО", Order = Interlocked.Increment(ref _count) };

    public static School School(Municipality municipality, string? name = null) =>
        new() { MunicipalityId = municipality.Id, Name = name ?? $"Средняя школа № {Interlocked.Increment(ref _count)}", Level = EducationLevel.General };

    public static Person Person(string family = "Иванова", string given = "Мария", string? patronymic = "Петровна") =>
        TeacherCenters.People.Person.Create(new PersonName(family, given, patronymic));

    public static Course Course(string title = "Читательская грамотность", int hours = 36) =>
        new() { Title = title, Kind = EventKind.ProfessionalDevelopment, Hours = hours, Form = StudyForm.FullTime, Document = DocumentKind.ProfessionalDevelopmentCertificate };

    public static TrainingEvent Event(Center center, EventStatus status = EventStatus.Open, int capacity = 25, DateOnly? starts = null, int days = 5, int hours = 36, string title = "Читательская грамотность")
    {
        var first = starts ?? Today.AddDays(7);
        var made = new TrainingEvent
        {
            CenterId = center.Id,
            Title = title,
            Kind = EventKind.ProfessionalDevelopment,
            Hours = hours,
            Form = StudyForm.FullTime,
            Document = DocumentKind.ProfessionalDevelopmentCertificate,
            StartsOn = first,
            EndsOn = first.AddDays(days - 1),
            Capacity = capacity,
            Funding = FundingSource.RegionalBudget,
        };
        foreach (var step in new[] { EventStatus.Announced, EventStatus.Open, EventStatus.Closed, EventStatus.Completed })
        {
            if (made.Status == status) break;
            made.MoveTo(step).ShouldSucceed();
            if (status == EventStatus.Cancelled) made.MoveTo(status, "Мало заявок").ShouldSucceed();
        }
        return made;
    }

    public static Session Session(TrainingEvent of, DateOnly? date = null, int hours = 6, int starts = 9, int? roomId = null) =>
        new() { CenterId = of.CenterId, EventId = of.Id, Date = date ?? of.StartsOn, Starts = new(starts, 0), Ends = new(starts + hours, 0), Hours = hours, RoomId = roomId, Topic = "Введение" };

    /// <summary>An enrollment in the given state; the event's seat counter is not touched.</summary>
    public static Enrollment Enrollment(TrainingEvent of, Person person, EnrollmentStatus status = EnrollmentStatus.Enrolled)
    {
        var at = new DateTime(2026, 11, 1, 9, 0, 0, DateTimeKind.Utc);
        var made = new Enrollment { CenterId = of.CenterId, EventId = of.Id, PersonId = person.Id, AppliedAt = at, StatusAt = at, Funding = of.Funding };
        EnrollmentStatus[] path = status switch
        {
            EnrollmentStatus.Applied => [],
            EnrollmentStatus.Admitted or EnrollmentStatus.Completed => [EnrollmentStatus.Enrolled, EnrollmentStatus.Admitted, EnrollmentStatus.Completed],
            EnrollmentStatus.Expelled => [EnrollmentStatus.Enrolled, EnrollmentStatus.Expelled],
            _ => [status],
        };
        foreach (var step in path)
        {
            if (made.Status == status) break;
            made.MoveTo(step, at).ShouldSucceed();
        }
        return made;
    }
}
