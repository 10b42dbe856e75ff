using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using TeacherCenters.Data;
using TeacherCenters.Security;
using TeacherCenters.Settings;
using TeacherCenters.Tests.Data;
using TeacherCenters.Tests.Ui;
using TeacherCenters.Ui.Culture;

namespace TeacherCenters.Tests.Settings;

public sealed class StorePageTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private readonly BunitContext context = new();
    private readonly Spoken spoken = new(AppCultures.Russian);
    private readonly Nights nights = new(new TimeOnly(2, 30));
    private TestStore store = null!;

    public async Task InitializeAsync()
    {
        store = await TestStore.CreateAsync();
        Screens.SetUp(context);
        context.Services.AddSingleton(store.Store).AddSingleton(store.Clock).AddSingleton(store.Root).AddSingleton(store.Files).AddSingleton(store.Contexts)
            .AddSingleton<Backup>().AddSingleton<BackupCommands>().AddSingleton<CheckCommands>().AddSingleton<StoreQueries>().AddSingleton(nights).AddStoreInvariants();
        context.RenderTree.Add<CascadingValue<Actor>>(x => x.Add(y => y.Value, A.Administrator()));
    }

    public async Task DisposeAsync()
    {
        await context.DisposeAsync();
        spoken.Dispose();
        await store.DisposeAsync();
    }

    [Fact]
    public async Task A_backup_that_is_made_stands_in_the_list()
    {
        var page = context.Render<StorePage>();
        page.WaitForAssertion(() => Assert.Contains("Копий ещё нет", page.Markup, StringComparison.Ordinal), Patience);

        await ClickAsync(page, "Сделать копию");

        page.WaitForAssertion(() => Assert.Equal("teachercenters-20261123-120000.zip", page.Find("td.store-file").TextContent), Patience);
        Assert.Contains("База, ключи и файлы", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_night_that_failed_is_told_in_words_and_so_is_one_that_went_well()
    {
        var page = context.Render<StorePage>();
        page.WaitForAssertion(() => Assert.Contains("Каждую ночь в 02:30", page.Markup, StringComparison.Ordinal), Patience);
        Assert.Contains("за 14 дней, 8 недель и 12 месяцев", page.Markup, StringComparison.Ordinal);

        nights.Tell(new(new DateTime(2026, 11, 24, 2, 30, 5), NightFault.CopyFailed));
        page.WaitForAssertion(() => Assert.StartsWith("Ночная работа 24.11.2026 02:30. Копия не записана.", page.Find("[role=status].warn").TextContent, StringComparison.Ordinal), Patience);

        nights.Tell(new(new DateTime(2026, 11, 25, 2, 30, 5), null));
        page.WaitForAssertion(() => Assert.Equal("Ночная работа 25.11.2026 02:30: база в порядке, копия сделана.", page.Find("[role=status]").TextContent), Patience);
    }

    [Fact]
    public async Task A_check_says_its_result_and_a_forged_history_is_found()
    {
        await store.AddAsync(A.Center());
        var page = context.Render<StorePage>();
        page.WaitForAssertion(() => Assert.Contains("Копий ещё нет", page.Markup, StringComparison.Ordinal), Patience);

        await ClickAsync(page, "Проверить");
        page.WaitForAssertion(() => Assert.Contains("Всё в порядке, проверок: 3.", page.Markup, StringComparison.Ordinal), Patience);

        await using (var db = await store.Contexts.CreateDbContextAsync())
        {
            await Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.ExecuteSqlRawAsync(db.Database, "UPDATE ChangeRows SET After = replace(After, 'Вологда', 'Череповец')");
        }
        page.WaitForAssertion(() => Assert.False(Button(page, "Проверить").HasAttribute("disabled")), Patience);
        await ClickAsync(page, "Проверить");

        page.WaitForAssertion(() => Assert.Contains("расхождений: 1", page.Markup, StringComparison.Ordinal), Patience);
        // What it is about stands in a file to hand over, in the language of who hands it.
        Assert.DoesNotContain("её строки изменены", page.Markup, StringComparison.Ordinal);
        Assert.Equal("/admin/check.txt", page.Find("a[download]").GetAttribute("href"));
        var check = context.Services.GetRequiredService<CheckCommands>().Last!;
        Assert.Contains("(history.chain): расхождений: 1\n      Запись журнала 1 (test.facts): её строки изменены.", SettingsTexts.Report(check), StringComparison.Ordinal);
        using var english = new Spoken(AppCultures.English);
        Assert.Contains("(history.chain): findings: 1\n      Change set 1 (test.facts): its rows were changed.", SettingsTexts.Report(check), StringComparison.Ordinal);
    }

    // Found and clicked in one: the page draws itself again while it works.
    private static Task ClickAsync(IRenderedComponent<StorePage> page, string text) => page.InvokeAsync(() => { _ = Button(page, text).ClickAsync(new()); });

    private static AngleSharp.Dom.IElement Button(IRenderedComponent<StorePage> page, string text) => page.FindAll("button").Single(x => x.TextContent.Trim() == text);
}
