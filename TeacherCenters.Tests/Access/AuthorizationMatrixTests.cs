using System.Collections.Concurrent;
using System.Reflection;
using TeacherCenters.Data;
using TeacherCenters.Kernel;
using TeacherCenters.Security;

namespace TeacherCenters.Tests.Access;

/// <summary>
/// Every verb, page and endpoint, asked for by each role with the right given in the center of the thing, in another one and in the whole
/// network, against the reviewed table beside this file.
/// </summary>
public sealed class AuthorizationMatrixTests(AccessWorld world) : IClassFixture<AccessWorld>
{
    private static readonly List<SampleCall> Calls = [.. SampleCalls.Rooms.SelectMany(x => x.Verbs)];

    [Fact]
    public void Every_verb_has_a_sample_call()
    {
        var called = Calls.Select(x => x.Name.Split(' ')[0]).ToHashSet();
        var missing =
            from verb in Verbs()
            let key = $"{verb.DeclaringType!.Name}.{verb.Name}"
            where !called.Contains(key)
            select $"{key} has no sample call. Write it into TeacherCenters.Tests/Access/Rooms/{verb.DeclaringType!.Namespace!.Split('.')[^1]}Calls.cs (a new file is found by itself):\n"
                + $"        Verb<{verb.DeclaringType.Name}>(\"{verb.Name}\", (verbs, at, actor) =>\n            verbs.{verb.Name}(actor, {string.Join(", ", verb.GetParameters().Skip(1).Where(x => !x.HasDefaultValue).Select(x => $"/* {x.ParameterType.Name} {x.Name} */"))}));";
        Assert.True(!missing.Any(), string.Join("\n\n", missing));
        Assert.Equal([], called.Except(Verbs().Select(x => $"{x.DeclaringType!.Name}.{x.Name}")).Select(x => $"{x} is no verb any more: take its sample call out"));
    }

    [Fact]
    public void A_public_method_that_writes_takes_its_actor_first()
    {
        // What takes an open unit is a part of another verb, whose actor it acts for.
        var odd =
            from method in PublicMethods()
            let first = method.GetParameters().FirstOrDefault()?.ParameterType
            where typeof(Task).IsAssignableFrom(method.ReturnType) && first != typeof(Actor) && first != typeof(WriteUnit)
            select $"{method.DeclaringType!.Name}.{method.Name}";
        Assert.Equal([], odd);
    }

    [Fact]
    public async Task Verbs_answer_each_role_as_the_table_says()
    {
        var answers = new ConcurrentDictionary<string, IReadOnlyList<string>>();
        await Parallel.ForEachAsync(Calls, async (call, _) => answers["verb " + call.Name] = await AnswersAsync(call, world.Here, Asker.All));

        // A call that nobody may make would say nothing about the others' rights.
        var idle = answers.Where(x => !x.Value.Contains(SampleCall.Allowed)).Select(x => $"{x.Key} succeeds for nobody, mend its sample call: {string.Join(' ', x.Value)}");
        Assert.True(!idle.Any(), string.Join('\n', idle));
        Agrees(key => key.StartsWith("verb ", StringComparison.Ordinal), answers);
    }

    [Fact]
    public void A_viewer_changes_nothing_but_the_own_password_and_is_written_down_when_a_list_leaves_the_house()
    {
        Assert.Equal(["verb AccountCommands.ChangeOwnPasswordAsync", "verb AuditCommands.LogExportAsync"], AuthorizationTable.AllowedTo(x => x.Role == Role.Viewer).Where(x => x.StartsWith("verb ", StringComparison.Ordinal)));
    }

    [Fact]
    public void Nobody_gets_in_but_to_sign_in_to_check_a_document_and_to_read_an_error()
    {
        Assert.Equal(
            ["page /account/denied", "page /account/login", "page /busy", "page /error", "page /not-found", "page /verify/{Token}", "GET /health/live", "GET /health/ready"],
            AuthorizationTable.AllowedTo(x => x.IsAnonymous));
    }

    [Fact]
    public async Task Whoever_may_not_see_a_thing_is_told_the_same_as_if_it_were_not_there()
    {
        var strangers = Asker.All.Where(x => x.Where is not Asker.Own and not Asker.Network).ToList();
        var told = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(Calls, async (call, _) =>
        {
            var (there, missing) = (await AnswersAsync(call, world.Here, strangers), await AnswersAsync(call, Place.Missing, strangers));
            for (var i = 0; i < strangers.Count; i++)
            {
                if (there[i] != SampleCall.Allowed && there[i] != missing[i]) told.Add($"{call.Name}, {strangers[i]}: {there[i]} when it is there, {missing[i]} when it is not");
            }
        });
        Assert.True(told.IsEmpty, string.Join('\n', told.Order()));
    }

    [Fact]
    public async Task Pages_and_endpoints_answer_each_role_as_the_table_says()
    {
        await using var program = await SignedIn.StartAsync(world);
        var wrong = Requests.Wrong(program.Host);
        Assert.True(wrong.Length == 0, wrong);
        var answers = new Dictionary<string, List<string>>();
        foreach (var asker in Asker.All)
        {
            await using var circuit = new ObjectPages(program.Host.Services, world.ActorOf(asker));
            foreach (var request in Requests.To(program.Host, world.Here))
            {
                if (!answers.TryGetValue(request.Key, out var row)) answers[request.Key] = row = [];
                var answer = await program.OutcomeAsync(request, world.Here, asker);
                row.Add(answer == SampleCall.Allowed && request.Page is not null && ObjectPages.IsOfThing(request.Page, request.Route) ? circuit.Outcome(request) : answer);
            }
        }
        Agrees(key => !key.StartsWith("verb ", StringComparison.Ordinal), answers.ToDictionary(x => x.Key, IReadOnlyList<string> (x) => x.Value));
    }

    private static void Agrees(Func<string, bool> kind, IReadOnlyDictionary<string, IReadOnlyList<string>> answers)
    {
        var differences = AuthorizationTable.Differences(kind, answers);
        Assert.True(differences.Length == 0, differences);
    }

    private async Task<IReadOnlyList<string>> AnswersAsync(SampleCall call, Place at, IReadOnlyList<Asker> askers)
    {
        var answers = new List<string>();
        var store = world.Copy();
        foreach (var asker in askers)
        {
            answers.Add(await call.OutcomeAsync(store, at, world.ActorOf(asker)));
            // What was refused has left no trace: the copy serves on.
            if (answers[^1] != SampleCall.Allowed) continue;
            await store.DisposeAsync();
            store = world.Copy();
        }
        await store.DisposeAsync();
        return answers;
    }

    private static IEnumerable<MethodInfo> Verbs() => PublicMethods().Where(x => x.GetParameters().FirstOrDefault()?.ParameterType == typeof(Actor));

    private static IEnumerable<MethodInfo> PublicMethods() =>
        from type in typeof(AppDb).Assembly.GetTypes()
        where type.Name.EndsWith("Commands", StringComparison.Ordinal) && type.Name != "ProgramCommands"
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
        select method;
}
