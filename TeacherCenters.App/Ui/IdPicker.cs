using Microsoft.AspNetCore.Components;
using MudBlazor;
using TeacherCenters.Security;

namespace TeacherCenters.Ui;

/// <summary>A field that picks a row by its id: the form holds the id, the picker shows the row.</summary>
public abstract class IdPicker : FormControl<int?>
{
    [CascadingParameter] public required Actor Actor { get; set; }

    /// <summary>In the row of filters of a list: framed, with the label inside.</summary>
    [Parameter] public bool InFilters { get; set; }

    /// <summary>False where an empty field is not an answer.</summary>
    [Parameter] public bool Clearable { get; set; } = true;

    protected Variant Variant => InFilters ? Variant.Outlined : Variant.Text;

    protected Margin Margin => InFilters ? Margin.Dense : Margin.None;

    /// <summary>Takes the picked id over into the form.</summary>
    protected Task PickAsync(int? id) => id == Value ? Task.CompletedTask : TakeAsync(id);
}
