using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeacherCenters.Data;
using TeacherCenters.Kernel;

namespace TeacherCenters.Settings;

/// <summary>
/// What the network may change: names, thresholds, texts of law. A verb asks for the settings as of a date,
/// because orders and names change every few years and old papers must still say what was true then.
/// </summary>
public sealed record NetworkSettings
{
    public string RegionName { get; init; } = "Вологодская область";

    public string ProjectName { get; init; } = "Региональный проект «Учитель будущего» национального проекта «Образование»";

    /// <summary>Where the verification page is reached from outside, for instance <c>https://centers.example.ru</c>; empty prints no QR.</summary>
    public string PublicBaseAddress { get; init; } = "";

    /// <summary>Share of the hours, in per cent, from which a learner is admitted to the final assessment.</summary>
    public int AdmissionPercent { get; init; } = 75;

    /// <summary>Whether an application approved by the sending school holds a seat already.</summary>
    public bool ApprovedHoldsSeat { get; init; }

    /// <summary>Share of a session's hours, in per cent, that each mark credits.</summary>
    public IReadOnlyDictionary<Mark, int> CreditPercent { get; init; } = new Dictionary<Mark, int>
    {
        [Mark.Present] = 100,
        [Mark.Late] = 100,
        [Mark.Remote] = 100,
        [Mark.Excused] = 0,
        [Mark.Absent] = 0,
    };

    public IReadOnlyList<LegalBasis> LegalBases { get; init; } =
    [
        new(new DateOnly(2013, 9, 1), "Приказ Минобрнауки России от 01.07.2013 № 499"),
        new(new DateOnly(2025, 9, 1), "Приказ Минобрнауки России от 24.03.2025 № 266"),
    ];

    /// <summary>Hours gates: professional development from <see cref="DevelopmentMinHours"/>, retraining from <see cref="RetrainingMinHours"/>.</summary>
    public int DevelopmentMinHours { get; init; } = 16;

    public int RetrainingMinHours { get; init; } = 250;

    public int YoungTeacherAge { get; init; } = 35;

    public bool YoungTeacherAgeInclusive { get; init; }

    public int YoungTeacherYears { get; init; } = 3;

    public int MentorPairLimit { get; init; } = 3;

    /// <summary>Shares of the most points from which an independent assessment reaches a level.</summary>
    public LevelScale AssessmentLevels { get; init; } = new(50, 70, 85);

    /// <summary>Years for which the result of an independent assessment counts.</summary>
    public int AssessmentValidYears { get; init; } = 3;

    /// <summary>Share of the most points, in per cent, above which a difference of two assessors calls a third.</summary>
    public int AssessorDivergencePercent { get; init; } = 20;

    /// <summary>Years that the attestation of a head holds.</summary>
    public int AttestationYears { get; init; } = 5;

    /// <summary>Months before the end of a head's attestation from which it counts as due.</summary>
    public int AttestationReminderMonths { get; init; } = 6;

    /// <summary>Whole months of a pair or route within a period from which a young teacher counts as supported.</summary>
    public int SupportMonths { get; init; } = 3;

    /// <summary>Days on which nothing is taught besides the holidays of the country: by decision of the region or the network.</summary>
    public IReadOnlyList<DayOff> DaysOff { get; init; } = [];

    /// <summary>Holidays of the country on which the network works all the same.</summary>
    public IReadOnlyList<DateOnly> WorkingDays { get; init; } = [];

    /// <summary>The basis line for a document issued on the given day; null before the first.</summary>
    public string? LegalBasisOn(DateOnly day) => LegalBases.Where(x => x.From <= day).OrderBy(x => x.From).LastOrDefault()?.Text;
}

/// <summary>Per cent of the points from which the levels basic, advanced and high are reached.</summary>
public sealed record LevelScale(int Basic, int Advanced, int High)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Basic} / {Advanced} / {High}");
}

/// <summary>The order or law that documents of a time rest on.</summary>
public sealed record LegalBasis(DateOnly From, string Text)
{
    public override string ToString() => $"{DayText.Of(From)} — {Text}";
}

/// <summary>A day on which nothing is taught, and why.</summary>
public sealed record DayOff(DateOnly Date, string Name)
{
    public override string ToString() => $"{DayText.Of(Date)} {Name}".TrimEnd();
}

/// <summary>The settings as they hold from a day on, until the next edition.</summary>
public sealed class SettingsEdition : Entity
{
    public required DateOnly ValidFrom { get; init; }

    public required string Json { get; set; }
}

/// <summary>All editions of the settings, for what looks over several years at once.</summary>
public sealed class SettingsTimeline(IReadOnlyList<(DateOnly ValidFrom, NetworkSettings Settings)> editions)
{
    /// <summary>The settings that held on the given day; the defaults where no edition did.</summary>
    public NetworkSettings On(DateOnly day) => editions.Where(x => x.ValidFrom <= day).OrderBy(x => x.ValidFrom).Select(x => x.Settings).LastOrDefault() ?? new NetworkSettings();

    /// <summary>Which marks credit hours, by stretches of days in which that stays the same; the first has no beginning and the last no end, which is its first day no more.</summary>
    public IReadOnlyList<(DateOnly? From, DateOnly? Until, IReadOnlyList<Mark> Marks)> Crediting()
    {
        var spans = new List<(DateOnly? From, DateOnly? Until, IReadOnlyList<Mark> Marks)> { (null, null, Crediting(new NetworkSettings())) };
        foreach (var (from, settings) in editions.OrderBy(x => x.ValidFrom))
        {
            if (Crediting(settings) is var marks && spans[^1].Marks.SequenceEqual(marks)) continue;
            spans[^1] = spans[^1] with { Until = from };
            spans.Add((from, null, marks));
        }
        return spans;
    }

    private static List<Mark> Crediting(NetworkSettings settings) => [.. settings.CreditPercent.Where(x => x.Value > 0).Select(x => x.Key).Order()];
}

public static class SettingsReading
{
    public static async Task<SettingsTimeline> SettingsTimelineAsync(this AppDb db, CancellationToken cancellation = default)
    {
        var rows = await db.Set<SettingsEdition>().Select(x => new { x.ValidFrom, x.Json }).ToListAsync(cancellation);
        return new([.. rows.Select(x => (x.ValidFrom, JsonSerializer.Deserialize<NetworkSettings>(x.Json)!))]);
    }

    /// <summary>The settings that held on the given day; the defaults where no edition did.</summary>
    public static async Task<NetworkSettings> SettingsAsOfAsync(this AppDb db, DateOnly day, CancellationToken cancellation = default)
    {
        var json = await db.Set<SettingsEdition>()
            .Where(x => x.ValidFrom <= day)
            .OrderByDescending(x => x.ValidFrom)
            .Select(x => x.Json)
            .FirstOrDefaultAsync(cancellation);
        return json is null ? new NetworkSettings() : JsonSerializer.Deserialize<NetworkSettings>(json)!;
    }
}

internal sealed class SettingsMapping : IEntityTypeConfiguration<SettingsEdition>
{
    public void Configure(EntityTypeBuilder<SettingsEdition> builder) => builder.HasIndex(x => x.ValidFrom).IsUnique();
}
