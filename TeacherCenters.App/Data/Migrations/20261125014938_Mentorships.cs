using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TeacherCenters.Data.Migrations
{
    /// <inheritdoc />
    public partial class Mentorships : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Mentors",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CenterId = table.Column<int>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<int>(type: "INTEGER", nullable: false),
                    Direction = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Since = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Mentors", x => x.Id);
                    table.CheckConstraint("CK_Mentor_Dates", "\"Until\" IS NULL OR \"Until\" >= \"Since\"");
                    table.ForeignKey(
                        name: "FK_Mentors_Center_CenterId",
                        column: x => x.CenterId,
                        principalTable: "Center",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Mentors_Person_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Person",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Mentorships",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CenterId = table.Column<int>(type: "INTEGER", nullable: false),
                    MentorId = table.Column<int>(type: "INTEGER", nullable: false),
                    MenteeId = table.Column<int>(type: "INTEGER", nullable: false),
                    Direction = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Form = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    OrderNumber = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    OrderDate = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    MentorConsentOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    MenteeConsentOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    EndedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    EndReason = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    FinalReport = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    SchoolId = table.Column<int>(type: "INTEGER", nullable: true),
                    MunicipalityId = table.Column<int>(type: "INTEGER", nullable: true),
                    Position = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Category = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    MentorSchoolId = table.Column<int>(type: "INTEGER", nullable: true),
                    MentorPosition = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Mentorships", x => x.Id);
                    table.CheckConstraint("CK_Mentorship_Dates", "\"To\" >= \"From\"");
                    table.CheckConstraint("CK_Mentorship_Ended", "(\"Status\" IN ('Waiting', 'Active')) = (\"EndedOn\" IS NULL)");
                    table.CheckConstraint("CK_Mentorship_Reason", "(\"Status\" IN ('Completed', 'EndedEarly')) = (\"EndReason\" IS NOT NULL)");
                    table.CheckConstraint("CK_Mentorship_TwoPeople", "\"MentorId\" <> \"MenteeId\"");
                    table.ForeignKey(
                        name: "FK_Mentorships_Center_CenterId",
                        column: x => x.CenterId,
                        principalTable: "Center",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Mentorships_Municipality_MunicipalityId",
                        column: x => x.MunicipalityId,
                        principalTable: "Municipality",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Mentorships_Person_MenteeId",
                        column: x => x.MenteeId,
                        principalTable: "Person",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Mentorships_Person_MentorId",
                        column: x => x.MentorId,
                        principalTable: "Person",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Mentorships_School_MentorSchoolId",
                        column: x => x.MentorSchoolId,
                        principalTable: "School",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Mentorships_School_SchoolId",
                        column: x => x.SchoolId,
                        principalTable: "School",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MentorGoals",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    MentorshipId = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DoneOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MentorGoals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MentorGoals_Mentorships_MentorshipId",
                        column: x => x.MentorshipId,
                        principalTable: "Mentorships",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MentorMeetings",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    MentorshipId = table.Column<int>(type: "INTEGER", nullable: false),
                    Date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Topic = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MentorMeetings", x => x.Id);
                    table.CheckConstraint("CK_MentorMeeting_Minutes", "\"Minutes\" BETWEEN 1 AND 600");
                    table.ForeignKey(
                        name: "FK_MentorMeetings_Mentorships_MentorshipId",
                        column: x => x.MentorshipId,
                        principalTable: "Mentorships",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Person_TeachingSince",
                table: "Person",
                column: "TeachingSince");

            migrationBuilder.CreateIndex(
                name: "IX_MentorGoals_MentorshipId",
                table: "MentorGoals",
                column: "MentorshipId");

            migrationBuilder.CreateIndex(
                name: "IX_MentorMeetings_MentorshipId_Date",
                table: "MentorMeetings",
                columns: new[] { "MentorshipId", "Date" });

            migrationBuilder.CreateIndex(
                name: "IX_Mentors_CenterId_PersonId",
                table: "Mentors",
                columns: new[] { "CenterId", "PersonId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Mentors_PersonId",
                table: "Mentors",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_Mentorships_CenterId_Status_To",
                table: "Mentorships",
                columns: new[] { "CenterId", "Status", "To" });

            migrationBuilder.CreateIndex(
                name: "IX_Mentorships_MenteeId_Status",
                table: "Mentorships",
                columns: new[] { "MenteeId", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_Mentorships_MentorId_Status",
                table: "Mentorships",
                columns: new[] { "MentorId", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_Mentorships_MentorSchoolId",
                table: "Mentorships",
                column: "MentorSchoolId");

            migrationBuilder.CreateIndex(
                name: "IX_Mentorships_MunicipalityId",
                table: "Mentorships",
                column: "MunicipalityId");

            migrationBuilder.CreateIndex(
                name: "IX_Mentorships_OnePlace",
                table: "Mentorships",
                columns: new[] { "MenteeId", "Direction" },
                unique: true,
                filter: "\"Status\" IN ('Waiting', 'Active')");

            migrationBuilder.CreateIndex(
                name: "IX_Mentorships_SchoolId",
                table: "Mentorships",
                column: "SchoolId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "MentorGoals");

            migrationBuilder.DropTable(
                name: "MentorMeetings");

            migrationBuilder.DropTable(
                name: "Mentors");

            migrationBuilder.DropTable(
                name: "Mentorships");

            migrationBuilder.DropIndex(
                name: "IX_Person_TeachingSince",
                table: "Person");
        }
    }
}
