using Microsoft.EntityFrameworkCore;
using TeacherCenters.Data;
using TeacherCenters.Security;
using TeacherCenters.Settings;
using TeacherCenters.Tests.Data;

namespace TeacherCenters.Tests.Settings;

public sealed class SettingsCommandsTests : IAsyncLifetime
{
    private static readonly DateOnly NewYear = new(2027, 1, 1);
    private static readonly DateOnly Spring = new(2027, 3, 1);
    private static readonly NetworkSettings Standard = new();
    private TestStore store = null!;
    private SettingsCommands commands = null!;

    public async Task InitializeAsync()
    {
        store = await TestStore.CreateAsync();
        commands = new(store.Store);
    }

    public Task DisposeAsync() => store.DisposeAsync().AsTask();

    [Fact]
    public async Task A_change_holds_from_its_day_on_and_not_before()
    {
        await ChangeAsync(s => s with { AdmissionPercent = 80 }, NewYear);

        Assert.Equal(75, (await OnAsync(NewYear.AddDays(-1))).AdmissionPercent);
        Assert.Equal(80, (await OnAsync(NewYear)).AdmissionPercent);
    }

    [Fact]
    public void What_began_empty_has_no_former_value_when_it_is_first_given_one()
    {
        NetworkSettings first = new() { PublicBaseAddress = "https://centers.example.ru" }, second = first with { PublicBaseAddress = "https://new.example.ru" };

        var setUp = SettingChanges.Of(nameof(NetworkSettings.PublicBaseAddress), [(A.Today, first)], A.Today);
        var changed = SettingChanges.Of(nameof(NetworkSettings.PublicBaseAddress), [(A.Today, first), (NewYear, second)], NewYear);
        var coming = SettingChanges.Of(nameof(NetworkSettings.PublicBaseAddress), [(NewYear, first)], A.Today);

        Assert.Equal((A.Today, 0), (setUp.Current.From, setUp.Earlier.Count));
        Assert.Equal("https://centers.example.ru", Assert.Single(changed.Earlier).Value);
        Assert.Equal(("", 1), (coming.Current.Value, coming.Coming.Count));
    }

    [Fact]
    public async Task A_change_goes_through_what_is_planned_after_it()
    {
        await ChangeAsync(s => s with { AdmissionPercent = 80 }, NewYear);
        await ChangeAsync(s => s with { MentorPairLimit = 5 }, A.Today);

        Assert.Equal((80, 5), Two(await OnAsync(NewYear)));
        Assert.Equal((75, 5), Two(await OnAsync(A.Today)));
    }

    [Fact]
    public async Task A_change_stops_where_the_same_setting_is_changed_anyway()
    {
        await ChangeAsync(s => s with { AdmissionPercent = 80 }, Spring);
        await ChangeAsync(s => s with { AdmissionPercent = 70 }, NewYear);

        Assert.Equal(70, (await OnAsync(NewYear)).AdmissionPercent);
        Assert.Equal(80, (await OnAsync(Spring)).AdmissionPercent);
    }

    [Fact]
    public async Task What_another_administrator_changed_meanwhile_stays()
    {
        await ChangeAsync(s => s with { AdmissionPercent = 80 }, A.Today);
        // Opened before that, and another setting changed.
        (await commands.ChangeAsync(A.Administrator(), Standard, Standard with { MentorPairLimit = 5 }, A.Today)).ShouldSucceed();

        Assert.Equal((80, 5), Two(await OnAsync(A.Today)));
    }

    [Fact]
    public async Task Planned_changes_that_cannot_stand_together_are_refused()
    {
        await ChangeAsync(s => s with { DevelopmentMinHours = 72, RetrainingMinHours = 260 }, NewYear);

        var refusal = (await commands.ChangeAsync(A.Administrator(), Standard, Standard with { RetrainingMinHours = 60 }, Spring)).ShouldRefuse("HoursOrder");

        Assert.Equal("RetrainingMinHours", refusal.Field);
        Assert.Equal(260, (await OnAsync(Spring)).RetrainingMinHours);
    }

