using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using TeacherCenters.Settings;

namespace TeacherCenters.Assessments;

public sealed record SheetCriterion(AssessmentTool Tool, string Title, int MaxPoints);

/// <summary>
/// The procedure as a session runs it: criteria, levels and the divergence that calls a third assessor, frozen when the session opens.
/// Points of an assessor stand in the order of the criteria.
/// </summary>
public sealed record ScoreSheet(string Procedure, IReadOnlyList<SheetCriterion> Criteria, LevelScale Levels, int DivergencePercent)
{
    // Cyrillic as itself: the row is read by other tools too.
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), Converters = { new JsonStringEnumConverter() } };

    [JsonIgnore]
    public int MaxPoints => Criteria.Sum(x => x.MaxPoints);

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    public static ScoreSheet Parse(string json) => JsonSerializer.Deserialize<ScoreSheet>(json, Json)!;
}
