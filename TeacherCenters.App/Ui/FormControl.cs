using System.Linq.Expressions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace TeacherCenters.Ui;

/// <summary>What the own controls of a form share: a value, and the refusal of their field, which stands at them as at any other input.</summary>
public abstract class FormControl<T> : ComponentBase, IDisposable
{
    private EditContext? subscribed;
    private ValidationMessageStore? refusals;
    private string? unread;

    [CascadingParameter] private EditContext? Form { get; set; }

    [Parameter] public T? Value { get; set; }

    [Parameter] public EventCallback<T?> ValueChanged { get; set; }

    /// <summary>The form's property whose refusals are shown here: <c>() => Form.PersonKey</c>. It need not be the value itself.</summary>
    [Parameter] public Expression<Func<object?>>? For { get; set; }

    [Parameter] public string? Label { get; set; }

    [Parameter] public string? HelperText { get; set; }

    [Parameter] public bool Required { get; set; }

    [Parameter] public bool Disabled { get; set; }

    /// <summary>A refusal that the page keeps itself, where there is no form around.</summary>
    [Parameter] public string? Refusal { get; set; }

    /// <summary>Tells a page without a form around, which holds back by itself, why what was typed can't be taken over; null when that is over.</summary>
    [Parameter] public EventCallback<string?> Unread { get; set; }

    /// <summary>What is wrong with the field, or null.</summary>
    protected string? Error => unread ?? Refusal ?? (Form is null || For is null ? null : Form.GetValidationMessages(FieldIdentifier.Create(For)).FirstOrDefault());

    /// <summary>Takes the value over into the form.</summary>
    protected async Task TakeAsync(T? value)
    {
        // At once: a redraw before the parent's would hand the old value back to the input.
        Value = value;
        await ValueChanged.InvokeAsync(value);
        if (Form is not null && For is not null) Form.NotifyFieldChanged(FieldIdentifier.Create(For));
    }

    /// <summary>Keeps the form from being sent as long as what was typed can't be taken over; null lifts that.</summary>
    protected async Task RefuseAsync(string? why)
    {
        if (why == unread) return;
        unread = why;
        if (Form is not null && For is not null)
        {
            refusals ??= new(Form);
            refusals.Clear();
            if (why is not null) refusals.Add(FieldIdentifier.Create(For), why);
            Form.NotifyValidationStateChanged();
        }
        await Unread.InvokeAsync(why);
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

    protected virtual void Dispose(bool disposing)
    {
        Unsubscribe();
        refusals?.Clear();
    }

    private void Unsubscribe()
    {
        if (subscribed is not null) subscribed.OnValidationStateChanged -= OnValidationStateChanged;
    }

    private void OnValidationStateChanged(object? sender, ValidationStateChangedEventArgs e) => InvokeAsync(StateHasChanged);
}
