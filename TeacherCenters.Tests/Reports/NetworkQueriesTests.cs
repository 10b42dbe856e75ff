using Microsoft.AspNetCore.Identity;
using TeacherCenters.Assessments.Attestation;
using TeacherCenters.Centers;
using TeacherCenters.Demo;
using TeacherCenters.Events;
using TeacherCenters.Kernel;
using TeacherCenters.Mentoring;
using TeacherCenters.Mentoring.Internships;
using TeacherCenters.Mentoring.Tutoring;
using TeacherCenters.Practices;
using TeacherCenters.Reports;
using TeacherCenters.Security;
using TeacherCenters.Tests.Data;

namespace TeacherCenters.Tests.Reports;

public sealed class NetworkQueriesTests
{
    private static readonly PageRequest All = new(0, PageRequest.MaxSize);

    [Fact]
    public async Task Each_number_of_the_network_is_that_of_the_list_behind_it()
    {
        await using var store = await TestStore.CreateAsync();
        var accounts = new AccountCommands(store.Store, new PasswordHasher<Account>());
        await new SampleNetwork(store.Store, accounts, store.Root).FillAsync(new SampleSize(People: 600, Events: 12, AsOf: A.Today), new Progress<FillProgress>());
        var (targets, events) = (new TargetQueries(store.Store, store.Clock), new EventQueries(store.Store, store.Clock));
        var queries = Of(store);
        var center = (await new CenterQueries(store.Store, store.Clock).ChoicesAsync(A.Administrator()))[0].Id;

        foreach (int? of in new int?[] { null, center })
        {
            var figures = await queries.ReadAsync(A.Administrator(), of);

            foreach (var year in figures.Years)
            {
                Assert.Equal(year.Events, (await events.ListAsync(A.Administrator(), new() { Status = EventStatus.Completed, Year = year.Year, Center = of }, All)).Total);
                foreach (var row in new[] { year.Trained, year.Assessed })
                {
                    var people = await targets.AllPeopleAsync(A.Administrator(), row.People, All);
                    Assert.Equal((row.Count, row.Count), (people.Count, new TargetCount(people.Items.Count, people.Items.Sum(x => x.Times))));
                }
            }
            Assert.Contains(figures.Years, x => x.Events > 0 && x.Trained.Count.People > 0);
            int Said(NetworkFigure figure) => figures.Today.Single(x => x.Figure == figure).Count;
            Assert.Equal((await new MentorshipQueries(store.Store, store.Clock).ListAsync(A.Administrator(), new() { Status = MentorshipStatus.Active, Center = of }, All)).Total, Said(NetworkFigure.Pairs));
            Assert.Equal((await new HeadQueries(store.Store, store.Clock).ListAsync(A.Administrator(), new() { State = TermState.Due, Center = of }, All)).Total, Said(NetworkFigure.HeadsRunningOut));
            Assert.Equal((await new HeadQueries(store.Store, store.Clock).ListAsync(A.Administrator(), new() { InForce = true, Center = of }, All)).Total, Said(NetworkFigure.HeadsValid));
        }
        var centers = (await queries.ReadAsync(A.Administrator(), null)).Today;
        Assert.Equal([3, 1], centers.Take(2).Select(x => x.Count));
    }

    [Fact]
    public async Task Who_may_look_into_one_center_gets_its_numbers_only()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await TargetNetwork.CreateAsync(store);
        await of.TrainedAsync(await of.PersonAsync("Своя"));
        await of.TrainedAsync(await of.PersonAsync("Чужая"), center: of.Other);

        var figures = await Of(store).ReadAsync(A.Viewer(of.Center.Id), null);

        Assert.Equal([(null, 1, 1), (2026, 1, 1)], figures.Years.Take(2).Select(x => (x.Year, x.Events, x.Trained.Count.People)));
        Assert.Equal((of.Center.Id, false), (figures.Center, figures.IsWhole));
        Assert.DoesNotContain(figures.Today, x => x.Figure is NetworkFigure.TrainingCenters or NetworkFigure.AssessmentCenters);
        Assert.All(figures.Today, x => Assert.Contains($"center={of.Center.Id}", x.Href, StringComparison.Ordinal));
    }

    private static NetworkQueries Of(TestStore store) => new(
        new(store.Store, store.Clock), new(store.Store, store.Clock), new(store.Store, store.Clock), new RouteQueries(store.Store, store.Clock), new InternshipQueries(store.Store, store.Clock), new(store.Store, store.Clock),
        new PracticeQueries(store.Store, store.Clock));
}
