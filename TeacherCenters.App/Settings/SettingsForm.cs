using System.ComponentModel.DataAnnotations;
using TeacherCenters.Kernel;

namespace TeacherCenters.Settings;

/// <summary>What the sheet of the settings edits; it shows one section of it.</summary>
public sealed class SettingsForm
{
    public DateOnly? ValidFrom { get; set; }

    [MaxLength(200)]
    public string? RegionName { get; set; }

    [MaxLength(400)]
    public string? ProjectName { get; set; }

    [MaxLength(200)]
    public string? PublicBaseAddress { get; set; }

    [Required(ErrorMessageResourceType = typeof(SettingsText), ErrorMessageResourceName = nameof(SettingsText.SettingMissing))]
    public int? AdmissionPercent { get; set; }

    public bool ApprovedHoldsSeat { get; set; }

    [Required(ErrorMessageResourceType = typeof(SettingsText), ErrorMessageResourceName = nameof(SettingsText.SettingMissing))]
    public int? CreditPresent { get; set; }

    [Required(ErrorMessageResourceType = typeof(SettingsText), ErrorMessageResourceName = nameof(SettingsText.SettingMissing))]
    public int? CreditLate { get; set; }

    [Required(ErrorMessageResourceType = typeof(SettingsText), ErrorMessageResourceName = nameof(SettingsText.SettingMissing))]
    public int? CreditRemote { get; set; }

    [Required(ErrorMessageResourceType = typeof(SettingsText), ErrorMessageResourceName = nameof(SettingsText.SettingMissing))]
    public int? CreditExcused { get; set; }

    [Required(ErrorMessageResourceType = typeof(SettingsText), ErrorMessageResourceName = nameof(SettingsText.SettingMissing))]
    public int? CreditAbsent { get; set; }

    [Required(ErrorMessageResourceType = typeof(SettingsText), ErrorMessageResourceName = nameof(SettingsText.SettingMissing))]
    public int? DevelopmentMinHours { get; set; }

    [Required(ErrorMessageResourceType = typeof(SettingsText), ErrorMessageResourceName = nameof(SettingsText.SettingMissing))]
    public int? RetrainingMinHours { get; set; }

    [Required(ErrorMessageResourceType = typeof(SettingsText), ErrorMessageResourceName = nameof(SettingsText.SettingMissing))]
    public int? YoungTeacherAge { get; set; }

    public bool YoungTeacherAgeInclusive { get; set; }

    [Required(ErrorMessageResourceType = typeof(SettingsText), ErrorMessageResourceName = nameof(SettingsText.SettingMissing))]
    public int? YoungTeacherYears { get; set; }

    [Required(ErrorMessageResourceType = typeof(SettingsText), ErrorMessageResourceName = nameof(SettingsText.SettingMissing))]
    public int? MentorPairLimit { get; set; }

    [Required(ErrorMessageResourceType = typeof(SettingsText), ErrorMessageResourceName = nameof(SettingsText.SettingMissing))]
    public int? SupportMonths { get; set; }

    [Required(ErrorMessageResourceType = typeof(SettingsText), ErrorMessageResourceName = nameof(SettingsText.SettingMissing))]
    public int? LevelBasic { get; set; }

    [Required(ErrorMessageResourceType = typeof(SettingsText), ErrorMessageResourceName = nameof(SettingsText.SettingMissing))]
    public int? LevelAdvanced { get; set; }

    [Required(ErrorMessageResourceType = typeof(SettingsText), ErrorMessageResourceName = nameof(SettingsText.SettingMissing))]
    public int? LevelHigh { get; set; }

    [Required(ErrorMessageResourceType = typeof(SettingsText), ErrorMessageResourceName = nameof(SettingsText.SettingMissing))]
    public int? AssessmentValidYears { get; set; }

    [Required(ErrorMessageResourceType = typeof(SettingsText), ErrorMessageResourceName = nameof(SettingsText.SettingMissing))]
    public int? AssessorDivergencePercent { get; set; }

    [Required(ErrorMessageResourceType = typeof(SettingsText), ErrorMessageResourceName = nameof(SettingsText.SettingMissing))]
    public int? AttestationYears { get; set; }

    [Required(ErrorMessageResourceType = typeof(SettingsText), ErrorMessageResourceName = nameof(SettingsText.SettingMissing))]
    public int? AttestationReminderMonths { get; set; }

    /// <summary>One a line: the day from which the order is the basis, and the order.</summary>
    public string? LegalBases { get; set; }

    /// <summary>One a line: the day and why.</summary>
    public string? DaysOff { get; set; }

    /// <summary>One a line.</summary>
    public string? WorkingDays { get; set; }

