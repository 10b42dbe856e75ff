using Microsoft.EntityFrameworkCore;
using TeacherCenters.Data;
using TeacherCenters.Kernel;

namespace TeacherCenters.People;

/// <summary>What the store keeps beside the words of names: a person who is missing there would silently not be found.</summary>
public static class PeopleInvariants
{
    public static async Task<IReadOnlyList<Problem>> WordsAsync(AppDb db, FileStore files, CancellationToken ct = default)
    {
        var words = db.Set<PersonWord>();
        var wanted = from a in words join b in words on a.PersonId equals b.PersonId where a.Id < b.Id select new { b.PersonId, First = a.Word, Second = b.Word, b.SearchText };
        var kept = db.Set<NamePair>().Select(x => new { x.PersonId, x.First, x.Second, x.SearchText });
        var unknown = words.Where(x => !db.Set<NameWord>().Any(w => w.Word == x.Word)).Select(x => x.PersonId);
        var missing = await wanted.Except(kept).Select(x => x.PersonId).Union(unknown).OrderBy(x => x).ToListAsync(ct);
        var strange = await kept.Except(wanted).Select(x => x.PersonId).Distinct().OrderBy(x => x).ToListAsync(ct);
        return [.. missing.Select(x => new Problem("Found_NotByWords", x)), .. strange.Select(x => new Problem("Found_ByStrangeWords", x))];
    }
}
