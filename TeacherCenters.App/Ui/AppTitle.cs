using System.Globalization;

namespace TeacherCenters.Ui;

public static class AppTitle
{
    /// <summary>The browser tab's title: the page's own first.</summary>
    public static string Of(string page) => string.Format(CultureInfo.CurrentCulture, UiText.App_Title, page);
}
