namespace TeacherCenters.Ui;

/// <summary>One table of colours for all statuses; what a status is called, its feature says.</summary>
public enum StatusTone
{
    Draft,
    Announced,
    Open,
    Running,
    Completed,
    Cancelled,
    Waiting,
}
