using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using TeacherCenters.Security;
using TeacherCenters.Tests.Browser;
using TeacherCenters.Tests.Data;

namespace TeacherCenters.Tests.Security;

public sealed class TemporaryPasswordTests
{
    private const string Handed = "abcd-efgh-jkmn-pqrs", Own = "сосна лён озеро";

    [Fact]
    public async Task Who_will_not_change_it_now_leaves()
    {
        await using var host = AppHost.Start();
        (await host.Services.GetRequiredService<AccountCommands>().CreateAsync(Actor.System, "new@example.ru", "Новикова Анна", Handed, [new Grant(Role.Administrator, null)], mustChangePassword: true)).ShouldSucceed();
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = new Uri(host.Address) };
        (await SendAsync(client, "/account/login", ("Input.Email", "new@example.ru"), ("Input.Password", Handed))).Dispose();

        var page = WebUtility.HtmlDecode(await client.GetStringAsync("/account/password"));
        Assert.Matches("<form method=\"post\" action=\"/account/logout\"(?s:.*)>Выйти</button>", page);
        using var left = await SendFromAsync(client, "/account/password", "/account/logout");

        Assert.Equal((HttpStatusCode.Redirect, "/account/login"), (left.StatusCode, left.Headers.Location?.OriginalString));
        using var after = await client.GetAsync("/account/password");
        Assert.StartsWith("/account/login", after.Headers.Location?.PathAndQuery ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_opens_until_a_temporary_password_was_changed()
    {
        await using var host = AppHost.Start();
        (await host.Services.GetRequiredService<AccountCommands>().CreateAsync(Actor.System, "new@example.ru", "Новикова Анна", Handed, [new Grant(Role.Administrator, null)], mustChangePassword: true)).ShouldSucceed();
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = new Uri(host.Address) };

        Assert.Equal(HttpStatusCode.Redirect, (await SendAsync(client, "/account/login", ("Input.Email", "new@example.ru"), ("Input.Password", Handed))).StatusCode);

        foreach (var address in new[] { "/", "/events", "/people.xlsx", "/admin/audit.xlsx", "/_blazor" })
        {
            using var refused = await client.GetAsync(address);
            Assert.Equal((HttpStatusCode.Redirect, "/account/password"), (refused.StatusCode, refused.Headers.Location?.OriginalString));
        }
        using (var circuit = await client.PostAsync("/_blazor/negotiate?negotiateVersion=1", null)) Assert.Equal(HttpStatusCode.Forbidden, circuit.StatusCode);
        foreach (var address in new[] { "/account/password", "/account/login", "/app.css", "/health/live" })
        {
            using var open = await client.GetAsync(address);
            Assert.Equal(HttpStatusCode.OK, open.StatusCode);
        }

        using (var changed = await SendAsync(client, "/account/password", ("Input.Current", Handed), ("Input.New", Own), ("Input.Repeat", Own))) Assert.Contains("Пароль изменён.", WebUtility.HtmlDecode(await changed.Content.ReadAsStringAsync()), StringComparison.Ordinal);

        using var page = await client.GetAsync("/events");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    private static Task<HttpResponseMessage> SendAsync(HttpClient client, string address, params (string Name, string Value)[] fields) => SendFromAsync(client, address, null, fields);

    /// <param name="to">Where another form of the page leads; null for the page itself.</param>
    private static async Task<HttpResponseMessage> SendFromAsync(HttpClient client, string address, string? to, params (string Name, string Value)[] fields)
    {
        var page = await client.GetStringAsync(address);
        var hidden = Regex.Matches(page, "<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"").Select(x => (x.Groups[1].Value, WebUtility.HtmlDecode(x.Groups[2].Value))).DistinctBy(x => x.Item1);
        return await client.PostAsync(to ?? address, new FormUrlEncodedContent([.. hidden.Concat(fields).Select(x => KeyValuePair.Create(x.Item1, x.Item2))]));
    }
}
