using System.Reflection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using TeacherCenters.Data;
using TeacherCenters.Kernel;
using TeacherCenters.Security;
using TeacherCenters.Tests.Data;

namespace TeacherCenters.Tests.Access;

/// <summary>
/// The sample calls of one room, and the facts that they need. Every verb of the program has one, made so that a coordinator or an
/// administrator of the center succeeds: then what the others are told is about their right and nothing else.
/// </summary>
public abstract class SampleCalls
{
    /// <summary>All rooms; a new one is found by itself.</summary>
    public static IReadOnlyList<SampleCalls> Rooms { get; } =
        [.. typeof(SampleCalls).Assembly.GetTypes().Where(x => x.IsSubclassOf(typeof(SampleCalls))).OrderBy(x => x.Name, StringComparer.Ordinal).Select(x => (SampleCalls)Activator.CreateInstance(x)!)];

    public List<SampleCall> Verbs { get; } = [];

    /// <summary>Addresses of pages and endpoints that ask for parameters, by the key of their row: <c>GET /events/{id:int}/attendance.xlsx</c>.</summary>
    public Dictionary<string, Func<Place, string>> Addresses { get; } = [];

    /// <summary>Puts what the calls need into one center. What a call changes it changes in a copy: no call sees another's traces.</summary>
    public virtual Task PlantAsync(Place at, AccessWorld world) => Task.CompletedTask;

    protected void Verb<TCommands>(string method, Func<TCommands, Place, Actor, Task> call, string? variant = null) where TCommands : class =>
        Verbs.Add(new($"{typeof(TCommands).Name}.{method}{(variant is null ? "" : $" ({variant})")}", (store, at, actor) => call(CommandsOf<TCommands>(store), at, actor)));

    protected void Address(string route, Func<Place, string> address) => Addresses.Add(route, address);

    private static TCommands CommandsOf<TCommands>(TestStore store) where TCommands : class
    {
        var services = new ServiceCollection().AddSingleton(store.Store).AddSingleton(store.Root).AddSingleton(store.Files).AddSingleton(store.Clock).AddSingleton(store.Changes).AddSingleton(store.Contexts).AddSingleton<Backup>().AddLogging();
        // A fast hash: the real one takes a tenth of a second on purpose.
        services.AddSingleton<IPasswordHasher<Account>>(new PasswordHasher<Account>(Options.Create(new PasswordHasherOptions { IterationCount = 1 })));
        return ActivatorUtilities.CreateInstance<TCommands>(services.BuildServiceProvider());
    }
}

/// <summary>A call of a verb on the things of a place in a store.</summary>
/// <param name="Name">Key of its row in the table: <c>EventCommands.SaveAsync</c>, or with a variant <c>EventCommands.SaveAsync (new)</c>.</param>
public sealed record SampleCall(string Name, Func<TestStore, Place, Actor, Task> Call)
{
    public const string Allowed = "allowed", Forbidden = "forbidden", NotFound = "notfound";

    /// <summary>What the verb answered: allowed, forbidden, notfound, or the key of the rule that refused.</summary>
    public async Task<string> OutcomeAsync(TestStore store, Place at, Actor actor)
    {
        try
        {
            var task = Call(store, at, actor);
            await task;
            // Result and Result<T> share no type, and both have a Problem.
            var result = task.GetType().GetProperty("Result")!.GetValue(task)!;
            return result.GetType().GetProperty("Problem")!.GetValue(result) switch { null => Allowed, Problem { Key: "NotFound" } => NotFound, Problem problem => problem.Key, _ => throw new InvalidOperationException("No result of a verb.") };
        }
        catch (MissingRightException)
        {
            return Forbidden;
        }
        catch (Exception broken)
        {
            throw new InvalidOperationException($"The sample call {Name} broke for {actor.Name}.", broken);
        }
    }
}
