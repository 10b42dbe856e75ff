using System.Globalization;
using System.Resources;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace TeacherCenters.Ui.Culture;

/// <summary>MudBlazor's own words in Russian; in English it uses the ones that it brings.</summary>
public sealed class RussianMudLocalizer : MudLocalizer
{
    public static ResourceManager Words { get; } = new("TeacherCenters.Ui.Culture.RussianMudBlazor", typeof(RussianMudLocalizer).Assembly);

    public override LocalizedString this[string key]
    {
        get
        {
            var word = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "ru" ? Words.GetString(key, CultureInfo.InvariantCulture) : null;
            return new LocalizedString(key, word ?? key, resourceNotFound: word is null);
        }
    }

    public override LocalizedString this[string key, params object[] arguments]
    {
        get
        {
            var word = this[key];
            return word.ResourceNotFound ? word : new LocalizedString(key, string.Format(CultureInfo.CurrentCulture, word.Value, arguments));
        }
    }
}
