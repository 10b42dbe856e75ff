using System.Globalization;
using TeacherCenters.Kernel;
using TeacherCenters.Mentoring;
using TeacherCenters.People;
using TeacherCenters.Ui;

namespace TeacherCenters.Reports;

/// <summary>How figures, groups and numbers are said in the reader's language.</summary>
public static class TargetTexts
{
    public static string Of(TargetFigure figure) => ProblemTexts.Find($"Figure_{figure}") ?? figure.ToString();

    /// <summary>As it is written into the history: not in the language of whoever acts.</summary>
    public static string ForHistory(TargetFigure figure) => ReportsText.ResourceManager.GetString($"Figure_{figure}", CultureInfo.InvariantCulture) ?? figure.ToString();

    public static string Of(NetworkFigure figure) => ProblemTexts.Find($"Network_{figure}") ?? figure.ToString();

    public static string Of(TargetUnit unit) => ProblemTexts.Find($"TargetUnit_{unit}") ?? unit.ToString();

    public static string Of(StaffGroup? group) => group is { } one ? ProblemTexts.Find($"Group_{one}") ?? one.ToString() : ReportsText.Group_All;

    public static string Of(TargetView view) => ProblemTexts.Find($"View_{view}") ?? view.ToString();

    /// <summary>The name of the order, or the usual one.</summary>
    public static string Name(TargetPlan? plan, TargetFigure figure) => plan?.Name ?? Of(figure);

    public static string Rule(TargetFigure figure, int supportMonths) => Phrase.Of(ProblemTexts.Find($"Rule_{figure}") ?? "", supportMonths);

    /// <summary>In a few words who is counted, for the figure's line: of young teachers with the rules of the settings and their day.</summary>
    public static string Counts(TargetFigure figure, TargetBoard board) =>
        Phrase.Of(ProblemTexts.Find($"Counts_{figure}") ?? "", MentoringTexts.Terms(board.Terms), board.SupportMonths, DayText.Of(board.Terms.AsOf));

    /// <summary>«50 %», «2 000».</summary>
    public static string Value(TargetUnit unit, decimal? value) => value is not { } number ? "—" : unit == TargetUnit.Percent ? Percent(number) : Number(number);

    /// <summary>«≥ 50 %», «&gt; 2 000», with the people that it means: «≥ 50 % (12 000)».</summary>
    public static string Plan(TargetRow row)
    {
        if (row.Plan is not { } plan) return "—";
        var said = $"{Sign(plan)} {Value(plan.Unit, plan.Value)}";
        return plan.Unit == TargetUnit.Percent && row.PlannedPeople is { } people ? $"{said} ({Number(people)})" : said;
    }

    /// <summary>Whether the plan is to be reached or to be passed: <see cref="TargetRules.IsMet"/>.</summary>
    public static string Sign(TargetPlan plan) => plan.Figure == TargetFigure.Assessed ? ">" : "≥";

    /// <summary>For the tab of a sheet, which holds 31 letters.</summary>
    public static string Sheet(TargetFigure figure) => ProblemTexts.Find($"Sheet_{figure}") ?? Of(figure);

    public static string Percent(decimal value) => value.ToString("0.#", CultureInfo.CurrentCulture) + "\u00A0%";

    /// <summary>«2 000»; «—» for what is not known.</summary>
    public static string Number(decimal? value) => value is { } number ? number.ToString("#,0", CultureInfo.CurrentCulture) : "—";

    /// <summary>«за 2026 год», or «2019–2026, нарастающим итогом».</summary>
    public static string Period(DateRange period)
    {
        var (from, to) = (period.From!.Value.Year, period.To!.Value.Year);
        return from == to ? Phrase.Of(ReportsText.Year_Only, from) : Phrase.Of(ReportsText.Years_Sum, from, to);
    }

    /// <summary>Met, how many are wanting, or why it can't be said.</summary>
    public static (StatusTone Tone, string Text) State(TargetRow row) => row switch
    {
        { Plan: { Unit: TargetUnit.Percent }, Denominator: null or 0 } => (StatusTone.Draft, ReportsText.State_NoDenominator),
        { IsMet: true } => (StatusTone.Completed, ReportsText.State_Met),
        _ => (StatusTone.Waiting, Phrase.Of(ReportsText.State_Wanting, Number(row.Wanting ?? 0))),
    };

    /// <summary>That headcounts are wanting, and whose: the first few municipalities by name.</summary>
    public static string Missing(TargetBoard board)
    {
        const int Named = 5;
        var missing = board.MissingHeadcounts;
        if (board.Municipalities.All(x => x.Denominator is null)) return Phrase.Of(ReportsText.Headcount_Empty, board.Year);
        var names = string.Join(", ", missing.Take(Named));
        return Phrase.Of(ReportsText.Headcount_Partial, board.Year, Of(board.Group), missing.Count > Named ? Phrase.Of(ReportsText.Headcount_More, names, missing.Count - Named) : names);
    }

    /// <summary>«6 444 участия, 3 679 человек».</summary>
    public static string Of(TargetCount count) =>
        $"{Phrase.Counted(count.Participations, ReportsText.Times_One, ReportsText.Times_Few, ReportsText.Times_Many)}, {PeopleTexts.People(count.People)}";

    public static string What(TargetPersonRow row) => row.Title ?? ProblemTexts.Find($"Fact_{row.Kind}") ?? row.Kind.ToString();

    /// <summary>For narrow columns: «Первые годы».</summary>
    public static string Short(StaffGroup group) => ProblemTexts.Find($"GroupShort_{group}") ?? Of(group);
}
