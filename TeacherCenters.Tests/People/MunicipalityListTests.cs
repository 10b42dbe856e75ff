using Microsoft.EntityFrameworkCore;
using TeacherCenters.Data;
using TeacherCenters.People;
using TeacherCenters.Tests.Data;

namespace TeacherCenters.Tests.People;

public sealed class MunicipalityListTests : IAsyncLifetime
{
    private TestStore _store = null!;

    public async Task InitializeAsync() => _store = await TestStore.CreateAsync();

    public async Task DisposeAsync() => await _store.DisposeAsync();

    [Fact]
    public async Task An_empty_store_begins_with_the_municipalities_of_the_region_once()
    {
        var list = new MunicipalityList(_store.Store, _store.Root);

        await list.FillAsync();
        await list.FillAsync();

        var names = await _store.ReadAsync(db => db.Set<Municipality>().OrderBy(x => x.Order).Select(x => x.ShortName).ToListAsync());
        Assert.Equal(28, names.Count);
        Assert.Contains("г. Череповец", names);
        Assert.Equal(1, await _store.ReadAsync(db => db.Set<ChangeSet>().CountAsync()));
    }

    [Fact]
    public async Task A_store_that_has_municipalities_keeps_its_own()
    {
        await _store.AddAsync(A.Municipality());

        await new MunicipalityList(_store.Store, _store.Root).FillAsync();

        Assert.Equal(1, await _store.ReadAsync(db => db.Set<Municipality>().CountAsync()));
    }
}
