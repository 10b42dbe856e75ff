namespace TeacherCenters.Data;

/// <summary>What a feature puts into a store before it serves, such as lists without which nothing can be entered. Does nothing where it is there already.</summary>
public delegate Task StoreBeginning(CancellationToken cancellation);
