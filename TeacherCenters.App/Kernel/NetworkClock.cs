namespace TeacherCenters.Kernel;

/// <summary>The clock of the network: instants are UTC, calendar facts are days and times of the network's time zone.</summary>
public sealed class NetworkClock(TimeProvider time, TimeZoneInfo zone)
{
    /// <summary>The time zone's stable name, for instance <c>Europe/Moscow</c>.</summary>
    public string ZoneName => zone.Id;

    public DateTime UtcNow => time.GetUtcNow().UtcDateTime;

    public DateTime LocalNow => ToLocal(UtcNow);

    public DateOnly Today => DateOnly.FromDateTime(LocalNow);

    /// <summary>A stored instant as wall time of the network.</summary>
    public DateTime ToLocal(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), zone);

    /// <summary>Wall time of the network as an instant.</summary>
    public DateTime ToUtc(DateTime local) => TimeZoneInfo.ConvertTimeToUtc(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), zone);
}
