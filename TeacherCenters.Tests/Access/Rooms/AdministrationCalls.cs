using TeacherCenters.Data;
using TeacherCenters.People;
using TeacherCenters.Security;
using TeacherCenters.Settings;
using TeacherCenters.Tests.Data;

namespace TeacherCenters.Tests.Access.Rooms;

/// <summary>Accounts, settings and backups.</summary>
internal sealed class AdministrationCalls : SampleCalls
{
    private const string Password = "long-password-12", Stamp = "opened";
    private static readonly DateOnly Coming = A.Today.AddDays(40);

    public AdministrationCalls()
    {
        Verb<AccountCommands>("CreateAsync", (verbs, at, actor) => verbs.CreateAsync(actor, "new@example.ru", "Новикова Анна", Password, [new Grant(Role.Viewer, at.Center)], mustChangePassword: true));
        Verb<AccountCommands>("EditAsync", (verbs, at, actor) => verbs.EditAsync(actor, at.Id<Account>("user"), Stamp, "Новикова Анна", [new Grant(Role.Viewer, at.Center)], null));
        Verb<AccountCommands>("ResetPasswordAsync", (verbs, at, actor) => verbs.ResetPasswordAsync(actor, at.Id<Account>("user")));
        Verb<AccountCommands>("SetDisabledAsync", (verbs, at, actor) => verbs.SetDisabledAsync(actor, at.Id<Account>("user"), disabled: true));
        // Everybody's own: whose password it is follows from who asks.
        Verb<AccountCommands>("ChangeOwnPasswordAsync", (verbs, at, actor) => verbs.ChangeOwnPasswordAsync(actor, A.Password, Password));
        Verb<AuditCommands>("LogExportAsync", (verbs, at, actor) => verbs.LogExportAsync(actor, "/people.xlsx"));
        Verb<SettingsCommands>("ChangeAsync", (verbs, at, actor) => verbs.ChangeAsync(actor, new(), new() { MentorPairLimit = 5 }, A.Today));
        Verb<SettingsCommands>("CancelAsync", (verbs, at, actor) => verbs.CancelAsync(actor, nameof(NetworkSettings.MentorPairLimit), Coming));
        Verb<BackupCommands>("MakeAsync", (verbs, at, actor) => verbs.MakeAsync(actor));
        Verb<CheckCommands>("RunAsync", (verbs, at, actor) => verbs.RunAsync(actor));
        Address("GET /culture", _ => "/culture?to=en");
    }

    public override async Task PlantAsync(Place at, AccessWorld world)
    {
        var user = A.Account("Пользователь");
        user.ConcurrencyStamp = Stamp;
        await at.PutAsync(user, "user");
        (await new SettingsCommands(at.Store.Store).ChangeAsync(Actor.System, new(), new() { MentorPairLimit = 4 }, Coming)).ShouldSucceed();
        // Something of the place in the log of acts.
        (await new AuditCommands(at.Store.Store).LogExportAsync(Actor.System, $"/people.xlsx?text={at.Marker}")).ShouldSucceed();
    }
}
