using Bunit;
using TeacherCenters.Tests.Data;
using TeacherCenters.Ui.Culture;

namespace TeacherCenters.Tests.Ui;

public sealed class DayPickerTests
{
    [Fact]
    public async Task A_day_that_cannot_be_read_is_refused_at_its_field_and_the_form_is_sent_once_it_is_mended()
    {
        await using var store = await TestStore.CreateAsync();
        await using var screens = new Screens(store, A.Administrator(), _ => { });
        var answer = await screens.OpenAsync<DayDialog>();

        Send(screens, "31.02.2026");

        Assert.Equal(RussianMudLocalizer.Words.GetString("Converter_InvalidDateTime", AppCultures.Russian), screens.Dialogs.Find(".mud-input-error .mud-input-helper-text").TextContent.Trim());
        Assert.False(answer.IsCompleted);

        Send(screens, "1.9.26");

        Assert.Equal(new DateOnly(2026, 9, 1), await answer);
    }

    [Fact]
    public async Task A_day_that_cannot_be_read_can_be_taken_out_again()
    {
        await using var store = await TestStore.CreateAsync();
        await using var screens = new Screens(store, A.Administrator(), _ => { });
        var answer = await screens.OpenAsync<DayDialog>();

        Send(screens, "осенью");
        Assert.False(answer.IsCompleted);
        Send(screens, "");

        Assert.Equal(true, await answer);
    }

    private static void Send(Screens screens, string typed)
    {
        screens.Dialogs.Find("form input").Change(typed);
        screens.Dialogs.Find("form").Submit();
    }
}
