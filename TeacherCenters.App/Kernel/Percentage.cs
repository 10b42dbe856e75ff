namespace TeacherCenters.Kernel;

/// <summary>A share as it is shown beside a threshold that is decided on the exact figures.</summary>
public static class Percentage
{
    /// <summary>
    /// Per cent to one decimal, half away from zero; but what falls short of the threshold is never rounded up to it: 74.96 is 74.9 where 75 decides.
    /// 0 of nothing. The same stands in <c>register.js</c> and, as a formula, in the attendance workbook.
    /// </summary>
    /// <param name="threshold">In per cent.</param>
    public static decimal Of(decimal part, decimal whole, int threshold)
    {
        if (whole == 0) return 0;
        var rounded = decimal.Round(part * 100 / whole, 1, MidpointRounding.AwayFromZero);
        return part * 100 < threshold * whole ? Math.Min(rounded, threshold - 0.1m) : rounded;
    }
}
