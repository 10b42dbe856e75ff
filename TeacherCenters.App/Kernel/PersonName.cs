namespace TeacherCenters.Kernel;

public sealed record PersonName(string Family, string Given, string? Patronymic)
{
    public string Full => Patronymic is null ? $"{Family} {Given}" : $"{Family} {Given} {Patronymic}";

    /// <summary>«Иванова М. П.».</summary>
    public string Short => Patronymic is null ? $"{Family} {Given[0]}." : $"{Family} {Given[0]}. {Patronymic[0]}.";
}
