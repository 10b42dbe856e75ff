using System.Globalization;
using TeacherCenters.Kernel;
using TeacherCenters.Ui;

namespace TeacherCenters.Events;

/// <summary>How states, sources and days of events are said in the reader's language.</summary>
public static class EventTexts
{
    public static string Of(EventStatus status) => ProblemTexts.Find($"EventStatus_{status}") ?? status.ToString();

    public static string Of(EventWait wait) => ProblemTexts.Find($"EventWait_{wait}") ?? wait.ToString();

    public static string Of(FundingSource source) => ProblemTexts.Find($"FundingSource_{source}") ?? source.ToString();

    public static StatusTone Tone(EventStatus status) => status switch
    {
        EventStatus.Draft => StatusTone.Draft,
        EventStatus.Announced => StatusTone.Announced,
        EventStatus.Open => StatusTone.Open,
        EventStatus.Closed => StatusTone.Running,
        EventStatus.Completed => StatusTone.Completed,
        _ => StatusTone.Cancelled,
    };

    /// <summary>«09.11.2026 – 20.11.2026», or the one day.</summary>
    public static string Days(DateOnly from, DateOnly to) => DayText.Span(from, to);

    /// <summary>«пн 23.11.2026» in the reader's language.</summary>
    public static string WeekDay(DateOnly day) => $"{day.ToString("ddd", CultureInfo.CurrentCulture)} {DayText.Of(day)}";

    public static string Time(TimeOnly starts, TimeOnly ends) => string.Create(CultureInfo.InvariantCulture, $"{starts:HH\\:mm}–{ends:HH\\:mm}");

    public static string Say(NextStep step) => string.Format(CultureInfo.CurrentCulture, EventsText.ResourceManager.GetString(step.Key, CultureInfo.CurrentUICulture) ?? step.Key, step.Count);

    public static string Seats(int taken, int capacity) => string.Format(CultureInfo.CurrentCulture, EventsText.SeatsOf, taken, capacity);

    /// <summary>Who takes part: places while they are given out, how many studied afterwards, nothing of a cancelled event.</summary>
    public static string People(EventRow of) => of.Status switch
    {
        EventStatus.Completed => of.Studied.ToString(CultureInfo.CurrentCulture),
        EventStatus.Cancelled => "",
        _ => Seats(of.Seats, of.Capacity),
    };

    /// <summary>What stands instead of the seats once an event is completed.</summary>
    /// <param name="failed">Of those who completed: they get no qualification.</param>
    public static string Studied(int studied, int completed, int failed) =>
        string.Format(CultureInfo.CurrentCulture, failed == 0 ? EventsText.StudiedOf : EventsText.StudiedPassed, studied, completed, completed - failed);
}
