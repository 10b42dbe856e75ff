using TeacherCenters.Security;

namespace TeacherCenters.Enrollments.Import;

/// <summary>The refused rows of the latest imports, for their download. In memory only: they hold personal data and can be had again by loading the file again.</summary>
public sealed class ImportResults
{
    private const int Kept = 100;

    private readonly Lock _lock = new();
    private readonly LinkedList<(Guid Key, int? AccountId, int EventId, IReadOnlyList<RefusedRow> Rows)> _results = new();

    /// <summary>Keeps the rows for their actor and answers the key of the download.</summary>
    public Guid Keep(Actor actor, int eventId, IReadOnlyList<RefusedRow> rows)
    {
        var key = Guid.NewGuid();
        lock (_lock)
        {
            _results.AddFirst((key, actor.AccountId, eventId, rows));
            if (_results.Count > Kept) _results.RemoveLast();
        }
        return key;
    }

    /// <summary>The rows; null when they are gone or somebody else's.</summary>
    public IReadOnlyList<RefusedRow>? Find(Actor actor, int eventId, Guid key)
    {
        lock (_lock)
        {
            foreach (var result in _results)
            {
                if (result.Key == key) return result.AccountId == actor.AccountId && result.EventId == eventId ? result.Rows : null;
            }
        }
        return null;
    }
}
