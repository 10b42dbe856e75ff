using TeacherCenters.Mentoring;
using TeacherCenters.People;

namespace TeacherCenters.Tests.Access.Rooms;

internal sealed class MentoringCalls : SampleCalls
{
    public MentoringCalls()
    {
        Verb<MentorshipCommands>("AssignAsync", (verbs, at, actor) => verbs.AssignAsync(actor, Form(at, at.Id<Person>("somebody"), at.Id<Person>("somebody else"))));
        Verb<MentorshipCommands>("ChangeAsync", (verbs, at, actor) => verbs.ChangeAsync(actor, Form(at, null, null, at.Id<Mentorship>("active"), at.Version<Mentorship>("active"))));
        Verb<MentorshipCommands>("EndAsync", (verbs, at, actor) => verbs.EndAsync(actor, at.Id<Mentorship>("active"), new() { Version = at.Version<Mentorship>("active"), Reason = MentorshipEnd.Completed, EndedOn = A.Today, Report = "Итоги" }));
        Verb<MentorshipCommands>("CancelAsync", (verbs, at, actor) => verbs.CancelAsync(actor, at.Id<Mentorship>("waiting")));
        Verb<MentorshipCommands>("ReopenAsync", (verbs, at, actor) => verbs.ReopenAsync(actor, at.Id<Mentorship>("over")));
        Verb<MentorshipCommands>("AddMentorAsync", (verbs, at, actor) => verbs.AddMentorAsync(actor, new() { CenterId = at.Center, PersonId = at.Id<Person>("somebody") }));
        Verb<MentorshipCommands>("RetireMentorAsync", (verbs, at, actor) => verbs.RetireMentorAsync(actor, at.Id<Mentor>()));
        Verb<MentorshipCommands>("RestoreMentorAsync", (verbs, at, actor) => verbs.RestoreMentorAsync(actor, at.Id<Mentor>()));
        Verb<MentorLogCommands>("SaveGoalAsync", (verbs, at, actor) => verbs.SaveGoalAsync(actor, at.Id<Mentorship>("active"), new() { Text = "Провести урок" }));
        Verb<MentorLogCommands>("MarkGoalAsync", (verbs, at, actor) => verbs.MarkGoalAsync(actor, at.Id<Mentorship>("active"), at.Id<MentorGoal>(), done: true));
        Verb<MentorLogCommands>("DeleteGoalAsync", (verbs, at, actor) => verbs.DeleteGoalAsync(actor, at.Id<Mentorship>("active"), at.Id<MentorGoal>()));
        Verb<MentorLogCommands>("SaveMeetingAsync", (verbs, at, actor) => verbs.SaveMeetingAsync(actor, at.Id<Mentorship>("active"), new() { Date = A.Today, Topic = "Урок" }));
        Verb<MentorLogCommands>("DeleteMeetingAsync", (verbs, at, actor) => verbs.DeleteMeetingAsync(actor, at.Id<Mentorship>("active"), at.Id<MentorMeeting>()));
        Address("page /mentoring/{Id:int}", at => $"/mentoring/{at.Id<Mentorship>("active")}");
    }

    public override async Task PlantAsync(Place at, AccessWorld world)
    {
        var mentor = await at.PersonAsync("mentor");
        await at.PutAsync(new Mentor { CenterId = at.Center, PersonId = mentor.Id, Direction = MentoringDirection.Subject, Since = new(2020, 9, 1) });
        foreach (var name in new[] { "active", "waiting", "over" })
        {
            var mentee = await at.PersonAsync("mentee " + name);
            var pair = new Mentorship { CenterId = at.Center, MentorId = mentor.Id, MenteeId = mentee.Id, Direction = MentoringDirection.Subject, Form = MentoringForm.OneToOne, From = new(2026, 9, 1), To = new(2027, 5, 31) };
            if (name != "waiting") (pair.OrderNumber, pair.OrderDate, pair.MentorConsentOn, pair.MenteeConsentOn) = ("12-н", pair.From, pair.From, pair.From);
            pair.Settle();
            if (name == "over") pair.End(MentorshipEnd.Other, A.Today, null);
            await at.PutAsync(pair, name);
        }
        await at.PutAsync(new MentorGoal { MentorshipId = at.Id<Mentorship>("active"), Text = "Открытый урок" });
        await at.PutAsync(new MentorMeeting { MentorshipId = at.Id<Mentorship>("active"), Date = new(2026, 10, 1), Topic = "Знакомство", Minutes = 45 });
    }

    private static MentorshipForm Form(Place at, int? mentor, int? mentee, int? id = null, int version = 0) => new()
    {
        Id = id, Version = version, CenterId = at.Center, MentorId = mentor, MenteeId = mentee, Direction = MentoringDirection.Digital, From = new(2026, 9, 1), To = new(2027, 5, 31),
    };
}
