using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using TeacherCenters.Data;
using TeacherCenters.Tests.Browser;
using TeacherCenters.Tests.Data;
using TeacherCenters.Ui;

namespace TeacherCenters.Tests.Architecture;

/// <summary>Whatever the history can hold is said in words: kinds of rows, their columns, the words of their enums.</summary>
public sealed class HistoryWordsTests
{
    [Fact]
    public async Task Every_kind_of_row_has_a_text() =>
        Nothing(from entity in await EntitiesAsync()
                where ProblemTexts.Find("Entity_" + entity.ClrType.Name) is null
                select $"Entity_{entity.ClrType.Name} is missing in the …Text.resx of its feature");

    [Fact]
    public async Task Every_column_has_a_text() =>
        Nothing(from entity in await EntitiesAsync()
                let kind = entity.ClrType.Name
                from property in entity.GetProperties()
                where !property.IsPrimaryKey() && property.Name is not ("Version" or "PasswordHash" or "SecurityStamp" or "ConcurrencyStamp") && HistoryReader.IsSaid(kind, property.Name)
                where HistoryWords.FindProperty(kind, property.Name) is null && !(kind == "SettingsEdition" && property.Name == "Json")
                select $"Entity_{kind}_{property.Name} is missing in the …Text.resx of its feature (or Entity_Any_{property.Name} in HistoryText)");

    [Fact]
    public async Task Every_word_of_a_stored_enum_has_a_text() =>
        Nothing((from entity in await EntitiesAsync()
                 from property in entity.GetProperties()
                 let type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType
                 where type.IsEnum
                 from word in Enum.GetNames(type)
                 where ProblemTexts.Find($"{type.Name}_{word}") is null
                 select $"{type.Name}_{word}").Distinct());

    [Fact]
    public async Task Every_kind_of_row_that_another_points_to_has_a_name()
    {
        await using var host = AppHost.Start();
        var named = host.Services.GetServices<HistoryName>().Select(x => x.Kind).ToHashSet();
        Nothing((from entity in await EntitiesAsync()
                 from key in entity.GetForeignKeys()
                 where key.Properties.Count == 1 && key.Properties[0].ClrType != typeof(string)
                 let property = key.Properties[0]
                 let kind = key.PrincipalEntityType.ClrType.Name
                 where HistoryReader.IsSaid(entity.ClrType.Name, property.Name) && !named.Contains(kind)
                 select $"{kind} needs AddHistoryName in its feature: {entity.ClrType.Name}.{property.Name} would be told by a number of the store").Distinct());
    }

    private static async Task<IReadOnlyList<IEntityType>> EntitiesAsync()
    {
        await using var store = await TestStore.CreateAsync();
        await using var db = await store.Contexts.CreateDbContextAsync();
        // The framework's own tables, and the history itself, are in no history.
        return [.. db.Model.GetEntityTypes().Where(x => x.ClrType.Assembly == typeof(AppDb).Assembly && x.ClrType.Name is not (nameof(ChangeSet) or nameof(ChangeRow)) && HistoryReader.IsSaid(x.ClrType.Name))];
    }

    // Whole, not cut as a comparison would be: the list is what is to be done.
    private static void Nothing(IEnumerable<string> findings)
    {
        if (string.Join('\n', findings) is { Length: > 0 } missing) Assert.Fail(missing);
    }
}
