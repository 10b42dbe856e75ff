using TeacherCenters.Assessments.Attestation;
using TeacherCenters.Security;
using TeacherCenters.Tests.Data;
using TeacherCenters.Tests.Ui;

namespace TeacherCenters.Tests.Assessments.Attestation;

/// <summary>Screens of attestation.</summary>
internal sealed class AttestationScreens(TestStore store, Actor actor) : Screens(store, actor, rooms => rooms.AddAttestation());
