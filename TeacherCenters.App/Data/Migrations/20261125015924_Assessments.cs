using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TeacherCenters.Data.Migrations
{
    /// <inheritdoc />
    public partial class Assessments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AssessmentProcedures",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CenterId = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    Summary = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    IsArchived = table.Column<bool>(type: "INTEGER", nullable: false),
                    SearchText = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AssessmentProcedures", x => x.Id);
                    table.UniqueConstraint("AK_AssessmentProcedures_CenterId_Id", x => new { x.CenterId, x.Id });
                    table.ForeignKey(
                        name: "FK_AssessmentProcedures_Center_CenterId",
                        column: x => x.CenterId,
                        principalTable: "Center",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AssessmentCriteria",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ProcedureId = table.Column<int>(type: "INTEGER", nullable: false),
                    Tool = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    MaxPoints = table.Column<int>(type: "INTEGER", nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AssessmentCriteria", x => x.Id);
                    table.CheckConstraint("CK_AssessmentCriterion_MaxPoints", "\"MaxPoints\" > 0");
                    table.ForeignKey(
                        name: "FK_AssessmentCriteria_AssessmentProcedures_ProcedureId",
                        column: x => x.ProcedureId,
                        principalTable: "AssessmentProcedures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AssessmentSessions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CenterId = table.Column<int>(type: "INTEGER", nullable: false),
                    ProcedureId = table.Column<int>(type: "INTEGER", nullable: false),
                    Date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Starts = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    Ends = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    SlotMinutes = table.Column<int>(type: "INTEGER", nullable: false),
                    SeatsPerSlot = table.Column<int>(type: "INTEGER", nullable: false),
                    RoomId = table.Column<int>(type: "INTEGER", nullable: true),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Sheet = table.Column<string>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AssessmentSessions", x => x.Id);
                    table.UniqueConstraint("AK_AssessmentSessions_CenterId_Id", x => new { x.CenterId, x.Id });
                    table.CheckConstraint("CK_AssessmentSession_Times", "\"Ends\" > \"Starts\"");
                    table.ForeignKey(
                        name: "FK_AssessmentSessions_AssessmentProcedures_CenterId_ProcedureId",
                        columns: x => new { x.CenterId, x.ProcedureId },
                        principalTable: "AssessmentProcedures",
                        principalColumns: new[] { "CenterId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AssessmentSessions_Center_CenterId",
                        column: x => x.CenterId,
                        principalTable: "Center",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AssessmentSessions_Room_RoomId",
                        column: x => x.RoomId,
                        principalTable: "Room",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AssessmentSlots",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CenterId = table.Column<int>(type: "INTEGER", nullable: false),
                    SessionId = table.Column<int>(type: "INTEGER", nullable: false),
                    Starts = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    Ends = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    Seats = table.Column<int>(type: "INTEGER", nullable: false),
                    SeatsTaken = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AssessmentSlots", x => x.Id);
                    table.UniqueConstraint("AK_AssessmentSlots_CenterId_Id", x => new { x.CenterId, x.Id });
                    table.CheckConstraint("CK_AssessmentSlot_Seats", "\"SeatsTaken\" >= 0 AND \"SeatsTaken\" <= \"Seats\"");
                    table.ForeignKey(
                        name: "FK_AssessmentSlots_AssessmentSessions_CenterId_SessionId",
                        columns: x => new { x.CenterId, x.SessionId },
                        principalTable: "AssessmentSessions",
                        principalColumns: new[] { "CenterId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SessionAssessors",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SessionId = table.Column<int>(type: "INTEGER", nullable: false),
                    AccountId = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SessionAssessors", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SessionAssessors_AspNetUsers_AccountId",
                        column: x => x.AccountId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SessionAssessors_AssessmentSessions_SessionId",
                        column: x => x.SessionId,
                        principalTable: "AssessmentSessions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Assessments",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CenterId = table.Column<int>(type: "INTEGER", nullable: false),
                    ProcedureId = table.Column<int>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<int>(type: "INTEGER", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    StatusAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AppliedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ConsentOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    SlotId = table.Column<int>(type: "INTEGER", nullable: true),
                    SchoolId = table.Column<int>(type: "INTEGER", nullable: true),
                    MunicipalityId = table.Column<int>(type: "INTEGER", nullable: true),
                    Position = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Category = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    NeedsThird = table.Column<bool>(type: "INTEGER", nullable: false),
                    Points = table.Column<decimal>(type: "TEXT", nullable: true),
                    MaxPoints = table.Column<int>(type: "INTEGER", nullable: true),
                    Percent = table.Column<decimal>(type: "TEXT", nullable: true),
                    LevelReached = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    CompletedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ValidTo = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Assessments", x => x.Id);
                    table.CheckConstraint("CK_Assessment_Result", "\"Status\" NOT IN ('Scored', 'Completed') OR (\"Points\" IS NOT NULL AND \"LevelReached\" IS NOT NULL AND (\"Status\" = 'Scored' OR \"CompletedOn\" IS NOT NULL))");
                    table.ForeignKey(
                        name: "FK_Assessments_AssessmentProcedures_CenterId_ProcedureId",
                        columns: x => new { x.CenterId, x.ProcedureId },
                        principalTable: "AssessmentProcedures",
                        principalColumns: new[] { "CenterId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Assessments_AssessmentSlots_CenterId_SlotId",
                        columns: x => new { x.CenterId, x.SlotId },
                        principalTable: "AssessmentSlots",
                        principalColumns: new[] { "CenterId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Assessments_Municipality_MunicipalityId",
                        column: x => x.MunicipalityId,
                        principalTable: "Municipality",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Assessments_Person_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Person",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Assessments_School_SchoolId",
                        column: x => x.SchoolId,
                        principalTable: "School",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AssessorScores",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AssessmentId = table.Column<int>(type: "INTEGER", nullable: false),
                    AccountId = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Points = table.Column<string>(type: "TEXT", nullable: false),
                    Total = table.Column<int>(type: "INTEGER", nullable: false),
                    IsFinal = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AssessorScores", x => x.Id);
                    table.CheckConstraint("CK_AssessorScore_Number", "\"Number\" BETWEEN 1 AND 3");
                    table.ForeignKey(
                        name: "FK_AssessorScores_AspNetUsers_AccountId",
                        column: x => x.AccountId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AssessorScores_Assessments_AssessmentId",
                        column: x => x.AssessmentId,
                        principalTable: "Assessments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AssessmentCriteria_ProcedureId_Order",
                table: "AssessmentCriteria",
                columns: new[] { "ProcedureId", "Order" });

            migrationBuilder.CreateIndex(
                name: "IX_AssessmentProcedures_CenterId_SearchText",
                table: "AssessmentProcedures",
                columns: new[] { "CenterId", "SearchText" });

            migrationBuilder.CreateIndex(
                name: "IX_Assessments_CenterId_ProcedureId",
                table: "Assessments",
                columns: new[] { "CenterId", "ProcedureId" });

            migrationBuilder.CreateIndex(
                name: "IX_Assessments_CenterId_SlotId",
                table: "Assessments",
                columns: new[] { "CenterId", "SlotId" });

            migrationBuilder.CreateIndex(
                name: "IX_Assessments_CenterId_Status",
                table: "Assessments",
                columns: new[] { "CenterId", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_Assessments_CompletedOn",
                table: "Assessments",
                column: "CompletedOn");

            migrationBuilder.CreateIndex(
                name: "IX_Assessments_MunicipalityId",
                table: "Assessments",
                column: "MunicipalityId");

            migrationBuilder.CreateIndex(
                name: "IX_Assessments_PersonId",
                table: "Assessments",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_Assessments_PersonId_ProcedureId",
                table: "Assessments",
                columns: new[] { "PersonId", "ProcedureId" },
                unique: true,
                filter: "\"Status\" IN ('Applied', 'Checked', 'Booked', 'TookPlace', 'Scored')");

            migrationBuilder.CreateIndex(
                name: "IX_Assessments_SchoolId",
                table: "Assessments",
                column: "SchoolId");

            migrationBuilder.CreateIndex(
                name: "IX_Assessments_SlotId",
                table: "Assessments",
                column: "SlotId");

            migrationBuilder.CreateIndex(
                name: "IX_AssessmentSessions_CenterId_Date",
                table: "AssessmentSessions",
                columns: new[] { "CenterId", "Date" });

            migrationBuilder.CreateIndex(
                name: "IX_AssessmentSessions_CenterId_ProcedureId",
                table: "AssessmentSessions",
                columns: new[] { "CenterId", "ProcedureId" });

            migrationBuilder.CreateIndex(
                name: "IX_AssessmentSessions_RoomId_Date",
                table: "AssessmentSessions",
                columns: new[] { "RoomId", "Date" });

            migrationBuilder.CreateIndex(
                name: "IX_AssessmentSlots_CenterId_SessionId",
                table: "AssessmentSlots",
                columns: new[] { "CenterId", "SessionId" });

            migrationBuilder.CreateIndex(
                name: "IX_AssessmentSlots_SessionId_Starts",
                table: "AssessmentSlots",
                columns: new[] { "SessionId", "Starts" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AssessorScores_AccountId",
                table: "AssessorScores",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_AssessorScores_AssessmentId_AccountId",
                table: "AssessorScores",
                columns: new[] { "AssessmentId", "AccountId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AssessorScores_AssessmentId_Number",
                table: "AssessorScores",
                columns: new[] { "AssessmentId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SessionAssessors_AccountId",
                table: "SessionAssessors",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_SessionAssessors_SessionId_AccountId",
                table: "SessionAssessors",
                columns: new[] { "SessionId", "AccountId" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AssessmentCriteria");

            migrationBuilder.DropTable(
                name: "AssessorScores");

            migrationBuilder.DropTable(
                name: "SessionAssessors");

            migrationBuilder.DropTable(
                name: "Assessments");

            migrationBuilder.DropTable(
                name: "AssessmentSlots");

            migrationBuilder.DropTable(
                name: "AssessmentSessions");

            migrationBuilder.DropTable(
                name: "AssessmentProcedures");
        }
    }
}
