using System.Text.RegularExpressions;
using Bunit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherCenters.Assessments;
using TeacherCenters.Assessments.Attestation;
using TeacherCenters.Certificates;
using TeacherCenters.Desk;
using TeacherCenters.Mentoring;
using TeacherCenters.Mentoring.Internships;
using TeacherCenters.Mentoring.Tutoring;
using TeacherCenters.People;
using TeacherCenters.Practices;
using TeacherCenters.Security;
using TeacherCenters.Tests.Certificates;
using TeacherCenters.Tests.Data;
using TeacherCenters.Tests.Ui;

namespace TeacherCenters.Tests.Desk;

/// <summary>The card of a person with what the rooms add to it, each by the rights of the reader in the center where it happened.</summary>
public sealed class PersonCardTests
{
    [Fact]
    public async Task The_card_has_the_persons_documents_with_their_papers()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await IssuedSubjects.CreateAsync(store);
        var (person, _) = await AssessedAsync(of);
        var internship = await of.InternshipAsync(result: InternshipResult.Passed, person: person);
        var issued = (await of.IssueAsync(CertificateSubject.Internship, internship)).ShouldSucceed().Documents[0];
        await using var screens = Screen(store, of.Clerk);

        var card = Show(screens, person);

        card.WaitForAssertion(() => Assert.Equal(2, card.FindAll("[aria-labelledby=person-certificates] tbody tr").Count));
        var row = card.FindAll("[aria-labelledby=person-certificates] tbody tr").Single(x => x.TextContent.Contains(issued.Number, StringComparison.Ordinal));
        Assert.Equal([issued.Number, "Сертификат о стажировке", "Стажировка: МБОУ «Лицей № 1»", "23.11.2026", of.Center.ShortName, "Зарегистрирован", "PDF"], row.Children.Select(x => x.TextContent.Trim()));
        Assert.Equal($"/certificates/{issued.Token}.pdf", row.QuerySelector("td:last-child a")!.GetAttribute("href"));
        Assert.Equal($"/certificates?text={Uri.EscapeDataString(issued.Number)}", row.QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task That_an_assessment_took_place_is_seen_in_its_center_and_the_result_by_who_may_see_results()
    {
        await using var store = await TestStore.CreateAsync();
        var (of, other) = (await IssuedSubjects.CreateAsync(store), await IssuedSubjects.CreateAsync(store));
        var (person, number) = await AssessedAsync(of);
        await store.AddAsync(new PersonLink { PersonId = person.Id, CenterId = other.Center.Id });

        foreach (var reader in new[] { of.Clerk, A.Administrator() })
        {
            await using var screens = Screen(store, reader);
            var card = Show(screens, person);
            card.WaitForAssertion(() => Assert.Contains("Высокий", card.Find("[aria-labelledby=person-assessments]").TextContent, StringComparison.Ordinal));
            Assert.Single(card.FindAll("[aria-labelledby=person-certificates] a[href$='.pdf']"));
        }
        foreach (var reader in new[] { A.Coordinator(of.Center.Id), A.Viewer(of.Center.Id), new Actor(9, "Оба", [new(Role.Viewer, of.Center.Id), new(Role.Clerk, other.Center.Id)]) })
        {
            await using var screens = Screen(store, reader);
            var card = Show(screens, person);
            card.WaitForAssertion(() => Assert.Contains("Оценка предметной компетенции", card.Find("[aria-labelledby=person-assessments]").TextContent, StringComparison.Ordinal));
            Assert.Contains(AssessmentTexts.Of(AssessmentStatus.Completed), card.Find("[aria-labelledby=person-assessments]").TextContent, StringComparison.Ordinal);
            card.WaitForAssertion(() => Assert.Contains(number, card.Find("[aria-labelledby=person-certificates]").TextContent, StringComparison.Ordinal));
            Assert.Empty(card.FindAll("[aria-labelledby=person-certificates] a[href$='.pdf']"));
            Assert.DoesNotMatch(new Regex("высокий|93[.,]3|Уровень", RegexOptions.IgnoreCase), card.Markup);
        }
        foreach (var reader in new[] { other.Clerk, A.Coordinator(other.Center.Id) })
        {
            await using var screens = Screen(store, reader);
            var card = Show(screens, person);
            card.WaitForAssertion(() => Assert.Contains("В ваших центрах документов не выдавали.", card.Markup, StringComparison.Ordinal));
            Assert.Empty(card.FindAll("[aria-labelledby=person-assessments]"));
            Assert.DoesNotContain(number, card.Markup, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_event_of_one_day_has_one_date()
    {
        await using var store = await TestStore.CreateAsync();
        var (center, person) = (A.Center(), A.Person());
        await store.AddAsync(center, person);
        var (day, week) = (A.Event(center, starts: new(2026, 12, 3), days: 1), A.Event(center, starts: new(2026, 12, 7), days: 5));
        await store.AddAsync(day, week);
        await store.AddAsync(new PersonLink { PersonId = person.Id, CenterId = center.Id }, A.Enrollment(day, person), A.Enrollment(week, person));
        await using var screens = Screen(store, A.Coordinator(center.Id));

        var card = Show(screens, person);

        card.WaitForAssertion(() => Assert.Equal(["07.12.2026 – 11.12.2026", "03.12.2026"], card.FindAll("[aria-labelledby=person-events] tbody td:nth-child(2)").Select(x => x.TextContent)));
    }

    [Fact]
    public async Task Documents_and_assessments_are_one_query_each_whatever_their_number()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await IssuedSubjects.CreateAsync(store);
        var (person, _) = await AssessedAsync(of);
        for (var i = 0; i < 3; i++) (await of.IssueAsync(CertificateSubject.Internship, await of.InternshipAsync(result: InternshipResult.Passed, person: person))).ShouldSucceed();
        var assessments = new AssessmentQueries(store.Store, store.Clock);

        Assert.Equal(1, await QueryCounter.CountAsync(async () => Assert.Equal(4, (await of.Queries.OfPersonAsync(of.Clerk, person.Id)).Count)));
        Assert.Equal(1, await QueryCounter.CountAsync(async () => Assert.Single(await assessments.OfPersonAsync(of.Clerk, person.Id))));
    }

    [Fact]
    public async Task The_card_does_not_claim_that_there_is_no_pair_where_another_center_has_one()
    {
        await using var store = await TestStore.CreateAsync();
        var (of, other) = (await IssuedSubjects.CreateAsync(store), await IssuedSubjects.CreateAsync(store));
        var pair = await of.MentorshipAsync("Волкова");
        var person = await store.ReadAsync(db => db.Set<Mentorship>().Where(x => x.Id == pair).Join(db.Set<Person>(), x => x.MentorId, x => x.Id, (_, x) => x).SingleAsync());
        await store.AddAsync(new PersonLink { PersonId = person.Id, CenterId = other.Center.Id });

        await using (var screens = Screen(store, A.Coordinator(other.Center.Id)))
        {
            var card = Show(screens, person);
            card.WaitForAssertion(() => Assert.Equal("В ваших центрах в парах не участвует.", card.Find("[aria-labelledby=person-mentoring] p").TextContent));
        }
        await using (var screens = Screen(store, A.Administrator()))
        {
            var card = Show(screens, person);
            card.WaitForAssertion(() => Assert.Contains("Сидорова А. И.", card.Find("[aria-labelledby=person-mentoring]").TextContent, StringComparison.Ordinal));
        }
    }

    /// <summary>Somebody known to the center, with a completed assessment and its certificate.</summary>
    private static async Task<(Person Person, string Number)> AssessedAsync(IssuedSubjects of)
    {
        var id = await of.AssessmentAsync("Белова", AssessmentStatus.Completed);
        var person = await of.Store.ReadAsync(db => db.Set<Assessment>().Where(x => x.Id == id).Select(x => x.Person!).SingleAsync());
        await of.Store.AddAsync(new PersonLink { PersonId = person.Id, CenterId = of.Center.Id });
        return (person, (await of.IssueAsync(CertificateSubject.Assessment, id)).ShouldSucceed().Documents[0].Number);
    }

    private static Screens Screen(TestStore store, Actor actor) =>
        new(store, actor, rooms => rooms.AddPractices().AddMentoring().AddTutoring().AddInternships().AddAssessments().AddAttestation().AddCertificates());

    private static IRenderedComponent<PersonCardPage> Show(Screens screens, Person person) => screens.Context.Render<PersonCardPage>(p => p.Add(x => x.PublicKey, person.PublicKey));
}
