namespace TeacherCenters.Settings;

/// <summary>What the settings page edits; the rest of the settings stays as it is.</summary>
public sealed class SettingsForm
{
    public string RegionName { get; set; } = "";

    public string ProjectName { get; set; } = "";

    public string? PublicBaseAddress { get; set; }

    public int AdmissionPercent { get; set; }

    public bool ApprovedHoldsSeat { get; set; }

    public static SettingsForm Of(NetworkSettings settings) => new()
    {
        RegionName = settings.RegionName,
        ProjectName = settings.ProjectName,
        PublicBaseAddress = settings.PublicBaseAddress,
        AdmissionPercent = settings.AdmissionPercent,
        ApprovedHoldsSeat = settings.ApprovedHoldsSeat,
    };

    public NetworkSettings Over(NetworkSettings settings) => settings with
    {
        RegionName = RegionName.Trim(),
        ProjectName = ProjectName.Trim(),
        PublicBaseAddress = PublicBaseAddress?.Trim() ?? "",
        AdmissionPercent = AdmissionPercent,
        ApprovedHoldsSeat = ApprovedHoldsSeat,
    };
}
