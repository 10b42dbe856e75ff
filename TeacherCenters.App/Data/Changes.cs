using System.Collections.Concurrent;

namespace TeacherCenters.Data;

/// <summary>The object on whose page a row stands: the event of a mark.</summary>
public readonly record struct Owner(string Kind, int Id);

/// <summary>A row that has just been committed.</summary>
public readonly record struct Change(string Kind, int Id, int Version)
{
    /// <summary>Null when the verb named none: then it may be any.</summary>
    public Owner? Owner { get; init; }

    /// <summary>The center of the act; null for the whole network.</summary>
    public int? CenterId { get; init; }

    /// <summary>Whether the page of the given object may show something of the row. False only when the row is known to belong to another one.</summary>
    public bool MayConcern<T>(int id) => Kind == typeof(T).Name ? Id == id : Owner is not { } owner || owner.Kind != typeof(T).Name || owner.Id == id;
}

/// <summary>
/// The in-process stream of committed changes. A page subscribes, and re-reads through its own query with its own rights;
/// what travels here are keys, never content.
/// </summary>
public sealed class Changes(ILogger<Changes>? log = null)
{
    private readonly ConcurrentDictionary<Guid, Action<IReadOnlyList<Change>>> _listeners = new();

    /// <summary>Calls back on the writer's thread: hand over to the component's dispatcher there. Disposing ends it.</summary>
    public IDisposable Subscribe(Action<IReadOnlyList<Change>> listener)
    {
        var key = Guid.NewGuid();
        _listeners[key] = listener;
        return new Subscription(() => _listeners.TryRemove(key, out _));
    }

    internal void Publish(IReadOnlyList<Change> changes)
    {
        if (changes.Count == 0) return;
        foreach (var listener in _listeners.Values)
        {
            try
            {
                listener(changes);
            }
            catch (Exception failure)
            {
                // What was done is done, whoever fails to look.
                Failed(failure);
            }
        }
    }

    /// <summary>Somebody could not follow the changes: nobody waits for them, so it is said in the program's log.</summary>
    internal void Failed(Exception failure) => log?.LogError(failure, "A page could not follow what others changed");

    private sealed class Subscription(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
