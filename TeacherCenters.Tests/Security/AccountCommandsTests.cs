using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using TeacherCenters.Data;
using TeacherCenters.Kernel;
using TeacherCenters.Security;
using TeacherCenters.Tests.Data;

namespace TeacherCenters.Tests.Security;

public sealed class AccountCommandsTests
{
    private const string Password = "сосна лён озеро";

    [Theory]
    [InlineData("короткий", "PasswordTooShort")]
    [InlineData("одиннадцать", "PasswordTooShort")]
    [InlineData("двенадцать!!", null)]
    public async Task A_password_has_at_least_twelve_characters(string password, string? refusal)
    {
        await using var store = await TestStore.CreateAsync();

        var result = await Commands(store).CreateAsync(A.Administrator(), "a@example.ru", "Иванова Мария", password, [new Grant(Role.Administrator, null)], false);

        Assert.Equal(refusal, result.Problem?.Key);
    }

    [Fact]
    public async Task The_same_address_in_other_letters_is_taken()
    {
        await using var store = await TestStore.CreateAsync();
        var commands = Commands(store);
        await CreateAdministratorAsync(commands, "anna@example.ru");

        var result = await commands.CreateAsync(A.Administrator(), " ANNA@example.ru ", "Другая Анна", Password, [new Grant(Role.Administrator, null)], false);

        Assert.Equal("Email", result.ShouldRefuse("EmailTaken").Field);
    }

    [Fact]
    public async Task A_coordinator_makes_no_accounts()
    {
        await using var store = await TestStore.CreateAsync();

        await Assert.ThrowsAsync<MissingRightException>(() =>
            Commands(store).CreateAsync(A.Coordinator(1), "a@example.ru", "Иванова Мария", Password, [new Grant(Role.Administrator, null)], false));
    }

    [Theory]
    [InlineData(Role.Coordinator)]
    [InlineData(Role.Clerk)]
    [InlineData(Role.Assessor)]
    public async Task Who_works_in_a_center_gets_no_role_for_the_whole_network(Role role)
    {
        await using var store = await TestStore.CreateAsync();
        var id = await CreateAdministratorAsync(Commands(store), "one@example.ru");

        Assert.Equal(role, (await Commands(store).CreateAsync(A.Administrator(), "a@example.ru", "Иванова Мария", Password, [new Grant(role, null)], false)).ShouldRefuse("GrantCenterMissing").Args[0]);
        (await Commands(store).EditAsync(A.Administrator(), id, await StampAsync(store, id), "Один", [new Grant(Role.Administrator, null), new Grant(role, null)], null)).ShouldRefuse("GrantCenterMissing");
    }

    [Fact]
    public async Task An_administrator_is_one_of_the_whole_network()
    {
        await using var store = await TestStore.CreateAsync();
        var center = A.Center();
        await store.AddAsync(center);

        await Commands(store).CreateAsync(A.Administrator(), "a@example.ru", "Иванова Мария", Password, [new Grant(Role.Administrator, center.Id), new Grant(Role.Administrator, null)], false);

        Assert.Equal([null], await store.ReadAsync(db => db.Set<RoleGrant>().Select(x => x.CenterId).ToListAsync()));
    }

    [Fact]
    public async Task An_assessor_is_a_person_of_the_network_whose_ties_are_known()
    {
        await using var store = await TestStore.CreateAsync();
        var (center, person) = (A.Center(), A.Person());
        await store.AddAsync(center, person);
        Grant[] grants = [new Grant(Role.Assessor, center.Id)];
        await CreateAdministratorAsync(Commands(store), "one@example.ru");

        Assert.Equal("Person", (await Commands(store).CreateAsync(A.Administrator(), "a@example.ru", "Иванова Мария", Password, grants, false)).ShouldRefuse("AssessorPersonMissing").Field);
        Assert.Equal("Person", (await Commands(store).CreateAsync(A.Administrator(), "a@example.ru", "Иванова Мария", Password, grants, false, person.Id + 1)).ShouldRefuse("NotFound").Field);
        var id = (await Commands(store).CreateAsync(A.Administrator(), "a@example.ru", "Иванова Мария", Password, grants, false, person.Id)).ShouldSucceed();

        (await Commands(store).EditAsync(A.Administrator(), id, await StampAsync(store, id), "Иванова Мария", grants, null)).ShouldRefuse("AssessorPersonMissing");
        Assert.Equal(person.Id, await store.ReadAsync(db => db.Users.Where(x => x.Id == id).Select(x => x.PersonId).SingleAsync()));
    }

