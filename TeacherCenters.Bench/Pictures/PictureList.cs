using Microsoft.EntityFrameworkCore;
using TeacherCenters.Certificates;
using TeacherCenters.Courses;

namespace TeacherCenters.Bench.Pictures;

/// <summary>The pictures of the guides, each with its screen.</summary>
internal static class PictureList
{
    public static async Task<IReadOnlyList<Picture>> OfAsync(PictureHost host)
    {
        var certificate = await host.AskAsync(db => db.Set<Certificate>().Where(x => x.Kind == DocumentKind.ProfessionalDevelopmentCertificate).OrderByDescending(x => x.Id).Select(x => x.Token).FirstAsync());
        return
        [
            new("calendar", "/calendar") { As = Picture.Administrator },
            new("certificate", $"/certificates/{certificate}.pdf") { As = Picture.Administrator },
        ];
    }
}
