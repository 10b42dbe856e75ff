using TeacherCenters.Kernel;

namespace TeacherCenters.Practices;

/// <summary>The way of a practice into the bank.</summary>
public static class PracticeRules
{
    public const int LongestSummary = 6000;

    /// <summary>Whether the chain has the step. What was declined may be proposed again.</summary>
    public static bool Allows(PracticeStatus from, PracticeStatus to) => (from, to) switch
    {
        (PracticeStatus.Proposed, PracticeStatus.InTrial or PracticeStatus.Declined) => true,
        (PracticeStatus.InTrial, PracticeStatus.Approved or PracticeStatus.Proposed or PracticeStatus.Declined) => true,
        (PracticeStatus.Approved, PracticeStatus.Published or PracticeStatus.InTrial or PracticeStatus.Declined) => true,
        (PracticeStatus.Published, PracticeStatus.Approved) => true,
        (PracticeStatus.Declined, PracticeStatus.Proposed) => true,
        _ => false,
    };

    /// <summary>A step back and a refusal are not understood later without a reason.</summary>
    public static bool NeedsReason(PracticeStatus from, PracticeStatus to) => to == PracticeStatus.Declined || (to < from && from != PracticeStatus.Declined);

    /// <summary>The steps from a status, forward first.</summary>
    public static IReadOnlyList<PracticeStatus> Next(PracticeStatus from) =>
        [.. Enum.GetValues<PracticeStatus>().Where(to => Allows(from, to)).OrderBy(to => NeedsReason(from, to)).ThenBy(to => to)];

    /// <summary>May the practice take the step, with what it has.</summary>
    /// <param name="authors">How many authors are named.</param>
    /// <returns>
    /// <c>PracticeStatusChange</c> (from, to), <c>PracticeReasonMissing</c>, <c>PracticeAuthorMissing</c>, <c>PracticeSummaryMissing</c>: what everybody
    /// may read names its authors and says what it is about.
    /// </returns>
    public static Problem? Check(PracticeStatus from, PracticeStatus to, string? reason, int authors, string? summary)
    {
        if (!Allows(from, to)) return new Problem("PracticeStatusChange", from, to);
        if (NeedsReason(from, to) && Typed.OrNull(reason) is null) return new Problem("PracticeReasonMissing");
        if (to != PracticeStatus.Published) return null;
        if (authors == 0) return new Problem("PracticeAuthorMissing");
        return Typed.OrNull(summary) is null ? new Problem("PracticeSummaryMissing") : null;
    }
}
