using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TeacherCenters.Data.Migrations
{
    /// <inheritdoc />
    public partial class LearningRoutesAndInternships : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Internships",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CenterId = table.Column<int>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<int>(type: "INTEGER", nullable: false),
                    EventId = table.Column<int>(type: "INTEGER", nullable: true),
                    HostSchoolId = table.Column<int>(type: "INTEGER", nullable: false),
                    SupervisorName = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    SupervisorPost = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Hours = table.Column<int>(type: "INTEGER", nullable: false),
                    Plan = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Review = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    ReportReceivedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Result = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    CompletedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    CancelledOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    CancelReason = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    SchoolId = table.Column<int>(type: "INTEGER", nullable: true),
                    MunicipalityId = table.Column<int>(type: "INTEGER", nullable: true),
                    Position = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Category = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Internships", x => x.Id);
                    table.CheckConstraint("CK_Internship_Cancelled", "(\"Status\" = 'Cancelled') = (\"CancelledOn\" IS NOT NULL AND \"CancelReason\" IS NOT NULL)");
                    table.CheckConstraint("CK_Internship_Completed", "(\"Status\" = 'Completed') = (\"CompletedOn\" IS NOT NULL AND \"Result\" IS NOT NULL)");
                    table.CheckConstraint("CK_Internship_Dates", "\"To\" >= \"From\"");
                    table.ForeignKey(
                        name: "FK_Internships_Center_CenterId",
                        column: x => x.CenterId,
                        principalTable: "Center",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Internships_Municipality_MunicipalityId",
                        column: x => x.MunicipalityId,
                        principalTable: "Municipality",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Internships_Person_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Person",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Internships_School_HostSchoolId",
                        column: x => x.HostSchoolId,
                        principalTable: "School",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Internships_School_SchoolId",
                        column: x => x.SchoolId,
                        principalTable: "School",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Internships_TrainingEvents_CenterId_EventId",
                        columns: x => new { x.CenterId, x.EventId },
                        principalTable: "TrainingEvents",
                        principalColumns: new[] { "CenterId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TutorGroups",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CenterId = table.Column<int>(type: "INTEGER", nullable: false),
                    TutorId = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    SearchText = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TutorGroups", x => x.Id);
                    table.UniqueConstraint("AK_TutorGroups_CenterId_TutorId_Id", x => new { x.CenterId, x.TutorId, x.Id });
                    table.ForeignKey(
                        name: "FK_TutorGroups_Center_CenterId",
                        column: x => x.CenterId,
                        principalTable: "Center",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TutorGroups_Person_TutorId",
                        column: x => x.TutorId,
                        principalTable: "Person",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "LearningRoutes",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CenterId = table.Column<int>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<int>(type: "INTEGER", nullable: false),
                    TutorId = table.Column<int>(type: "INTEGER", nullable: false),
                    GroupId = table.Column<int>(type: "INTEGER", nullable: true),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Goal = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    SubjectDeficit = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    MethodDeficit = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    PsychologyDeficit = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CommunicationDeficit = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    DigitalDeficit = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ClosedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Reflection = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    CancelledOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    CancelReason = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    SchoolId = table.Column<int>(type: "INTEGER", nullable: true),
                    MunicipalityId = table.Column<int>(type: "INTEGER", nullable: true),
                    Position = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Category = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LearningRoutes", x => x.Id);
                    table.CheckConstraint("CK_LearningRoute_Cancelled", "(\"Status\" = 'Cancelled') = (\"CancelledOn\" IS NOT NULL AND \"CancelReason\" IS NOT NULL)");
                    table.CheckConstraint("CK_LearningRoute_Closed", "(\"Status\" = 'Closed') = (\"ClosedOn\" IS NOT NULL AND \"Reflection\" IS NOT NULL)");
                    table.CheckConstraint("CK_LearningRoute_Dates", "\"To\" >= \"From\"");
                    table.ForeignKey(
                        name: "FK_LearningRoutes_Center_CenterId",
                        column: x => x.CenterId,
                        principalTable: "Center",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_LearningRoutes_Municipality_MunicipalityId",
                        column: x => x.MunicipalityId,
                        principalTable: "Municipality",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_LearningRoutes_Person_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Person",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_LearningRoutes_Person_TutorId",
                        column: x => x.TutorId,
                        principalTable: "Person",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_LearningRoutes_School_SchoolId",
                        column: x => x.SchoolId,
                        principalTable: "School",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_LearningRoutes_TutorGroups_CenterId_TutorId_GroupId",
                        columns: x => new { x.CenterId, x.TutorId, x.GroupId },
                        principalTable: "TutorGroups",
                        principalColumns: new[] { "CenterId", "TutorId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RouteItems",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    RouteId = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    EventId = table.Column<int>(type: "INTEGER", nullable: true),
                    InternshipId = table.Column<int>(type: "INTEGER", nullable: true),
                    Title = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    Hours = table.Column<int>(type: "INTEGER", nullable: true),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DoneOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RouteItems", x => x.Id);
                    table.CheckConstraint("CK_RouteItem_DoneOn", "\"DoneOn\" IS NULL OR \"Kind\" IN ('OutsideCourse', 'SelfStudy')");
                    table.CheckConstraint("CK_RouteItem_Event", "(\"Kind\" = 'Event') = (\"EventId\" IS NOT NULL)");
                    table.CheckConstraint("CK_RouteItem_Internship", "\"InternshipId\" IS NULL OR \"Kind\" = 'Internship'");
                    table.CheckConstraint("CK_RouteItem_Title", "\"Title\" IS NOT NULL OR \"EventId\" IS NOT NULL OR \"InternshipId\" IS NOT NULL");
                    table.ForeignKey(
                        name: "FK_RouteItems_Internships_InternshipId",
                        column: x => x.InternshipId,
                        principalTable: "Internships",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RouteItems_LearningRoutes_RouteId",
                        column: x => x.RouteId,
                        principalTable: "LearningRoutes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RouteItems_TrainingEvents_EventId",
                        column: x => x.EventId,
                        principalTable: "TrainingEvents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Internships_CenterId_EventId",
                table: "Internships",
                columns: new[] { "CenterId", "EventId" });

            migrationBuilder.CreateIndex(
                name: "IX_Internships_CenterId_Status_From",
                table: "Internships",
                columns: new[] { "CenterId", "Status", "From" });

            migrationBuilder.CreateIndex(
                name: "IX_Internships_EventId",
                table: "Internships",
                column: "EventId");

            migrationBuilder.CreateIndex(
                name: "IX_Internships_HostSchoolId",
                table: "Internships",
                column: "HostSchoolId");

            migrationBuilder.CreateIndex(
                name: "IX_Internships_MunicipalityId",
                table: "Internships",
                column: "MunicipalityId");

            migrationBuilder.CreateIndex(
                name: "IX_Internships_PersonId_From",
                table: "Internships",
                columns: new[] { "PersonId", "From" });

            migrationBuilder.CreateIndex(
                name: "IX_Internships_SchoolId",
                table: "Internships",
                column: "SchoolId");

            migrationBuilder.CreateIndex(
                name: "IX_LearningRoutes_CenterId_Status_To",
                table: "LearningRoutes",
                columns: new[] { "CenterId", "Status", "To" });

            migrationBuilder.CreateIndex(
                name: "IX_LearningRoutes_CenterId_TutorId_GroupId",
                table: "LearningRoutes",
                columns: new[] { "CenterId", "TutorId", "GroupId" });

            migrationBuilder.CreateIndex(
                name: "IX_LearningRoutes_MunicipalityId",
                table: "LearningRoutes",
                column: "MunicipalityId");

            migrationBuilder.CreateIndex(
                name: "IX_LearningRoutes_PersonId_From",
                table: "LearningRoutes",
                columns: new[] { "PersonId", "From" });

            migrationBuilder.CreateIndex(
                name: "IX_LearningRoutes_SchoolId",
                table: "LearningRoutes",
                column: "SchoolId");

            migrationBuilder.CreateIndex(
                name: "IX_LearningRoutes_TutorId_Status",
                table: "LearningRoutes",
                columns: new[] { "TutorId", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_RouteItems_EventId",
                table: "RouteItems",
                column: "EventId");

            migrationBuilder.CreateIndex(
                name: "IX_RouteItems_InternshipId",
                table: "RouteItems",
                column: "InternshipId");

            migrationBuilder.CreateIndex(
                name: "IX_RouteItems_RouteId_DueOn",
                table: "RouteItems",
                columns: new[] { "RouteId", "DueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_RouteItems_RouteId_EventId",
                table: "RouteItems",
                columns: new[] { "RouteId", "EventId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RouteItems_RouteId_InternshipId",
                table: "RouteItems",
                columns: new[] { "RouteId", "InternshipId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TutorGroups_CenterId_TutorId_SearchText",
                table: "TutorGroups",
                columns: new[] { "CenterId", "TutorId", "SearchText" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TutorGroups_TutorId",
                table: "TutorGroups",
                column: "TutorId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "RouteItems");

            migrationBuilder.DropTable(
                name: "Internships");

            migrationBuilder.DropTable(
                name: "LearningRoutes");

            migrationBuilder.DropTable(
                name: "TutorGroups");
        }
    }
}