    public static SettingsForm Of(NetworkSettings of, DateOnly validFrom) => new()
    {
        ValidFrom = validFrom,
        RegionName = of.RegionName,
        ProjectName = of.ProjectName,
        PublicBaseAddress = of.PublicBaseAddress,
        AdmissionPercent = of.AdmissionPercent,
        ApprovedHoldsSeat = of.ApprovedHoldsSeat,
        CreditPresent = of.CreditPercent.GetValueOrDefault(Mark.Present),
        CreditLate = of.CreditPercent.GetValueOrDefault(Mark.Late),
        CreditRemote = of.CreditPercent.GetValueOrDefault(Mark.Remote),
        CreditExcused = of.CreditPercent.GetValueOrDefault(Mark.Excused),
        CreditAbsent = of.CreditPercent.GetValueOrDefault(Mark.Absent),
        DevelopmentMinHours = of.DevelopmentMinHours,
        RetrainingMinHours = of.RetrainingMinHours,
        YoungTeacherAge = of.YoungTeacherAge,
        YoungTeacherAgeInclusive = of.YoungTeacherAgeInclusive,
        YoungTeacherYears = of.YoungTeacherYears,
        MentorPairLimit = of.MentorPairLimit,
        SupportMonths = of.SupportMonths,
        LevelBasic = of.AssessmentLevels.Basic,
        LevelAdvanced = of.AssessmentLevels.Advanced,
        LevelHigh = of.AssessmentLevels.High,
        AssessmentValidYears = of.AssessmentValidYears,
        AssessorDivergencePercent = of.AssessorDivergencePercent,
        AttestationYears = of.AttestationYears,
        AttestationReminderMonths = of.AttestationReminderMonths,
        LegalBases = Lines(of.LegalBases.OrderBy(x => x.From).Select(x => (x.From, x.Text))),
        DaysOff = Lines(of.DaysOff.OrderBy(x => x.Date).Select(x => (x.Date, x.Name))),
        WorkingDays = Lines(of.WorkingDays.Order().Select(x => (x, ""))),
    };

    /// <summary>The settings with what the form says.</summary>
    /// <returns><c>DayLineWrong</c> with the number of the line and the line.</returns>
    public Result<NetworkSettings> Over(NetworkSettings of)
    {
        var (bases, off, working) = (Dated(LegalBases, nameof(LegalBases)), Dated(DaysOff, nameof(DaysOff)), Dated(WorkingDays, nameof(WorkingDays)));
        if (bases.Problem is { } one) return one;
        if (off.Problem is { } two) return two;
        if (working.Problem is { } three) return three;
        return of with
        {
            RegionName = RegionName ?? "",
            ProjectName = ProjectName ?? "",
            PublicBaseAddress = PublicBaseAddress ?? "",
            AdmissionPercent = AdmissionPercent ?? 0,
            ApprovedHoldsSeat = ApprovedHoldsSeat,
            CreditPercent = new Dictionary<Mark, int>
            {
                [Mark.Present] = CreditPresent ?? 0,
                [Mark.Late] = CreditLate ?? 0,
                [Mark.Remote] = CreditRemote ?? 0,
                [Mark.Excused] = CreditExcused ?? 0,
                [Mark.Absent] = CreditAbsent ?? 0,
            },
            DevelopmentMinHours = DevelopmentMinHours ?? 0,
            RetrainingMinHours = RetrainingMinHours ?? 0,
            YoungTeacherAge = YoungTeacherAge ?? 0,
            YoungTeacherAgeInclusive = YoungTeacherAgeInclusive,
            YoungTeacherYears = YoungTeacherYears ?? 0,
            MentorPairLimit = MentorPairLimit ?? 0,
            SupportMonths = SupportMonths ?? 0,
            AssessmentLevels = new(LevelBasic ?? 0, LevelAdvanced ?? 0, LevelHigh ?? 0),
            AssessmentValidYears = AssessmentValidYears ?? 0,
            AssessorDivergencePercent = AssessorDivergencePercent ?? 0,
            AttestationYears = AttestationYears ?? 0,
            AttestationReminderMonths = AttestationReminderMonths ?? 0,
            LegalBases = [.. bases.Value!.Select(x => new LegalBasis(x.Day, x.Text))],
            DaysOff = [.. off.Value!.Select(x => new DayOff(x.Day, x.Text)).DistinctBy(x => x.Date)],
            WorkingDays = [.. working.Value!.Select(x => x.Day).Distinct()],
        };
    }

    private static string Lines(IEnumerable<(DateOnly Day, string Text)> rows) =>
        string.Join('\n', rows.Select(x => $"{DayText.Of(x.Day)} {x.Text}".TrimEnd()));

    private static Result<IReadOnlyList<(DateOnly Day, string Text)>> Dated(string? lines, string field)
    {
        var rows = new List<(DateOnly, string)>();
        var number = 0;
        foreach (var line in (lines ?? "").Split('\n'))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line)) continue;
            var cells = line.Trim().Split([' ', '\t', ';'], 2);
            if (DayText.Parse(cells[0].TrimEnd(',', ':')) is not { } day) return new Problem("DayLineWrong", number, line.Trim()).At(field);
            rows.Add((day, cells.ElementAtOrDefault(1)?.Trim(' ', '—', '–', '-', ';') ?? ""));
        }
        return rows.OrderBy(x => x.Item1).ToList();
    }
}
