using MudBlazor;

namespace TeacherCenters.Ui;

/// <summary>Flax and pine. The same colours stand as variables in wwwroot/app.css for what is not MudBlazor's.</summary>
public static class AppTheme
{
    private static readonly string[] Fonts = ["PT Sans", "Segoe UI", "Arial", "sans-serif"];

    public static MudTheme Theme { get; } = new()
    {
        PaletteLight = new PaletteLight
        {
            Primary = "#2F6690", Secondary = "#2E7D5B", Tertiary = "#9A5F00", Info = "#2F6690", Success = "#2E7D5B", Warning = "#9A5F00", Error = "#B3261E",
            Background = "#F6F7F9", BackgroundGray = "#EEF1F4", Surface = "#FFFFFF", AppbarBackground = "#FFFFFF", AppbarText = "#1D2329",
            DrawerBackground = "#FFFFFF", DrawerText = "#1D2329", DrawerIcon = "#4A5560",
            TextPrimary = "#1D2329", TextSecondary = "#55606B", TextDisabled = "#7C8791", ActionDefault = "#4A5560",
            LinesDefault = "#DDE2E7", LinesInputs = "#8A95A0", TableLines = "#E6EAEE", Divider = "#DDE2E7", TableHover = "#F0F4F8",
        },
        PaletteDark = new PaletteDark
        {
            Primary = "#7FB3D5", PrimaryContrastText = "#0E1B26", Secondary = "#6FBF97", SecondaryContrastText = "#0C1F16", Tertiary = "#E5A94A",
            Info = "#7FB3D5", InfoContrastText = "#0E1B26", Success = "#6FBF97", SuccessContrastText = "#0C1F16", Warning = "#E5A94A", WarningContrastText = "#241703",
            Error = "#F2877F", ErrorContrastText = "#2A0906",
            Background = "#14181D", BackgroundGray = "#10141A", Surface = "#1B2026", AppbarBackground = "#1B2026", AppbarText = "#E6EAEE",
            DrawerBackground = "#1B2026", DrawerText = "#E6EAEE", DrawerIcon = "#AEB8C2",
            TextPrimary = "#E6EAEE", TextSecondary = "#AEB8C2", TextDisabled = "#7A858F", ActionDefault = "#AEB8C2",
            LinesDefault = "#313942", LinesInputs = "#6B7681", TableLines = "#2A3139", Divider = "#313942", TableHover = "#232A32",
        },
        Typography = new Typography
        {
            Default = new DefaultTypography { FontFamily = Fonts, FontSize = "14px", LineHeight = "1.43", LetterSpacing = "normal" },
            H1 = new H1Typography { FontFamily = Fonts, FontSize = "20px", FontWeight = "700", LineHeight = "1.3", LetterSpacing = "normal" },
            H2 = new H2Typography { FontFamily = Fonts, FontSize = "17px", FontWeight = "700", LineHeight = "1.35", LetterSpacing = "normal" },
            H3 = new H3Typography { FontFamily = Fonts, FontSize = "15px", FontWeight = "700", LineHeight = "1.4", LetterSpacing = "normal" },
            H4 = new H4Typography { FontFamily = Fonts, FontSize = "14px", FontWeight = "700", LetterSpacing = "normal" },
            H5 = new H5Typography { FontFamily = Fonts, FontSize = "20px", FontWeight = "700", LetterSpacing = "normal" },
            H6 = new H6Typography { FontFamily = Fonts, FontSize = "17px", FontWeight = "700", LetterSpacing = "normal" },
            Subtitle1 = new Subtitle1Typography { FontFamily = Fonts, FontSize = "15px", LetterSpacing = "normal" },
            Subtitle2 = new Subtitle2Typography { FontFamily = Fonts, FontSize = "14px", FontWeight = "700", LetterSpacing = "normal" },
            Body1 = new Body1Typography { FontFamily = Fonts, FontSize = "14px", LetterSpacing = "normal" },
            Body2 = new Body2Typography { FontFamily = Fonts, FontSize = "14px", LetterSpacing = "normal" },
            Button = new ButtonTypography { FontFamily = Fonts, FontSize = "14px", FontWeight = "700", LetterSpacing = "normal", TextTransform = "none" },
            Caption = new CaptionTypography { FontFamily = Fonts, FontSize = "12.5px", LetterSpacing = "normal" },
            Overline = new OverlineTypography { FontFamily = Fonts, FontSize = "12.5px", LetterSpacing = "normal", TextTransform = "none" },
        },
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "6px" },
    };
}
