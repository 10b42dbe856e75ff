using Microsoft.AspNetCore.Components;
using MudBlazor;
using TeacherCenters.Centers;
using TeacherCenters.Kernel;
using TeacherCenters.Security;
using TeacherCenters.Settings;
using TeacherCenters.Ui;

namespace TeacherCenters.Certificates;

public sealed partial class IssuePanel : IDisposable
{
    private readonly HashSet<int> _chosen = [];
    private readonly CancellationTokenSource _gone = new();
    private IReadOnlyList<EligibleRow>? _shown;
    private int? _signing;
    private IReadOnlyList<SignatoryRow> _signatories = [];
    private DateOnly? _issuedOn;
    private bool _dayMissing;
    private int? _head, _secretary;
    private Guid? _batch;
    private Problem? _problem;
    private string? _running;
    private int _drawn, _toDraw;
    private bool _busy;

    [Inject] private CertificateQueries Queries { get; set; } = null!;

    [Inject] private CertificateCommands Commands { get; set; } = null!;

    [Inject] private CertificatePdfs Pdfs { get; set; } = null!;

    [Inject] private NetworkClock Clock { get; set; } = null!;

    [Inject] private IDialogService Dialogs { get; set; } = null!;

    [Inject] private ISnackbar Snackbar { get; set; } = null!;

    [CascadingParameter] public required Actor Actor { get; set; }

    [Parameter, EditorRequired] public required IssueFrom From { get; set; }

    [Parameter, EditorRequired] public required int CenterId { get; set; }

    [Parameter, EditorRequired] public required IReadOnlyList<EligibleRow> People { get; set; }

    /// <summary>Whom the way here named, where everybody has a subject of their own: nobody else is chosen by the program, for a number is not taken back.</summary>
    [Parameter] public int? Named { get; set; }

    /// <summary>How many are what, where nothing around the panel says it.</summary>
    [Parameter] public string? Summary { get; set; }

    /// <summary>What stands in the place of an empty table.</summary>
    [Parameter] public string? Empty { get; set; }

    /// <summary>All documents of the panel as one file; null where there is only that of a batch.</summary>
    [Parameter] public string? PrintHref { get; set; }

    /// <summary>The sheet on which they are signed for.</summary>
    [Parameter] public string? SheetHref { get; set; }

    /// <summary>Documents were issued, printed or handed over: whoever holds the people reads them again.</summary>
    [Parameter] public EventCallback Changed { get; set; }

    /// <summary>Everybody here has a subject of their own; in an event all have the same.</summary>
    private bool NamesSubject => From.Subject != CertificateSubject.Enrollment;

    private bool MayRead => From.Subject != CertificateSubject.Assessment || Actor.Can(Permission.ViewAssessmentResults, CenterId);

    private bool MayIssue => Actor.MayIssue(From.Subject, CenterId);

    private string SubjectLabel => CertificateTexts.TitleLabelOf(SubjectRules.KindOf(From.Subject));

    private IReadOnlyList<EligibleRow> Eligible => [.. People.Where(x => x.Due.IsEligible)];

    private IReadOnlyList<EligibleRow> Live => [.. People.Where(x => x.LiveId is not null)];

    /// <summary>What is still in the house: to be marked as printed, or handed over.</summary>
    private IReadOnlyList<int> Undelivered => [.. People.Where(x => x.LiveStatus is CertificateStatus.Registered or CertificateStatus.Printed).Select(x => x.LiveId!.Value)];

