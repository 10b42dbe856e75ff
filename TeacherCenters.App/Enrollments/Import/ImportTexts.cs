using TeacherCenters.Ui;

namespace TeacherCenters.Enrollments.Import;

/// <summary>How columns, actions and faults of an import are said in the reader's language.</summary>
public static class ImportTexts
{
    public static string Of(ImportColumn column) => ProblemTexts.Find($"ImportColumn_{column}") ?? column.ToString();

    public static string Of(ImportAction action) => ProblemTexts.Find($"ImportAction_{action}") ?? action.ToString();

    /// <summary>In the plural, for the chips of the filter.</summary>
    public static string Many(ImportAction action) => ProblemTexts.Find($"Filter_{action}") ?? action.ToString();

    public static StatusTone Tone(ImportAction action) => action switch
    {
        ImportAction.NewPerson => StatusTone.Open,
        ImportAction.KnownPerson => StatusTone.Announced,
        ImportAction.AlreadyIn or ImportAction.LeftOut => StatusTone.Draft,
        ImportAction.Undecided => StatusTone.Waiting,
        _ => StatusTone.Cancelled,
    };

    public static string Fills(PlannedRow row) =>
        Phrase.Of(ImportText.Preview_Filling, string.Join(", ", row.Fills.Select(x => ProblemTexts.Find($"Fills_{x}") ?? x)));

    /// <summary>The reason with its column: «Такого дня нет: 31.02.1985 (Дата рождения)».</summary>
    public static string Say(ImportFault fault) =>
        fault.Heading is { Length: > 0 } heading ? Phrase.Of(ImportText.Fault_At, ProblemTexts.Say(fault.Problem).TrimEnd('.'), $"{heading}, {fault.Letter}") : ProblemTexts.Say(fault.Problem);

    /// <summary>The verb on the button that stores the list.</summary>
    public static string Store(ImportPlan plan)
    {
        var (enrolled, waiting, applied) = (plan.Placed(EnrollmentStatus.Enrolled), plan.Placed(EnrollmentStatus.WaitListed), plan.Placed(EnrollmentStatus.Applied));
        if (enrolled > 0 && waiting > 0) return Phrase.Of(ImportText.Preview_Store_Both, EnrollmentTexts.People(enrolled), waiting);
        if (enrolled > 0) return EnrollmentTexts.WithPeople(ImportText.Preview_Store_Enroll, enrolled);
        if (waiting > 0) return EnrollmentTexts.WithPeople(ImportText.Preview_Store_WaitList, waiting);
        return applied > 0 ? EnrollmentTexts.WithPeople(ImportText.Preview_Store_Apply, applied) : EnrollmentTexts.WithPeople(ImportText.Preview_Store_Fill, plan.Filling);
    }
}
