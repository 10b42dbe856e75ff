using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace TeacherCenters.Ui;

public static class DialogOpening
{
    private static readonly DialogOptions Sheet = new()
    {
        // The form itself asks before it closes over something typed.
        CloseOnEscapeKey = false, BackdropClick = false, CloseOnNavigation = true, BackgroundClass = "sheet-back", DefaultFocus = DefaultFocus.None,
    };

    /// <summary>Opens a component that holds a <c>FormDialog</c>; answers its answer, or null when it was cancelled.</summary>
    public static async Task<object?> ShowSheetAsync<TDialog>(this IDialogService dialogs, DialogParameters<TDialog>? parameters = null) where TDialog : IComponent
    {
        var dialog = await dialogs.ShowAsync<TDialog>(null, parameters ?? [], Sheet);
        return await dialog.Result is { Canceled: false } result ? result.Data ?? true : null;
    }

    /// <summary>Asks before an act that leaves the house or loses something; the question states the count.</summary>
    public static async Task<bool> ConfirmAsync(this IDialogService dialogs, string title, string text, string yes, string? no = null)
    {
        var parameters = new DialogParameters<ConfirmDialog> { { x => x.Text, text }, { x => x.Yes, yes }, { x => x.No, no ?? UiText.Confirm_No } };
        var dialog = await dialogs.ShowAsync<ConfirmDialog>(title, parameters, new DialogOptions { CloseOnEscapeKey = true, MaxWidth = MaxWidth.ExtraSmall, FullWidth = true });
        return await dialog.Result is { Canceled: false };
    }
}
