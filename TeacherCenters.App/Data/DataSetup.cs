using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace TeacherCenters.Data;

public static class DataSetup
{
    public static IServiceCollection AddData(this IServiceCollection services)
    {
        services.AddSingleton(provider => new DataRoot(provider.GetRequiredService<IConfiguration>()["TeacherCenters:DataRoot"]));
        services.AddSingleton<WriteGate>();
        services.AddSingleton<Changes>();
        services.AddSingleton<Store>();
        services.AddSingleton<FileStore>();
        services.AddHistory();
        services.AddSingleton<StoreSetup>();
        services.AddSingleton<StoreLock>();
        services.AddSingleton<Backup>();
        services.AddSingleton<BackupCommands>();
        services.AddSingleton<CheckCommands>();
        services.AddStoreInvariants();
        services.AddSingleton(provider => new Nights(NightlyPlan.Hour(provider.GetRequiredService<IConfiguration>()["TeacherCenters:NightlyAt"])));
        services.AddSingleton<NightlyWork>().AddHostedService<NightlyService>();
        services.AddDbContextFactory<AppDb>((provider, options) => Configure(options, provider.GetRequiredService<DataRoot>().StoreFile));
        return services;
    }

    /// <summary>The options of every context on a store file, in the program and in tests.</summary>
    public static DbContextOptionsBuilder Configure(DbContextOptionsBuilder options, string storeFile) => options
        .UseSqlite(ConnectionString(storeFile))
        .AddInterceptors(OpeningPragmas.Instance)
        // SQLite alters a table by building it anew, which no transaction can hold; the store is backed up before it is migrated.
        .ConfigureWarnings(x => x.Ignore(RelationalEventId.NonTransactionalMigrationOperationWarning));

    public static string ConnectionString(string storeFile, bool pooling = true) => new SqliteConnectionStringBuilder
    {
        DataSource = storeFile,
        ForeignKeys = true,
        DefaultTimeout = 10,
        Pooling = pooling,
    }.ToString();

    /// <summary>These hold per connection, so they are set at every open.</summary>
    private sealed class OpeningPragmas : DbConnectionInterceptor
    {
        private const string Pragmas = "PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA busy_timeout=10000; PRAGMA trusted_schema=OFF;";

        public static OpeningPragmas Instance { get; } = new();

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            using var command = connection.CreateCommand();
            command.CommandText = Pragmas;
            command.ExecuteNonQuery();
        }

        public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = Pragmas;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
