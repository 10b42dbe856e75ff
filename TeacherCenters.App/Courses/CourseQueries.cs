using Microsoft.EntityFrameworkCore;
using TeacherCenters.Data;
using TeacherCenters.Kernel;
using TeacherCenters.Security;
using TeacherCenters.Settings;

namespace TeacherCenters.Courses;

/// <summary>One record for the address of the list, its query and its export.</summary>
public sealed record CourseFilter
{
    public string? Text { get; init; }

    public EventKind? Kind { get; init; }

    public bool Archived { get; init; }
}

public sealed record CourseRow(int Id, string Title, EventKind Kind, int Hours, StudyForm Form, DocumentKind Document, string? Direction, bool IsArchived);

public sealed record CourseChoice(int Id, string Title, EventKind Kind, int Hours, StudyForm Form, DocumentKind Document);

/// <summary>Programmes belong to the network: whoever sees events sees them all.</summary>
public sealed class CourseQueries(Store store, NetworkClock clock)
{
    /// <summary>The hours gates of today's settings, for the forms: least hours of professional development and of retraining.</summary>
    public async Task<(int Development, int Retraining)> GatesAsync(CancellationToken ct = default)
    {
        await using var db = await store.ReadAsync(ct);
        var settings = await db.SettingsAsOfAsync(clock.Today, ct);
        return (settings.DevelopmentMinHours, settings.RetrainingMinHours);
    }

    public async Task<Page<CourseRow>> ListAsync(Actor actor, CourseFilter filter, PageRequest page, CancellationToken ct = default)
    {
        if (!actor.CanSomewhere(Permission.ViewEvents)) return new([], 0);
        await using var db = await store.ReadAsync(ct);
        var rows = Filtered(db, filter);
        return new(await Sorted(rows, page).Skip(page.Skip).Take(page.Take).Select(Row).ToListAsync(ct), await rows.CountAsync(ct));
    }

    /// <summary>All rows of the filter, for the export.</summary>
    public async Task<IReadOnlyList<CourseRow>> AllAsync(Actor actor, CourseFilter filter, PageRequest? order = null, CancellationToken ct = default)
    {
        if (!actor.CanSomewhere(Permission.ViewEvents)) return [];
        await using var db = await store.ReadAsync(ct);
        return await Sorted(Filtered(db, filter), order ?? new()).Select(Row).ToListAsync(ct);
    }

    /// <summary>Programmes on offer whose title contains the words, for the picker.</summary>
    public async Task<IReadOnlyList<CourseChoice>> SearchAsync(Actor actor, string? text, int take = 20, CancellationToken ct = default)
    {
        if (!actor.CanSomewhere(Permission.ViewEvents)) return [];
        await using var db = await store.ReadAsync(ct);
        return await Filtered(db, new CourseFilter { Text = text }).OrderBy(x => x.SearchText).ThenBy(x => x.Id).Take(take)
            .Select(x => new CourseChoice(x.Id, x.Title, x.Kind, x.Hours, x.Form, x.Document)).ToListAsync(ct);
    }

    public async Task<CourseChoice?> ChoiceAsync(Actor actor, int id, CancellationToken ct = default)
    {
        if (!actor.CanSomewhere(Permission.ViewEvents)) return null;
        await using var db = await store.ReadAsync(ct);
        return await db.Set<Course>().Where(x => x.Id == id).Select(x => new CourseChoice(x.Id, x.Title, x.Kind, x.Hours, x.Form, x.Document)).SingleOrDefaultAsync(ct);
    }

    /// <summary>The programme as its dialog edits it; null when there is none.</summary>
    public async Task<CourseForm?> FormAsync(Actor actor, int id, CancellationToken ct = default)
    {
        if (!actor.CanSomewhere(Permission.ViewEvents)) return null;
        await using var db = await store.ReadAsync(ct);
        return await db.Set<Course>().Where(x => x.Id == id).Select(x => new CourseForm
        {
            Id = x.Id, Version = x.Version, Title = x.Title, Kind = x.Kind, Hours = x.Hours, Form = x.Form, Document = x.Document, Direction = x.Direction, Summary = x.Summary,
        }).SingleOrDefaultAsync(ct);
    }

    private static readonly System.Linq.Expressions.Expression<Func<Course, CourseRow>> Row =
        x => new CourseRow(x.Id, x.Title, x.Kind, x.Hours, x.Form, x.Document, x.Direction, x.IsArchived);

    private static IQueryable<Course> Filtered(AppDb db, CourseFilter filter)
    {
        var rows = db.Set<Course>().Where(x => x.IsArchived == filter.Archived);
        if (filter.Kind is { } kind) rows = rows.Where(x => x.Kind == kind);
        foreach (var word in SearchName.Of(filter.Text).Split(' ', StringSplitOptions.RemoveEmptyEntries)) rows = rows.Where(x => x.SearchText.Contains(word));
        return rows;
    }

    private static IQueryable<Course> Sorted(IQueryable<Course> rows, PageRequest page) => (page.Sort, page.Descending) switch
    {
        (nameof(CourseRow.Hours), false) => rows.OrderBy(x => x.Hours).ThenBy(x => x.SearchText).ThenBy(x => x.Id),
        (nameof(CourseRow.Hours), true) => rows.OrderByDescending(x => x.Hours).ThenBy(x => x.SearchText).ThenBy(x => x.Id),
        (nameof(CourseRow.Title), true) => rows.OrderByDescending(x => x.SearchText).ThenByDescending(x => x.Id),
        _ => rows.OrderBy(x => x.SearchText).ThenBy(x => x.Id),
    };
}
