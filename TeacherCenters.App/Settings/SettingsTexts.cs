using System.Collections;
using System.Globalization;
using TeacherCenters.Data;
using TeacherCenters.Ui;

namespace TeacherCenters.Settings;

/// <summary>Words of settings on the screen.</summary>
public static class SettingsTexts
{
    /// <summary>The same words as in the history.</summary>
    public static string Name(string setting) => HistoryWords.Property(nameof(SettingsEdition), setting);

    public static string Section(SettingsSection section) => ProblemTexts.Find($"SettingsSection_{section}") ?? section.ToString();

    public static string Of(Mark mark) => ProblemTexts.Find($"Mark_{mark}") ?? mark.ToString();

    /// <summary>What an invariant looks at.</summary>
    public static string Invariant(string name) => ProblemTexts.Find(InvariantKey(name)) ?? name;

    public static string InvariantKey(string name) => "Invariant_" + name.Replace('.', '_').Replace('-', '_');

    /// <summary>«12,5 МБ».</summary>
    public static string Size(long bytes) => bytes >= 1 << 30
        ? Phrase.Of(SettingsText.Size_Gb, bytes / (double)(1 << 30))
        : bytes >= 1 << 20 ? Phrase.Of(SettingsText.Size_Mb, bytes / (double)(1 << 20)) : Phrase.Of(SettingsText.Size_Kb, Math.Max(1, bytes / 1024.0));

    /// <summary>All that was found so far, for a file to hand over: the codes are for whoever maintains the program.</summary>
    public static string Report(StoreCheck check) => string.Join('\n', check.Lines.Where(x => x.Findings is not null).SelectMany(x => x.Findings!.Select(f => $"      {ProblemTexts.Say(f)}").Prepend($"{Invariant(x.Name)} ({x.Name}): {Result(x)}")));

    /// <summary>How one invariant stands.</summary>
    public static string Result(CheckLine line) => line.Findings switch { null => SettingsText.Check_Waits, { Count: 0 } => SettingsText.Check_Holds, var found => Phrase.Of(SettingsText.Check_Wrong, found.Count) };

    /// <summary>The result of a check in one sentence.</summary>
    public static string Say(StoreCheck check) => check switch
    {
        { FinishedAt: null } => Phrase.Of(SettingsText.Check_Runs, check.Done, check.Lines.Count),
        { Findings: 0, FinishedAt: { } at } => Phrase.Of(SettingsText.Check_AllHolds, HistoryWords.Value(at), HistoryWords.Who(check.By), check.Lines.Count),
        { FinishedAt: { } at } => Phrase.Of(SettingsText.Check_Found, HistoryWords.Value(at), HistoryWords.Who(check.By), check.Findings),
    };

    /// <summary>What is done every night, and when.</summary>
    public static string Say(TimeOnly? hour) => hour is { } at
        ? Phrase.Of(SettingsText.Night_At, at.ToString("HH:mm", CultureInfo.InvariantCulture), NightlyPlan.Days, NightlyPlan.Weeks, NightlyPlan.Months)
        : SettingsText.Night_Off;

    /// <summary>How a night went, in one sentence.</summary>
    public static string Say(Night night) => night.Fault is { } fault ? Phrase.Of(SettingsText.Night_Failed, HistoryWords.Value(night.At), ProblemTexts.Find($"NightFault_{fault}")) : Phrase.Of(SettingsText.Night_Done, HistoryWords.Value(night.At));

    public static string Value(object? value) => value switch
    {
        null or "" or ICollection { Count: 0 } => SettingsText.NotSet,
        _ => HistoryWords.Value(value),
    };
}
