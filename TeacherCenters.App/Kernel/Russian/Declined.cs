namespace TeacherCenters.Kernel.Russian;

/// <summary>The cases that documents need beside the nominative.</summary>
public enum NameCase
{
    /// <summary>«от Ивановой М. П.».</summary>
    Genitive,

    /// <summary>«выдано Ивановой Марии Петровне».</summary>
    Dative,
}

/// <summary>A name in a case.</summary>
/// <param name="Doubtful">The rules alone do not vouch for it: somebody should look before it is printed.</param>
public readonly record struct Declined(string Text, bool Doubtful)
{
    public override string ToString() => Text;
}

/// <summary>How words with one ending are declined: the last letters to cut off and what follows instead.</summary>
/// <param name="Ending">Small letters; ё and е are told apart.</param>
/// <param name="Cut">Number of letters taken away.</param>
/// <param name="Doubtful">The ending fits more than one kind of name.</param>
internal sealed record EndingRule(string Ending, int Cut, string Genitive, string Dative, bool Doubtful = false)
{
    public string Suffix(NameCase nameCase) => nameCase == NameCase.Genitive ? Genitive : Dative;

    public static EndingRule Unchanged(string ending, bool doubtful = false) => new(ending, 0, "", "", doubtful);

    /// <summary>Applies the rule; a word in capitals stays in capitals.</summary>
    public string Apply(string word, NameCase nameCase)
    {
        var suffix = Suffix(nameCase);
        var capitals = word.Length > 1 && word.All(c => !char.IsLetter(c) || char.IsUpper(c));
        return string.Concat(word.AsSpan(0, word.Length - Cut), capitals ? suffix.ToUpperInvariant() : suffix);
    }
}
