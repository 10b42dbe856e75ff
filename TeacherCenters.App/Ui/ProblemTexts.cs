namespace TeacherCenters.Ui; public static class ProblemTexts { public static string Say(TeacherCenters.Kernel.Problem p) => p.Key; }
