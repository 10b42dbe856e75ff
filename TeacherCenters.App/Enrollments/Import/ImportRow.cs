using TeacherCenters.Kernel;

namespace TeacherCenters.Enrollments.Import;

/// <summary>What is wrong with a row, and in which column of the spreadsheet.</summary>
/// <param name="Letter">A, B, …; null when it concerns the row as a whole.</param>
public sealed record ImportFault(string? Letter, string? Heading, Problem Problem);

/// <summary>A line of a list, read: either with faults, or with at least a name.</summary>
public sealed record ImportRow
{
    /// <summary>Place among the rows of the list, from 0: by it decisions are kept.</summary>
    public required int Index { get; init; }

    public required string Sheet { get; init; }

    /// <summary>As the spreadsheet counts.</summary>
    public required int Line { get; init; }

    /// <summary>The name as it is written, for the screen.</summary>
    public required string Written { get; init; }

    /// <summary>Null when it could not be read.</summary>
    public PersonName? Name { get; init; }

    public DateOnly? BirthDate { get; init; }

    /// <summary>Eleven digits.</summary>
    public string? Snils { get; init; }

    /// <summary>What stands in the place of a number that can't be read, for whoever mends the list.</summary>
    public string? SnilsWritten { get; init; }

    public string? School { get; init; }

    public string? Municipality { get; init; }

    public string? Position { get; init; }

    public string? Subject { get; init; }

    public string? Phone { get; init; }

    public string? Email { get; init; }

    public IReadOnlyList<ImportFault> Faults { get; init; } = [];

    /// <summary>What was put right or left out, and does not stop the row: <c>ImportLatinReplaced</c>, <c>ImportEmailLeftOut</c>, <c>ImportSnilsUnchecked</c>.</summary>
    public IReadOnlyList<Problem> Remarks { get; init; } = [];

    /// <summary>School and municipality in the form that is compared: rows of one school share the answer to which one it is.</summary>
    public string? SchoolKey => School is null ? null : SearchName.Of(School, Municipality is null ? null : "| " + Municipality);
}

/// <summary>A line that is about nobody, as it is written.</summary>
public sealed record SkippedLine(string Sheet, int Line, string Written);

/// <param name="Skipped">Lines that are no people: titles, totals, signatures, repeated headings. They are shown, so that nobody is lost among them.</param>
public sealed record ImportReading(IReadOnlyList<ImportRow> Rows, IReadOnlyList<SkippedLine> Skipped);