    [Fact]
    public async Task A_coming_change_is_taken_back_alone()
    {
        await ChangeAsync(s => s with { AdmissionPercent = 80, MentorPairLimit = 5 }, NewYear);

        (await commands.CancelAsync(A.Administrator(), nameof(NetworkSettings.AdmissionPercent), NewYear)).ShouldSucceed();

        Assert.Equal((75, 5), Two(await OnAsync(NewYear)));
        (await commands.CancelAsync(A.Administrator(), nameof(NetworkSettings.AdmissionPercent), NewYear)).ShouldRefuse("NotFound");
        (await commands.CancelAsync(A.Administrator(), nameof(NetworkSettings.AdmissionPercent), A.Today)).ShouldRefuse("SettingHolds");
    }

    [Fact]
    public async Task A_change_without_a_day_is_refused_and_nobody_else_may_change()
    {
        Assert.Equal("ValidFrom", (await commands.ChangeAsync(A.Administrator(), Standard, Standard with { MentorPairLimit = 5 }, null)).ShouldRefuse("ValidFromMissing").Field);
        await Assert.ThrowsAsync<MissingRightException>(() => commands.ChangeAsync(A.Coordinator(1), Standard, Standard with { MentorPairLimit = 5 }, A.Today));
        await Assert.ThrowsAsync<MissingRightException>(() => commands.CancelAsync(A.Coordinator(1), nameof(NetworkSettings.MentorPairLimit), NewYear));
    }

    [Fact]
    public async Task The_page_tells_each_setting_over_time()
    {
        await ChangeAsync(s => s with { AdmissionPercent = 60 }, new(2025, 9, 1));
        await ChangeAsync(s => s with { AdmissionPercent = 70 }, A.Today);
        await ChangeAsync(s => s with { AdmissionPercent = 80 }, NewYear);

        var line = (await BoardAsync()).Timelines[nameof(NetworkSettings.AdmissionPercent)];

        Assert.Equal(new SettingValue(A.Today, 70), line.Current);
        Assert.Equal([new(new(2025, 9, 1), 60), new(null, 75)], line.Earlier);
        Assert.Equal([new(NewYear, 80)], line.Coming);
    }

    [Fact]
    public async Task The_history_tells_what_changed_and_not_all_that_there_is()
    {
        await ChangeAsync(s => s with { AssessmentLevels = new(45, 70, 85) }, NewYear);
        var board = await BoardAsync();
        var reader = new HistoryReader(store.Store, store.Clock, new HistoryMask([]), [], [new(nameof(SettingsEdition), nameof(SettingsEdition.Json), typeof(NetworkSettings))]);

        var told = (await reader.OpenAsync(A.Administrator(), board.History))[Assert.Single(board.History).Id].SelectMany(x => x.Fields).ToList();

        Assert.Equal(["ValidFrom", nameof(NetworkSettings.AssessmentLevels)], told.Select(x => x.Property));
        Assert.Equal((new LevelScale(50, 70, 85), new LevelScale(45, 70, 85)), (told[1].Before, told[1].After));
    }

    private async Task<SettingsBoard> BoardAsync() => await new SettingsQueries(store.Store, store.Clock, store.Root).BoardAsync(A.Administrator());

    private static (int, int) Two(NetworkSettings of) => (of.AdmissionPercent, of.MentorPairLimit);

    private async Task ChangeAsync(Func<NetworkSettings, NetworkSettings> change, DateOnly from)
    {
        var opened = await OnAsync(from);
        (await commands.ChangeAsync(A.Administrator(), opened, change(opened), from)).ShouldSucceed();
    }

    private Task<NetworkSettings> OnAsync(DateOnly day) => store.ReadAsync(db => db.SettingsAsOfAsync(day));
}
