using System.Net;
using TeacherCenters.Data;
using TeacherCenters.Security;
using TeacherCenters.Tests.Browser;

namespace TeacherCenters.Tests.Security;

public sealed class ProxiesTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData(" ", "")]
    [InlineData("127.0.0.1, ::1", "127.0.0.1/32 ::1/128")]
    [InlineData("10.20.0.0/16", "10.20.0.0/16")]
    public void The_setting_lists_addresses_and_networks(string? text, string known) => Assert.Equal(known, string.Join(' ', Proxies.Read(text).Known));

    [Theory]
    [InlineData("nginx")]
    [InlineData("10.20.0.0/99")]
    public void What_is_neither_stops_the_start(string text) => Assert.Equal(2, Assert.Throws<StoreRefusedException>(() => Proxies.Read(text)).ExitCode);

    [Theory]
    [InlineData("127.0.0.1,::1", HttpStatusCode.NotFound, true)]
    [InlineData("", HttpStatusCode.TooManyRequests, false)]
    public async Task Visitors_behind_a_known_web_server_are_told_apart_and_anybody_else_is_not_believed(string proxies, HttpStatusCode eleventh, bool secure)
    {
        await using var host = AppHost.Start(("TeacherCenters:Proxies", proxies));
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(host.Address) };

        var last = HttpStatusCode.OK;
        for (var i = 1; i <= 11; i++)
        {
            using var looked = await SendAsync(client, "/verify/x", $"10.0.0.{i}");
            last = looked.StatusCode;
        }
        using var events = await SendAsync(client, "/events", "10.0.0.1");

        Assert.Equal(eleventh, last);
        Assert.Equal(secure ? "https" : "http", events.Headers.Location!.Scheme);
    }

    private static Task<HttpResponseMessage> SendAsync(HttpClient client, string address, string from)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("X-Forwarded-For", from);
        request.Headers.Add("X-Forwarded-Proto", "https");
        return client.SendAsync(request);
    }
}
