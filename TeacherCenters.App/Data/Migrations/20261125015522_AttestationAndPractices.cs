using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TeacherCenters.Data.Migrations
{
    /// <inheritdoc />
    public partial class AttestationAndPractices : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AttachedFiles",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OwnerKind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    OwnerId = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Size = table.Column<long>(type: "INTEGER", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    AddedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AddedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AttachedFiles", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AttestationMeetings",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CenterId = table.Column<int>(type: "INTEGER", nullable: false),
                    HeldOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Place = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    Chair = table.Column<string>(type: "TEXT", maxLength: 150, nullable: true),
                    Secretary = table.Column<string>(type: "TEXT", maxLength: 150, nullable: true),
                    ProtocolNumber = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    ProtocolDate = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CancelReason = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AttestationMeetings", x => x.Id);
                    table.UniqueConstraint("AK_AttestationMeetings_CenterId_Id", x => new { x.CenterId, x.Id });
                    table.CheckConstraint("CK_AttestationMeeting_Protocol", "(\"Status\" = 'Held') = (\"ProtocolNumber\" IS NOT NULL)");
                    table.ForeignKey(
                        name: "FK_AttestationMeetings_Center_CenterId",
                        column: x => x.CenterId,
                        principalTable: "Center",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Practices",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CenterId = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    Summary = table.Column<string>(type: "TEXT", maxLength: 6000, nullable: true),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    ProposedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ProposedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    PublishedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    SearchText = table.Column<string>(type: "TEXT", maxLength: 6400, nullable: false),
                    SortText = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Practices", x => x.Id);
                    table.CheckConstraint("CK_Practice_Published", "(\"Status\" = 'Published') = (\"PublishedOn\" IS NOT NULL)");
                    table.ForeignKey(
                        name: "FK_Practices_Center_CenterId",
                        column: x => x.CenterId,
                        principalTable: "Center",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "HeadAttestations",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CenterId = table.Column<int>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    AppliedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    SchoolId = table.Column<int>(type: "INTEGER", nullable: false),
                    MunicipalityId = table.Column<int>(type: "INTEGER", nullable: false),
                    Position = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    WorkSchoolId = table.Column<int>(type: "INTEGER", nullable: true),
                    WorkPosition = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    WorkCategory = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    MeetingId = table.Column<int>(type: "INTEGER", nullable: true),
                    MeetingOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Decision = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    ValidTo = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HeadAttestations", x => x.Id);
                    table.CheckConstraint("CK_HeadAttestation_Decision", "(\"Status\" = 'Decided') = (\"Decision\" IS NOT NULL)");
                    table.CheckConstraint("CK_HeadAttestation_Meeting", "\"Status\" NOT IN ('Planned', 'Decided') OR (\"MeetingId\" IS NOT NULL AND \"MeetingOn\" IS NOT NULL)");
                    table.ForeignKey(
                        name: "FK_HeadAttestations_AttestationMeetings_CenterId_MeetingId",
                        columns: x => new { x.CenterId, x.MeetingId },
                        principalTable: "AttestationMeetings",
                        principalColumns: new[] { "CenterId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_HeadAttestations_Center_CenterId",
                        column: x => x.CenterId,
                        principalTable: "Center",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_HeadAttestations_Municipality_MunicipalityId",
                        column: x => x.MunicipalityId,
                        principalTable: "Municipality",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_HeadAttestations_Person_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Person",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_HeadAttestations_School_SchoolId",
                        column: x => x.SchoolId,
                        principalTable: "School",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_HeadAttestations_School_WorkSchoolId",
                        column: x => x.WorkSchoolId,
                        principalTable: "School",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PracticeAuthors",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PracticeId = table.Column<int>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<int>(type: "INTEGER", nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PracticeAuthors", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PracticeAuthors_Person_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Person",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PracticeAuthors_Practices_PracticeId",
                        column: x => x.PracticeId,
                        principalTable: "Practices",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PracticeShowings",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PracticeId = table.Column<int>(type: "INTEGER", nullable: false),
                    EventId = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PracticeShowings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PracticeShowings_Practices_PracticeId",
                        column: x => x.PracticeId,
                        principalTable: "Practices",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PracticeShowings_TrainingEvents_EventId",
                        column: x => x.EventId,
                        principalTable: "TrainingEvents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Employment_Category_PersonId",
                table: "Employment",
                columns: new[] { "Category", "PersonId" },
                filter: "\"Category\" = 'Head'");

            migrationBuilder.CreateIndex(
                name: "IX_AttachedFiles_OwnerKind_OwnerId",
                table: "AttachedFiles",
                columns: new[] { "OwnerKind", "OwnerId" });

            migrationBuilder.CreateIndex(
                name: "IX_AttestationMeetings_CenterId_HeldOn",
                table: "AttestationMeetings",
                columns: new[] { "CenterId", "HeldOn" });

            migrationBuilder.CreateIndex(
                name: "IX_HeadAttestations_CenterId_MeetingId",
                table: "HeadAttestations",
                columns: new[] { "CenterId", "MeetingId" });

            migrationBuilder.CreateIndex(
                name: "IX_HeadAttestations_Kind_Status",
                table: "HeadAttestations",
                columns: new[] { "Kind", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_HeadAttestations_MunicipalityId",
                table: "HeadAttestations",
                column: "MunicipalityId");

            migrationBuilder.CreateIndex(
                name: "IX_HeadAttestations_Open",
                table: "HeadAttestations",
                column: "PersonId",
                unique: true,
                filter: "\"Status\" IN ('Applied', 'Planned')");

            migrationBuilder.CreateIndex(
                name: "IX_HeadAttestations_PersonId_Status_MeetingOn",
                table: "HeadAttestations",
                columns: new[] { "PersonId", "Status", "MeetingOn" });

            migrationBuilder.CreateIndex(
                name: "IX_HeadAttestations_SchoolId",
                table: "HeadAttestations",
                column: "SchoolId");

            migrationBuilder.CreateIndex(
                name: "IX_HeadAttestations_WorkSchoolId",
                table: "HeadAttestations",
                column: "WorkSchoolId");

            migrationBuilder.CreateIndex(
                name: "IX_PracticeAuthors_PersonId",
                table: "PracticeAuthors",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_PracticeAuthors_PracticeId_PersonId",
                table: "PracticeAuthors",
                columns: new[] { "PracticeId", "PersonId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Practices_CenterId_Status",
                table: "Practices",
                columns: new[] { "CenterId", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_Practices_SortText",
                table: "Practices",
                column: "SortText");

            migrationBuilder.CreateIndex(
                name: "IX_Practices_Subject",
                table: "Practices",
                column: "Subject");

            migrationBuilder.CreateIndex(
                name: "IX_PracticeShowings_EventId",
                table: "PracticeShowings",
                column: "EventId");

            migrationBuilder.CreateIndex(
                name: "IX_PracticeShowings_PracticeId_EventId",
                table: "PracticeShowings",
                columns: new[] { "PracticeId", "EventId" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AttachedFiles");

            migrationBuilder.DropTable(
                name: "HeadAttestations");

            migrationBuilder.DropTable(
                name: "PracticeAuthors");

            migrationBuilder.DropTable(
                name: "PracticeShowings");

            migrationBuilder.DropTable(
                name: "AttestationMeetings");

            migrationBuilder.DropTable(
                name: "Practices");

            migrationBuilder.DropIndex(
                name: "IX_Employment_Category_PersonId",
                table: "Employment");
        }
    }
}