    [Fact]
    public async Task The_store_itself_refuses_an_account_of_nobody()
    {
        await using var store = await TestStore.CreateAsync();
        var id = await CreateAdministratorAsync(Commands(store), "one@example.ru");

        await Assert.ThrowsAsync<DbUpdateException>(() => store.ChangeAsync(async unit => (await unit.Db.Users.SingleAsync(x => x.Id == id)).PersonId = 4_000));
    }

    [Fact]
    public async Task The_history_of_an_account_tells_its_roles()
    {
        await using var store = await TestStore.CreateAsync();
        var center = A.Center();
        await store.AddAsync(center);
        await CreateAdministratorAsync(Commands(store), "one@example.ru");
        var id = (await Commands(store).CreateAsync(A.Administrator(), "a@example.ru", "Иванова Мария", Password, [new Grant(Role.Clerk, center.Id)], false)).ShouldSucceed();
        (await Commands(store).EditAsync(A.Administrator(), id, await StampAsync(store, id), "Иванова Мария", [new Grant(Role.Coordinator, center.Id)], null)).ShouldSucceed();

        var history = await new AccountQueries(store.Store, store.Clock).HistoryAsync(A.Administrator(), id);
        var told = await new HistoryReader(store.Store, store.Clock, new HistoryMask([]), [], []).OpenAsync(A.Administrator(), history);

        Assert.Equal(["accounts.edit", "accounts.create"], history.Select(x => x.Verb));
        Assert.Equal(
            [(HistoryMove.Added, Role.Coordinator), (HistoryMove.Removed, Role.Clerk)],
            told[history[0].Id].Where(x => x.Kind == nameof(RoleGrant)).Select(x => (x.Move, (Role)(x.Fields.Single(f => f.Property == "Role") is var role ? role.After ?? role.Before : null)!)).Order());
    }

    [Fact]
    public async Task The_last_administrator_can_neither_be_disabled_nor_lose_the_role()
    {
        await using var store = await TestStore.CreateAsync();
        var center = A.Center();
        await store.AddAsync(center);
        var commands = Commands(store);
        var only = await CreateAdministratorAsync(commands, "one@example.ru");

        (await commands.SetDisabledAsync(A.Administrator(), only, true)).ShouldRefuse("LastAdministrator");
        (await commands.EditAsync(A.Administrator(), only, await StampAsync(store, only), "Один", [new Grant(Role.Viewer, center.Id)], null)).ShouldRefuse("LastAdministrator");

        await CreateAdministratorAsync(commands, "two@example.ru");
        (await commands.SetDisabledAsync(A.Administrator(), only, true)).ShouldSucceed();
    }

    [Fact]
    public async Task New_roles_replace_the_old_ones_and_end_open_sign_ins()
    {
        await using var store = await TestStore.CreateAsync();
        var center = A.Center();
        await store.AddAsync(center);
        var commands = Commands(store);
        await CreateAdministratorAsync(commands, "admin@example.ru");
        var id = (await commands.CreateAsync(A.Administrator(), "c@example.ru", "Координатор", Password, [new Grant(Role.Coordinator, center.Id)], false)).ShouldSucceed();
        var stamp = await store.ReadAsync(db => db.Users.Where(x => x.Id == id).Select(x => x.SecurityStamp).SingleAsync());

        (await commands.EditAsync(A.Administrator(), id, await StampAsync(store, id), "Координатор", [new Grant(Role.Clerk, center.Id)], null)).ShouldSucceed();

        var row = await store.ReadAsync(db => db.Users.Include(x => x.Grants).SingleAsync(x => x.Id == id));
        Assert.Equal(Role.Clerk, Assert.Single(row.Grants).Role);
        Assert.NotEqual(stamp, row.SecurityStamp);
    }

    [Fact]
    public async Task A_changed_password_needs_the_current_one()
    {
        await using var store = await TestStore.CreateAsync();
        var commands = Commands(store);
        var id = await CreateAdministratorAsync(commands, "admin@example.ru");
        var self = new Actor(id, "Я", [new Grant(Role.Administrator, null)]);

        (await commands.ChangeOwnPasswordAsync(self, "не тот пароль", "берёза клюква мост")).ShouldRefuse("PasswordWrong");
        (await commands.ChangeOwnPasswordAsync(self, Password, Password)).ShouldRefuse("PasswordSame");
        (await commands.ChangeOwnPasswordAsync(self, Password, "берёза клюква мост")).ShouldSucceed();
        (await commands.ChangeOwnPasswordAsync(self, Password, "ещё один пароль")).ShouldRefuse("PasswordWrong");
    }

