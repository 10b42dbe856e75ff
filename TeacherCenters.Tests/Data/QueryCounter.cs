using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace TeacherCenters.Tests.Data;

/// <summary>Counts the commands that go to a store from one flow of calls; tests beside it do not disturb.</summary>
internal sealed class QueryCounter : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    private static readonly AsyncLocal<int[]?> Here = new();

    private static readonly IDisposable Subscription = DiagnosticListener.AllListeners.Subscribe(new QueryCounter());

    public static async Task<int> CountAsync(Func<Task> act)
    {
        GC.KeepAlive(Subscription);
        var count = new int[1];
        Here.Value = count;
        await act();
        Here.Value = null;
        return count[0];
    }

    void IObserver<DiagnosticListener>.OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name) value.Subscribe(this);
    }

    void IObserver<KeyValuePair<string, object?>>.OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key == RelationalEventId.CommandExecuted.Name && Here.Value is { } count) Interlocked.Increment(ref count[0]);
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }
}
