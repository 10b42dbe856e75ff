namespace TeacherCenters.Bench.Pictures;

/// <summary>The pictures of the guides that stand alone, each with its screen.</summary>
internal static class PictureList
{
    public static Task<IReadOnlyList<Picture>> OfAsync(PictureHost host)
    {
        return Task.FromResult<IReadOnlyList<Picture>>(
        [
            new("calendar", "/calendar") { As = Picture.Administrator },
        ]);
    }
}
