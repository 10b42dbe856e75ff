using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using TeacherCenters.Data;
using TeacherCenters.Kernel;
using TeacherCenters.Security;
using TeacherCenters.Ui;

namespace TeacherCenters.People;

/// <summary>What the dialog of a school edits. <see cref="Id"/> is null for a new one.</summary>
public sealed class SchoolForm
{
    public int? Id { get; set; }

    public int Version { get; set; }

    public int? MunicipalityId { get; set; }

    [Required(ErrorMessageResourceType = typeof(ProblemText), ErrorMessageResourceName = nameof(ProblemText.Required)), MaxLength(300)]
    public string Name { get; set; } = "";

    public EducationLevel Level { get; set; }

    public bool IsClosed { get; set; }
}

public sealed class SchoolCommands(Store store)
{
    /// <returns>The school's id, <c>MunicipalityMissing</c>, or <c>SchoolNameTaken</c> when the municipality has a school of that name.</returns>
    public Task<Result<int>> SaveAsync(Actor actor, SchoolForm form, CancellationToken ct = default) => store.WriteAsync<int>(actor, form.Id is null ? "schools.create" : "schools.change", async unit =>
    {
        actor.DemandSomewhere(Permission.EditSchools);
        if (form.MunicipalityId is not { } municipality || !await unit.Db.Set<Municipality>().AnyAsync(x => x.Id == municipality, ct))
            return new Problem("MunicipalityMissing").At(nameof(form.MunicipalityId));
        var name = form.Name.Trim();
        var search = SearchName.Of(name);
        if (await unit.Db.Set<School>().AnyAsync(x => x.MunicipalityId == municipality && x.SearchText == search && x.Id != form.Id, ct))
            return new Problem("SchoolNameTaken", name).At(nameof(form.Name));
        School? school;
        if (form.Id is { } id)
        {
            school = await unit.Db.Set<School>().SingleOrDefaultAsync(x => x.Id == id, ct);
            if (school is null) return new Problem("NotFound");
            unit.Expect(school, form.Version);
        }
        else
        {
            school = new School { MunicipalityId = municipality, Name = name, Level = form.Level };
            unit.Db.Add(school);
        }
        (school.MunicipalityId, school.Name, school.Level, school.IsClosed) = (municipality, name, form.Level, form.IsClosed);
        await unit.FlushAsync(ct);
        return school.Id;
    }, ct);

    /// <summary>A school as somebody wrote it, within another verb; the one that is there already when the municipality has that name.</summary>
    /// <returns>The school's id, or <c>MunicipalityMissing</c>.</returns>
    internal static async Task<Result<int>> AddAsync(WriteUnit unit, Actor actor, string written, int municipality, CancellationToken ct)
    {
        actor.DemandSomewhere(Permission.EditSchools);
        if (!await unit.Db.Set<Municipality>().AnyAsync(x => x.Id == municipality, ct)) return new Problem("MunicipalityMissing");
        var school = new School { MunicipalityId = municipality, Name = SchoolNames.Tidy(written), Level = SchoolNames.LevelOf(written) };
        if (await unit.Db.Set<School>().FirstOrDefaultAsync(x => x.MunicipalityId == municipality && x.SearchText == school.SearchText, ct) is { } known) return known.Id;
        unit.Db.Add(school);
        await unit.FlushAsync(ct);
        return school.Id;
    }
}
