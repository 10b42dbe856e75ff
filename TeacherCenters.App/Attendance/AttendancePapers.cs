using TeacherCenters.Documents;
using TeacherCenters.Enrollments;
using TeacherCenters.Kernel;
using TeacherCenters.Kernel.Russian;
using TeacherCenters.Settings;

namespace TeacherCenters.Attendance;

/// <summary>Turns the register into papers. They are official ones and therefore Russian, whoever asks for them.</summary>
public static class AttendancePapers
{
    /// <summary>Rows left empty on a list to sign, for those who come unannounced.</summary>
    public const int EmptyRows = 3;

    private static readonly string[] Signatures = ["Руководитель программы", "Ответственный за журнал"];

    public static AttendanceSheet Workbook(PaperFacts facts)
    {
        var register = facts.Register;
        return new()
        {
            Organisation = facts.Organisation,
            Event = register.Title,
            StartsOn = register.StartsOn,
            EndsOn = register.EndsOn,
            Notes = [$"Объём программы: {Plural.Hours(facts.ProgrammeHours)}" + (register.SessionHours == facts.ProgrammeHours ? "" : $", занятий: {Plural.Hours(register.SessionHours)}")],
            Sessions = [.. register.Sessions.Select(s => new AttendanceColumn(s.Date, s.Starts, s.Hours, s.Topic))],
            People = [.. register.People.Select(p => new AttendanceRow(
                p.Name.Full, p.School, facts.Positions.GetValueOrDefault(p.EnrollmentId),
                [.. register.Sessions.Select(s => p.Marks.TryGetValue(s.Id, out var mark) ? AttendanceRules.Letter(mark) : null)],
                p.Totals.Credited))],
            Credits = [.. Enum.GetValues<Mark>().Select(x => new AttendanceCredit(
                AttendanceRules.Letter(x), Meaning(x), register.Settings.CreditPercent.TryGetValue(x, out var percent) ? percent : 0))],
            Threshold = register.Settings.AdmissionPercent,
            Signatures = Signatures,
        };
    }

    /// <summary>A list per day with sessions; of the one given day when it is given. Expelled people don't sign.</summary>
    public static IReadOnlyList<SignInSheet> SignIn(PaperFacts facts, DateOnly? day)
    {
        var people = facts.Register.People
            .Where(p => p.Status != EnrollmentStatus.Expelled)
            .Select(p => new SignInPerson(p.Name.Full, string.Join(", ", new[] { p.School, facts.Positions.GetValueOrDefault(p.EnrollmentId) }.Where(x => !string.IsNullOrWhiteSpace(x)))))
            .ToList();
        return [.. facts.Register.Sessions
            .Where(s => day is null || s.Date == day)
            .GroupBy(s => s.Date)
            .Select(of => new SignInSheet
            {
                Organisation = facts.Organisation,
                Title = "Лист регистрации участников",
                Event = facts.Register.Title,
                Day = $"{DatesInWords.Day(of.Key)}, {DatesInWords.Weekday(of.Key.DayOfWeek)}",
                Notes = [.. Notes(of.Select(s => facts.Sessions[s.Id]))],
                Sessions = [.. of.Select(s => $"{s.Starts:HH\\:mm}–{s.Ends:HH\\:mm}{(s.Topic is null ? "" : " " + s.Topic)}")],
                People = people,
                EmptyRows = EmptyRows,
                Footer = "Ответственный",
            })];
    }

    private static IEnumerable<string> Notes(IEnumerable<PaperSession> sessions)
    {
        var all = sessions.ToList();
        var places = all.Select(x => x.Place).Where(x => !string.IsNullOrWhiteSpace(x)).Distinct().ToList();
        if (places.Count > 0) yield return $"Место: {string.Join(", ", places)}";
        var trainers = all.SelectMany(x => x.Trainers).Select(x => x.Short).Distinct().ToList();
        if (trainers.Count > 0) yield return $"Ведут: {string.Join(", ", trainers)}";
    }

    private static string Meaning(Mark mark) => mark switch
    {
        Mark.Present => "присутствует",
        Mark.Absent => "отсутствует",
        Mark.Excused => "уважительная причина",
        Mark.Late => "опоздание",
        Mark.Remote => "дистанционно",
        _ => throw new ArgumentOutOfRangeException(nameof(mark), mark, null),
    };
}
