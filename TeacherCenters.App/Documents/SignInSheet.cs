namespace TeacherCenters.Documents;

/// <summary>One day of an event, as its list to sign is printed: a page, or more when many people come.</summary>
public sealed record SignInSheet
{
    /// <summary>Name of the center.</summary>
    public required string Organisation { get; init; }

    /// <summary>«Лист регистрации участников».</summary>
    public required string Title { get; init; }

    /// <summary>Title of the event.</summary>
    public required string Event { get; init; }

    /// <summary>«24 ноября 2026 года, вторник».</summary>
    public required string Day { get; init; }

    /// <summary>Lines under the day: the place, the trainers.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Headings of the columns to sign in, one a session of the day: «10:00 Введение».</summary>
    public required IReadOnlyList<string> Sessions { get; init; }

    public required IReadOnlyList<SignInPerson> People { get; init; }

    /// <summary>Empty numbered rows after the people, for those who come unannounced.</summary>
    public int EmptyRows { get; init; }

    /// <summary>«Ответственный», beside the line to sign at the end.</summary>
    public required string Footer { get; init; }

    public string NumberHeader { get; init; } = "№";

    public string NameHeader { get; init; } = "Фамилия, имя, отчество";

    public string WorkplaceHeader { get; init; } = "Место работы, должность";

    public string SignatureHeader { get; init; } = "Подпись";

    /// <summary>Printed at the foot with the number of the page and of pages.</summary>
    public string PageFormat { get; init; } = "Лист {0} из {1}";
}

public sealed record SignInPerson(string Name, string Workplace);
