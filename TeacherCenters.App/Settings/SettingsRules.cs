using TeacherCenters.Kernel;

namespace TeacherCenters.Settings;

/// <summary>What settings must hold together, whoever changes them and from whatever day.</summary>
public static class SettingsRules
{
    /// <returns>The first thing that is wrong, at its field; null when the settings hold.</returns>
    /// <remarks><c>SettingMissing</c>, <c>SettingRange</c>, <c>Setup_AddressInvalid</c>, <c>HoursOrder</c>, <c>LevelsOrder</c>, <c>ReminderTooLong</c>, <c>LegalBasesMissing</c>, <c>LegalBasisEmpty</c>, <c>LegalBasisTwice</c>.</remarks>
    public static Problem? Check(NetworkSettings of) =>
        Present(of.RegionName, nameof(of.RegionName))
        ?? Present(of.ProjectName, nameof(of.ProjectName))
        ?? AddressProblem(of.PublicBaseAddress)?.At(nameof(of.PublicBaseAddress))
        ?? Within(of.AdmissionPercent, 0, 100, nameof(of.AdmissionPercent))
        ?? of.CreditPercent.Select(x => Within(x.Value, 0, 100, "Credit" + x.Key)).FirstOrDefault(x => x is not null)
        ?? Within(of.DevelopmentMinHours, 1, 1000, nameof(of.DevelopmentMinHours))
        ?? Within(of.RetrainingMinHours, 1, 2000, nameof(of.RetrainingMinHours))
        ?? (of.RetrainingMinHours > of.DevelopmentMinHours ? null : new Problem("HoursOrder", of.DevelopmentMinHours).At(nameof(of.RetrainingMinHours)))
        ?? Within(of.YoungTeacherAge, 18, 70, nameof(of.YoungTeacherAge))
        ?? Within(of.YoungTeacherYears, 1, 20, nameof(of.YoungTeacherYears))
        ?? Within(of.MentorPairLimit, 1, 50, nameof(of.MentorPairLimit))
        ?? Within(of.SupportMonths, 1, 12, nameof(of.SupportMonths))
        ?? Levels(of.AssessmentLevels)
        ?? Within(of.AssessmentValidYears, 1, 10, nameof(of.AssessmentValidYears))
        ?? Within(of.AssessorDivergencePercent, 1, 100, nameof(of.AssessorDivergencePercent))
        ?? Within(of.AttestationYears, 1, 10, nameof(of.AttestationYears))
        ?? Within(of.AttestationReminderMonths, 1, 60, nameof(of.AttestationReminderMonths))
        ?? (of.AttestationReminderMonths < of.AttestationYears * 12 ? null : new Problem("ReminderTooLong", of.AttestationYears).At(nameof(of.AttestationReminderMonths)))
        ?? Bases(of.LegalBases)?.At(nameof(of.LegalBases));

    /// <summary>Null for an empty or whole http(s) address.</summary>
    public static Problem? AddressProblem(string address) =>
        string.IsNullOrWhiteSpace(address) || (Uri.TryCreate(address.Trim(), UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps))
            ? null
            : new Problem("Setup_AddressInvalid");

    private static Problem? Present(string text, string field) => string.IsNullOrWhiteSpace(text) ? new Problem("SettingMissing").At(field) : null;

    private static Problem? Within(int value, int least, int most, string field) => value >= least && value <= most ? null : new Problem("SettingRange", least, most).At(field);

    private static Problem? Levels(LevelScale of) =>
        Within(of.Basic, 1, 100, "LevelBasic")
        ?? Within(of.Advanced, 1, 100, "LevelAdvanced")
        ?? Within(of.High, 1, 100, "LevelHigh")
        ?? (of.Basic < of.Advanced ? null : new Problem("LevelsOrder").At("LevelAdvanced"))
        ?? (of.Advanced < of.High ? null : new Problem("LevelsOrder").At("LevelHigh"));

    private static Problem? Bases(IReadOnlyList<LegalBasis> bases)
    {
        if (bases.Count == 0) return new Problem("LegalBasesMissing");
        if (bases.Any(x => string.IsNullOrWhiteSpace(x.Text))) return new Problem("LegalBasisEmpty");
        return bases.GroupBy(x => x.From).FirstOrDefault(x => x.Count() > 1) is { } twice ? new Problem("LegalBasisTwice", twice.Key) : null;
    }
}
