using TeacherCenters.Assessments;
using TeacherCenters.Assessments.Attestation;
using TeacherCenters.Certificates;
using TeacherCenters.Desk;
using TeacherCenters.Events;
using TeacherCenters.Security;
using TeacherCenters.Tests.Data;

namespace TeacherCenters.Tests.Desk;

/// <summary>The day's start over a test's store.</summary>
internal static class StartedDay
{
    public static TodayQueries Of(TestStore store) => new(
        store.Store, new EventQueries(store.Store, store.Clock), new ScoringQueries(store.Store), new ToIssueQueries(store.Store, store.Clock),
        new HeadQueries(store.Store, store.Clock), new MeetingQueries(store.Store, store.Clock), store.Clock);

    public static Task<TodayFacts> TodayAsync(this TestStore store, Actor actor, int? center = null) => Of(store).ReadAsync(actor, center);

    public static Waiting? Of(this TodayFacts facts, WaitKind kind) => facts.Waiting.SingleOrDefault(x => x.Kind == kind);
}
