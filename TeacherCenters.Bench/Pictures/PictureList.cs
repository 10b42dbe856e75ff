using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using TeacherCenters.Assessments;
using TeacherCenters.Assessments.Attestation;
using TeacherCenters.Enrollments;
using TeacherCenters.Mentoring;
using TeacherCenters.Mentoring.Internships;
using TeacherCenters.Mentoring.Tutoring;
using TeacherCenters.People;
using TeacherCenters.Practices;

namespace TeacherCenters.Bench.Pictures;

/// <summary>The pictures of the guides that stand alone, each with its screen.</summary>
internal static class PictureList
{
    private const int Short = 640;

    public static async Task<IReadOnlyList<Picture>> OfAsync(PictureHost host)
    {
        // Of the center whose coordinator looks.
        const int Center = 1;
        var route = await host.AskAsync(db => db.Set<LearningRoute>().Where(x => x.CenterId == Center && x.Status == RouteStatus.Active).OrderByDescending(x => db.Set<RouteItem>().Count(i => i.RouteId == x.Id && i.DoneOn != null)).ThenBy(x => x.Id).Select(x => x.Id).FirstAsync());
        var internship = await host.AskAsync(db => db.Set<Internship>().Where(x => x.CenterId == Center && x.Status == InternshipStatus.Completed && x.Review != null).OrderByDescending(x => x.To).ThenBy(x => x.Id).Select(x => x.Id).FirstAsync());
        var pair = await host.AskAsync(db => db.Set<Mentorship>().Where(x => x.CenterId == Center && x.Status == MentorshipStatus.Active).OrderByDescending(x => db.Set<MentorMeeting>().Count(m => m.MentorshipId == x.Id)).ThenBy(x => x.Id).Select(x => x.Id).FirstAsync());
        var person = await host.AskAsync(db => db.Set<Mentorship>().Where(x => x.CenterId == Center).OrderByDescending(x => db.Set<Enrollment>().Count(e => e.PersonId == x.MentorId && e.CenterId == Center)).ThenBy(x => x.Id).Join(db.Set<Person>(), x => x.MentorId, p => p.Id, (_, p) => p.PublicKey).FirstAsync());
        var session = await host.AskAsync(db => db.Set<AssessmentSession>().Where(x => x.Status == AssessmentSessionStatus.Open && x.Date <= PictureClock.Day).OrderBy(x => x.Date).Select(x => x.Id).FirstAsync());
        var practice = await host.AskAsync(db => db.Set<Practice>().Where(x => x.CenterId == Center && x.Status == PracticeStatus.Published).OrderByDescending(x => db.Set<PracticeShowing>().Count(s => s.PracticeId == x.Id)).ThenBy(x => x.Id).Select(x => x.Id).FirstAsync());
        var meetings = await host.AskAsync(db => db.Set<AttestationMeeting>().Where(x => x.CenterId == Center && x.Status != MeetingStatus.Cancelled).OrderByDescending(x => x.HeldOn).ThenBy(x => x.Id).Select(x => new { x.Id, x.HeldOn, x.Status }).ToListAsync());
        var (held, over) = (meetings.First(x => x.Status == MeetingStatus.Held).Id, meetings.First(x => x.Status == MeetingStatus.Planned && x.HeldOn <= PictureClock.Day).Id);
        return
        [
            new("calendar", "/calendar") { As = Picture.Administrator },
            new("people", "/people") { Height = Short },
            new("schools", "/schools") { Height = Short },
            new("courses", "/courses") { Height = Short },
            new("centers", "/centers") { As = Picture.Administrator },
            new("palette", "/events") { Before = PaletteAsync, Height = Short },
            new("today-administrator", "/") { As = Picture.Administrator, Part = ".today-network", Width = 1100 },
            new("store-check", "/admin/store") { As = Picture.Administrator, Before = CheckAsync, Part = "[aria-labelledby=check]", Width = 1100, Height = 1400 },
            new("users", "/admin/users") { As = Picture.Administrator, Height = Short },
            new("user-new", "/admin/users") { As = Picture.Administrator, Before = x => ClickAsync(x, "Добавить пользователя"), Part = ".mud-dialog", Height = 720 },
            new("settings", "/admin/settings") { As = Picture.Administrator },
            new("person", $"/people/{person}") { Height = 1000 },
            new("mentoring", "/mentoring") { Height = Short },
            new("mentoring-board", "/mentoring/assign") { Before = x => ClickAsync(x, "Подобрать", 1) },
            new("mentoring-pair", $"/mentoring/{pair}") { Height = 1100 },
            new("tutoring", "/tutoring") { Height = Short },
            new("tutoring-new", "/tutoring") { Before = x => ClickAsync(x, "Создать маршрут"), Part = ".mud-dialog" },
            new("tutoring-tutors", "/tutoring?view=Tutors") { Height = Short },
            new("tutoring-route", $"/tutoring/{route}"),
            new("tutoring-route-sheet", $"/tutoring/{route}/route.pdf"),
            new("internships", "/internships") { Height = Short },
            new("internship-new", "/internships") { Before = x => ClickAsync(x, "Запланировать стажировку"), Part = ".mud-dialog" },
            new("internship", $"/internships/{internship}") { Height = 800 },
            new("assessments", "/assessments") { As = Picture.AssessmentCoordinator, Height = Short },
            new("assessment-procedures", "/assessments/procedures") { As = Picture.AssessmentCoordinator, Height = Short },
            new("assessment-session", $"/assessments/sessions/{session}") { As = Picture.AssessmentCoordinator },
            new("attestation", "/attestation") { Height = Short },
            new("attestation-meeting", $"/attestation/meetings/{over}") { Height = 760 },
            new("attestation-protocol", $"/attestation/meetings/{held}/protocol.pdf"),
            new("practices", "/practices") { Height = Short },
            new("practice", $"/practices/{practice}") { Height = 1100 },
            new("practice-sheet", $"/practices/{practice}/card.pdf"),
            new("reports", "/reports") { As = Picture.Administrator },
            new("targets", "/reports/targets") { As = Picture.Administrator, Height = 1100 },
            new("targets-people", "/reports/targets/people") { As = Picture.Administrator, Height = Short },
            new("targets-plan", "/reports/targets/plan") { As = Picture.Administrator },
            new("assessment-scoring", $"/assessments/scoring/{session}") { As = Picture.Assessor },
        ];
    }

    private static async Task PaletteAsync(IPage page)
    {
        await page.Keyboard.PressAsync("Control+k");
        await page.Locator(".palette-input").PressSequentiallyAsync("журав");
    }

    private static async Task CheckAsync(IPage page)
    {
        await ClickAsync(page, "Проверить");
        await page.Locator("[aria-labelledby=check] [role=progressbar]").WaitForAsync(new() { State = WaitForSelectorState.Detached, Timeout = 120_000 });
    }

    /// <param name="which">Of those that say so, from 0.</param>
    private static Task ClickAsync(IPage page, string button, int which = 0) => page.Locator($"button:has-text('{button}')").Nth(which).ClickAsync();
}
