using TeacherCenters.Security;
using TeacherCenters.Tests.Data;

namespace TeacherCenters.Tests.Security;

public sealed class AccountQueriesTests
{
    [Theory]
    [InlineData("иванова", new[] { "Иванова Мария" })]
    [InlineData("мария ИВАНОВА", new[] { "Иванова Мария" })]
    [InlineData("семенов", new[] { "Семёнов Пётр" })]
    [InlineData("EXAMPLE.ru", new[] { "Иванова Мария", "Семёнов Пётр" })]
    [InlineData("сидоров", new string[0])]
    [InlineData("  ", new[] { "Иванова Мария", "Семёнов Пётр" })]
    public async Task Users_are_found_by_name_and_address_however_they_are_written(string text, string[] found)
    {
        await using var store = await TestStore.CreateAsync();
        await store.AddAsync(A.Account("Иванова Мария"), A.Account("Семёнов Пётр"));

        var page = await new AccountQueries(store.Store, store.Clock).ListAsync(A.Administrator(), new AccountFilter { Text = text }, new());

        Assert.Equal(found, page.Items.Select(x => x.FullName));
        Assert.Equal(found.Length, page.Total);
    }
}
