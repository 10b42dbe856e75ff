using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using TeacherCenters.Assessments;
using TeacherCenters.Certificates;
using TeacherCenters.Data;
using TeacherCenters.Enrollments;
using TeacherCenters.Events;
using TeacherCenters.Kernel;
using TeacherCenters.Mentoring;
using TeacherCenters.Mentoring.Internships;
using TeacherCenters.Mentoring.Tutoring;
using TeacherCenters.Practices;

namespace TeacherCenters.Bench;

/// <summary>
/// Every page of the menu, the lists that wait behind Today, one page of each kind of object with its tabs, and every download they offer, over the sample network. A page's time is that of the
/// browser from the click to the last change of the page: the server's own is less.
/// </summary>
internal static class PagesRun
{
    private const int Visits = 5;

    public static async Task<int> RunAsync()
    {
        var store = await (await BenchStore.OpenAsync()).CopyAsync("pages");
        await using var run = await BrowserRun.StartAsync(store);
        var addresses = await AddressesAsync(run, store);
        var downloads = new SortedSet<string>(StringComparer.Ordinal);
        Console.WriteLine("| page | time, ms | queries | in the store, ms |\n|---|---|---|---|");
        foreach (var address in addresses)
        {
            var (times, counts, inStore) = (new List<double>(), new List<double>(), new List<double>());
            for (var i = 0; i <= Visits; i++)
            {
                await GoAsync(run, address == "/courses" ? "/schools" : "/courses");
                run.Commands();
                var time = await GoAsync(run, address);
                var (count, milliseconds) = run.Commands();
                if (i == 0) continue;
                times.Add(time);
                counts.Add(count);
                inStore.Add(milliseconds);
            }
            foreach (var link in await run.Page.Locator("a[href*='.xlsx'], a[href*='.pdf'], a[href*='.ics']").EvaluateAllAsync<string[]>("links => links.map(x => x.getAttribute('href'))")) downloads.Add(link);
            Print(address, times, counts, inStore);
        }
        Console.WriteLine("\n| download | time, ms | queries | in the store, ms |\n|---|---|---|---|");
        foreach (var address in downloads)
        {
            var (times, counts, inStore) = (new List<double>(), new List<double>(), new List<double>());
            for (var i = 0; i <= Visits; i++)
            {
                run.Commands();
                var begun = Stopwatch.StartNew();
                var answer = await run.Page.Context.APIRequest.GetAsync(new Uri(new Uri(run.Page.Url), address).ToString());
                if (i == 0 && !answer.Ok) Console.WriteLine($"| {address} answers {answer.Status} | | | |");
                if (i == 0) continue;
                times.Add(begun.Elapsed.TotalMilliseconds);
                await Task.Delay(100);
                var (count, milliseconds) = run.Commands();
                counts.Add(count);
                inStore.Add(milliseconds);
            }
            Print(address, times, counts, inStore);
        }
        return 0;
    }

    private static void Print(string address, List<double> times, List<double> counts, List<double> inStore) =>
        Console.WriteLine(FormattableString.Invariant($"| {address}{(BrowserRun.Median(times) > 200 ? " **slow**" : "")} | {BrowserRun.Median(times):0} | {BrowserRun.Median(counts):0} | {BrowserRun.Median(inStore):0} |"));

    private static async Task<List<string>> AddressesAsync(BrowserRun run, BenchStore store)
    {
        var addresses = new List<string>();
        const string Rail = "links => links.map(x => x.getAttribute('href'))";
        foreach (var head in await run.Page.Locator("nav.rail a").EvaluateAllAsync<string[]>(Rail))
        {
            await GoAsync(run, head);
            addresses.AddRange((await run.Page.Locator("nav.rail a").EvaluateAllAsync<string[]>(Rail)).Except(addresses));
        }
        await using var db = await store.Store.ReadAsync();
        var of = await db.Set<Certificate>().OrderByDescending(x => x.Id).Join(db.Set<Enrollment>(), x => x.EnrollmentId, e => e.Id, (x, e) => new { e.EventId, e.Person!.PublicKey }).FirstAsync();
        addresses.AddRange(new[] { "", "?tab=sessions", "?tab=participants", "?tab=register", "?tab=completion", "?tab=documents" }.Select(tab => $"/events/{of.EventId}{tab}"));
        addresses.AddRange([$"/people/{of.PublicKey}", $"/events/{of.EventId}/import", "/mentoring/assign", "/certificates/to-issue", "/assessments/scoring", "/reports/targets/people"]);
        addresses.AddRange(Enum.GetValues<EventWait>().Select(x => $"/events?waits={x}"));
        addresses.Add($"/mentoring/{await LastAsync<Mentorship>(db)}");
        addresses.Add($"/tutoring/{await LastAsync<LearningRoute>(db)}");
        addresses.Add($"/internships/{await LastAsync<Internship>(db)}");
        addresses.Add($"/assessments/{await LastAsync<Assessment>(db)}");
        addresses.Add($"/assessments/sessions/{await LastAsync<AssessmentSession>(db)}");
        addresses.Add($"/practices/{await LastAsync<Practice>(db)}");
        return addresses;
    }

    private static Task<int> LastAsync<T>(AppDb db) where T : Entity => db.Set<T>().MaxAsync(x => x.Id);

    /// <returns>Milliseconds from the click to the last change, which must be followed by stillness.</returns>
    private static Task<double> GoAsync(BrowserRun run, string address) => run.Page.EvaluateAsync<double>(
        """
        address => new Promise(done => {
          const begun = performance.now();
          let last = begun;
          const seen = new MutationObserver(() => last = performance.now());
          seen.observe(document.body, { subtree: true, childList: true, characterData: true });
          Blazor.navigateTo(address);
          const look = () => {
            const now = performance.now();
            if (now - begun < 20000 && (now - begun < 600 || now - last < 500)) { setTimeout(look, 20); return; }
            seen.disconnect();
            done(last - begun);
          };
          look();
        })
        """, address);
}