    /// <summary>No document is dated before its subject came to an end.</summary>
    private DateOnly? Earliest => Eligible.Where(x => _chosen.Count == 0 || _chosen.Contains(x.SubjectId)).Select(x => (DateOnly?)x.Earliest).Max();

    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
    }

    protected override void OnInitialized() => _issuedOn = Clock.Today;

    protected override async Task OnParametersSetAsync()
    {
        if (!ReferenceEquals(_shown, People))
        {
            // Chosen for the user once; after that the choice is the user's, and outlives an issue only as far as it still can be issued.
            if (_shown is null) _chosen.UnionWith(Eligible.Where(x => x.AnnulledNumber is null && (!NamesSubject || x.SubjectId == Named)).Select(x => x.SubjectId));
            else _chosen.IntersectWith(Eligible.Select(x => x.SubjectId));
            _shown = People;
        }
        if (_signing == CenterId) return;
        _signing = CenterId;
        await LoadSignatoriesAsync();
    }

    private async Task LoadSignatoriesAsync()
    {
        _signatories = await Queries.SignatoriesAsync(Actor, CenterId, _issuedOn ?? Clock.Today, _gone.Token);
        _head = _signatories.FirstOrDefault(x => x.Kind == SignatoryKind.Head)?.Id;
        _secretary = _signatories.FirstOrDefault(x => x.Kind == SignatoryKind.Secretary)?.Id;
    }

    private Task ChangeDayAsync(DateOnly? chosen)
    {
        (_issuedOn, _dayMissing, _problem) = (chosen, false, null);
        return chosen is null ? Task.CompletedTask : LoadSignatoriesAsync();
    }

    private void ChooseAll(bool on)
    {
        _chosen.Clear();
        if (on) _chosen.UnionWith(Eligible.Select(x => x.SubjectId));
    }

    private void Choose(int subjectId, bool on) => _ = on ? _chosen.Add(subjectId) : _chosen.Remove(subjectId);

    private async Task IssueAsync()
    {
        if (_busy) return;
        if (_issuedOn is not { } day)
        {
            _dayMissing = true;
            return;
        }
        (_busy, _problem) = (true, null);
        try
        {
            var rows = Eligible.Where(x => _chosen.Contains(x.SubjectId)).ToList();
            var ranges = await Queries.NextNumbersAsync(Actor, CenterId, day.Year, rows.Select(x => x.Due.Kind), _gone.Token);
            if (!await ConfirmAsync(rows.Count, ranges)) return;
            _running = CertificatesText.Issue_Running;
            StateHasChanged();
            var form = new IssueForm { SubjectIds = [.. rows.Select(x => x.SubjectId)], IssuedOn = day, HeadSignatoryId = _head, SecretarySignatoryId = _secretary, FirstNumber = ranges[0].First };
            // Not cancelled with the page: a click that was confirmed runs to its end.
            var result = await Commands.IssueAsync(Actor, From, form, CancellationToken.None);
            if (result.Problem is { } refused) _problem = refused;
            else await DrawAsync(result.Value!);
        }
        catch (MissingRightException)
        {
            _problem = new Problem("Forbidden");
        }
        finally
        {
            (_busy, _running) = (false, null);
        }
        if (!_gone.IsCancellationRequested) await Changed.InvokeAsync();
    }

    private Task<bool> ConfirmAsync(int count, IReadOnlyList<NumberRange> ranges)
    {
        var lines = ranges.Select(x => x.Count == 1
            ? Phrase.Of(CertificatesText.Issue_Confirm_Single, CertificateTexts.Of(x.Kind), x.Count, x.First)
            : Phrase.Of(CertificatesText.Issue_Confirm_Range, CertificateTexts.Of(x.Kind), x.Count, x.First, x.Last));
        var text = string.Join(' ', [.. lines, CertificatesText.Issue_Confirm_End]);
        // A number is not broken at its hyphens.
        text = text.Replace('-', '\u2011');
        return Dialogs.ConfirmAsync(Phrase.Of(CertificatesText.Issue_Confirm_Title, CertificateTexts.Documents(count)), text, CertificatesText.Issue_Confirm_Yes);
    }

    private async Task DrawAsync(IssuedBatch batch)
    {
        (_batch, _toDraw, _drawn) = (batch.BatchKey, batch.Documents.Count, 0);
        var progress = new Progress<int>(drawn => InvokeAsync(() =>
        {
            (_drawn, _running) = (drawn, _running is null ? null : Phrase.Of(CertificatesText.Issue_Drawing, drawn, _toDraw));
            StateHasChanged();
        }));
        var pending = await Pdfs.KeepAsync(batch.BatchKey, progress, CancellationToken.None);
        var said = Phrase.Of(batch.FromEarlierClick ? CertificatesText.IssuedBefore : CertificatesText.Issued, CertificateTexts.Documents(batch.Documents.Count));
        Snackbar.Add(said, Severity.Normal);
        if (pending > 0) Snackbar.Add(Phrase.Of(CertificatesText.PdfPendingCount, pending), Severity.Warning);
    }

    private RenderFragment Signatory(SignatoryKind kind, string label, int? chosen, Action<int?> choose)
    {
        var rows = _signatories.Where(x => x.Kind == kind).ToList();
        return builder =>
        {
            if (rows.Count == 0) return;
            builder.OpenComponent<MudSelect<int?>>(0);
            builder.AddComponentParameter(1, nameof(MudSelect<int?>.Label), label);
            builder.AddComponentParameter(2, nameof(MudSelect<int?>.Value), chosen);
            builder.AddComponentParameter(3, nameof(MudSelect<int?>.ValueChanged), EventCallback.Factory.Create(this, choose));
            builder.AddComponentParameter(4, nameof(MudSelect<int?>.Disabled), _busy);
            builder.AddComponentParameter(5, nameof(MudSelect<int?>.ReadOnly), rows.Count == 1);
            builder.AddComponentParameter(6, nameof(MudSelect<int?>.Class), "certificates-signatory");
            builder.AddComponentParameter(7, nameof(MudSelect<int?>.ChildContent), (RenderFragment)(items =>
            {
                foreach (var row in rows)
                {
                    items.OpenComponent<MudSelectItem<int?>>(0);
                    items.SetKey(row.Id);
                    items.AddComponentParameter(1, nameof(MudSelectItem<int?>.Value), (int?)row.Id);
                    items.AddComponentParameter(2, nameof(MudSelectItem<int?>.ChildContent), (RenderFragment)(text => text.AddContent(0, $"{row.Post} {row.Name}")));
                    items.CloseComponent();
                }
            }));
            builder.CloseComponent();
        };
    }
}
