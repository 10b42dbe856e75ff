using Microsoft.JSInterop;
using TeacherCenters.Data;

namespace TeacherCenters.Ui;

/// <summary>
/// Reads a page again when others have changed something: a moment after the first change, once for all that fall into that moment, and
/// once more when something changed while it was reading. Runs on the page's dispatcher; disposing ends it.
/// </summary>
public sealed class LiveReading : IDisposable
{
    private readonly CancellationTokenSource _gone = new();
    private readonly Changes _changes;
    private readonly Func<Func<Task>, Task> _dispatch;
    private readonly Func<CancellationToken, Task> _read;
    private readonly IDisposable _subscription;
    private int _asked;

    /// <param name="concerns">Whether the page shows something of the row.</param>
    /// <param name="dispatch">The component's <c>InvokeAsync</c>.</param>
    /// <param name="read">Reads and shows; what it throws because the page was left meanwhile is passed over.</param>
    public LiveReading(Changes changes, Func<Change, bool> concerns, Func<Func<Task>, Task> dispatch, Func<CancellationToken, Task> read)
    {
        (_changes, _dispatch, _read) = (changes, dispatch, read);
        _subscription = changes.Subscribe(changed =>
        {
            if (changed.Any(concerns)) Ask();
        });
    }

    /// <summary>How long after the first change the page is read.</summary>
    public TimeSpan Quiet { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>As if something had changed: for a reading that has to be repeated.</summary>
    public void Ask()
    {
        if (Interlocked.Increment(ref _asked) == 1) _ = _dispatch(ReadAsync);
    }

    public void Dispose()
    {
        _subscription.Dispose();
        _gone.Cancel();
        _gone.Dispose();
    }

    private async Task ReadAsync()
    {
        try
        {
            do
            {
                // Not all pages at the same moment.
                await Task.Delay(Quiet * (1 + (Random.Shared.NextDouble() / 2)), _gone.Token);
                Interlocked.Exchange(ref _asked, 1);
                await _read(_gone.Token);
            }
            while (Interlocked.CompareExchange(ref _asked, 0, 1) != 1);
        }
        catch (Exception failure)
        {
            Interlocked.Exchange(ref _asked, 0);
            // Nobody waits for this reading: the page shows what it showed, and follows the next change. One that was left meanwhile has no complaint.
            if (!_gone.IsCancellationRequested && failure is not JSDisconnectedException) _changes.Failed(failure);
        }
    }
}
