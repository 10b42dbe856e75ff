namespace TeacherCenters.Kernel;

public sealed record PersonName(string Family, string Given, string? Patronymic);
