using TeacherCenters.Kernel;
using TeacherCenters.Ui;

namespace TeacherCenters.Assessments.Attestation;

/// <summary>How states, decisions and terms of attestation are said in the reader's language.</summary>
public static class AttestationTexts
{
    public static string Of(TermState state) => Word(state);

    public static string Of(HeadGroup group) => Word(group);

    public static string Of(HeadStage stage) => Word(stage);

    public static string Of(AttestationKind kind) => Word(kind);

    public static string Of(AttestationStatus status) => Word(status);

    public static string Of(AttestationDecision decision) => Word(decision);

    public static string Of(MeetingState state) => Word(state);

    public static StatusTone Tone(TermState state) => state switch
    {
        TermState.Valid => StatusTone.Completed,
        TermState.Due => StatusTone.Waiting,
        TermState.Never => StatusTone.Draft,
        _ => StatusTone.Cancelled,
    };

    public static StatusTone Tone(AttestationStatus status) => status switch
    {
        AttestationStatus.Applied => StatusTone.Waiting,
        AttestationStatus.Planned => StatusTone.Announced,
        AttestationStatus.Decided => StatusTone.Completed,
        _ => StatusTone.Cancelled,
    };

    public static StatusTone Tone(MeetingState state) => state switch
    {
        MeetingState.Ahead => StatusTone.Announced,
        MeetingState.Over => StatusTone.Waiting,
        MeetingState.Held => StatusTone.Completed,
        _ => StatusTone.Cancelled,
    };

    /// <summary>How far the next attestation has come: «12.03.2027», the day of the meeting, or what it waits for.</summary>
    public static string Stage(HeadRow row) => row switch
    {
        { Stage: HeadStage.Uncalled } => "",
        { IsElsewhere: true } => AttestationText.Stage_Elsewhere,
        { MeetingOn: { } day } => DayText.Of(day),
        _ => AttestationText.HeadStage_Applied,
    };

    /// <summary>«6 месяцев».</summary>
    public static string Months(int count) => Phrase.Counted(count, AttestationText.Months_One, AttestationText.Months_Few, AttestationText.Months_Many);

    /// <summary>«№ 7 от 12.03.2027», empty without a protocol.</summary>
    public static string Protocol(string? number, DateOnly? date) => number is null || date is not { } day ? "" : Phrase.Of(AttestationText.Protocol_Of, number, DayText.Of(day));

    private static string Word(Enum value) => ProblemTexts.Find($"{value.GetType().Name}_{value}") ?? value.ToString();
}
