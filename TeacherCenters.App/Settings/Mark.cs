namespace TeacherCenters.Settings;

/// <summary>«+» present, «Н» absent, «У» excused, «О» late, «Д» remote. What each credits is a setting.</summary>
public enum Mark
{
    Present,
    Absent,
    Excused,
    Late,
    Remote,
}
