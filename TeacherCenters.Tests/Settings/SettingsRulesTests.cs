using TeacherCenters.Attendance;
using TeacherCenters.Settings;

namespace TeacherCenters.Tests.Settings;

public sealed class SettingsRulesTests
{
    private static readonly NetworkSettings Standard = new();

    public static TheoryData<string?, string?, NetworkSettings> Cases => new()
    {
        { null, null, Standard },
        { "SettingMissing", "RegionName", Standard with { RegionName = " " } },
        { "Setup_AddressInvalid", "PublicBaseAddress", Standard with { PublicBaseAddress = "centers.example.ru" } },
        { "SettingRange", "AdmissionPercent", Standard with { AdmissionPercent = 101 } },
        { "SettingRange", "CreditLate", Standard with { CreditPercent = new Dictionary<Mark, int> { [Mark.Late] = -1 } } },
        { "HoursOrder", "RetrainingMinHours", Standard with { RetrainingMinHours = 16 } },
        { "SettingRange", "MentorPairLimit", Standard with { MentorPairLimit = 0 } },
        { "LevelsOrder", "LevelAdvanced", Standard with { AssessmentLevels = new(70, 70, 85) } },
        { "LevelsOrder", "LevelHigh", Standard with { AssessmentLevels = new(50, 90, 85) } },
        { "SettingRange", "LevelHigh", Standard with { AssessmentLevels = new(50, 70, 101) } },
        { "ReminderTooLong", "AttestationReminderMonths", Standard with { AttestationYears = 1, AttestationReminderMonths = 12 } },
        { "LegalBasesMissing", "LegalBases", Standard with { LegalBases = [] } },
        { "LegalBasisEmpty", "LegalBases", Standard with { LegalBases = [new(A.Today, " ")] } },
        { "LegalBasisTwice", "LegalBases", Standard with { LegalBases = [new(A.Today, "Приказ"), new(A.Today, "Другой приказ")] } },
    };

    [Theory, MemberData(nameof(Cases))]
    public void What_is_wrong_is_said_at_its_field(string? key, string? field, NetworkSettings settings)
    {
        var problem = SettingsRules.Check(settings);

        Assert.Equal((key, field), (problem?.Key, problem?.Field));
    }

    [Fact]
    public void Every_setting_stands_on_the_page_once()
    {
        var all = typeof(NetworkSettings).GetProperties().Select(x => x.Name).Order();

        Assert.Equal(all, SettingsSections.All.SelectMany(x => x.Names).Order());
    }

    [Fact]
    public void The_form_gives_back_what_it_was_filled_with()
    {
        var settings = Standard with { DaysOff = [new(new(2026, 12, 31), "Указ губернатора")], WorkingDays = [new(2026, 11, 4)], PublicBaseAddress = "https://centers.example.ru" };

        Assert.Empty(SettingChanges.Difference(settings, SettingsForm.Of(settings, A.Today).Over(new NetworkSettings()).Value!));
    }

    [Theory]
    [InlineData("31.12.2026 Указ губернатора", "Указ губернатора")]
    [InlineData("31.12.2026 — Указ губернатора", "Указ губернатора")]
    [InlineData("31.12.2026\tУказ губернатора\n\n", "Указ губернатора")]
    [InlineData("31.12.2026", "")]
    public void A_day_off_is_read_from_its_line(string typed, string name) =>
        Assert.Equal([new DayOff(new(2026, 12, 31), name)], Read(typed).Value!.DaysOff);

    [Fact]
    public void A_line_without_a_day_is_named()
    {
        var problem = Read("31.12.2026 Указ\n32.12.2026 Ошибка").Problem!;

        Assert.Equal(("DayLineWrong", "DaysOff"), (problem.Key, problem.Field));
        Assert.Equal([2, "32.12.2026 Ошибка"], problem.Args);
    }

    private static TeacherCenters.Kernel.Result<NetworkSettings> Read(string daysOff)
    {
        var form = SettingsForm.Of(Standard, A.Today);
        form.DaysOff = daysOff;
        return form.Over(Standard);
    }
}
