using TeacherCenters.Kernel;
using TeacherCenters.Security;

namespace TeacherCenters.Ui;

/// <summary>
/// A place in the menu. A feature registers its own: <c>services.AddSingleton(new NavEntry(30, "/events", Icons.Material.Outlined.School, () => UiText.Nav_Events, Permission.ViewEvents))</c>.
/// </summary>
/// <param name="Order">Today 10, calendar 20, events 30, people 40, mentoring 50, assessment 60, documents 70, reports 80; from 900 on at the bottom (settings 900).</param>
/// <param name="Needs">The right to see it, in at least one center; null for everybody who is signed in.</param>
public sealed record NavEntry(int Order, string Href, string Icon, Func<string> Text, Permission? Needs = null)
{
    /// <summary>Address of the entry that this one stands under, for instance <c>/events</c> for the courses; null on the rail itself.</summary>
    public string? Under { get; init; }

    /// <summary>What else it is called by who does not know the menu yet, separated by commas: the palette finds it by these too.</summary>
    public Func<string>? Also { get; init; }

    /// <summary>False for a page that is found by the palette only.</summary>
    public bool InMenu { get; init; } = true;

    /// <summary>The entry as an answer, when its name or another one has words that begin as those that were typed.</summary>
    public PaletteHit? Find(string typed)
    {
        var words = SearchName.Words(typed);
        bool Fits(string name) => SearchName.Words(name) is var own && words.All(w => own.Any(x => x.StartsWith(Stem(w), StringComparison.Ordinal)));
        if (Fits(Text())) return new(Text(), Href, null, Icon);
        return Also?.Invoke().Split(", ").FirstOrDefault(Fits) is { } other ? new(Text(), Href, other, Icon) : null;
    }

    /// <summary>Another case or number of a longer Russian word is the same word: «программа» finds «Программы».</summary>
    private static string Stem(string word) => word.Length > 4 && "АЕИОУЫЭЮЯЙЬ".Contains(word[^1], StringComparison.Ordinal) ? word[..^1] : word;

    public bool IsFor(Actor actor) => Needs is not { } right || actor.CanSomewhere(right);

    /// <summary>True when the address (without leading slash and query) lies in this section.</summary>
    public bool Holds(string path)
    {
        var own = Href.Trim('/');
        return own.Length == 0 ? path.Length == 0 : path == own || path.StartsWith(own + "/", StringComparison.OrdinalIgnoreCase);
    }
}

/// <summary>An item of the rail with what stands under it; its address is that of the first entry the actor may open.</summary>
public sealed record NavSection(NavEntry Head, IReadOnlyList<NavEntry> Entries)
{
    public bool AtBottom => Head.Order >= 900;

    public bool Holds(string path) => Entries.Any(x => x.Holds(path));

    /// <summary>The entry under the head that an address belongs to: of two that hold it the nearer one.</summary>
    public NavEntry? Under(string path) => Entries.Skip(1).Where(x => x.Holds(path)).MaxBy(x => x.Href.Length);

    /// <summary>The menu of one actor. An entry whose head is missing or hidden stands on the rail itself.</summary>
    public static IReadOnlyList<NavSection> For(Actor actor, IEnumerable<NavEntry> entries)
    {
        var visible = entries.Where(x => x.InMenu && x.IsFor(actor)).OrderBy(x => x.Order).DistinctBy(x => x.Href).ToList();
        var heads = visible.Where(x => x.Under is null || visible.All(h => h.Href != x.Under));
        return [.. heads.Select(head => new NavSection(head, [head, .. visible.Where(x => x.Under == head.Href)]))];
    }
}

/// <summary>A center in the switcher.</summary>
public sealed record CenterChoice(int Id, string Name);

/// <summary>Reads the centers that an actor may see; registered by the centers, in their order.</summary>
public sealed class CenterChoices(Func<Actor, CancellationToken, Task<IReadOnlyList<CenterChoice>>> read)
{
    public Task<IReadOnlyList<CenterChoice>> ReadAsync(Actor actor, CancellationToken cancellation = default) => read(actor, cancellation);
}

/// <summary>What the switcher stands on: a cascading value of every page. Lists filter by it; null means all centers that the actor may see.</summary>
public sealed record CenterScope(int? CenterId, IReadOnlyList<CenterChoice> Choices);

/// <summary>One answer of the palette (Ctrl+K).</summary>
public sealed record PaletteHit(string Title, string Href, string? Detail = null, string? Icon = null);

/// <summary>
/// Where the palette searches besides the menu; registered by features, scoped or singleton. It is asked as you type:
/// answer the first few, constant time, and only what the actor may see.
/// </summary>
public sealed class PaletteSource(Func<string> title, Func<Actor, string, CancellationToken, Task<IReadOnlyList<PaletteHit>>> search)
{
    public string Title => title();

    public Task<IReadOnlyList<PaletteHit>> SearchAsync(Actor actor, string text, CancellationToken cancellation) => search(actor, text, cancellation);
}
