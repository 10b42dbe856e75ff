using System.Text;

namespace TeacherCenters.Kernel.Russian;

/// <summary>
/// Names of people in the genitive and the dative by their sex. The answer carries a flag where the rules alone do not
/// vouch for it; a person's card may override either case.
/// </summary>
public static class NameCases
{
    /// <returns>«Ивановой Марии Петровны»: from, of whom.</returns>
    public static Declined Genitive(PersonName name, Sex? sex) => Full(name, sex, NameCase.Genitive);

    /// <returns>«Ивановой Марии Петровне»: to whom.</returns>
    public static Declined Dative(PersonName name, Sex? sex) => Full(name, sex, NameCase.Dative);

    /// <returns>«Ивановой М. П.».</returns>
    public static Declined ShortGenitive(PersonName name, Sex? sex) => Short(name, sex, NameCase.Genitive);

    /// <returns>«Ивановой М. П.».</returns>
    public static Declined ShortDative(PersonName name, Sex? sex) => Short(name, sex, NameCase.Dative);

    /// <summary>Family name, given name and patronymic in a case.</summary>
    /// <param name="sex">Null takes what the patronymic speaks of; where it is silent the nominative comes back, flagged.</param>
    public static Declined Full(PersonName name, Sex? sex, NameCase nameCase)
    {
        if ((sex ?? SexProposal.FromPatronymic(name.Patronymic)) is not { } known) return new(name.Full, true);
        var family = Family(name.Family, known, nameCase);
        var given = GivenNames.Given(name.Given, known, nameCase);
        var patronymic = name.Patronymic is null ? (Declined?)null : GivenNames.Patronymic(name.Patronymic, known, nameCase);
        var text = patronymic is null ? $"{family} {given}" : $"{family} {given} {patronymic}";
        // A patronymic of the other sex: one of the two was entered wrongly.
        var clash = SexProposal.FromPatronymic(name.Patronymic) is { } spoken && spoken != known;
        return new(text, family.Doubtful || given.Doubtful || patronymic is { Doubtful: true } || clash);
    }

    /// <summary>The family name in a case and the initials.</summary>
    public static Declined Short(PersonName name, Sex? sex, NameCase nameCase)
    {
        if ((sex ?? SexProposal.FromPatronymic(name.Patronymic)) is not { } known) return new(name.Short, true);
        var family = Family(name.Family, known, nameCase);
        return family with { Text = $"{family.Text} {name.Initials}" };
    }

    /// <summary>A family name alone: each part of a hyphenated one, particles and the listed first parts apart. Compounds are flagged.</summary>
    public static Declined Family(string family, Sex sex, NameCase nameCase)
    {
        var text = new StringBuilder();
        var doubtful = family.AsSpan().IndexOfAny("- (") >= 0;
        var start = 0;
        for (var i = 0; i <= family.Length; i++)
        {
            if (i < family.Length && family[i] is not ('-' or ' ' or '(' or ')')) continue;
            var part = family[start..i];
            var stays = part.Length == 0 || !char.IsLetter(part[^1]) || NameText.IsParticle(part)
                || (i < family.Length && family[i] == '-' && FamilyNames.StaysInFront(part));
            var declined = stays ? new(part, false) : FamilyNames.Word(part, sex, nameCase);
            doubtful |= declined.Doubtful;
            text.Append(declined.Text);
            if (i < family.Length) text.Append(family[i]);
            start = i + 1;
        }
        return new(text.ToString(), doubtful);
    }
}
