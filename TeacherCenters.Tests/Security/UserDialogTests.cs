using Bunit;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherCenters.Kernel;
using TeacherCenters.Security;
using TeacherCenters.Tests.Data;
using TeacherCenters.Tests.Ui;
using TeacherCenters.Ui;

namespace TeacherCenters.Tests.Security;

public sealed class UserDialogTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task A_role_without_a_center_is_refused_where_it_is_seen()
    {
        await using var store = await TestStore.CreateAsync();
        await store.AddAsync(A.Center(), A.Center());
        await using var screens = Screens(store);
        await screens.OpenAsync<UserDialog>();

        Fill(screens);

        screens.Dialogs.WaitForAssertion(() => Assert.Equal(ProblemTexts.Say(new Problem("GrantCenterMissing", Role.Coordinator)), FormDialogTests.OnTop(screens)), Patience);
        Assert.False(await store.ReadAsync(db => db.Users.AnyAsync()));
    }

    [Fact]
    public async Task The_only_center_is_meant_unless_another_is_chosen()
    {
        await using var store = await TestStore.CreateAsync();
        var center = A.Center();
        await store.AddAsync(center);
        await using var screens = Screens(store);
        var answer = await screens.OpenAsync<UserDialog>();

        Fill(screens);

        Assert.IsType<ShownPassword>(await answer);
        Assert.Equal(center.Id, (await store.ReadAsync(db => db.Users.Include(x => x.Grants).SingleAsync())).Grants.Single().CenterId);
    }

    [Fact]
    public async Task A_new_password_is_set_only_after_a_question()
    {
        await using var store = await TestStore.CreateAsync();
        await store.AddAsync(A.Center());
        await using var screens = Screens(store);
        await screens.OpenAsync<UserDialog>();
        Fill(screens);
        var row = (await screens.Context.Services.GetRequiredService<AccountQueries>().ListAsync(A.Administrator(), new(), new())).Items.Single();
        var before = await PasswordAsync(store);
        var answer = await screens.OpenAsync<UserDialog>(new() { { x => x.Row, row } });

        Ui.Screens.Button(screens.Dialogs, SecurityText.Users_ResetPassword).Click();
        screens.Dialogs.WaitForAssertion(() => Assert.Contains("Прежний пароль (ivanova@example.ru) перестанет действовать", screens.Dialogs.Markup, StringComparison.Ordinal), Patience);
        Assert.Equal(before, await PasswordAsync(store));
        screens.Dialogs.FindAll("button").Last(x => x.TextContent.Trim() == SecurityText.Users_ResetPassword).Click();

        Assert.IsType<ShownPassword>(await answer);
        Assert.NotEqual(before, await PasswordAsync(store));
    }

    private static Task<string?> PasswordAsync(TestStore store) => store.ReadAsync(db => db.Users.Select(x => x.PasswordHash).SingleAsync());

    private static void Fill(Screens screens)
    {
        screens.Dialogs.FindAll("input")[0].Change("Иванова Мария");
        screens.Dialogs.Find("input[type=email]").Change("ivanova@example.ru");
        screens.Dialogs.Find("form").Submit();
    }

    private static Screens Screens(TestStore store) => new(store, A.Administrator(), rooms => rooms
        .AddSingleton<IPasswordHasher<Account>, PasswordHasher<Account>>().AddSingleton<AccountCommands>().AddSingleton<AccountQueries>());
}
