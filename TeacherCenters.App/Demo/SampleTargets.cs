using Microsoft.EntityFrameworkCore;
using TeacherCenters.Data;
using TeacherCenters.Mentoring;
using TeacherCenters.People;
using TeacherCenters.Reports;
using TeacherCenters.Settings;

namespace TeacherCenters.Demo;

/// <summary>
/// Plans of the years and the headcounts that statistics would give: more people than the network knows, a little fewer each year back.
/// Every second teacher and 2,000 assessed by 2024 are the region's own; of young teachers and routes a made-up network knows few: their plans rise to the regional ones by 2030.
/// </summary>
internal sealed class SampleTargets(SamplePeople people, SampleSize size)
{
    /// <summary>How many there are for one whom the network knows, in hundredths. Of those in their first years it knows nearly all.</summary>
    private static readonly (StaffGroup Group, int Share)[] Shares = [(StaffGroup.Teachers, 180), (StaffGroup.Heads, 140), (StaffGroup.Young, 160), (StaffGroup.FirstYears, 105)];

    public async Task AddAsync(WriteUnit unit, CancellationToken cancellation)
    {
        var municipalities = await unit.Db.Set<Municipality>().AsNoTracking().OrderBy(x => x.Order).Select(x => x.Id).ToListAsync(cancellation);
        var byMunicipality = people.All.ToLookup(x => x.MunicipalityId);
        for (var year = TargetRules.NetworkYear; year <= size.AsOf.Year; year++)
        {
            var terms = new NetworkSettings().Terms(new DateOnly(year, 12, 31));
            foreach (var municipality in municipalities)
            {
                foreach (var (group, share) in Shares)
                {
                    var known = byMunicipality[municipality].Count(x => Belongs(x, group, terms));
                    // A half per cent a year: schools shrink and grow slowly.
                    var wide = known * share * (1000 - ((size.AsOf.Year - year) * 5)) / 1000;
                    unit.Db.Add(new Denominator { Year = year, MunicipalityId = municipality, Group = group, People = Math.Max(known, (wide + 99) / 100) });
                }
            }
        }
        var now = size.AsOf.Year;
        AddPlans(unit, TargetFigure.Covered, TargetUnit.Percent, TargetRules.NetworkYear, (2019, 0), (2024, 50), (now + 4, 60));
        AddPlans(unit, TargetFigure.YoungSupported, TargetUnit.Percent, null, (2019, 2), (now, 15), (now + 4, 70));
        AddPlans(unit, TargetFigure.OnRoute, TargetUnit.Percent, null, (2019, 0), (now, 1), (now + 4, 10));
        await unit.FlushAsync(cancellation);
        unit.Db.ChangeTracker.Clear();
    }

    private static void AddPlans(WriteUnit unit, TargetFigure figure, TargetUnit unitOf, int? from, params (int Year, int Value)[] plans) =>
        unit.Db.AddRange(plans.Select(x => new Target { Figure = figure, Unit = unitOf, Year = x.Year, Value = x.Value, CountedFrom = from }));

    private static bool Belongs(SamplePerson person, StaffGroup group, YoungTeacherTerms terms) =>
        person.TeachingSince <= terms.AsOf && (group is StaffGroup.Heads ? TargetRules.GroupOf(person.Category) == group
            : TargetRules.GroupOf(person.Category) == StaffGroup.Teachers
                && (group == StaffGroup.Teachers || (group == StaffGroup.Young ? YoungTeacherRules.IsUnderAge(person.BirthDate, terms) : YoungTeacherRules.IsYoung(person.BirthDate, person.TeachingSince, terms))));
}
