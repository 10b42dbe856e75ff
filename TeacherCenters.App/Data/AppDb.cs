using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using TeacherCenters.Kernel;
using TeacherCenters.Security;

namespace TeacherCenters.Data;

/// <summary>
/// The one store. It finds its mappings by scanning the assembly, so that a new feature changes nothing here.
/// Features read through it without tracking and write only inside <see cref="Store.WriteAsync"/>.
/// </summary>
public sealed class AppDb(DbContextOptions<AppDb> options, WriteGate gate) : IdentityUserContext<Account, int>(options)
{
    public DbSet<ChangeSet> ChangeSets => Set<ChangeSet>();

    public DbSet<ChangeRow> ChangeRows => Set<ChangeRow>();

    /// <summary>Saving outside a unit (the sign-in machinery does) passes the gate too.</summary>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (Database.CurrentTransaction is not null)
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        using var pass = await gate.EnterAsync(cancellationToken);
        return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Writes are asynchronous: they wait for the gate.");

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(AppDb).Assembly);
        foreach (var type in builder.Model.GetEntityTypes())
        {
            if (typeof(Entity).IsAssignableFrom(type.ClrType))
                builder.Entity(type.ClrType).Property(nameof(Entity.Version)).IsConcurrencyToken();
            // What the store would delete by itself would be missing in the history.
            foreach (var key in type.GetForeignKeys())
            {
                if (key.DeleteBehavior is DeleteBehavior.Cascade or DeleteBehavior.ClientSetNull or DeleteBehavior.SetNull)
                    key.DeleteBehavior = DeleteBehavior.Restrict;
            }
        }
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        // Words in the store: it is read by other tools too, and a reordered enum must not change old rows.
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
    }

    private sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
        value => value.ToUniversalTime(),
        value => DateTime.SpecifyKind(value, DateTimeKind.Utc));
}
