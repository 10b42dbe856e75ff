using Bunit;
using TeacherCenters.Kernel;
using TeacherCenters.Tests.Architecture;
using TeacherCenters.Tests.Data;
using TeacherCenters.Ui;

namespace TeacherCenters.Tests.Ui;

public sealed class FormDialogTests
{
    // The style hides a refusal on top that a control shows: its own selector decides here, too.
    private static readonly string Hidden = File.ReadLines(Path.Combine(Sources.App, "wwwroot", "app.css")).Single(x => x.Contains(".unless-shown-below {", StringComparison.Ordinal)).Split(" {")[0];

    [Fact]
    public void Every_side_sheet_has_the_button_that_Escape_presses()
    {
        // Escape works from wherever the focus is: the script looks for this button, the sheet itself hears only keys that are pressed in it.
        var sheets = Sources.Files("*.razor").Where(x => x.Text.Contains("Class=\"sheet\"", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(sheets);
        Assert.Equal([], sheets.Where(x => !x.Text.Contains("data-cancel", StringComparison.Ordinal)).Select(x => x.Path));
    }

    [Fact]
    public async Task A_refusal_of_a_field_that_no_control_shows_stands_on_top()
    {
        await using var store = await TestStore.CreateAsync();
        await using var screens = new Screens(store, A.Administrator(), _ => { });
        var refusal = new Problem("Required").At(nameof(DayDialog.DayForm.Hidden));
        await screens.OpenAsync<DayDialog>(new() { { x => x.Refusal, refusal } });

        screens.Dialogs.Find("form").Submit();

        Assert.Equal(ProblemTexts.Say(refusal), OnTop(screens));
    }

    [Fact]
    public async Task A_refusal_that_stands_at_its_field_is_not_said_twice()
    {
        await using var store = await TestStore.CreateAsync();
        await using var screens = new Screens(store, A.Administrator(), _ => { });
        var refusal = new Problem("Required").At(nameof(DayDialog.DayForm.Day));
        await screens.OpenAsync<DayDialog>(new() { { x => x.Refusal, refusal } });

        screens.Dialogs.Find("form").Submit();

        Assert.Equal(ProblemTexts.Say(refusal), screens.Dialogs.Find(".mud-input-control.mud-input-error .mud-input-helper-text").TextContent.Trim());
        Assert.Null(OnTop(screens));
    }

    /// <summary>What stands over the controls for the eye.</summary>
    internal static string? OnTop(Screens screens) => screens.Dialogs.FindAll(".sheet-form > .problem").SingleOrDefault(x => !x.Matches(Hidden))?.TextContent.Trim();
}
