namespace TeacherCenters.Kernel;

/// <summary>
/// A stored row with history. <see cref="Version"/> is raised by the store at each change and is compared with the
/// version a form was opened on: SQLite has no row version of its own.
/// </summary>
public abstract class Entity
{
    public int Id { get; private set; }

    public int Version { get; private set; }
}
