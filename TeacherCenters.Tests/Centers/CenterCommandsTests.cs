using TeacherCenters.Centers;
using TeacherCenters.Security;
using TeacherCenters.Tests.Certificates;
using TeacherCenters.Tests.Data;

namespace TeacherCenters.Tests.Centers;

public sealed class CenterCommandsTests
{
    [Fact]
    public async Task A_center_gets_rooms_and_signatories_and_is_listed_with_them()
    {
        await using var store = await TestStore.CreateAsync();
        var commands = new CenterCommands(store.Store);

        var id = (await commands.SaveAsync(A.Administrator(), new CenterForm { ShortName = "ЦНППМПР", FullName = "Центр", City = "Вологда", Code = "влг" })).ShouldSucceed();
        (await commands.SaveRoomAsync(A.Administrator(), new RoomForm { CenterId = id, Name = "Аудитория 5", Capacity = 30 })).ShouldSucceed();
        (await commands.SaveSignatoryAsync(A.Administrator(), Head(id, 2019))).ShouldSucceed();

        var center = Assert.Single(await new CenterQueries(store.Store, store.Clock).ListAsync(A.Viewer(id)));
        Assert.Equal(("ВЛГ", "Аудитория 5", "Н. В. Соколова", true), (center.Code, center.Rooms.Single().Name, center.Signatories.Single().PrintedName, center.Signatories.Single().IsCurrent));
    }

    [Fact]
    public async Task A_second_head_in_the_same_days_is_refused_and_after_them_accepted()
    {
        await using var store = await TestStore.CreateAsync();
        var center = A.Center();
        await store.AddAsync(center);
        var commands = new CenterCommands(store.Store);
        var first = Head(center.Id, 2019);
        first.ValidTo = new DateOnly(2025, 8, 31);
        (await commands.SaveSignatoryAsync(A.Administrator(), first)).ShouldSucceed();

        var refused = (await commands.SaveSignatoryAsync(A.Administrator(), Head(center.Id, 2025))).ShouldRefuse("SignatoryOverlap");

        Assert.Equal("Н. В. Соколова", refused.Args[0]);
        (await commands.SaveSignatoryAsync(A.Administrator(), Head(center.Id, 2026))).ShouldSucceed();
    }

    [Fact]
    public async Task The_code_of_numbers_is_unique_in_the_network()
    {
        await using var store = await TestStore.CreateAsync();
        await store.AddAsync(A.Center("ВЛГ"));

        var refused = await new CenterCommands(store.Store).SaveAsync(A.Administrator(), new CenterForm { ShortName = "Второй", FullName = "Второй", City = "Вологда", Code = "влг" });

        refused.ShouldRefuse("CenterCodeTaken");
    }

    [Fact]
    public async Task A_code_that_another_center_issued_under_is_not_given_again_and_its_own_center_may_take_it_back()
    {
        await using var store = await TestStore.CreateAsync();
        var issued = await IssuedEvent.CreateAsync(store, null, "Иванова");
        (await issued.IssueAsync()).ShouldSucceed();
        var (commands, code) = (new CenterCommands(store.Store), issued.Center.Code);
        CenterForm Named(string newCode, int? id = null, int version = 0) => new() { Id = id, Version = version, ShortName = "Центр", FullName = "Центр", City = "Вологда", Code = newCode };
        (await commands.SaveAsync(A.Administrator(), Named("ВЛД", issued.Center.Id, 1))).ShouldSucceed();

        Assert.Equal("Центр", (await commands.SaveAsync(A.Administrator(), Named(code))).ShouldRefuse("CenterCodeIssued").Args[0]);

        (await commands.SaveAsync(A.Administrator(), Named(code + "А"))).ShouldSucceed();
        (await commands.SaveAsync(A.Administrator(), Named(code, issued.Center.Id, 2))).ShouldSucceed();
    }

    [Fact]
    public async Task A_coordinator_sees_the_rooms_of_the_own_center_and_may_not_change_them()
    {
        await using var store = await TestStore.CreateAsync();
        var (own, other) = (A.Center(), A.Center());
        await store.AddAsync(own, other);
        await store.AddAsync(A.Room(own, "Своя"), A.Room(other, "Чужая"));
        var queries = new CenterQueries(store.Store, store.Clock);
        var actor = A.Coordinator(own.Id);

        Assert.Equal([own.Id], (await queries.ChoicesAsync(actor)).Select(x => x.Id));
        Assert.Equal(["Своя", "Чужая"], (await queries.RoomsAsync(actor, own.Id)).Select(x => x.Name));
        await Assert.ThrowsAsync<MissingRightException>(() => new CenterCommands(store.Store).SaveRoomAsync(actor, new RoomForm { CenterId = own.Id, Name = "Новая" }));
    }

    private static SignatoryForm Head(int center, int year) =>
        new() { CenterId = center, Kind = SignatoryKind.Head, Post = "Директор", PrintedName = "Н. В. Соколова", ValidFrom = new DateOnly(year, 1, 1) };
}
