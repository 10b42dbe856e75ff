namespace TeacherCenters.Tests;

public sealed class ProgramCommandsTests
{
    [Theory]
    [InlineData("")]
    [InlineData("--urls http://127.0.0.1:5090")]
    [InlineData("--urls=http://*:5090;https://centers.example.ru")]
    [InlineData("--TeacherCenters:DataRoot /srv/data --Logging:LogLevel:Default=Debug")]
    [InlineData("--environment=Development --contentRoot=/app --applicationName=TeacherCenters.App --TeacherCenters=")]
    public void The_options_of_serving_are_taken(string line) => Assert.Null(ProgramCommands.Misuse(Split(line)));

    [Theory]
    [InlineData("--nonsense", "'--nonsense' is not known (see --help).")]
    [InlineData("--urls", "--urls needs a value.")]
    [InlineData("--urls --environment=Production", "--urls needs a value.")]
    [InlineData("--urls 5090", "'5090' is not an address to serve at: give one like http://127.0.0.1:5080.")]
    [InlineData("--urls http://127.0.0.1:5090 check", "'check' is not known (see --help).")]
    public void Wrong_use_is_said_in_one_line(string line, string said) => Assert.Equal(said, ProgramCommands.Misuse(Split(line)));

    [Fact]
    public async Task What_the_disk_refuses_is_said_without_a_trace() =>
        Assert.Equal(9, await ProgramCommands.RunAsync(["check"], () => throw new DirectoryNotFoundException("Could not find a part of the path.")));

    [Theory]
    [InlineData(11, 6)]
    [InlineData(26, 6)]
    [InlineData(13, 9)]
    [InlineData(5, 9)]
    public async Task What_the_store_refuses_is_said_without_a_trace(int error, int code) =>
        Assert.Equal(code, await ProgramCommands.RunAsync(["check"], () => throw new Microsoft.Data.Sqlite.SqliteException("It cannot be read.", error)));

    [Theory]
    [InlineData("nonsense", 2)]
    [InlineData("backup", 2)]
    [InlineData("sample --people 10", 2)]
    [InlineData("sample --seed abc", 2)]
    [InlineData("--help", 0)]
    [InlineData("restore --help", 0)]
    public async Task Wrong_use_of_a_command_ends_with_two_before_anything_is_opened(string line, int code) =>
        Assert.Equal(code, await ProgramCommands.RunAsync(Split(line), () => throw new InvalidOperationException("The program was built.")));

    private static string[] Split(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
