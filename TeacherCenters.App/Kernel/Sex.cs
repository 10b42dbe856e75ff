namespace TeacherCenters.Kernel;

public enum Sex
{
    Male,
    Female,
}
