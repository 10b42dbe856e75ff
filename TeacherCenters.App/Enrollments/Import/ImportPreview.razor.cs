using System.Globalization;
using Microsoft.AspNetCore.Components;
using TeacherCenters.Kernel;
using TeacherCenters.People;
using TeacherCenters.Ui;

namespace TeacherCenters.Enrollments.Import;

/// <summary>Every row with what it will do, faults first; columns, schools and doubtful people can be put right.</summary>
public sealed partial class ImportPreview
{
    private const int PageSize = 100;
    private const int SchoolsShown = 30;
    private const int SkippedShown = 200;

    /// <summary>Before the key of another school of the list in the choice of where to add one.</summary>
    private const char Same = '=';

    /// <summary>More doubtful schools than these would push the people off the screen: they wait folded.</summary>
    private const int SchoolsOpen = 3;

    /// <summary>What needs the coordinator comes first.</summary>
    private static readonly ImportAction[] Order =
        [ImportAction.Fault, ImportAction.Undecided, ImportAction.Duplicate, ImportAction.NewPerson, ImportAction.KnownPerson, ImportAction.AlreadyIn, ImportAction.LeftOut];

    private readonly HashSet<string> asked = [];
    private ImportAction? shown;
    private bool waitingOnly;
    private string? unread;
    private int limit = PageSize;

    [Parameter, EditorRequired] public required ImportPlan Plan { get; set; }

    [Parameter, EditorRequired] public required ImportSource Source { get; set; }

    [Parameter, EditorRequired] public required int Sheet { get; set; }

    [Parameter, EditorRequired] public required ColumnMap Map { get; set; }

    [Parameter, EditorRequired] public required ImportChoices Choices { get; set; }

    /// <summary>Lines that are no people.</summary>
    [Parameter] public IReadOnlyList<SkippedLine> Skipped { get; set; } = [];

    /// <summary>Where a school can be added that the network does not have; empty for those who may not.</summary>
    [Parameter] public IReadOnlyList<MunicipalityChoice> Municipalities { get; set; } = [];

    [Parameter] public bool Busy { get; set; }

    /// <summary>Why the list was not stored: said beside the button too, where the top of the page is out of sight.</summary>
    [Parameter] public Problem? Problem { get; set; }

    [Parameter] public EventCallback<ImportChoices> ChoicesChanged { get; set; }

    [Parameter] public EventCallback<ColumnMap> MapChanged { get; set; }

    [Parameter] public EventCallback<int> SheetChanged { get; set; }

    [Parameter] public EventCallback Store { get; set; }

    [Parameter] public EventCallback Back { get; set; }

    /// <summary>The day of the order stands there and is none: without it the order would be kept half.</summary>
    private bool IsOrderUnread => unread is not null;

    private List<PlannedRow> Rows => [.. Plan.Rows
        .Where(x => waitingOnly ? x.Place == EnrollmentStatus.WaitListed : shown is null || x.Action == shown)
        .OrderBy(x => Array.IndexOf(Order, x.Action)).ThenBy(x => x.Row.Index)];

    /// <summary>Schools that were not found at first; they stay on the screen when one is chosen, so that it can be corrected.</summary>
    private List<ImportSchool> Asked => [.. Plan.Schools.Where(x => asked.Contains(x.Key))];

    private List<PlannedRow> Answerable => [.. Plan.Rows.Where(x => x.Action == ImportAction.Undecided && x.Similar.Count == 1)];

    protected override void OnParametersSet() => asked.UnionWith(Plan.Schools.Where(x => !x.IsCertain).Select(x => x.Key));

    private void Filter(ImportAction? action, bool waiting = false) =>
        (shown, waitingOnly, limit) = (shown == action ? null : action, waiting && !waitingOnly, PageSize);

    private string? SchoolName(PlannedRow row) => row.Row.SchoolKey is { } key && Plan.Schools.FirstOrDefault(x => x.Key == key) is { } school
        ? school.SchoolName ?? (school.NewIn is null ? null : NameOf(school.SameAs ?? key))
        : null;

    /// <summary>The name under which a school of the list is added.</summary>
    private string NameOf(string key) => SchoolNames.Tidy(Plan.Schools.First(x => x.Key == key).Written);

    private List<ImportSchool> Added => [.. Plan.Schools.Where(x => x.IsAdded)];

    private string Without()
    {
        var people = Plan.WithoutWorkplace.ToList();
        return people.Count == 0 ? "" : Phrase.Of(people.Exists(x => x.Row.Position is null) ? ImportText.Preview_WithoutSchoolOrPosition : ImportText.Preview_WithoutSchool, people.Count, people.Count(x => x.Row.Position is null));
    }

    private string Sample(int column) => Source.Sheets[Sheet].Table.Lines.Skip(Map.FirstLine).Select(x => x[column]).FirstOrDefault(x => !x.IsEmpty).Text ?? "";

    private Task EnrollAsync(bool enroll)
    {
        // The fields of the order go with it.
        unread = null;
        return ChoicesChanged.InvokeAsync(Choices with { Enroll = enroll });
    }

    private Task DecideAsync(int index, ImportDecision? decision)
    {
        var decisions = new Dictionary<int, ImportDecision>(Choices.Decisions);
        if (decision is null) decisions.Remove(index);
        else decisions[index] = decision;
        return ChoicesChanged.InvokeAsync(Choices with { Decisions = decisions });
    }

    private Task SameAllAsync()
    {
        var decisions = new Dictionary<int, ImportDecision>(Choices.Decisions);
        foreach (var row in Answerable) decisions[row.Row.Index] = new(ImportAnswer.SamePerson, row.Similar[0].Id);
        return ChoicesChanged.InvokeAsync(Choices with { Decisions = decisions });
    }

    private Task ChooseSchoolAsync(string key, int? school) => ChoicesChanged.InvokeAsync(Choices with
    {
        Schools = new Dictionary<string, int?>(Choices.Schools) { [key] = school },
        NewSchools = Choices.NewSchools.Where(x => x.Key != key).ToDictionary(),
        SameSchools = Choices.SameSchools.Where(x => x.Key != key).ToDictionary(),
    });

    private Task AddAllAsync(object? municipality) => int.TryParse(Convert.ToString(municipality, CultureInfo.InvariantCulture), CultureInfo.InvariantCulture, out var id)
        ? ChoicesChanged.InvokeAsync(ImportMatching.AddAll(Plan, Choices, id, Municipalities))
        : Task.CompletedTask;

    /// <param name="choice">A municipality to add the school in; or, after <see cref="Same"/>, the key of one that is added; or nothing.</param>
    private Task AddSchoolAsync(string key, object? choice)
    {
        var text = Convert.ToString(choice, CultureInfo.InvariantCulture) ?? "";
        var known = Choices.Schools.Where(x => x.Key != key).ToDictionary();
        var added = Choices.NewSchools.Where(x => x.Key != key).ToDictionary();
        var same = Choices.SameSchools.Where(x => x.Key != key).ToDictionary();
        if (text.StartsWith(Same)) same[key] = text[1..];
        else if (int.TryParse(text, CultureInfo.InvariantCulture, out var id)) added[key] = id;
        else known[key] = null;
        return ChoicesChanged.InvokeAsync(Choices with { Schools = known, NewSchools = added, SameSchools = same });
    }
}
