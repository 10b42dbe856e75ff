using Microsoft.AspNetCore.Components;
using MudBlazor;
using TeacherCenters.Kernel;

namespace TeacherCenters.Ui;

/// <summary>The picker inside <see cref="DayPicker"/>: MudBlazor's, as a day is typed here: shown as 23.11.2026, read as anybody writes it (<see cref="DayText"/>).</summary>
public sealed class DateField : MudDatePicker
{
    public DateField()
    {
        Editable = true;
        DateFormat = DayText.Format;
    }

    /// <summary>After something was typed: why it can't be read, or null.</summary>
    [Parameter] public EventCallback<string?> Read { get; set; }

    // The picker reads its own format only: it gets what was typed in that.
    protected override async Task StringValueChangedAsync(string? value)
    {
        if (DayText.Of(DayText.Parse(value)) is { } day && day != value) await SetTextAsync(value = day, callback: false);
        await base.StringValueChangedAsync(value);
        await Read.InvokeAsync(ConversionErrorMessage);
    }
}
