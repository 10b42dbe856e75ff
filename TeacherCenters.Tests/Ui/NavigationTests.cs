using TeacherCenters.Security;
using TeacherCenters.Ui;

namespace TeacherCenters.Tests.Ui;

public sealed class NavigationTests
{
    private static readonly NavEntry Events = new(30, "/events", "", () => "Мероприятия", Permission.ViewEvents);
    private static readonly NavEntry Courses = new(31, "/courses", "", () => "Программы") { Under = "/events" };
    private static readonly NavEntry Settings = new(900, "/admin/settings", "", () => "Настройки", Permission.EditSettings);
    private static readonly NavEntry[] All = [Settings, Courses, Events];

    [Fact]
    public void Menu_shows_only_what_the_actor_may_open()
    {
        var menu = NavSection.For(new Actor(1, "В", [new Grant(Role.Viewer, 1)]), All);
        Assert.Equal([Events, Courses], Assert.Single(menu).Entries);
    }

    [Fact]
    public void Entry_whose_head_is_hidden_stands_on_the_rail_itself()
    {
        var menu = NavSection.For(new Actor(1, "А", [new Grant(Role.Assessor, 1)]), All);
        Assert.Equal(Courses, Assert.Single(menu).Head);
    }

    [Theory]
    [InlineData("attestation/meetings/7", "/attestation/meetings")]
    [InlineData("attestation", "/attestation")]
    [InlineData("assessments", null)]
    public void Of_two_entries_that_hold_an_address_the_nearer_is_marked(string path, string? marked)
    {
        NavEntry[] entries = [new(60, "/assessments", "", () => ""), new(61, "/attestation", "", () => "") { Under = "/assessments" }, new(61, "/attestation/meetings", "", () => "") { Under = "/assessments" }];
        Assert.Equal(marked, Assert.Single(NavSection.For(Actor.System, entries)).Under(path)?.Href);
    }

    [Fact]
    public void Settings_stand_at_the_bottom() => Assert.True(NavSection.For(Actor.System, All)[^1].AtBottom);

    [Theory]
    [InlineData("events", true)]
    [InlineData("events/7/register", true)]
    [InlineData("eventsabroad", false)]
    [InlineData("", false)]
    public void Section_is_marked_on_its_own_pages(string path, bool here) => Assert.Equal(here, Events.Holds(path));
}
