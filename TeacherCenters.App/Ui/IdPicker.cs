using System.Linq.Expressions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using MudBlazor;
using TeacherCenters.Security;

namespace TeacherCenters.Ui;

/// <summary>
/// A field that picks a row by its id: the form holds the id, the picker shows the row. A refusal of the verb stands at the field
/// as with any other input, through <see cref="For"/>.
/// </summary>
public abstract class IdPicker : ComponentBase, IDisposable
{
    private EditContext? subscribed;

    [CascadingParameter] public required Actor Actor { get; set; }

    [CascadingParameter] private EditContext? Form { get; set; }

    [Parameter] public int? Value { get; set; }

    [Parameter] public EventCallback<int?> ValueChanged { get; set; }

    [Parameter] public Expression<Func<int?>>? For { get; set; }

    [Parameter] public string? Label { get; set; }

    [Parameter] public string? HelperText { get; set; }

    [Parameter] public bool Required { get; set; }

    [Parameter] public bool Disabled { get; set; }

    /// <summary>In the row of filters of a list: framed, with the label inside.</summary>
    [Parameter] public bool InFilters { get; set; }

    /// <summary>False where an empty field is not an answer.</summary>
    [Parameter] public bool Clearable { get; set; } = true;

    protected Variant Variant => InFilters ? Variant.Outlined : Variant.Text;

    protected Margin Margin => InFilters ? Margin.Dense : Margin.None;

    /// <summary>What is wrong with the field, or null.</summary>
    protected string? Error => Form is not null && For is not null ? Form.GetValidationMessages(FieldIdentifier.Create(For)).FirstOrDefault() : null;

    /// <summary>Takes the picked id over into the form.</summary>
    protected async Task PickAsync(int? id)
    {
        if (id == Value) return;
        Value = id;
        await ValueChanged.InvokeAsync(id);
        if (Form is not null && For is not null) Form.NotifyFieldChanged(FieldIdentifier.Create(For));
    }

    protected override void OnParametersSet()
    {
        if (Form == subscribed) return;
        Unsubscribe();
        subscribed = Form;
        if (subscribed is not null) subscribed.OnValidationStateChanged += OnValidationStateChanged;
    }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing) => Unsubscribe();

    private void Unsubscribe()
    {
        if (subscribed is not null) subscribed.OnValidationStateChanged -= OnValidationStateChanged;
    }

    private void OnValidationStateChanged(object? sender, ValidationStateChangedEventArgs e) => InvokeAsync(StateHasChanged);
}
