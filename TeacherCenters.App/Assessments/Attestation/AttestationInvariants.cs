using Microsoft.EntityFrameworkCore;
using TeacherCenters.Data;
using TeacherCenters.Kernel;

namespace TeacherCenters.Assessments.Attestation;

/// <summary>What must hold of attestation: a decision stands in the protocol of its meeting, and a term follows from it.</summary>
public static class AttestationInvariants
{
    public static async Task<IReadOnlyList<Problem>> MeetingsAsync(AppDb db, FileStore files, CancellationToken ct = default)
    {
        var rows = await db.Set<HeadAttestation>().Where(x => x.MeetingId != null)
            .Select(x => new { x.Id, x.PersonId, x.MeetingId, x.Status, x.MeetingOn, x.Meeting!.HeldOn, Meeting = x.Meeting.Status }).ToListAsync(ct);
        return
        [
            .. rows.Where(x => x.MeetingOn != x.HeldOn).Select(x => new Problem("Found_AttestationDay", x.Id, x.MeetingId)),
            .. rows.Where(x => x.Meeting == MeetingStatus.Cancelled).Select(x => new Problem("Found_AttestationCancelled", x.Id, x.MeetingId)),
            .. rows.Where(x => x.Status == AttestationStatus.Decided && x.Meeting != MeetingStatus.Held).Select(x => new Problem("Found_AttestationNoProtocol", x.Id, x.MeetingId)),
            .. rows.GroupBy(x => (x.MeetingId, x.PersonId)).Where(x => x.Count() > 1).Select(x => new Problem("Found_AttestationTwice", x.Key.MeetingId, x.Key.PersonId, x.Count())),
        ];
    }

    public static async Task<IReadOnlyList<Problem>> TermsAsync(AppDb db, FileStore files, CancellationToken ct = default)
    {
        var rows = await db.Set<HeadAttestation>().Where(x => x.Decision != null || x.ValidTo != null).Select(x => new { x.Id, x.Kind, x.Decision, x.MeetingOn, x.ValidTo }).ToListAsync(ct);
        return
        [
            .. rows.Where(x => x.Decision is { } decision && !AttestationRules.DecisionsFor(x.Kind).Contains(decision)).Select(x => new Problem("Found_AttestationDecision", x.Id, x.Decision, x.Kind)),
            .. rows.Where(x => x.Decision is not { } decision || AttestationRules.IsPositive(decision) != x.ValidTo is not null || x.ValidTo <= x.MeetingOn).Select(x => new Problem("Found_AttestationTerm", x.Id)),
        ];
    }
}
