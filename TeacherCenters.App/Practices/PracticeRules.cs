using TeacherCenters.Events;
using TeacherCenters.Kernel;

namespace TeacherCenters.Practices;

/// <summary>The way of a practice into the bank.</summary>
public static class PracticeRules
{
    public const int LongestSummary = 6000;

    /// <summary>Files that a practice may hold.</summary>
    public const int MostFiles = 20;

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

    /// <summary>What keeps a practice from being stored as the form says.</summary>
    /// <param name="status">In which it stands: what is published stays fit to be read by everybody.</param>
    /// <returns><c>Required</c> at the empty field; <c>PracticeAuthorMissing</c>, <c>PracticeSummaryMissing</c> for a published one.</returns>
    public static Problem? Check(PracticeForm form, PracticeStatus status)
    {
        if (form.CenterId is null) return new Problem("Required").At(nameof(form.CenterId));
        if (Typed.OrNull(form.Title) is null) return new Problem("Required").At(nameof(form.Title));
        if (status != PracticeStatus.Published) return null;
        if (form.AuthorKeys.Count == 0) return new Problem("PracticeAuthorMissing").At(nameof(form.AuthorKeys));
        return Typed.OrNull(form.Summary) is null ? new Problem("PracticeSummaryMissing").At(nameof(form.Summary)) : null;
    }

    /// <summary>May another file be attached.</summary>
    /// <param name="hash">Of its content.</param>
    /// <param name="others">What is attached already.</param>
    /// <returns><c>PracticeFileThere</c> (the name under which it is attached), <c>PracticeFilesFull</c> (the most).</returns>
    public static Problem? MayAttach(string hash, IReadOnlyList<(string Name, string Hash)> others)
    {
        foreach (var other in others)
            if (other.Hash == hash) return new Problem("PracticeFileThere", other.Name);
        return others.Count >= MostFiles ? new Problem("PracticeFilesFull", MostFiles) : null;
    }

    /// <summary>May the practice be noted as shown at an event.</summary>
    /// <param name="others">Events where it was shown already.</param>
    /// <returns><c>PracticeEventThere</c>, <c>PracticeEventWrong</c> for what has not been announced or was cancelled.</returns>
    public static Problem? MayShow(int eventId, EventStatus status, IReadOnlyList<int> others)
    {
        if (others.Contains(eventId)) return new Problem("PracticeEventThere");
        return status is EventStatus.Draft or EventStatus.Cancelled ? new Problem("PracticeEventWrong") : null;
    }
}
