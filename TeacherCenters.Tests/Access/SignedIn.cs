using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using TeacherCenters.Security;
using TeacherCenters.Tests.Browser;
using UglyToad.PdfPig;

namespace TeacherCenters.Tests.Access;

/// <summary>The program on the planted world, asked over HTTP with the cookie that signing in would give.</summary>
internal sealed class SignedIn : IAsyncDisposable
{
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private readonly AccessWorld _world;
    private readonly Dictionary<Asker, HttpClient> _clients = [];

    private SignedIn(AccessWorld world, AppHost host) => (_world, Host) = (world, host);

    public AppHost Host { get; }

    public static async Task<SignedIn> StartAsync(AccessWorld world)
    {
        var made = new SignedIn(world, world.Start());
        foreach (var asker in Asker.All) made._clients[asker] = await made.ClientAsync(asker);
        return made;
    }

    /// <summary>
    /// What is answered: allowed, forbidden (the page that says so), login, notfound, redirect elsewhere, another status; and empty for a list that holds
    /// nothing of <paramref name="at"/>.
    /// </summary>
    public async Task<string> OutcomeAsync(Request request, Place at, Asker asker)
    {
        using var answer = await AnswerAsync(request, asker);
        if (answer.StatusCode == HttpStatusCode.Redirect)
        {
            var to = answer.Headers.Location!.ToString();
            return to.Contains("/account/denied", StringComparison.Ordinal) ? SampleCall.Forbidden : to.Contains("/account/login", StringComparison.Ordinal) ? "login" : "redirect";
        }
        if (answer.StatusCode == HttpStatusCode.NotFound) return SampleCall.NotFound;
        if (!answer.IsSuccessStatusCode) return ((int)answer.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return answer.Content.Headers.ContentType?.MediaType != Workbook || TextOf(await answer.Content.ReadAsByteArrayAsync()).Contains(at.Marker, StringComparison.Ordinal) ? SampleCall.Allowed : "empty";
    }

    /// <summary>The text of the workbook or the PDF that is answered; empty for anything else.</summary>
    public async Task<string> FileAsync(Request request, Asker asker)
    {
        using var answer = await AnswerAsync(request, asker);
        if (!answer.IsSuccessStatusCode) return "";
        var content = await answer.Content.ReadAsByteArrayAsync();
        switch (answer.Content.Headers.ContentType?.MediaType)
        {
            case Workbook: return TextOf(content);
            case "application/pdf":
                using (var pdf = PdfDocument.Open(content)) return string.Join('\n', pdf.GetPages().Select(x => x.Text));
            default: return "";
        }
    }

    private Task<HttpResponseMessage> AnswerAsync(Request request, Asker asker) => _clients[asker].SendAsync(new HttpRequestMessage(new HttpMethod(request.Method), request.Address));

    /// <summary>All the text in a workbook.</summary>
    private static string TextOf(byte[] workbook)
    {
        using var zip = new ZipArchive(new MemoryStream(workbook));
        return string.Join('\n', zip.Entries.Select(x =>
        {
            using var reader = new StreamReader(x.Open());
            return reader.ReadToEnd();
        }));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in _clients.Values) client.Dispose();
        await Host.DisposeAsync();
    }

    private async Task<HttpClient> ClientAsync(Asker asker)
    {
        // Each from an address of its own: some answers are limited by address.
        var number = _clients.Count + 2;
        var client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectCallback = async (context, ct) =>
            {
                var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
                socket.Bind(new IPEndPoint(new IPAddress([127, 0, 0, (byte)number]), 0));
                await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, context.DnsEndPoint.Port), ct);
                return new NetworkStream(socket, ownsSocket: true);
            },
        }) { BaseAddress = new Uri(Host.Address) };
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        if (_world.AccountOf(asker) is { } account) client.DefaultRequestHeaders.Add("Cookie", await CookieAsync(Host, account));
        return client;
    }

    /// <summary>The cookie that signing in gives.</summary>
    public static async Task<string> CookieAsync(AppHost host, Account account)
    {
        using var scope = host.Services.CreateScope();
        var principal = await scope.ServiceProvider.GetRequiredService<SignInManager<Account>>().CreateUserPrincipalAsync(account);
        var cookie = scope.ServiceProvider.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        var now = host.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        var ticket = new AuthenticationTicket(principal, new() { IssuedUtc = now, ExpiresUtc = now.AddHours(1) }, IdentityConstants.ApplicationScheme);
        return $"{cookie.Cookie.Name}={cookie.TicketDataFormat.Protect(ticket)}";
    }
}
