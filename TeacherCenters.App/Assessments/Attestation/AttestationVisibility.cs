using TeacherCenters.Security;

namespace TeacherCenters.Assessments.Attestation;

/// <summary>Whose attestations and meetings the actor sees.</summary>
public static class AttestationVisibility
{
    public static IQueryable<HeadAttestation> VisibleTo(this IQueryable<HeadAttestation> rows, Actor actor) =>
        actor.CentersFor(Permission.ViewAttestation) is { } centers ? rows.Where(x => centers.Contains(x.CenterId)) : rows;

    public static IQueryable<AttestationMeeting> VisibleTo(this IQueryable<AttestationMeeting> rows, Actor actor) =>
        actor.CentersFor(Permission.ViewAttestation) is { } centers ? rows.Where(x => centers.Contains(x.CenterId)) : rows;

    /// <summary>Decisions that count for a term: those with a term in the whole network; one that gives none is known to its own center only.</summary>
    public static IQueryable<HeadAttestation> CountingFor(this IQueryable<HeadAttestation> rows, Actor actor)
    {
        var decided = rows.Where(x => x.Status == AttestationStatus.Decided);
        return actor.CentersFor(Permission.ViewAttestation) is { } centers ? decided.Where(x => x.ValidTo != null || centers.Contains(x.CenterId)) : decided;
    }
}
