using Bunit;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using MudBlazor.Services;
using TeacherCenters.Security;
using TeacherCenters.Tests.Ui;
using TeacherCenters.Ui.Culture;

namespace TeacherCenters.Tests.Security;

public sealed class PasswordDialogTests
{
    [Theory]
    [InlineData(true, "Пароль скопирован")]
    [InlineData(false, "Пароль выделен: скопируйте его клавишами Ctrl+C")]
    public async Task A_temporary_password_stands_alone_and_the_button_says_what_it_did(bool copied, string said)
    {
        using var spoken = new Spoken(AppCultures.Russian);
        await using var context = new BunitContext();
        context.JSInterop.Mode = JSRuntimeMode.Loose;
        context.JSInterop.Setup<bool>("tc.copy", _ => true).SetResult(copied);
        context.Services.AddMudServices(options => options.PopoverOptions.CheckForPopoverProvider = false);
        var dialogs = context.Render<MudDialogProvider>();
        await dialogs.InvokeAsync(() => context.Services.GetRequiredService<IDialogService>().ShowAsync<PasswordDialog>("Новый пользователь", new DialogParameters<PasswordDialog> { { x => x.Shown, new("a@example.ru", "abcd-efgh") } }));

        Assert.Equal("abcd-efgh", dialogs.WaitForElement("code").TextContent);
        dialogs.FindAll("button").Single(x => x.TextContent.Trim() == "Скопировать").Click();

        dialogs.WaitForAssertion(() => Assert.Equal(said, dialogs.Find("[role=status]").TextContent));
    }
}
