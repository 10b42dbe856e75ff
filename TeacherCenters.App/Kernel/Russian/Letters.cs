namespace TeacherCenters.Kernel.Russian;

/// <summary>Kinds of Russian letters.</summary>
internal static class Letters
{
    public const string Vowels = "аеёиоуыэюяіїє";

    /// <summary>After these -и is written, never -ы.</summary>
    public const string NeverBeforeYery = "гкхжшчщ";

    public static bool IsVowel(char c) => Vowels.Contains(c);

    public static bool IsConsonant(char c) => char.IsLetter(c) && !IsVowel(c) && c is not ('ь' or 'ъ');

    /// <param name="word">Small letters.</param>
    public static int Syllables(string word) => word.Count(IsVowel);

    /// <summary>Genitive of a noun in consonant + а: -ы, or -и after the back and hissing consonants.</summary>
    public static string GenitiveOfA(char before) => NeverBeforeYery.Contains(before) ? "и" : "ы";
}
