using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using TeacherCenters.Data;
using TeacherCenters.Tests.Browser;

namespace TeacherCenters.Tests.Data;

public sealed class HealthTests
{
    [Theory]
    [InlineData("health/live")]
    [InlineData("health/ready")]
    public async Task A_started_program_says_that_it_is_live_and_ready(string address)
    {
        await using var host = AppHost.Start();
        using var client = new HttpClient { BaseAddress = new Uri(host.Address) };

        var answer = await client.GetAsync(new Uri(address, UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("Healthy", (await answer.Content.ReadAsStringAsync()).Split('\n')[0]);
    }

    [Fact]
    public async Task Readiness_tells_the_age_of_the_last_backup_and_warns_of_an_old_one_and_of_a_night_that_failed()
    {
        await using var host = AppHost.Start();
        using var client = new HttpClient { BaseAddress = new Uri(host.Address) };
        Assert.Equal("Healthy\nbackup: none yet", await client.GetStringAsync("health/ready"));
        (await host.Services.GetRequiredService<BackupCommands>().MakeAsync(A.Administrator())).ShouldSucceed();
        Assert.EndsWith(", 0.0 hours ago", await client.GetStringAsync("health/ready"), StringComparison.Ordinal);

        File.SetLastWriteTimeUtc(host.Services.GetRequiredService<DataRoot>().LastBackup, DateTime.UtcNow.AddHours(-50));
        var old = await client.GetStringAsync("health/ready");
        Assert.StartsWith("Degraded\nbackup: 20", old, StringComparison.Ordinal);
        Assert.EndsWith(", 50.0 hours ago", old, StringComparison.Ordinal);

        host.Services.GetRequiredService<Nights>().Tell(new(DateTime.Now, NightFault.CopyFailed));
        Assert.EndsWith("; the last night: CopyFailed", await client.GetStringAsync("health/ready"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_asks_for_readiness_does_not_queue_with_those_who_write()
    {
        await using var host = AppHost.Start();
        using var client = new HttpClient { BaseAddress = new Uri(host.Address) };
        using var held = await host.Services.GetRequiredService<WriteGate>().EnterAsync(CancellationToken.None);

        Assert.StartsWith("Healthy", await client.GetStringAsync(new Uri("health/ready", UriKind.Relative)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_gate_tells_how_long_a_writer_has_been_inside()
    {
        var time = new FakeTimeProvider();
        using var gate = new WriteGate(time);
        Assert.Equal(TimeSpan.Zero, gate.HeldFor);
        var pass = await gate.EnterAsync(CancellationToken.None);
        time.Advance(TimeSpan.FromSeconds(6));

        Assert.Equal(TimeSpan.FromSeconds(6), gate.HeldFor);

        pass.Dispose();
        Assert.Equal(TimeSpan.Zero, gate.HeldFor);
    }

    [Theory]
    [InlineData("teachercenters.db")]
    [InlineData("data/teachercenters.db")]
    [InlineData("keys/")]
    [InlineData("setup-code.txt")]
    [InlineData("appsettings.json")]
    public async Task Nothing_of_the_data_root_is_served(string address)
    {
        await using var host = AppHost.Start();
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(host.Address) };

        var answer = await client.GetAsync(new Uri(address, UriKind.Relative));

        Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
    }
}
