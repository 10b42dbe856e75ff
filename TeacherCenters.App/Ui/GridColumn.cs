using System.Globalization;
using Microsoft.AspNetCore.Components;
using MudBlazor;
using TeacherCenters.Kernel;

namespace TeacherCenters.Ui;

/// <summary>
/// A column of <c>ServerGrid</c>: <c>&lt;GridColumn Title="Часы" Of="x =&gt; x.Hours" Sort="Hours" Numeric /&gt;</c>, or with a <c>CellTemplate</c>.
/// <see cref="Sort"/> is the name that the query's switch knows; without it the column can't be sorted.
/// </summary>
public sealed class GridColumn<T> : TemplateColumn<T>
{
    private readonly string unsorted = Guid.NewGuid().ToString();

    [Parameter] public Func<T, object?>? Of { get; set; }

    [Parameter] public string? Sort { get; set; }

    /// <summary>Right-aligned, tabular figures.</summary>
    [Parameter] public bool Numeric { get; set; }

    /// <summary>Cuts what is long, with the whole of it as the hint; the narrower the window, the sooner.</summary>
    [Parameter] public bool Clip { get; set; }

    public override string PropertyName => Sort ?? unsorted;

    protected override void OnParametersSet()
    {
        Sortable = Sort is not null;
        ShowColumnOptions = false;
        if (Numeric) CellClass = HeaderClass = "num";
        if (Of is { } of && CellTemplate is null) CellTemplate = cell => Cell(Say(of(cell.Item)));
        base.OnParametersSet();
    }

    private RenderFragment Cell(string? text) => builder =>
    {
        if (!Clip)
        {
            builder.AddContent(0, text);
            return;
        }
        builder.OpenElement(1, "div");
        builder.AddAttribute(2, "class", "clip");
        builder.AddAttribute(3, "title", text);
        builder.AddContent(4, text);
        builder.CloseElement();
    };

    /// <summary>How values stand in lists: days as 23.11.2026, moments with hours and minutes, yes as a tick.</summary>
    private static string? Say(object? value) => value switch
    {
        DateOnly day => DayText.Of(day),
        TimeOnly time => time.ToString("HH:mm", CultureInfo.InvariantCulture),
        DateTime moment => DayText.Moment(moment),
        bool flag => flag ? "✓" : "",
        IFormattable number => number.ToString(null, CultureInfo.CurrentCulture),
        _ => value?.ToString(),
    };
}
