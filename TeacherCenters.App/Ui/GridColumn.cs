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

    public override string PropertyName => Sort ?? unsorted;

    protected override void OnParametersSet()
    {
        Sortable = Sort is not null;
        ShowColumnOptions = false;
        if (Numeric) CellClass = HeaderClass = "num";
        if (Of is { } of && CellTemplate is null) CellTemplate = cell => builder => builder.AddContent(0, Say(of(cell.Item)));
        base.OnParametersSet();
    }

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
