using System.ComponentModel.DataAnnotations;

namespace TeacherCenters.Mentoring.Tutoring;

/// <summary>What the dialog of a route edits. New ones may be made for several people at once, with the points of a template.</summary>
public sealed record RouteForm
{
    public int? Id { get; set; }

    public int Version { get; set; }

    public int? CenterId { get; set; }

    /// <summary>For whom; of a stored route, the one person.</summary>
    public List<Guid> PersonKeys { get; set; } = [];

    public Guid? TutorKey { get; set; }

    /// <summary>A group of the tutor, made when there is none of this name yet; empty for none.</summary>
    [MaxLength(100)]
    public string? Group { get; set; }

    public DateOnly? From { get; set; }

    public DateOnly? To { get; set; }

    [MaxLength(1000)]
    public string? Goal { get; set; }

    public Deficits Deficits { get; set; } = new();

    /// <summary>A route whose points are copied into new ones.</summary>
    public int? TemplateId { get; set; }
}

/// <summary>What the diagnosis found, and the route answers.</summary>
public sealed class Deficits
{
    public DeficitLevel Subject { get; set; }

    public DeficitLevel Method { get; set; }

    public DeficitLevel Psychology { get; set; }

    public DeficitLevel Communication { get; set; }

    public DeficitLevel Digital { get; set; }

    public static Deficits Of(LearningRoute route) => new()
    {
        Subject = route.SubjectDeficit, Method = route.MethodDeficit, Psychology = route.PsychologyDeficit, Communication = route.CommunicationDeficit, Digital = route.DigitalDeficit,
    };

    public void WriteTo(LearningRoute route) =>
        (route.SubjectDeficit, route.MethodDeficit, route.PsychologyDeficit, route.CommunicationDeficit, route.DigitalDeficit) = (Subject, Method, Psychology, Communication, Digital);
}

public sealed class RouteItemForm
{
    public int? Id { get; set; }

    public int Version { get; set; }

    public RouteItemKind Kind { get; set; }

    public int? EventId { get; set; }

    public int? InternshipId { get; set; }

    [MaxLength(400)]
    public string? Title { get; set; }

    public int? Hours { get; set; }

    public DateOnly? DueOn { get; set; }
}

public sealed class RouteCloseForm
{
    public int Version { get; set; }

    public DateOnly? ClosedOn { get; set; }

    [MaxLength(4000)]
    public string Reflection { get; set; } = "";
}
