using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using TeacherCenters.Data;
using TeacherCenters.Kernel;
using TeacherCenters.Security;
using TeacherCenters.Settings;
using TeacherCenters.Tests.Data;

namespace TeacherCenters.Tests.Security;

public sealed class FirstAdministratorTests
{
    private static readonly FirstStartForm Form = new("Соколова Нина", "admin@example.ru", "сосна лён озеро", "", Sample: false);

    [Fact]
    public async Task The_code_serves_until_a_form_was_taken_and_no_longer()
    {
        await using var store = await TestStore.CreateAsync();
        var first = First(store);
        first.Announce();
        var code = Code(store);

        Assert.False(first.IsRight("нет"));
        Assert.True(first.IsRight($" {code.ToLowerInvariant()} "));
        (await Start(store, first).BeginAsync(Form with { Password = "короткий" })).ShouldRefuse("PasswordTooShort");
        Assert.True(first.IsRight(code));
        (await Start(store, first).BeginAsync(Form)).ShouldSucceed();

        Assert.False(first.IsRight(code));
        Assert.False(File.Exists(CodeFile(store)));
        (await Start(store, first).BeginAsync(Form)).ShouldRefuse("SetupIsDone");
    }

    [Fact]
    public async Task A_code_that_comes_too_late_is_followed_by_a_new_one()
    {
        await using var store = await TestStore.CreateAsync();
        var first = First(store);
        first.Announce();
        var late = Code(store);
        store.Time.Advance(TimeSpan.FromMinutes(61));

        Assert.False(first.IsRight(late));

        Assert.NotEqual(late, Code(store));
        Assert.False(first.IsRight(late));
        Assert.True(first.IsRight(Code(store)));
    }

    [Theory]
    [InlineData("127.0.0.1", "localhost:5080", "HTTP/1.1", null, null, false)]
    [InlineData("::ffff:127.0.0.1", "127.0.0.1:5080", "HTTP/2", null, "http://127.0.0.1:5080", false)]
    [InlineData("::1", "[::1]:5080", "HTTP/1.1", null, null, false)]
    [InlineData("10.0.0.7", "10.0.0.5:5080", "HTTP/1.1", null, null, true)]
    [InlineData("127.0.0.1", "centers.example.ru", "HTTP/1.1", null, null, true)]
    [InlineData("127.0.0.1", "127.0.0.1:5080", "HTTP/1.0", null, null, true)]
    [InlineData("127.0.0.1", "127.0.0.1:5080", "HTTP/1.1", null, "https://centers.example.ru", true)]
    [InlineData("127.0.0.1", "127.0.0.1:5080", "HTTP/1.1", "X-Forwarded-For", null, true)]
    [InlineData("127.0.0.1", "127.0.0.1:5080", "HTTP/1.1", "Via", null, true)]
    public async Task The_code_is_asked_for_unless_a_browser_of_this_machine_asks_directly(string from, string host, string protocol, string? header, string? origin, bool asked)
    {
        await using var store = await TestStore.CreateAsync();
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = IPAddress.Parse(from);
        (context.Request.Host, context.Request.Protocol) = (new HostString(host), protocol);
        if (header is not null) context.Request.Headers[header] = "1";
        if (origin is not null) context.Request.Headers.Origin = origin;

        Assert.Equal(asked, First(store).AsksForCode(context));
        Assert.True(First(store, "127.0.0.1").AsksForCode(context));
    }

    private static FirstAdministrator First(TestStore store, string? proxies = null) => new(store.Root, store.Contexts, store.Clock, Proxies.Read(proxies));

    private static FirstStart Start(TestStore store, FirstAdministrator first) =>
        new(store.Store, new AccountCommands(store.Store, new PasswordHasher<Account>()), first, new SettingsCommands(store.Store), (_, _) => throw new NotSupportedException(), new KeptLog().Of<FirstStart>());

    private static string CodeFile(TestStore store) => Path.Combine(store.Root.Root, "setup-code.txt");

    private static string Code(TestStore store) => File.ReadAllText(CodeFile(store)).Trim();
}
