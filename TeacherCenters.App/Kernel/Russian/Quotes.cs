namespace TeacherCenters.Kernel.Russian;

/// <summary>Quotation marks as they are printed: «Семинар „Оценка без стресса“».</summary>
public static class Quotes
{
    /// <summary>A title in its marks; those inside become the second kind, and a title that brings its own around the whole gets no others.</summary>
    public static string Around(string title)
    {
        var text = title.Trim();
        if (IsWhole(text)) text = text[1..^1];
        return $"«{text.Replace('«', '„').Replace('»', '“')}»";
    }

    /// <summary>Whether the first mark is closed by the last one.</summary>
    private static bool IsWhole(string text)
    {
        if (text.Length < 2 || text[0] != '«' || text[^1] != '»') return false;
        var depth = 0;
        for (var i = 0; i < text.Length - 1; i++)
        {
            depth += text[i] switch { '«' => 1, '»' => -1, _ => 0 };
            if (depth == 0) return false;
        }
        return true;
    }
}
