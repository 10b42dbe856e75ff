using TeacherCenters.Kernel;
using TeacherCenters.Security;

namespace TeacherCenters.Tests.Data;

/// <summary>A writer that stands inside the gate until it is disposed: whoever wants to write waits behind it.</summary>
internal sealed class HeldGate : IAsyncDisposable
{
    private readonly TaskCompletionSource _inside = new();
    private readonly TaskCompletionSource _leave = new();
    private readonly Task _write;

    private HeldGate(TestStore store) => _write = Task.Run(() => store.Store.WriteAsync(Actor.System, "test.hold", async _ =>
    {
        _inside.SetResult();
        await _leave.Task;
        return Result.Done;
    }));

    public static async Task<HeldGate> TakeAsync(TestStore store)
    {
        var held = new HeldGate(store);
        await held._inside.Task;
        return held;
    }

    public async ValueTask DisposeAsync()
    {
        _leave.TrySetResult();
        await _write;
    }
}
