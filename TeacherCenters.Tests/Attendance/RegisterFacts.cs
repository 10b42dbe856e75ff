using System.Globalization;
using TeacherCenters.Attendance;
using TeacherCenters.Centers;
using TeacherCenters.Courses;
using TeacherCenters.Enrollments;
using TeacherCenters.Events;
using TeacherCenters.People;
using TeacherCenters.Settings;
using TeacherCenters.Tests.Data;

namespace TeacherCenters.Tests.Attendance;

/// <summary>An event with sessions and enrolled people in a real store, as facts that tests of the register and of completion start from.</summary>
internal sealed class RegisterFacts : IAsyncDisposable
{
    private static readonly string[] Families = ["Андреева", "Белова", "Власова", "Громова", "Дроздова", "Егорова"];

    public required TestStore Store { get; init; }

    public required Center Center { get; init; }

    public required TrainingEvent Event { get; init; }

    public required List<Session> Sessions { get; init; }

    public required List<Enrollment> People { get; init; }

    public AttendanceCommands Commands => new(Store.Store);

    public AttendanceQueries Queries => new(Store.Store, Store.Clock);

    /// <param name="starts">By default the event ended three days ago.</param>
    public static async Task<RegisterFacts> CreateAsync(
        int people = 3, int sessions = 4, DateOnly? starts = null, EventStatus status = EventStatus.Open,
        EventKind kind = EventKind.ProfessionalDevelopment, DocumentKind document = DocumentKind.ProfessionalDevelopmentCertificate, int hours = 24)
    {
        var store = await TestStore.CreateAsync();
        var center = A.Center();
        await store.AddAsync(center);
        var of = A.Event(center, status, starts: starts ?? A.Today.AddDays(-3 - sessions + 1), days: sessions, hours: hours);
        (of.Kind, of.Document) = (kind, document);
        of.ChangeSeats(people);
        var persons = Enumerable.Range(0, people).Select(i => A.Person(Families[i % Families.Length])).ToList();
        await store.AddAsync([of, .. persons]);
        var made = Enumerable.Range(0, sessions).Select(i => A.Session(of, of.StartsOn.AddDays(i))).ToList();
        var enrolled = persons.Select(x => A.Enrollment(of, x)).ToList();
        await store.AddAsync([.. made, .. enrolled]);
        return new() { Store = store, Center = center, Event = of, Sessions = made, People = enrolled };
    }

    /// <summary>Pins the language for the rest of the test.</summary>
    public static void SpeakRussian() => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new("ru-RU");

    /// <summary>A cell by the place of its session and person.</summary>
    public MarkChange Cell(int session, int person, Mark? mark, Mark? was = null) => new(Sessions[session].Id, People[person].Id, mark, was);

    /// <summary>Writes marks as facts: one text a person, one letter a session, a dot leaves the cell empty.</summary>
    public Task MarkAsync(params string[] rows)
    {
        var marks = rows.SelectMany((row, person) => row.Select((letter, session) => (person, session, Mark: AttendanceRules.MarkOf(letter.ToString()))))
            .Where(x => x.Mark is not null)
            .Select(object (x) => new AttendanceMark { SessionId = Sessions[x.session].Id, EnrollmentId = People[x.person].Id, Mark = x.Mark!.Value, MarkedAt = Store.Clock.UtcNow });
        return Store.AddAsync([.. marks]);
    }

    /// <summary>The register as the store holds it, in the writing of <see cref="MarkAsync"/>.</summary>
    public async Task<string[]> RowsAsync()
    {
        var sheet = await Queries.SheetAsync(A.Administrator(), Event.Id);
        return [.. sheet!.People.Select(p => string.Concat(sheet.Sessions.Select(s => p.Marks.TryGetValue(s.Id, out var mark) ? AttendanceRules.Letter(mark) : ".")))];
    }

    public ValueTask DisposeAsync() => Store.DisposeAsync();
}
