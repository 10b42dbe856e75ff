using TeacherCenters.Data;
using TeacherCenters.Enrollments;
using TeacherCenters.Events;

namespace TeacherCenters.Demo;

internal sealed class SampleDocuments(SamplePlaces places)
{
    public Task IssueAsync(WriteUnit unit, TrainingEvent of, List<(Enrollment Row, SamplePerson Person)> learners, CancellationToken cancellation) =>
        Task.CompletedTask;
}
