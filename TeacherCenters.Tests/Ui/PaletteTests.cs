using Bunit;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using TeacherCenters.Events;
using TeacherCenters.Tests.Browser;
using TeacherCenters.Tests.Data;
using TeacherCenters.Tests.Events;
using TeacherCenters.Ui;
using TeacherCenters.Ui.Culture;
using TeacherCenters.Ui.Layout;

namespace TeacherCenters.Tests.Ui;

public sealed class PaletteTests
{
    /// <summary>What a newcomer types, and the room that is meant.</summary>
    private static readonly (string Typed, string Href)[] Russian =
    [
        ("наставники", "/mentoring"), ("пары", "/mentoring"), ("стажировка", "/internships"), ("НОК", "/assessments"), ("независимая оценка", "/assessments"),
        ("аттестация директоров", "/attestation"), ("руководители", "/attestation"), ("руководитель", "/attestation"), ("показатели", "/reports/targets"), ("каждый второй", "/reports/targets"), ("сертификат", "/certificates"),
        ("удостоверения", "/certificates"), ("журнал", "/events"), ("журнал", "/admin/audit"), ("расписание", "/calendar"), ("бланки", "/certificates"), ("лучшие практики", "/practices"),
        ("исследования", "/practices"), ("копия", "/admin/store"), ("пароль", "/admin/users"), ("пароль", "/account/password"), ("пользователи", "/admin/users"), ("отчёт", "/reports"), ("отчет", "/reports"),
        ("стажер", "/internships"), ("программа", "/courses"), ("школа", "/schools"), ("удостоверение", "/certificates"), ("пара", "/mentoring"), ("внести числ", "/reports/targets/plan"),
    ];

    private static readonly (string Typed, string Href)[] English =
    [
        ("mentors", "/mentoring"), ("pairs", "/mentoring"), ("independent assessment", "/assessments"), ("heads", "/attestation"), ("every second", "/reports/targets"), ("certificate", "/certificates"),
        ("register", "/events"), ("timetable", "/calendar"), ("best practices", "/practices"), ("research", "/practices"), ("backup", "/admin/store"), ("password", "/admin/users"),
    ];

    [Fact]
    public async Task A_room_is_found_by_what_a_newcomer_calls_it()
    {
        await using var host = AppHost.Start();
        var entries = host.Services.GetRequiredService<IEnumerable<NavEntry>>().ToList();
        foreach (var (culture, typed) in new[] { (AppCultures.Russian, Russian), (AppCultures.English, English) })
        {
            using var spoken = new Spoken(culture);

            Assert.Equal([], typed.Where(x => entries.Single(e => e.Href == x.Href).Find(x.Typed) is null));
            Assert.All(entries, x => Assert.NotEmpty(x.Also!()));
        }
    }

    [Fact]
    public async Task The_palette_says_by_which_name_it_found_a_room_and_offers_what_one_may_open()
    {
        using var spoken = new Spoken(AppCultures.Russian);
        await using var screen = new BunitContext();
        Screens.SetUp(screen);
        screen.Services.AddSingleton(new NavEntry(50, "/mentoring", "<path/>", () => "Сопровождение") { Also = () => "наставники, наставнические пары" })
            .AddSingleton(new NavEntry(51, "/pairs", "<path/>", () => "Пары и группы"))
            .AddSingleton(new NavEntry(52, "/hidden", "<path/>", () => "Пары чужие", TeacherCenters.Security.Permission.ManageUsers))
            .AddSingleton(new NavEntry(53, "/alone", "<path/>", () => "Сводка пар") { InMenu = false });
        screen.Render<MudPopoverProvider>();
        var dialogs = screen.Render<MudDialogProvider>(x => x.AddCascadingValue(A.Viewer(1)));
        await dialogs.InvokeAsync(() => { _ = screen.Services.GetRequiredService<IDialogService>().ShowAsync<PaletteDialog>(); });
        dialogs.WaitForAssertion(() => Assert.Equal(["Сопровождение", "Пары и группы"], Hits().Select(x => x.Title)));

        dialogs.Find("input").Input("пар");

        // Named so, then also called so.
        dialogs.WaitForAssertion(() => Assert.Equal([("Пары и группы", ""), ("Сводка пар", ""), ("Сопровождение", "наставнические пары")], Hits()));

        IEnumerable<(string Title, string Detail)> Hits() => dialogs.FindAll("a.palette-hit").Select(x => (x.QuerySelector("span")!.TextContent, x.QuerySelector("small")!.TextContent));
    }

    [Fact]
    public async Task An_event_is_found_by_words_of_its_title()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await PlannedEvent.CreateAsync(store, EventStatus.Open);
        await using var screens = new Screens(store, of.Coordinator, x => x.AddEvents());
        await screens.Dialogs.InvokeAsync(() => { _ = screens.Context.Services.GetRequiredService<IDialogService>().ShowAsync<PaletteDialog>(); });
        screens.Dialogs.WaitForElement("input").Input("грамотность");

        screens.Dialogs.WaitForAssertion(() => Assert.Equal($"/events/{of.Event.Id}", screens.Dialogs.Find("a.palette-hit").GetAttribute("href")));
    }
}
