using Bunit;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using TeacherCenters.Security;
using TeacherCenters.Security.SignIn;
using TeacherCenters.Settings;
using TeacherCenters.Tests.Data;
using TeacherCenters.Tests.Ui;
using TeacherCenters.Ui.Culture;

namespace TeacherCenters.Tests.Security;

public sealed class SetupDonePageTests
{
    [Fact]
    public async Task A_failure_is_told_in_the_readers_language_and_its_reason_stands_in_the_log()
    {
        await using var store = await TestStore.CreateAsync();
        using var spoken = new Spoken(AppCultures.Russian);
        await using var context = new BunitContext();
        var log = new KeptLog();
        using var start = new FirstStart(store.Store, new AccountCommands(store.Store, new PasswordHasher<Account>()), new FirstAdministrator(store.Root, store.Contexts, store.Clock, Proxies.Read(null)), new SettingsCommands(store.Store),
            (_, _) => throw new InvalidOperationException("The disk is full."), log.Of<FirstStart>());
        context.Services.AddSingleton(start);
        await start.FillAsync(CancellationToken.None);

        var page = context.Render<SetupDonePage>();

        Assert.Contains("Учебную сеть заполнить не удалось. Данные не записаны", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("The disk is full.", page.Markup, StringComparison.Ordinal);
        Assert.Contains("The disk is full.", Assert.Single(log.Lines), StringComparison.Ordinal);
    }
}
