using Microsoft.EntityFrameworkCore;
using TeacherCenters.Centers;
using TeacherCenters.Data;
using TeacherCenters.Kernel;
using TeacherCenters.People;

namespace TeacherCenters.Assessments.Attestation;

/// <summary>Attestations as rows, for the card of a person and the list of a meeting.</summary>
internal static class AttestationReading
{
    /// <summary>The rows in their order; one query.</summary>
    public static async Task<IReadOnlyList<AttestationRow>> RowsAsync(AppDb db, IQueryable<HeadAttestation> rows, CancellationToken ct)
    {
        var found = await rows.Select(x => new
        {
            Of = x, x.Person!.PublicKey, x.Person.FamilyName, x.Person.GivenName, x.Person.Patronymic, x.Meeting!.ProtocolNumber, x.Meeting.ProtocolDate,
            Center = db.Set<Center>().Where(c => c.Id == x.CenterId).Select(c => c.ShortName).FirstOrDefault(),
            School = db.Set<School>().Where(s => s.Id == x.SchoolId).Select(s => s.Name).FirstOrDefault(),
            Municipality = db.Set<Municipality>().Where(m => m.Id == x.MunicipalityId).Select(m => m.ShortName).FirstOrDefault(),
            WorkSchool = db.Set<School>().Where(s => s.Id == x.WorkSchoolId).Select(s => s.Name).FirstOrDefault(),
        }).ToListAsync(ct);
        return
        [
            .. found.Select(x => new AttestationRow(
                x.Of.Id, x.Of.Version, x.Of.CenterId, x.Center ?? "", x.Of.PersonId, x.PublicKey, new PersonName(x.FamilyName, x.GivenName, x.Patronymic), x.Of.Kind, x.Of.Status, x.Of.AppliedOn,
                x.Of.SchoolId, x.School ?? "", x.Municipality ?? "", x.Of.Position, x.WorkSchool, x.Of.WorkPosition,
                x.Of.MeetingId, x.Of.MeetingOn, x.ProtocolNumber, x.ProtocolDate, x.Of.Decision, x.Of.Note, x.Of.ValidTo, x.Of.Reason)),
        ];
    }
}
