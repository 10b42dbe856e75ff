namespace TeacherCenters.Ui;

public static class AppTitle
{
    /// <summary>The browser tab's title: the page's own first.</summary>
    public static string Of(string page) => $"{page} — {UiText.App_Name}";
}
