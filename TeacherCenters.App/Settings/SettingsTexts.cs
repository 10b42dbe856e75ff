using System.Collections;
using TeacherCenters.Ui;

namespace TeacherCenters.Settings;

/// <summary>Words of settings on the screen.</summary>
public static class SettingsTexts
{
    /// <summary>The same words as in the history.</summary>
    public static string Name(string setting) => HistoryWords.Property(nameof(SettingsEdition), setting);

    public static string Section(SettingsSection section) => ProblemTexts.Find($"SettingsSection_{section}") ?? section.ToString();

    public static string Value(object? value) => value switch
    {
        null or "" or ICollection { Count: 0 } => SettingsText.NotSet,
        _ => HistoryWords.Value(value),
    };
}
