using MudBlazor;
using TeacherCenters.Data;
using TeacherCenters.Security;
using TeacherCenters.Ui;

namespace TeacherCenters.Mentoring;

public static class MentoringSetup
{
    public static IServiceCollection AddMentoring(this IServiceCollection services) => services
        .AddSingleton<MentorshipQueries>()
        .AddSingleton<BoardQueries>()
        .AddSingleton<MentorshipCommands>()
        .AddSingleton<MentorLogCommands>()
        .AddSingleton(new Invariant("mentoring.places", MentoringInvariants.PlacesAsync))
        .AddSingleton(new Invariant("mentoring.pairs", MentoringInvariants.PairsAsync))
        .AddSingleton(new Invariant("mentoring.meetings", MentoringInvariants.MeetingsAsync))
        .AddSingleton(new NavEntry(50, "/mentoring", Icons.Material.Outlined.Diversity3, () => UiText.Nav_Mentoring, Permission.ViewMentoring));
}
