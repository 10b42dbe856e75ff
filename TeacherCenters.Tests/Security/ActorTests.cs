using TeacherCenters.Security;

namespace TeacherCenters.Tests.Security;

public sealed class ActorTests
{
    [Theory]
    [InlineData(Role.Administrator, null, Permission.EditSettings, null, true)]
    [InlineData(Role.Administrator, null, Permission.IssueCertificates, 7, true)]
    [InlineData(Role.Coordinator, 3, Permission.EditEvents, 3, true)]
    [InlineData(Role.Coordinator, 3, Permission.EditEvents, 4, false)]
    [InlineData(Role.Coordinator, 3, Permission.EditEvents, null, false)]
    [InlineData(Role.Coordinator, 3, Permission.IssueCertificates, 3, true)]
    [InlineData(Role.Coordinator, 3, Permission.AnnulCertificates, 3, false)]
    [InlineData(Role.Clerk, 3, Permission.IssueCertificates, 3, true)]
    [InlineData(Role.Clerk, 3, Permission.KeepRegister, 3, false)]
    [InlineData(Role.Assessor, 3, Permission.ViewPeople, 3, false)]
    [InlineData(Role.Coordinator, 3, Permission.ManageAttestation, 3, true)]
    [InlineData(Role.Coordinator, 3, Permission.ManageAttestation, 4, false)]
    [InlineData(Role.Viewer, 3, Permission.ViewAttestation, 3, true)]
    [InlineData(Role.Viewer, 3, Permission.ManageAttestation, 3, false)]
    [InlineData(Role.Clerk, 3, Permission.ViewAttestation, 3, false)]
    [InlineData(Role.Assessor, 3, Permission.ViewAttestation, 3, false)]
    [InlineData(Role.Coordinator, 3, Permission.EditPractices, 3, true)]
    [InlineData(Role.Clerk, 3, Permission.EditPractices, 3, false)]
    [InlineData(Role.Viewer, 3, Permission.ViewEvents, 3, true)]
    [InlineData(Role.Viewer, 3, Permission.ManageEnrollments, 3, false)]
    [InlineData(Role.Viewer, 3, Permission.ViewMentoring, 3, true)]
    [InlineData(Role.Clerk, 3, Permission.ViewMentoring, 3, false)]
    public void A_right_counts_in_the_center_that_the_role_was_given_for(Role role, int? given, Permission permission, int? asked, bool allowed) =>
        Assert.Equal(allowed, new Actor(1, "", [new Grant(role, given)]).Can(permission, asked));

    [Fact]
    public void Nobody_may_do_nothing() =>
        Assert.All(Enum.GetValues<Permission>(), permission => Assert.False(Actor.Nobody.CanSomewhere(permission)));

    [Fact]
    public void Centers_of_a_right_are_those_of_its_roles_and_all_for_the_network()
    {
        var actor = new Actor(1, "", [new Grant(Role.Coordinator, 1), new Grant(Role.Viewer, 2)]);

        Assert.Equal([1, 2], actor.CentersFor(Permission.ViewEvents)!);
        Assert.Equal([1], actor.CentersFor(Permission.EditEvents)!);
        Assert.Null(A.Administrator().CentersFor(Permission.EditEvents));
    }
}
