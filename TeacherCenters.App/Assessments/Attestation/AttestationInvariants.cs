using Microsoft.EntityFrameworkCore;
using TeacherCenters.Data;

namespace TeacherCenters.Assessments.Attestation;

/// <summary>What must hold of attestation: a decision stands in the protocol of its meeting, and a term follows from it.</summary>
public static class AttestationInvariants
{
    public static async Task<IReadOnlyList<string>> MeetingsAsync(AppDb db, FileStore files, CancellationToken ct = default)
    {
        var rows = await db.Set<HeadAttestation>().Where(x => x.MeetingId != null)
            .Select(x => new { x.Id, x.PersonId, x.MeetingId, x.Status, x.MeetingOn, x.Meeting!.HeldOn, Meeting = x.Meeting.Status }).ToListAsync(ct);
        return
        [
            .. rows.Where(x => x.MeetingOn != x.HeldOn).Select(x => $"Attestation {x.Id}: the day is not that of its meeting {x.MeetingId}."),
            .. rows.Where(x => x.Meeting == MeetingStatus.Cancelled).Select(x => $"Attestation {x.Id} stands on the list of the cancelled meeting {x.MeetingId}."),
            .. rows.Where(x => x.Status == AttestationStatus.Decided && x.Meeting != MeetingStatus.Held).Select(x => $"Attestation {x.Id} is decided, its meeting {x.MeetingId} has no protocol."),
            .. rows.GroupBy(x => (x.MeetingId, x.PersonId)).Where(x => x.Count() > 1).Select(x => $"Meeting {x.Key.MeetingId}: person {x.Key.PersonId} stands on its list {x.Count()} times."),
        ];
    }

    public static async Task<IReadOnlyList<string>> TermsAsync(AppDb db, FileStore files, CancellationToken ct = default)
    {
        var rows = await db.Set<HeadAttestation>().Where(x => x.Decision != null || x.ValidTo != null).Select(x => new { x.Id, x.Kind, x.Decision, x.MeetingOn, x.ValidTo }).ToListAsync(ct);
        return
        [
            .. rows.Where(x => x.Decision is { } decision && !AttestationRules.DecisionsFor(x.Kind).Contains(decision)).Select(x => $"Attestation {x.Id}: {x.Decision} does not belong to {x.Kind}."),
            .. rows.Where(x => x.Decision is not { } decision || AttestationRules.IsPositive(decision) != x.ValidTo is not null || x.ValidTo <= x.MeetingOn).Select(x => $"Attestation {x.Id}: the term does not follow from the decision."),
        ];
    }
}
