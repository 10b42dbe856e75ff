using Microsoft.EntityFrameworkCore;
using TeacherCenters.Mentoring;
using TeacherCenters.People;
using TeacherCenters.Settings;
using TeacherCenters.Tests.Data;

namespace TeacherCenters.Tests.Mentoring;

public sealed class YoungTeacherRulesTests
{
    /// <summary>Birth, first day of teaching, as of, inclusive, young.</summary>
    public static TheoryData<string?, string?, string, bool, bool> Cases => new()
    {
        // The thirty-fifth birthday, and the thirty-sixth where 35 still counts.
        { "1991-11-24", "2025-09-01", "2026-11-23", false, true },
        { "1991-11-23", "2025-09-01", "2026-11-23", false, false },
        { "1991-11-23", "2025-09-01", "2026-11-23", true, true },
        { "1990-11-24", "2025-09-01", "2026-11-23", true, true },
        { "1990-11-23", "2025-09-01", "2026-11-23", true, false },
        // The last day of the first three years, and the day after.
        { "2000-01-01", "2023-11-24", "2026-11-23", false, true },
        { "2000-01-01", "2023-11-23", "2026-11-23", false, false },
        // Began today; begins tomorrow.
        { "2000-01-01", "2026-11-23", "2026-11-23", false, true },
        { "2000-01-01", "2026-11-24", "2026-11-23", false, false },
        // Born on 29 February 1992: thirty-five on 1 March 2027.
        { "1992-02-29", "2026-09-01", "2027-02-28", false, true },
        { "1992-02-29", "2026-09-01", "2027-03-01", false, false },
        { "1992-02-29", "2026-09-01", "2028-02-28", true, true },
        { "1992-02-29", "2026-09-01", "2028-02-29", true, false },
        { "1992-02-28", "2026-09-01", "2027-02-28", false, false },
        { "1992-03-01", "2026-09-01", "2027-02-28", false, true },
        { "1992-03-01", "2026-09-01", "2027-03-01", false, false },
        // As of 29 February, counted back into common years.
        { "1993-02-28", "2027-09-01", "2028-02-29", false, false },
        { "1993-03-01", "2027-09-01", "2028-02-29", false, true },
        // Began on 29 February 2024: three years are over on 1 March 2027.
        { "2000-01-01", "2024-02-29", "2027-02-28", false, true },
        { "2000-01-01", "2024-02-29", "2027-03-01", false, false },
        { "2000-01-01", "2024-02-28", "2027-02-28", false, false },
        { "2000-01-01", "2024-03-01", "2027-02-28", false, true },
        // What is not known does not count.
        { null, "2025-09-01", "2026-11-23", false, false },
        { "2000-01-01", null, "2026-11-23", false, false },
    };

    [Theory, MemberData(nameof(Cases))]
    public void Young_is_under_the_age_and_in_the_first_years_as_of_the_day(string? born, string? since, string asOf, bool inclusive, bool young) =>
        Assert.Equal(young, YoungTeacherRules.IsYoung(Day(born), Day(since), Terms(asOf, inclusive)));

    [Fact]
    public async Task The_store_answers_as_the_rule_does_on_the_same_rows()
    {
        await using var store = await TestStore.CreateAsync();
        var days = Cases.SelectMany(x => new[] { (string?)x[0], (string?)x[1] }).Select(Day).Distinct().ToList();
        var people = days.SelectMany(_ => days, (born, since) =>
        {
            var person = A.Person();
            (person.BirthDate, person.TeachingSince) = (born, since);
            return person;
        }).ToList();
        await store.AddAsync([.. people]);

        foreach (var terms in Cases.Select(x => Terms((string)x[2]!, (bool)x[3]!)).Distinct())
        {
            var found = await store.ReadAsync(db => db.Set<Person>().Where(YoungTeacherRules.Young(terms)).Select(x => x.Id).ToListAsync());
            var expected = people.Where(x => YoungTeacherRules.IsYoung(x.BirthDate, x.TeachingSince, terms)).Select(x => x.Id);
            Assert.Equal(expected.Order(), found.Order());
            Assert.NotEmpty(found);
        }
    }

    [Fact]
    public void The_thresholds_are_those_of_the_settings()
    {
        var terms = new NetworkSettings { YoungTeacherAge = 30, YoungTeacherAgeInclusive = true, YoungTeacherYears = 5 }.Terms(A.Today);

        Assert.Equal(new YoungTeacherTerms(30, true, 5, A.Today), terms);
        Assert.True(YoungTeacherRules.IsYoung(new(1996, 1, 1), new(2022, 9, 1), terms));
        Assert.False(YoungTeacherRules.IsYoung(new(1995, 1, 1), new(2022, 9, 1), terms));
    }

    private static YoungTeacherTerms Terms(string asOf, bool inclusive) => new(35, inclusive, 3, Day(asOf)!.Value);

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
