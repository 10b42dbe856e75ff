using System.Net;
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
        Assert.Equal("Healthy", await answer.Content.ReadAsStringAsync());
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
