using System.Globalization;
using MudBlazor;
using MudBlazor.Utilities.Exceptions;
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

    protected override IConverter<DateTime?, string?> GetDefaultConverter() => Conversions.From<DateTime?, string?>(
        day => day?.ToString(DayText.Format, CultureInfo.InvariantCulture),
        text => string.IsNullOrWhiteSpace(text) ? null : DayText.Parse(text)?.ToDateTime(TimeOnly.MinValue) ?? throw new ConversionException("Converter_InvalidDateTime"));
}
