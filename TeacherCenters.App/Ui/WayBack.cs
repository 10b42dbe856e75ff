using MudBlazor;

namespace TeacherCenters.Ui;

public static class WayBack
{
    /// <summary>
    /// Says what was done, with a button that takes it back. Two acts may be told in the same words («Зачислено: 1 человек»): the second is shown
    /// beside the first, for its button takes back another act.
    /// </summary>
    public static void Add(this ISnackbar snackbar, string text, string action, Func<Task> act) => snackbar.Add(text, Severity.Normal, options =>
    {
        options.VisibleStateDuration = 12000;
        options.DuplicatesBehavior = SnackbarDuplicatesBehavior.Allow;
        options.Action = action;
        options.OnClick = _ => act();
    });
}
