using TeacherCenters.Ui;

namespace TeacherCenters.Mentoring.Tutoring;

/// <summary>How states, kinds, deficits and progress of routes are said in the reader's language.</summary>
public static class RouteTexts
{
    public static string Of(RouteStatus status) => ProblemTexts.Find($"RouteStatus_{status}") ?? status.ToString();

    public static string Of(RouteItemKind kind) => ProblemTexts.Find($"RouteItemKind_{kind}") ?? kind.ToString();

    public static string Of(RouteItemState state) => ProblemTexts.Find($"RouteItemState_{state}") ?? state.ToString();

    public static string Of(DeficitLevel level) => ProblemTexts.Find($"DeficitLevel_{level}") ?? level.ToString();

    public static StatusTone Tone(RouteStatus status) => status switch
    {
        RouteStatus.Active => StatusTone.Running,
        RouteStatus.Closed => StatusTone.Completed,
        _ => StatusTone.Cancelled,
    };

    public static StatusTone Tone(RouteItemState state) => state switch
    {
        RouteItemState.Planned => StatusTone.Announced,
        RouteItemState.Running => StatusTone.Running,
        RouteItemState.Done => StatusTone.Completed,
        _ => StatusTone.Cancelled,
    };

    /// <summary>«3 из 7 · 42 %».</summary>
    public static string Progress(int done, int items) =>
        items == 0 ? TutoringText.Progress_None : Phrase.Of(TutoringText.Progress_Of, done, items, RouteRules.Percent(done, items));

    /// <summary>«5 пунктов».</summary>
    public static string Items(int count) => Phrase.Counted(count, TutoringText.Items_One, TutoringText.Items_Few, TutoringText.Items_Many);

    /// <summary>The kinds of deficits with their names, in the order of the forms.</summary>
    public static IReadOnlyList<(string Name, DeficitLevel Level)> Of(Deficits deficits) =>
    [
        (TutoringText.Deficit_Subject, deficits.Subject), (TutoringText.Deficit_Method, deficits.Method), (TutoringText.Deficit_Psychology, deficits.Psychology),
        (TutoringText.Deficit_Communication, deficits.Communication), (TutoringText.Deficit_Digital, deficits.Digital),
    ];
}
