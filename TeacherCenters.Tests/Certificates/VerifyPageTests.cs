using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using TeacherCenters.Certificates;
using TeacherCenters.Data;
using TeacherCenters.Enrollments;
using TeacherCenters.Events;
using TeacherCenters.Kernel;
using TeacherCenters.Security;
using TeacherCenters.Tests.Browser;
using TeacherCenters.Tests.Data;

namespace TeacherCenters.Tests.Certificates;

public sealed class VerifyPageTests
{
    [Fact]
    public async Task Anybody_with_the_token_reads_a_masked_name_and_whether_the_document_holds_and_gets_no_cookie()
    {
        await using var host = AppHost.Start();
        var (commands, actor, made) = await IssueAsync(host);
        using var client = Anonymous(host);

        using var answer = await client.GetAsync($"/verify/{made.Token}");
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        foreach (var part in new[] { "Документ действителен", made.Number, "И***а М. П.", "Читательская грамотность" }) Assert.Contains(part, page, StringComparison.Ordinal);
        Assert.DoesNotContain("Иванова", page, StringComparison.Ordinal);

        (await commands.AnnulAsync(actor, made.Id, new() { Version = 1, On = Today(host), Order = "1", Reason = "Ошибка" })).ShouldSucceed();
        var annulled = WebUtility.HtmlDecode(await client.GetStringAsync($"/verify/{made.Token}"));
        foreach (var part in new[] { "Документ аннулирован", $"<dt>Дата аннулирования</dt><dd>{Today(host):dd.MM.yyyy}</dd>" }) Assert.Contains(part, annulled, StringComparison.Ordinal);
        Assert.DoesNotContain("Дубликат", annulled, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_replaced_document_names_the_duplicate_that_came_after_it()
    {
        await using var host = AppHost.Start();
        var (commands, _, made) = await IssueAsync(host);
        using var client = Anonymous(host);
        var second = (await commands.DuplicateAsync(A.Administrator(), made.Id, new() { Version = 1, IssuedOn = Today(host), Reason = "Заявление" })).ShouldSucceed().Documents[0];
        var third = (await commands.DuplicateAsync(A.Administrator(), second.Id, new() { Version = 1, IssuedOn = Today(host), Reason = "Заявление" })).ShouldSucceed().Documents[0];

        Assert.Equal((second.Number, third.Number, null), (await DuplicateOfAsync(made.Token), await DuplicateOfAsync(second.Token), await DuplicateOfAsync(third.Token)));

        async Task<string?> DuplicateOfAsync(string token)
        {
            var page = WebUtility.HtmlDecode(await client.GetStringAsync($"/verify/{token}"));
            Assert.DoesNotContain("Иванова", page, StringComparison.Ordinal);
            Assert.DoesNotContain("Дата аннулирования", page, StringComparison.Ordinal);
            var said = Regex.Match(page, $"<dt>Дубликат</dt><dd>№ (.+) от {Today(host):dd.MM.yyyy}</dd>");
            return said.Success ? said.Groups[1].Value : null;
        }
    }

    [Fact]
    public async Task An_unknown_and_a_malformed_token_get_the_same_plain_answer_and_the_eleventh_look_in_a_minute_none()
    {
        await using var host = AppHost.Start();
        using var client = Anonymous(host);
        var pages = new List<string>();
        foreach (var token in new[] { new string('0', 32), new string('a', 32), "x", "%D0%98", new string('0', 31) + "G", "'; DROP TABLE Certificates" })
        {
            using var answer = await client.GetAsync($"/verify/{token}");
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            Assert.False(answer.Headers.Contains("Set-Cookie"));
            // The number of the request is not part of the answer.
            pages.Add(Regex.Replace(await answer.Content.ReadAsStringAsync(), "<!--Blazor.*?-->", ""));
        }

        Assert.Single(pages.Distinct());
        Assert.Contains("Документ с таким кодом не найден", WebUtility.HtmlDecode(pages[0]), StringComparison.Ordinal);
        for (var i = pages.Count; i < 10; i++) using (await client.GetAsync("/verify/x")) { }
        using var tooMany = await client.GetAsync("/verify/x");
        Assert.Equal(HttpStatusCode.TooManyRequests, tooMany.StatusCode);
        Assert.Contains("Повторите через минуту", await tooMany.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_of_documents_are_for_those_who_signed_in()
    {
        await using var host = AppHost.Start();
        var (_, _, made) = await IssueAsync(host);
        using var client = Anonymous(host);

        foreach (var address in new[] { $"/certificates/{made.Token}.pdf", $"/certificates/batch/{Guid.NewGuid()}.pdf", "/events/1/certificates.pdf" })
        {
            using var answer = await client.GetAsync(address);
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        }
    }

    private static HttpClient Anonymous(AppHost host) => new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(host.Address) };

    private static DateOnly Today(AppHost host) => host.Services.GetRequiredService<NetworkClock>().Today;

    private static async Task<(CertificateCommands Commands, Actor Actor, IssuedDocument Made)> IssueAsync(AppHost host)
    {
        var store = host.Services.GetRequiredService<Store>();
        var today = Today(host);
        var center = A.Center();
        await AddAsync(store, center);
        var of = A.Event(center, EventStatus.Closed, starts: today.AddDays(-10));
        of.Complete("7", of.EndsOn, "12-к", of.EndsOn).ShouldSucceed();
        var person = A.Person();
        await AddAsync(store, of, person, A.Head(center));
        var row = A.Enrollment(of, person, EnrollmentStatus.Completed);
        row.Result = FinalResult.Passed;
        await AddAsync(store, row);
        var commands = host.Services.GetRequiredService<CertificateCommands>();
        var actor = A.Clerk(center.Id);
        var batch = (await commands.IssueAsync(actor, IssueFrom.Event(of.Id), new IssueForm { SubjectIds = [row.Id], IssuedOn = today })).Require();
        return (commands, actor, batch.Documents[0]);
    }

    private static async Task AddAsync(Store store, params object[] rows) => (await store.WriteAsync(Actor.System, "test.facts", unit =>
    {
        unit.Db.AddRange(rows);
        return Task.FromResult(TeacherCenters.Kernel.Result.Done);
    })).ShouldSucceed();
}
