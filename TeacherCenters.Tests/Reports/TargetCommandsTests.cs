using Microsoft.EntityFrameworkCore;
using TeacherCenters.Reports;
using TeacherCenters.Security;
using TeacherCenters.Tests.Data;

namespace TeacherCenters.Tests.Reports;

public sealed class TargetCommandsTests
{
    [Fact]
    public async Task The_first_own_plan_of_a_figure_keeps_the_usual_ones_of_its_other_years()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await TargetNetwork.CreateAsync(store);

        (await of.Commands.SaveAsync(A.Administrator(), new() { Figure = TargetFigure.Covered, Year = 2026, Value = 58, CountedFrom = 2019, Name = " Доля педагогов " })).ShouldSucceed();

        var years = (await of.BoardAsync()).Years.ToDictionary(x => x.Year, x => x.Total.Plan!.Value);
        Assert.Equal((10m, 50m, 54m, 58m), (years[2020], years[2024], years[2025], years[2026]));
        Assert.Equal("Доля педагогов", (await of.BoardAsync()).Total.Plan!.Name);
        Assert.Equal(3, await store.ReadAsync(db => db.Set<Target>().CountAsync()));
    }

    [Fact]
    public async Task A_second_plan_for_the_year_is_refused_and_a_stored_one_changes_by_its_version()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await TargetNetwork.CreateAsync(store);
        var form = new TargetForm { Figure = TargetFigure.OnRoute, Year = 2026, Value = 12 };
        var id = (await of.Commands.SaveAsync(A.Administrator(), form)).ShouldSucceed();
        Assert.Equal(nameof(form.Year), (await of.Commands.SaveAsync(A.Administrator(), form)).ShouldRefuse("TargetYearTaken").Field);

        (form.Id, form.Version, form.Value) = (id, 1, 15);
        (await of.Commands.SaveAsync(A.Administrator(), form)).ShouldSucceed();
        (await of.Commands.SaveAsync(A.Administrator(), form)).ShouldRefuse("ChangedByOther");
        Assert.Equal(15, await store.ReadAsync(db => db.Set<Target>().Where(x => x.Id == id).Select(x => x.Value).SingleAsync()));

        (await of.Commands.DeleteAsync(A.Administrator(), id, 2)).ShouldSucceed();
        (await of.Commands.DeleteAsync(A.Administrator(), id, 2)).ShouldRefuse("NotFound");
    }

    [Theory]
    [InlineData(1999, TargetUnit.Percent, "5", null, "TargetYearRange")]
    [InlineData(null, TargetUnit.Percent, "5", null, "Required")]
    [InlineData(2026, TargetUnit.Percent, null, null, "Required")]
    [InlineData(2026, TargetUnit.Percent, "101", null, "TargetPercentRange")]
    [InlineData(2026, TargetUnit.People, "1.5", null, "TargetPeopleRange")]
    [InlineData(2026, TargetUnit.People, "-1", null, "TargetPeopleRange")]
    [InlineData(2026, TargetUnit.People, "2000", 2027, "TargetCountedFromRange")]
    [InlineData(2026, TargetUnit.People, "2000", 2026, null)]
    public void A_plan_out_of_range_is_refused_at_its_field(int? year, TargetUnit unit, string? value, int? from, string? problem) =>
        Assert.Equal(problem, TargetRules.Check(new() { Year = year, Unit = unit, Value = value is null ? null : decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), CountedFrom = from })?.Key);

    [Fact]
    public async Task A_headcount_is_entered_changed_and_taken_away_field_by_field()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await TargetNetwork.CreateAsync(store);
        var form = new HeadcountForm { Year = 2026, MunicipalityId = of.School.MunicipalityId, Teachers = 100, Heads = 5, Young = 20, FirstYears = 8 };
        (await of.Commands.SaveHeadcountAsync(A.Administrator(), form)).ShouldSucceed();
        // Whoever opened an empty form meanwhile does not write over it.
        (await of.Commands.SaveHeadcountAsync(A.Administrator(), form)).ShouldRefuse("HeadcountChanged");
        var stored = (await of.Plans.BoardAsync(A.Administrator(), 2026)).Headcounts[0];
        Assert.Equal(form.Numbers, stored.Numbers);

        var again = new HeadcountForm { Year = 2026, MunicipalityId = form.MunicipalityId, Teachers = 90, Young = 20, FirstYears = 8, Versions = new(stored.Versions) };
        (await of.Commands.SaveHeadcountAsync(A.Administrator(), again)).ShouldSucceed();
        again.Teachers = 80;
        (await of.Commands.SaveHeadcountAsync(A.Administrator(), new() { Year = 2026, MunicipalityId = form.MunicipalityId, Teachers = 1, Versions = again.Versions })).ShouldRefuse("HeadcountChanged");

        var board = await of.Plans.BoardAsync(A.Administrator(), 2026);
        Assert.Equal(new Headcount(90, null, 20, 8), board.Headcounts[0].Numbers);
        Assert.Equal(["targets.headcount", "targets.headcount"], board.History.Select(x => x.Verb));
        Assert.Equal(default, board.Headcounts[1].Numbers);
    }

    [Fact]
    public async Task Pasted_rows_are_shown_first_and_only_the_good_ones_are_stored()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await TargetNetwork.CreateAsync(store);
        await of.HeadcountAsync(of.Far, StaffGroup.Heads, 7);
        var form = new HeadcountPasteForm { Year = 2026, Text = "Муниципалитет\tПедагоги\tРуководители\nТотемский район\t50\t\nЧужой район\t9\t1" };
        await store.ChangeAsync(async unit => (await unit.Db.FindAsync<TeacherCenters.People.Municipality>(of.Far.MunicipalityId))!.Name = "Тотемский муниципальный округ");

        var preview = (await of.Plans.PreviewAsync(A.Administrator(), form)).ShouldSucceed();
        Assert.Equal([(null, 7), ("MunicipalityUnknown", null)], preview.Select(x => (x.Row.Fault?.Key, x.Stored.Heads)));
        Assert.Equal(1, await store.ReadAsync(db => db.Set<Denominator>().CountAsync()));

        Assert.Equal(1, (await of.Commands.PasteHeadcountAsync(A.Administrator(), form)).ShouldSucceed());
        Assert.Equal(new Headcount(50, 7, null, null), (await of.Plans.BoardAsync(A.Administrator(), 2026)).Headcounts[1].Numbers);
        (await of.Commands.PasteHeadcountAsync(A.Administrator(), new() { Year = 2026, Text = "Чужой\t5" })).ShouldRefuse("HeadcountNothing");
    }

    [Fact]
    public async Task Plans_and_headcounts_are_the_administrators_of_the_network()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await TargetNetwork.CreateAsync(store);
        foreach (var actor in new[] { A.Coordinator(of.Center.Id), A.Clerk(of.Center.Id), A.Viewer(of.Center.Id), Actor.Nobody })
        {
            await Assert.ThrowsAsync<MissingRightException>(() => of.Commands.SaveAsync(actor, new() { Year = 2026, Value = 1 }));
            await Assert.ThrowsAsync<MissingRightException>(() => of.Commands.DeleteAsync(actor, 1, 1));
            await Assert.ThrowsAsync<MissingRightException>(() => of.Commands.SaveHeadcountAsync(actor, new() { Year = 2026, MunicipalityId = of.School.MunicipalityId }));
            await Assert.ThrowsAsync<MissingRightException>(() => of.Commands.PasteHeadcountAsync(actor, new() { Year = 2026 }));
            await Assert.ThrowsAsync<MissingRightException>(() => of.Plans.BoardAsync(actor, null));
            await Assert.ThrowsAsync<MissingRightException>(() => of.Plans.PreviewAsync(actor, new() { Year = 2026 }));
        }
    }
}
