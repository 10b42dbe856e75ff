namespace TeacherCenters.Settings;

/// <summary>What belongs together on the page of the settings.</summary>
public enum SettingsSection
{
    Network,
    Hours,
    Support,
    Assessment,
    Attestation,
    Papers,
    Calendar,
}

public static class SettingsSections
{
    /// <summary>The settings of each section, in the order of the page.</summary>
    public static IReadOnlyList<(SettingsSection Section, string[] Names)> All { get; } =
    [
        (SettingsSection.Network, [nameof(NetworkSettings.RegionName), nameof(NetworkSettings.ProjectName), nameof(NetworkSettings.PublicBaseAddress)]),
        (SettingsSection.Hours,
        [
            nameof(NetworkSettings.AdmissionPercent), nameof(NetworkSettings.CreditPercent), nameof(NetworkSettings.ApprovedHoldsSeat),
            nameof(NetworkSettings.DevelopmentMinHours), nameof(NetworkSettings.RetrainingMinHours),
        ]),
        (SettingsSection.Support,
        [
            nameof(NetworkSettings.YoungTeacherAge), nameof(NetworkSettings.YoungTeacherAgeInclusive), nameof(NetworkSettings.YoungTeacherYears),
            nameof(NetworkSettings.MentorPairLimit), nameof(NetworkSettings.SupportMonths),
        ]),
        (SettingsSection.Assessment, [nameof(NetworkSettings.AssessmentLevels), nameof(NetworkSettings.AssessmentValidYears), nameof(NetworkSettings.AssessorDivergencePercent)]),
        (SettingsSection.Attestation, [nameof(NetworkSettings.AttestationYears), nameof(NetworkSettings.AttestationReminderMonths)]),
        (SettingsSection.Papers, [nameof(NetworkSettings.LegalBases)]),
        (SettingsSection.Calendar, [nameof(NetworkSettings.DaysOff), nameof(NetworkSettings.WorkingDays)]),
    ];
}
