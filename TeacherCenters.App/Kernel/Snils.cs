using System.Globalization;
using System.Text;

namespace TeacherCenters.Kernel;

public enum SnilsState
{
    /// <summary>The check number is right.</summary>
    Valid,

    /// <summary>001-001-998 and below: issued before check numbers were introduced, accepted with a warning.</summary>
    Unchecked,

    Rejected,
}

/// <summary>
/// An insurance number: nine digits and a two-digit check number. Kept and stored as eleven digits of text, because a
/// number would lose its leading zeros.
/// </summary>
public sealed record Snils
{
    /// <summary>Check numbers exist only above this one.</summary>
    private const long LastUnchecked = 1_001_998;

    /// <summary>
    /// A spreadsheet number may have lost two leading zeros: with three, the number is below <see cref="LastUnchecked"/>
    /// or no number at all, and nothing could vouch for it.
    /// </summary>
    private const int ShortestNumber = 9;

    private Snils(string digits, SnilsState state) => (Digits, State) = (digits, state);

    /// <summary>Eleven digits, the stored form.</summary>
    public string Digits { get; }

    public SnilsState State { get; }

    public bool IsUnchecked => State == SnilsState.Unchecked;

    /// <summary>Reads a number typed or pasted in any spacing, with or without the word «СНИЛС» before it.</summary>
    /// <returns>
    /// The number, or <c>SnilsLength</c> (how many digits there were), <c>SnilsCharacters</c> (what else there was),
    /// <c>SnilsZero</c>, <c>SnilsCheckNumber</c> (the check number as it was given).
    /// </returns>
    public static Result<Snils> Parse(string? text) => Read(text, ParseShape.ElevenDigits);

    /// <summary>The same for a spreadsheet cell of the type number, where up to two leading zeros may be lost.</summary>
    public static Result<Snils> ParseNumber(string? text) => Read(text, ParseShape.LostZeros);

    /// <summary>State of eleven digits; anything else is rejected.</summary>
    public static SnilsState Check(string digits)
    {
        if (digits.Length != 11 || !digits.All(char.IsAsciiDigit)) return SnilsState.Rejected;
        var number = long.Parse(digits.AsSpan(0, 9), NumberStyles.None, CultureInfo.InvariantCulture);
        if (number == 0) return SnilsState.Rejected;
        if (number <= LastUnchecked) return SnilsState.Unchecked;
        return digits.EndsWith(CheckNumber(digits), StringComparison.Ordinal) ? SnilsState.Valid : SnilsState.Rejected;
    }

    /// <summary>The two digits that follow nine: their sum times 9..1, modulo 101, where 100 becomes 00.</summary>
    /// <param name="nine">Nine digits; what follows them is not read.</param>
    public static string CheckNumber(string nine)
    {
        var sum = 0;
        for (var i = 0; i < 9; i++) sum += (nine[i] - '0') * (9 - i);
        return (sum % 101 % 100).ToString("00", CultureInfo.InvariantCulture);
    }

    /// <summary>«000-000-000 00»; what is not eleven characters long is shown as it is.</summary>
    public static string Format(string? digits) =>
        digits is { Length: 11 } ? $"{digits[..3]}-{digits[3..6]}-{digits[6..9]} {digits[9..]}" : digits ?? "";

    /// <summary>«***-***-*45 95»: the last two digits and the check number, enough to tell two people apart by telephone.</summary>
    public static string Mask(string? digits) =>
        digits is { Length: 11 } ? $"***-***-*{digits[7..9]} {digits[9..]}" : "";

    public override string ToString() => Format(Digits);

    private enum ParseShape
    {
        ElevenDigits,
        LostZeros,
    }

    private static Result<Snils> Read(string? text, ParseShape shape)
    {
        var digits = new StringBuilder(11);
        var strange = new StringBuilder();
        foreach (var c in WithoutLabel(text ?? ""))
        {
            if (char.IsAsciiDigit(c)) digits.Append(c);
            else if (!IsSpacing(c)) strange.Append(c);
        }
        if (strange.Length > 0) return new Problem("SnilsCharacters", strange.ToString());
        if (shape == ParseShape.LostZeros && digits.Length is >= ShortestNumber and < 11) digits.Insert(0, "0", 11 - digits.Length);
        if (digits.Length != 11) return new Problem("SnilsLength", digits.Length);

        var found = digits.ToString();
        if (found.AsSpan(0, 9).IndexOfAnyExcept('0') < 0) return new Problem("SnilsZero");
        var state = Check(found);
        return state == SnilsState.Rejected ? new Problem("SnilsCheckNumber", found[9..]) : new Snils(found, state);
    }

    private static string WithoutLabel(string text)
    {
        var trimmed = text.Trim();
        return trimmed.StartsWith("СНИЛС", StringComparison.OrdinalIgnoreCase) ? trimmed[5..].TrimStart(' ', ':', '№', '\u00A0') : trimmed;
    }

    /// <summary>Hyphens and dashes of every kind, dots, and all white space, the no-break and zero-width ones included.</summary>
    private static bool IsSpacing(char c) =>
        char.IsWhiteSpace(c) || c is '.' or '\u200B' or '\uFEFF' or '\u2212' || char.GetUnicodeCategory(c) is UnicodeCategory.DashPunctuation or UnicodeCategory.Format;
}
