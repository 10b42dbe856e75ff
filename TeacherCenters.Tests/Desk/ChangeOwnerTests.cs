using TeacherCenters.Attendance;
using TeacherCenters.Certificates;
using TeacherCenters.Completion;
using TeacherCenters.Data;
using TeacherCenters.Desk;
using TeacherCenters.Enrollments;
using TeacherCenters.Events;
using TeacherCenters.People;
using TeacherCenters.Settings;
using TeacherCenters.Tests.Attendance;
using TeacherCenters.Tests.Data;

namespace TeacherCenters.Tests.Desk;

/// <summary>Who reads itself anew when something was changed: the page of that event, and the Today of that center.</summary>
public sealed class ChangeOwnerTests
{
    [Fact]
    public async Task What_is_done_in_one_event_concerns_its_own_page_and_no_other()
    {
        await using var facts = await RegisterFacts.CreateAsync();
        var (other, person) = (A.Event(facts.Center), A.Person("Яшина"));
        await facts.Store.AddAsync(other, person, A.Head(facts.Center), A.Secretary(facts.Center));
        var (store, id, actor) = (facts.Store.Store, facts.Event.Id, A.Administrator());
        var acts = new Dictionary<string, Func<Task>>
        {
            ["marks"] = async () => (await facts.Commands.MarkAsync(actor, id, [.. facts.People.SelectMany((_, p) => facts.Sessions.Select((_, s) => facts.Cell(s, p, Mark.Present)))])).ShouldSucceed(),
            ["enrolling"] = async () => (await new EnrollmentCommands(store).AddAsync(actor, id, new() { PersonKey = person.PublicKey, Enroll = true })).ShouldSucceed(),
            ["expelling"] = async () => (await new EnrollmentCommands(store).ExpelAsync(actor, id, [facts.People[0].Id], "Не приступила")).ShouldSucceed(),
            ["sessions"] = async () => (await new SessionCommands(store, facts.Store.Root).SaveAsync(actor, id, new() { Date = facts.Event.StartsOn, Starts = new(16, 0), Ends = new(18, 0), Hours = 2 })).ShouldSucceed(),
            ["completion"] = async () =>
            {
                var form = (await new CompletionQueries(store, facts.Store.Clock).SheetAsync(actor, id))!.ProposedForm();
                form.ConfirmUnmarked = true;
                foreach (var row in form.Rows) (row.IsAdmitted, row.Result, row.Reason) = (true, FinalResult.Passed, "Зачтено");
                (await new CompletionCommands(store).CompleteAsync(actor, id, form)).ShouldSucceed();
            },
            ["documents"] = async () => (await new CertificateCommands(store).IssueAsync(actor, IssueFrom.Event(id), new() { SubjectIds = [facts.People[1].Id], IssuedOn = A.Today })).ShouldSucceed(),
        };

        foreach (var (what, act) in acts)
        {
            var seen = new List<Change>();
            using (facts.Store.Changes.Subscribe(seen.AddRange)) await act();
            string[] kinds = [nameof(TrainingEvent), nameof(Session), nameof(Enrollment), nameof(AttendanceMark), nameof(Certificate)];
            var shown = seen.Where(x => kinds.Contains(x.Kind)).ToList();
            Assert.True(shown.Count > 0 && shown.All(x => x.MayConcern<TrainingEvent>(id)), what);
            Assert.DoesNotContain(shown, x => x.MayConcern<TrainingEvent>(other.Id));
        }
    }

    [Fact]
    public void A_row_whose_owner_is_not_known_may_concern_every_page()
    {
        var change = new Change(nameof(Certificate), 1, 2);

        Assert.True(change.MayConcern<TrainingEvent>(7));
        Assert.False((change with { Owner = new(nameof(TrainingEvent), 8) }).MayConcern<TrainingEvent>(7));
        Assert.True((change with { Owner = new("Mentorship", 8) }).MayConcern<TrainingEvent>(7));
    }

    [Theory]
    [InlineData(nameof(Enrollment), 1, null, true)]
    [InlineData(nameof(Enrollment), 2, null, false)]
    [InlineData(nameof(Enrollment), 1, 3, false)]
    [InlineData(nameof(Enrollment), null, 3, true)]
    [InlineData(nameof(Person), 2, null, true)]
    [InlineData(nameof(AttendanceMark), 1, null, false)]
    public void Today_follows_the_shown_centers_and_what_belongs_to_all(string kind, int? changedIn, int? shown, bool concerns) =>
        Assert.Equal(concerns, TodayQueries.MayConcern(new Change(kind, 5, 1) { CenterId = changedIn }, A.Coordinator(1), shown));

    [Fact]
    public void The_Today_of_an_administrator_follows_every_center() =>
        Assert.True(TodayQueries.MayConcern(new Change(nameof(Enrollment), 5, 1) { CenterId = 2 }, A.Administrator(), null));
}
