using System.Net;
using System.Text.RegularExpressions;
using TeacherCenters.Tests.Browser;

namespace TeacherCenters.Tests.Security;

public sealed class SetupPageTests
{
    [Theory]
    [InlineData("Соколова Нина", "admin@example.ru", "сосна лён озеро", "сосна лён", "", "repeat")]
    [InlineData("Соколова Нина", "admin@example.ru", "коротко", "коротко", "", "password")]
    [InlineData("Соколова Нина", "без адреса", "сосна лён озеро", "сосна лён озеро", "", "email")]
    [InlineData("Соколова Нина", "admin@example.ru", "сосна лён озеро", "сосна лён озеро", "центры", "address")]
    [InlineData("", "admin@example.ru", "сосна лён озеро", "сосна лён озеро", "", "name")]
    public async Task After_a_refusal_the_caret_stands_in_the_field_that_it_is_about(string name, string email, string password, string repeat, string address, string focus)
    {
        await using var host = AppHost.Start();
        using var client = new HttpClient { BaseAddress = new Uri(host.Address) };
        var first = await client.GetStringAsync("/setup");
        Assert.Equal(["name"], Focused(first));
        var token = Regex.Match(first, "name=\"__RequestVerificationToken\" value=\"([^\"]+)\"").Groups[1].Value;

        using var answer = await client.PostAsync("/setup", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["_handler"] = "setup", ["__RequestVerificationToken"] = token,
            ["Input.FullName"] = name, ["Input.Email"] = email, ["Input.Password"] = password, ["Input.Repeat"] = repeat, ["Input.Address"] = address, ["Input.Sample"] = "False",
        }));
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("auth-error", page, StringComparison.Ordinal);
        Assert.Equal([focus], Focused(page));
    }

    private static string[] Focused(string page) => [.. Regex.Matches(page, "<input[^>]*\\sautofocus[^>]*>").Select(x => Regex.Match(x.Value, "id=\"(\\w+)\"").Groups[1].Value)];
}