    [Fact]
    public async Task Neither_password_nor_its_hash_stands_in_the_history()
    {
        await using var store = await TestStore.CreateAsync();
        await CreateAdministratorAsync(Commands(store), "admin@example.ru");

        var hash = await store.ReadAsync(db => db.Users.Select(x => x.PasswordHash).SingleAsync());
        var history = string.Concat(await store.ReadAsync(db => db.ChangeRows.Select(x => x.Before + x.After).ToListAsync()));

        Assert.DoesNotContain(hash!, history, StringComparison.Ordinal);
        Assert.DoesNotContain(Password, history, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_administrators_who_edit_one_account_do_not_overwrite_each_other()
    {
        await using var store = await TestStore.CreateAsync();
        var center = A.Center();
        await store.AddAsync(center);
        var commands = Commands(store);
        await CreateAdministratorAsync(commands, "admin@example.ru");
        var id = (await commands.CreateAsync(A.Administrator(), "c@example.ru", "Координатор", Password, [new Grant(Role.Coordinator, center.Id), new Grant(Role.Clerk, center.Id)], false)).ShouldSucceed();
        var opened = await StampAsync(store, id);
        var other = new Actor(null, "Соколова Нина", [new Grant(Role.Administrator, null)]);
        (await commands.EditAsync(other, id, opened, "Координатор", [new Grant(Role.Clerk, center.Id)], null)).ShouldSucceed();

        var refused = (await commands.EditAsync(A.Administrator(), id, opened, "Координатор Анна", [new Grant(Role.Coordinator, center.Id), new Grant(Role.Clerk, center.Id)], null)).ShouldRefuse("ChangedByOther");

        Assert.Equal("Соколова Нина", refused.Args[0]);
        Assert.Equal([Role.Clerk], await store.ReadAsync(db => db.Set<RoleGrant>().Where(x => x.AccountId == id).Select(x => x.Role).ToListAsync()));
        (await commands.SetDisabledAsync(other, id, disabled: true)).ShouldSucceed();
        Assert.NotEqual(opened, await StampAsync(store, id));
    }

    [Fact]
    public async Task A_password_is_hashed_before_the_write_so_that_nobody_waits_for_it()
    {
        await using var store = await TestStore.CreateAsync();
        var hasher = new NotedHasher();
        var commands = new AccountCommands(store.Store, hasher);
        var id = await CreateAdministratorAsync(commands, "admin@example.ru");
        var self = new Actor(id, "Я", [new Grant(Role.Administrator, null)]);

        foreach (var act in new Func<Task>[]
        {
            () => commands.CreateAsync(A.Administrator(), "a@example.ru", "Иванова Мария", Password, [new Grant(Role.Administrator, null)], false),
            () => commands.ChangeOwnPasswordAsync(self, Password, "берёза клюква мост"),
            () => commands.ResetPasswordAsync(A.Administrator(), id),
        })
        {
            hasher.Hashed = new();
            Task acting;
            await using (await HeldGate.TakeAsync(store))
            {
                acting = Task.Run(act);
                await hasher.Hashed.Task.WaitAsync(TimeSpan.FromSeconds(30));
            }
            await acting;
        }
    }

    private sealed class NotedHasher : PasswordHasher<Account>
    {
        public TaskCompletionSource Hashed { get; set; } = new();

        public override string HashPassword(Account user, string password)
        {
            Hashed.TrySetResult();
            return base.HashPassword(user, password);
        }
    }

    private static Task<string> StampAsync(TestStore store, int id) => store.ReadAsync(db => db.Users.Where(x => x.Id == id).Select(x => x.ConcurrencyStamp!).SingleAsync());

    private static AccountCommands Commands(TestStore store) => new(store.Store, new PasswordHasher<Account>());

    private static async Task<int> CreateAdministratorAsync(AccountCommands commands, string email) =>
        (await commands.CreateAsync(Actor.System, email, "Администратор", Password, [new Grant(Role.Administrator, null)], false)).ShouldSucceed();
}
