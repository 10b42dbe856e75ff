using System.Globalization;

namespace TeacherCenters.Data;

/// <summary>When the nightly work is due, and which of its copies are kept.</summary>
public static class NightlyPlan
{
    /// <summary>How many copies are kept: the last of so many days, weeks (Monday to Sunday) and months that have one.</summary>
    public const int Days = 14, Weeks = 8, Months = 12;

    private const string Begins = "teachercenters-nightly-", Ends = ".zip", Moment = "yyyyMMdd-HHmmss";

    /// <summary>The hour of the setting: half past two when nothing is set, null when it is set to nothing.</summary>
    /// <exception cref="StoreRefusedException">The text is no time of day.</exception>
    public static TimeOnly? Hour(string? text)
    {
        if (text is null) return new TimeOnly(2, 30);
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (TimeOnly.TryParseExact(text.Trim(), "H:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var hour)) return hour;
        throw new StoreRefusedException(2, $"TeacherCenters__NightlyAt: '{text}' is no time of day (like 02:30).");
    }

    /// <summary>The next time that the hour strikes. Wall time: a night in which the clock is put forward past the hour is not left out.</summary>
    public static DateTime Next(DateTime now, TimeOnly hour) => now.TimeOfDay < hour.ToTimeSpan() ? now.Date + hour.ToTimeSpan() : now.Date.AddDays(1) + hour.ToTimeSpan();

    /// <summary>The name of a nightly copy. No other file is ever deleted.</summary>
    public static string NameOf(DateTime moment) => Begins + moment.ToString(Moment, CultureInfo.InvariantCulture) + Ends;

    /// <summary>Of the names in a folder the nightly copies that are kept no longer.</summary>
    public static IReadOnlyList<string> Superfluous(IEnumerable<string> names)
    {
        var copies = names.Select(x => (Name: x, At: MomentOf(x))).Where(x => x.At is not null).Select(x => (x.Name, At: x.At!.Value)).OrderByDescending(x => x.At).ToList();
        var kept = new HashSet<string>([.. LastOf(x => x.Date, Days), .. LastOf(x => (ISOWeek.GetYear(x), ISOWeek.GetWeekOfYear(x)), Weeks), .. LastOf(x => (x.Year, x.Month), Months)]);
        return [.. copies.Select(x => x.Name).Where(x => !kept.Contains(x))];

        IEnumerable<string> LastOf<TPeriod>(Func<DateTime, TPeriod> period, int count) => copies.GroupBy(x => period(x.At)).Take(count).Select(x => x.First().Name);
    }

    private static DateTime? MomentOf(string name) =>
        name.StartsWith(Begins, StringComparison.Ordinal) && name.EndsWith(Ends, StringComparison.Ordinal) && name.Length == Begins.Length + Moment.Length + Ends.Length
        && DateTime.TryParseExact(name[Begins.Length..^Ends.Length], Moment, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) ? moment : null;
}
