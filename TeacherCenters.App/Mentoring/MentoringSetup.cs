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
        .AddHistoryName<Mentorship>(x => new NamedRow(x.Id, x.Mentor!.FamilyName + " " + x.Mentor.GivenName + " → " + x.Mentee!.FamilyName + " " + x.Mentee.GivenName, "/mentoring/" + x.Id))
        .AddHistoryName<Mentor>(x => new NamedRow(x.Id, x.Person!.FamilyName + " " + x.Person.GivenName + (x.Person.Patronymic == null ? "" : " " + x.Person.Patronymic), null))
        .AddHistoryName<MentorGoal>(x => new NamedRow(x.Id, x.Text, "/mentoring/" + x.MentorshipId))
        .AddHistoryName<MentorMeeting>(x => new NamedRow(x.Id, x.Topic, "/mentoring/" + x.MentorshipId))
        .AddSingleton(new Invariant("mentoring.places", MentoringInvariants.PlacesAsync))
        .AddSingleton(new Invariant("mentoring.pairs", MentoringInvariants.PairsAsync))
        .AddSingleton(new Invariant("mentoring.meetings", MentoringInvariants.MeetingsAsync))
        .AddSingleton(new NavEntry(50, "/mentoring", Icons.Material.Outlined.Diversity3, () => UiText.Nav_Mentoring, Permission.ViewMentoring) { Also = () => UiText.Also_Mentoring })
        .AddSingleton(new NavEntry(50, "/mentoring/assign", Icons.Material.Outlined.PersonAdd, () => MentoringText.Assign_Title, Permission.ViewMentoring) { InMenu = false, Also = () => MentoringText.Assign_Also });
}
