using TeacherCenters.Kernel;

namespace TeacherCenters.Documents;

/// <summary>
/// An event's attendance as a workbook. Texts come ready; totals come from the register and are printed as the cached values
/// of formulas that compute the same.
/// </summary>
public sealed record AttendanceSheet
{
    /// <summary>Name of the center.</summary>
    public required string Organisation { get; init; }

    public string Title { get; init; } = "Журнал учёта посещаемости";

    /// <summary>Title of the event.</summary>
    public required string Event { get; init; }

    public required DateOnly StartsOn { get; init; }

    public required DateOnly EndsOn { get; init; }

    /// <summary>Further lines of the title block: the place, the programme's volume, the order of enrolment.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    public required IReadOnlyList<AttendanceColumn> Sessions { get; init; }

    public required IReadOnlyList<AttendanceRow> People { get; init; }

    /// <summary>Every letter that may stand in the table, what it means and what it credits.</summary>
    public required IReadOnlyList<AttendanceCredit> Credits { get; init; }

    /// <summary>In per cent of the hours: no share that falls short of it looks as if it reached it.</summary>
    public required int Threshold { get; init; }

    /// <summary>Titles of those who sign: a line stands beside each.</summary>
    public IReadOnlyList<string> Signatures { get; init; } = [];

    public AttendanceLabels Labels { get; init; } = new();

    /// <summary>Academic hours of all sessions.</summary>
    public int TotalHours => Sessions.Sum(s => s.Hours);

    /// <summary>Academic hours that the marks of a row credit by the table of credits.</summary>
    public decimal Credited(AttendanceRow row) =>
        Sessions.Select((s, i) => s.Hours * (Credits.FirstOrDefault(c => c.Letter == row.Marks[i])?.Percent ?? 0) / 100m).Sum();

    /// <summary>Share of the hours to a tenth of a per cent, as the register shows it; 0 without hours.</summary>
    public decimal Share(decimal credited, int hours) => Percentage.Of(credited, hours, Threshold) / 100;
}

/// <param name="Hours">Academic hours of 45 minutes.</param>
public sealed record AttendanceColumn(DateOnly Date, TimeOnly Starts, int Hours, string? Topic = null);

/// <param name="Marks">A letter or null, as many as sessions and in their order.</param>
/// <param name="Credited">Academic hours credited, as the register says.</param>
public sealed record AttendanceRow(string Name, string? School, string? Position, IReadOnlyList<string?> Marks, decimal Credited);

/// <param name="Letter">«+», «Н» …</param>
/// <param name="Percent">Of the session's hours.</param>
public sealed record AttendanceCredit(string Letter, string Meaning, decimal Percent);

/// <summary>Headings of the workbook; Russian, as the paper is an official one.</summary>
public sealed record AttendanceLabels
{
    public string Sheet { get; init; } = "Посещаемость";
    public string Dates { get; init; } = "Сроки проведения";
    public string Number { get; init; } = "№";
    public string Name { get; init; } = "Фамилия, имя, отчество";
    public string School { get; init; } = "Образовательная организация";
    public string Position { get; init; } = "Должность";
    public string Credited { get; init; } = "Зачтено часов";
    public string Percent { get; init; } = "Процент посещения";
    public string Present { get; init; } = "Присутствовали, человек";
    public string Legend { get; init; } = "Условные обозначения";
    public string Credit { get; init; } = "Засчитывается";
    public string Page { get; init; } = "Страница";
}
