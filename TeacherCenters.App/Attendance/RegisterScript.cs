using System.Globalization;
using TeacherCenters.Kernel;
using TeacherCenters.Security;
using TeacherCenters.Settings;
using TeacherCenters.Ui;

namespace TeacherCenters.Attendance;

/// <summary>A cell as the script sends it: <c>s</c> session, <c>e</c> enrollment, <c>m</c> the wanted letter, <c>was</c> the letter before.</summary>
public sealed record RegisterCell(int S, int E, string M, string Was, bool Undo)
{
    internal MarkChange Change => new(S, E, AttendanceRules.MarkOf(M), AttendanceRules.MarkOf(Was));
}

/// <summary>What the script needs to settle its cells after a batch.</summary>
public sealed class RegisterAnswer
{
    /// <summary>Why nothing was written, as a sentence; null when cells were settled one by one.</summary>
    public string? Problem { get; set; }

    /// <summary>Cells that go back, with the letter that stands in the store.</summary>
    public List<RegisterCell> Refused { get; } = [];

    public List<RegisterCell> Clashes { get; } = [];

    /// <summary>Sentences that say why.</summary>
    public List<string> Notes { get; } = [];

    internal void Add(Result<MarkOutcome> result, RegisterSheet sheet, Actor actor, bool isUndo)
    {
        if (result.Problem is { } problem)
        {
            Problem = ProblemTexts.Say(problem);
            return;
        }
        var outcome = result.Require();
        foreach (var x in outcome.Refused)
        {
            Refused.Add(Cell(x.SessionId, x.EnrollmentId, x.Stands));
            Notes.Add(string.Format(CultureInfo.CurrentCulture, AttendanceText.Register_Refused, Name(sheet, x.EnrollmentId), Day(sheet, x.SessionId), ProblemTexts.Say(x.Problem)));
        }
        // A batch that arrived although its answer got lost meets the writer's own marks: no news.
        foreach (var x in outcome.Clashes.Where(x => isUndo || x.By != actor.Name))
        {
            (isUndo ? Refused : Clashes).Add(Cell(x.SessionId, x.EnrollmentId, x.Theirs));
            var text = isUndo ? AttendanceText.Register_UndoClash : AttendanceText.Register_Clash;
            var theirs = x.Theirs is { } mark ? AttendanceRules.Letter(mark) : " ";
            Notes.Add(string.Format(CultureInfo.CurrentCulture, text, Name(sheet, x.EnrollmentId), Day(sheet, x.SessionId), theirs, x.By));
        }
        if (Notes.Count <= 3) return;
        var more = string.Format(CultureInfo.CurrentCulture, AttendanceText.Register_MoreNotes, Notes.Count - 2);
        Notes.RemoveRange(2, Notes.Count - 2);
        Notes.Add(more);
    }

    private static RegisterCell Cell(int session, int enrollment, Mark? mark) => new(session, enrollment, mark is { } set ? AttendanceRules.Letter(set) : "", "", false);

    private static string Name(RegisterSheet sheet, int enrollment) => sheet.People.FirstOrDefault(x => x.EnrollmentId == enrollment)?.Name.Short ?? "—";

    private static string Day(RegisterSheet sheet, int session) => sheet.Sessions.FirstOrDefault(x => x.Id == session)?.Date.ToString("dd.MM", CultureInfo.InvariantCulture) ?? "—";
}

/// <summary>The sheet and the texts in the shape that <c>register.js</c> reads.</summary>
internal static class RegisterScript
{
    private static readonly Mark[] Came = [Mark.Present, Mark.Late, Mark.Remote];

    public static object Sheet(RegisterSheet sheet, Actor actor) => new
    {
        Event = sheet.EventId,
        // Names the browser's own store: another person at the same computer must not send what this one typed.
        Account = actor.AccountId ?? 0,
        sheet.MayKeep,
        sheet.Today,
        Threshold = sheet.Settings.AdmissionPercent,
        Credit = Enum.GetValues<Mark>().ToDictionary(AttendanceRules.Letter, x => sheet.Settings.CreditPercent.TryGetValue(x, out var percent) ? percent : 0),
        Words = Enum.GetValues<Mark>().ToDictionary(AttendanceRules.Letter, SettingsTexts.Of),
        Came = Came.Select(AttendanceRules.Letter),
        Keys = AttendanceRules.Keys.ToDictionary(x => x.Key, x => AttendanceRules.Letter(x.Value)),
        Sessions = sheet.Sessions.Select(s => new
        {
            s.Id,
            Date = DayText.Of(s.Date),
            Day = s.Date.ToString("ddd dd.MM", CultureInfo.CurrentCulture),
            Time = s.Starts.ToString("HH:mm", CultureInfo.InvariantCulture),
            Hours = string.Format(CultureInfo.CurrentCulture, AttendanceText.Register_ColumnHours, s.Hours),
            Length = s.Hours,
            Title = $"{DayText.Of(s.Date)} {s.Starts:HH\\:mm}–{s.Ends:HH\\:mm}{(s.Topic is null ? "" : ", " + s.Topic)}",
            Future = s.Date > sheet.Today,
        }),
        People = sheet.People.Select(p => new
        {
            Id = p.EnrollmentId,
            Name = p.Name.Short,
            p.Name.Full,
            Href = $"/people/{p.PublicKey}",
            p.School,
            Open = AttendanceRules.MayBeMarked(p.Status),
            Status = AttendanceTexts.Of(p.Status),
            Marks = p.Marks.ToDictionary(x => x.Key, x => AttendanceRules.Letter(x.Value)),
        }),
    };

    public static Dictionary<string, string> Texts() => new()
    {
        ["person"] = AttendanceText.Register_Person,
        ["hours"] = AttendanceText.Register_Hours,
        ["came"] = AttendanceText.Register_Came,
        ["label"] = AttendanceText.Register_Label,
        ["empty"] = AttendanceText.Mark_Empty,
        ["undo"] = AttendanceText.Register_Undo,
        ["undoPassed"] = AttendanceText.Register_UndoPassed,
        ["saved"] = AttendanceText.Register_Saved,
        ["saving"] = AttendanceText.Register_Saving,
        ["offline"] = AttendanceText.Register_Offline,
        ["future"] = AttendanceText.Register_Future,
        ["closedRow"] = AttendanceText.Register_ClosedRow,
        ["fillEmpty"] = AttendanceText.Register_FillEmpty,
        ["fillAll"] = AttendanceText.Register_FillAll,
        ["clearColumn"] = AttendanceText.Register_ClearColumn,
        ["pasteStrange"] = AttendanceText.Register_PasteStrange,
        ["pasteBeyond"] = AttendanceText.Register_PasteBeyond,
        ["restored"] = AttendanceText.Register_Restored,
        ["restoredLost"] = AttendanceText.Register_RestoredLost,
        ["restoredClash"] = AttendanceText.Register_RestoredClash,
        ["restoredCell"] = AttendanceText.Register_RestoredCell,
        ["restoreMine"] = AttendanceText.Register_RestoreMine,
        ["restoreTheirs"] = AttendanceText.Register_RestoreTheirs,
        ["close"] = AttendanceText.Register_Close,
    };
}
