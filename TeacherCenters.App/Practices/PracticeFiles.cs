using TeacherCenters.Data;

namespace TeacherCenters.Practices;

internal static class PracticeFiles
{
    /// <summary>What is attached to a practice.</summary>
    public static IQueryable<AttachedFile> FilesOf(this AppDb db, int practiceId) => db.Set<AttachedFile>().Where(x => x.OwnerKind == nameof(Practice) && x.OwnerId == practiceId);
}
