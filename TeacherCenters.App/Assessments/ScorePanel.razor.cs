using System.Globalization;
using Microsoft.AspNetCore.Components;
using MudBlazor;
using TeacherCenters.Kernel;
using TeacherCenters.Security;
using TeacherCenters.Ui;

namespace TeacherCenters.Assessments;

public sealed partial class ScorePanel
{
    private string?[] texts = [];
    private ElementReference[] inputs = [];
    private Problem? problem;
    private int? wrong;
    private string? state;

    [CascadingParameter] public required Actor Actor { get; set; }

    [Parameter, EditorRequired] public required ScoreSheet Sheet { get; set; }

    [Parameter, EditorRequired] public required ScoringCandidate Candidate { get; set; }

    [Parameter] public bool IsOpen { get; set; }

    [Parameter] public EventCallback Changed { get; set; }

    private bool MayScore => IsOpen && Candidate.Status == AssessmentStatus.TookPlace && (Candidate.MayBegin || Candidate.Own is { IsFinal: false });

    /// <summary>Why there is nothing to type, or what one waits for.</summary>
    private string? Why => Candidate switch
    {
        { Result: not null } => null,
        { Own.IsFinal: true, NeedsThird: true } => AssessmentsText.NeedsThird_Long,
        { Own.IsFinal: true } => AssessmentsText.Why_OtherWaits,
        { Status: AssessmentStatus.Booked } => AssessmentsText.Why_NotYet,
        _ when !MayScore && Candidate.Own is null => AssessmentsText.Why_Others,
        _ => null,
    };

    protected override void OnInitialized()
    {
        texts = [.. Enumerable.Range(0, Sheet.Criteria.Count).Select(i => Candidate.Own?.Points.ElementAtOrDefault(i)?.ToString(CultureInfo.InvariantCulture))];
        inputs = new ElementReference[texts.Length];
    }

    private List<int?> Points() => [.. texts.Select(x => int.TryParse(x, NumberStyles.None, CultureInfo.InvariantCulture, out var points) ? points : (int?)null)];

    private async Task SetAsync(int place, string? text)
    {
        texts[place] = Typed.OrNull(text);
        (wrong, problem) = (null, null);
        // A number that can't be stays in its field and is not stored.
        if (texts[place] is { } typed && (!int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var points) || points > Sheet.Criteria[place].MaxPoints))
        {
            (wrong, state) = (place, null);
            problem = new Problem("PointsRange", Sheet.Criteria[place].Title, Sheet.Criteria[place].MaxPoints);
            return;
        }
        await SaveAsync(final: false);
    }

    private async Task MoveAsync(int place, string key)
    {
        var next = key switch
        {
            "Enter" or "ArrowDown" => place + 1,
            "ArrowUp" => place - 1,
            _ => -1,
        };
        if (next >= 0 && next < inputs.Length) await inputs[next].FocusAsync();
    }

    private async Task FinishAsync()
    {
        if (wrong is not null) return;
        if (ScoringRules.Check(Sheet, Points(), final: true) is { } missing)
        {
            problem = missing;
            return;
        }
        if (await Dialogs.ConfirmAsync(AssessmentsText.Do_Final, Phrase.Of(AssessmentsText.Final_Sure, Candidate.Name.Full, Points().Sum() ?? 0, Sheet.MaxPoints), AssessmentsText.Do_Final)) await SaveAsync(final: true);
    }

    private async Task ReopenAsync()
    {
        problem = (await Commands.ReopenAsync(Actor, Candidate.AssessmentId)).Problem;
        OnInitialized();
        await Changed.InvokeAsync();
    }

    private async Task SaveAsync(bool final)
    {
        state = "saving";
        var result = await Commands.SaveAsync(Actor, Candidate.AssessmentId, Points(), final);
        (problem, state) = (result.Problem, result.Succeeded ? "saved" : null);
        if (result.Succeeded) await Changed.InvokeAsync();
    }
}
