using System.Globalization;
using MudBlazor;
using TeacherCenters.Kernel;

namespace TeacherCenters.Ui;

/// <summary>MudBlazor's date picker as a day is typed here: shown as 23.11.2026, read as anybody writes it (<see cref="DayText"/>).</summary>
public sealed class DateField : MudDatePicker
{
    public DateField()
    {
        Editable = true;
        DateFormat = DayText.Format;
    }

    // The picker reads its own format only: it gets what was typed in that.
    protected override async Task StringValueChangedAsync(string? value)
    {
        if (DayText.Parse(value)?.ToString(DayText.Format, CultureInfo.InvariantCulture) is not { } day || day == value)
        {
            await base.StringValueChangedAsync(value);
            return;
        }
        await SetTextAsync(day, callback: false);
        await base.StringValueChangedAsync(day);
    }
}
