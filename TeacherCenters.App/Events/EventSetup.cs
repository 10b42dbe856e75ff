using MudBlazor;
using TeacherCenters.Data;
using TeacherCenters.Kernel;
using TeacherCenters.Security;
using TeacherCenters.Ui;

namespace TeacherCenters.Events;

public static class EventSetup
{
    public static IServiceCollection AddEvents(this IServiceCollection services)
    {
        // The scheduler of the calendar asks for its library's own services.
        Radzen.ServiceCollectionExtensions.AddRadzenComponents(services);
        services.AddSingleton<EventQueries>();
        services.AddSingleton<BookingQueries>();
        services.AddSingleton<EventCommands>();
        services.AddSingleton<SessionCommands>();
        services.AddSingleton(new Invariant("events.rooms", RoomInvariants.RoomsAsync));
        services.AddHistoryName<TrainingEvent>(x => new NamedRow(x.Id, x.Title, "/events/" + x.Id));
        services.AddHistoryName<Session>(x => new NamedRow(x.Id, DayText.Of(x.Date) + ", " + x.Topic, "/events/" + x.EventId + "?tab=sessions"));
        services.AddSingleton(new NavEntry(20, "/calendar", Icons.Material.Outlined.CalendarMonth, () => UiText.Nav_Calendar, Permission.ViewEvents) { Also = () => UiText.Also_Calendar });
        services.AddSingleton(new NavEntry(30, "/events", Icons.Material.Outlined.School, () => UiText.Nav_Events, Permission.ViewEvents) { Also = () => UiText.Also_Events });
        services.AddSingleton(provider => new PaletteSource(() => UiText.Nav_Events, async (actor, text, ct) =>
            [.. (await provider.GetRequiredService<EventQueries>().SearchAsync(actor, new() { Text = text }, take: 8, ct: ct)).Select(x =>
                new PaletteHit(x.Title, $"/events/{x.Id}", $"{EventTexts.Days(x.StartsOn, x.EndsOn)} · {x.Center}", Icons.Material.Outlined.School))]));
        return services;
    }
}
