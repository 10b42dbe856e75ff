namespace TeacherCenters.Kernel.Russian;

/// <summary>Words that follow a person's sex: прошёл, прошла.</summary>
public static class Gendered
{
    /// <returns>The form for the sex; «прошёл (прошла)» when it is not known.</returns>
    public static string Of(Sex? sex, string male, string female) => sex switch
    {
        Sex.Male => male,
        Sex.Female => female,
        _ => $"{male} ({female})",
    };

    /// <summary>A pair as a template of a document writes it: «прошёл|прошла».</summary>
    /// <returns>The word for the sex; a text without a bar as it is.</returns>
    public static string Pair(Sex? sex, string pair)
    {
        var bar = pair.IndexOf('|', StringComparison.Ordinal);
        return bar < 0 ? pair : Of(sex, pair[..bar].Trim(), pair[(bar + 1)..].Trim());
    }

    public static string Passed(Sex? sex) => Of(sex, "прошёл", "прошла");

    public static string TookPart(Sex? sex) => Of(sex, "принял участие", "приняла участие");
}
