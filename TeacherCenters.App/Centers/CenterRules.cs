using TeacherCenters.Kernel;

namespace TeacherCenters.Centers;

/// <summary>What holds for centers, whatever the store says.</summary>
public static class CenterRules
{
    /// <summary>One head and one secretary at a time: two would leave open who signs a document of that day.</summary>
    /// <param name="others">The other signatories of the center, the edited one left out.</param>
    /// <returns><c>SignatoryDates</c> when the end is before the start; <c>SignatoryOverlap</c> with the name of who signs in those days.</returns>
    public static Problem? Signatory(SignatoryKind kind, DateOnly from, DateOnly? to, IEnumerable<Signatory> others)
    {
        if (to < from) return new Problem("SignatoryDates").At(nameof(SignatoryForm.ValidTo));
        var range = new DateRange(from, to);
        var other = others.FirstOrDefault(x => x.Kind == kind && range.Overlaps(new DateRange(x.ValidFrom, x.ValidTo)));
        return other is null ? null : new Problem("SignatoryOverlap", other.PrintedName, other.ValidFrom, other.ValidTo).At(nameof(SignatoryForm.ValidFrom));
    }
}
