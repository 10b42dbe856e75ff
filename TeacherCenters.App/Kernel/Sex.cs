namespace TeacherCenters.Kernel;

public enum Sex
{
    Male,
    Female,
}

/// <summary>Which sex a patronymic speaks of: a proposal for a form, never a fact.</summary>
public static class SexProposal
{
    private static readonly string[] MaleWords = ["оглы", "оглу", "улы", "уулу"];

    private static readonly string[] FemaleWords = ["кызы", "кзы", "гызы", "кизи"];

    /// <returns>Null when there is no patronymic or it tells nothing.</returns>
    public static Sex? FromPatronymic(string? patronymic)
    {
        var text = patronymic?.Trim().ToLowerInvariant() ?? "";
        if (text.Length == 0) return null;
        var last = text.Split(' ', '-')[^1];
        if (MaleWords.Contains(last)) return Sex.Male;
        if (FemaleWords.Contains(last)) return Sex.Female;
        if (last.EndsWith("ич", StringComparison.Ordinal)) return Sex.Male;
        if (last.EndsWith("вна", StringComparison.Ordinal) || last.EndsWith("чна", StringComparison.Ordinal)) return Sex.Female;
        return null;
    }
}
