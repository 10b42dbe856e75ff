using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.JSInterop;
using MudBlazor;
using TeacherCenters.Kernel;
using TeacherCenters.Security;
using TeacherCenters.Ui;

namespace TeacherCenters.Practices;

/// <summary>The files of a practice: to be saved by whoever reads it, added and removed by its center.</summary>
public sealed partial class PracticeFilesPanel
{
    private readonly List<string> problems = [];
    private CancellationTokenSource? stop;
    private string? loading;
    private int percent, round;

    [Inject] private PracticeCommands Commands { get; set; } = null!;

    [Inject] private IDialogService Dialogs { get; set; } = null!;

    [Inject] private ISnackbar Snackbar { get; set; } = null!;

    [CascadingParameter] public required Actor Actor { get; set; }

    [Parameter, EditorRequired] public required PracticeDetails Of { get; set; }

    [Parameter] public bool MayChange { get; set; }

    [Parameter] public EventCallback Changed { get; set; }

    public void Dispose()
    {
        stop?.Cancel();
        stop?.Dispose();
    }

    private async Task AttachAsync(InputFileChangeEventArgs chosen)
    {
        problems.Clear();
        if (loading is not null || chosen.FileCount == 0) return;
        stop = new();
        try
        {
            // One more than may be attached: the verb says why the rest was not taken.
            foreach (var file in chosen.GetMultipleFiles(Math.Max(chosen.FileCount, 1)).Take(PracticeRules.MostFiles + 1))
                if (await AttachAsync(file, stop.Token) is { } problem) problems.Add($"{AttachedFileRules.NameOf(file.Name)}: {ProblemTexts.Say(problem)}");
        }
        catch (OperationCanceledException)
        {
            problems.Add(PracticesText.Files_Stopped);
        }
        catch (Exception e) when (e is IOException or JSException or TimeoutException)
        {
            problems.Add(Phrase.Of(PracticesText.Files_Failed, loading));
        }
        finally
        {
            stop.Dispose();
            (stop, loading) = (null, null);
            // A fresh field: the same file can be chosen again.
            round++;
        }
        await Changed.InvokeAsync();
    }

    private async Task<Problem?> AttachAsync(IBrowserFile file, CancellationToken ct)
    {
        (loading, percent) = (AttachedFileRules.NameOf(file.Name), 0);
        if (AttachedFileRules.Check(file.Name, file.Size) is { } wrong) return wrong;
        var content = new byte[file.Size];
        await using (var stream = file.OpenReadStream(AttachedFileRules.Largest, ct))
        {
            var read = 0;
            while (read < content.Length)
            {
                var more = await stream.ReadAsync(content.AsMemory(read, Math.Min(content.Length - read, 256 << 10)), ct);
                if (more == 0) break;
                read += more;
                var now = (int)(100L * read / content.Length);
                if (now == percent) continue;
                percent = now;
                StateHasChanged();
            }
        }
        return (await Commands.AttachAsync(Actor, Of.Id, file.Name, content, ct)).Problem;
    }

    private async Task RemoveAsync(PracticeFileRow file)
    {
        if (!await Dialogs.ConfirmAsync(PracticesText.Files_RemoveTitle, Phrase.Of(PracticesText.Files_RemoveText, file.Name), PracticesText.Files_Remove)) return;
        if ((await Commands.DetachAsync(Actor, Of.Id, file.Id)).Problem is { } problem) Snackbar.Add(ProblemTexts.Say(problem), Severity.Warning);
        problems.Clear();
        await Changed.InvokeAsync();
    }
}
