using System.Text.Json;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using MudBlazor;
using TeacherCenters.Kernel;
using TeacherCenters.Security;

namespace TeacherCenters.Ui;

/// <summary>
/// The inside of every quick edit: a side sheet with one form. Enter saves, Esc asks if something was typed. A refusal stands at
/// its field, or on top where no control shows that, and keeps what was typed; success closes the dialog with <see cref="Answer"/>.
/// Open the component that holds it with <see cref="DialogOpening.ShowSheetAsync{TDialog}"/>.
/// </summary>
public sealed partial class FormDialog<TForm>
{
    private readonly string id = "form-" + Guid.NewGuid().ToString("N")[..8];
    private EditContext context = null!;
    private ValidationMessageStore refusals = null!;
    private Problem? refusal;
    private string? opened;
    private string? refused;
    private bool busy;

    [Inject] private IDialogService Dialogs { get; set; } = null!;

    [Inject] private ILogger<FormDialog<TForm>> Log { get; set; } = null!;

    [CascadingParameter] public required IMudDialogInstance Dialog { get; set; }

    [Parameter, EditorRequired] public required TForm Model { get; set; }

    [Parameter, EditorRequired] public required string Title { get; set; }

    /// <summary>Runs the verb; null when it was done.</summary>
    [Parameter, EditorRequired] public required Func<Task<Problem?>> Save { get; set; }

    /// <summary>What the opener gets after success (<c>DialogResult.Data</c>); true by default.</summary>
    [Parameter] public Func<object?>? Answer { get; set; }

    /// <summary>The verb on the button, for instance «Зачислить»; «Сохранить» by default.</summary>
    [Parameter] public string? SaveText { get; set; }

    [Parameter] public bool Disabled { get; set; }

    [Parameter] public RenderFragment? ChildContent { get; set; }

    /// <summary>Further buttons, on the left.</summary>
    [Parameter] public RenderFragment? MoreActions { get; set; }

    protected override void OnInitialized()
    {
        context = new EditContext(Model);
        refusals = new ValidationMessageStore(context);
        context.OnFieldChanged += OnFieldChanged;
        context.OnValidationRequested += OnValidationRequested;
        opened = Snapshot();
    }

    // What was chosen since may have mended what was refused, in a control that tells the form nothing, too.
    protected override void OnParametersSet()
    {
        if (refused is not null && refused != Snapshot()) Forget();
    }

    public void Dispose()
    {
        context.OnFieldChanged -= OnFieldChanged;
        context.OnValidationRequested -= OnValidationRequested;
    }

    private async Task SaveAsync()
    {
        if (busy) return;
        (busy, refusal) = (true, null);
        refusals.Clear();
        try
        {
            if (await Save() is { } problem) Show(problem);
            else Dialog.Close(DialogResult.Ok(Answer?.Invoke() ?? true));
        }
        catch (MissingRightException)
        {
            refusal = new Problem("Forbidden");
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Log.LogError(e, "A form could not be saved.");
            refusal = new Problem("SaveFailed");
        }
        finally
        {
            busy = false;
        }
    }

    private void Show(Problem problem)
    {
        (refusal, refused) = (problem, Snapshot());
        if (problem.Field is not { } field) return;
        refusals.Add(context.Field(field), ProblemTexts.Say(problem));
        context.NotifyValidationStateChanged();
    }

    private async Task CloseAsync()
    {
        if (busy) return;
        if (!IsDirty() || await Dialogs.ConfirmAsync(UiText.Form_Discard_Title, UiText.Form_Discard_Text, UiText.Form_Discard_Yes, UiText.Form_Discard_No)) Dialog.Cancel();
    }

    private bool IsDirty() => opened is null ? context.IsModified() : opened != Snapshot();

    /// <summary>The form as text, to see whether anything was typed; null for a form that holds more than values.</summary>
    private string? Snapshot()
    {
        try
        {
            return JsonSerializer.Serialize(Model);
        }
        catch (Exception e) when (e is NotSupportedException or JsonException)
        {
            return null;
        }
    }

    // Another field may have mended what was refused: only the verb knows, so an old refusal never keeps a form from being sent.
    private void OnValidationRequested(object? sender, ValidationRequestedEventArgs e) => refusals.Clear();

    private void OnFieldChanged(object? sender, FieldChangedEventArgs e) => Forget();

    private void Forget()
    {
        refusals.Clear();
        (refusal, refused) = (null, null);
        context.NotifyValidationStateChanged();
    }
}
