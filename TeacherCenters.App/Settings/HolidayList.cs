using System.Globalization;
using TeacherCenters.Data;

namespace TeacherCenters.Settings;

public static class HolidayList
{
    /// <summary>Days off of the whole country, from the reference list beside the program; days moved by decree among them.</summary>
    public static IReadOnlyList<DayOff> Holidays(this DataRoot root)
    {
        var file = Path.Combine(root.Reference, "holidays.csv");
        if (!File.Exists(file)) return [];
        return [.. from line in File.ReadLines(file).Skip(1)
                   let cells = line.Split(';')
                   where DateOnly.TryParse(cells[0], CultureInfo.InvariantCulture, out _)
                   select new DayOff(DateOnly.Parse(cells[0], CultureInfo.InvariantCulture), cells.ElementAtOrDefault(1) ?? "")];
    }
}
