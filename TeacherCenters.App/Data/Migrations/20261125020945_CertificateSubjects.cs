using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TeacherCenters.Data.Migrations
{
    /// <inheritdoc />
    public partial class CertificateSubjects : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "AssessmentId",
                table: "Certificates",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "InternshipId",
                table: "Certificates",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "MentorshipId",
                table: "Certificates",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Certificates_AssessmentId",
                table: "Certificates",
                column: "AssessmentId");

            migrationBuilder.CreateIndex(
                name: "IX_Certificates_AssessmentId_Kind",
                table: "Certificates",
                columns: new[] { "AssessmentId", "Kind" },
                unique: true,
                filter: "\"Status\" NOT IN ('Annulled', 'Replaced')");

            migrationBuilder.CreateIndex(
                name: "IX_Certificates_InternshipId",
                table: "Certificates",
                column: "InternshipId");

            migrationBuilder.CreateIndex(
                name: "IX_Certificates_InternshipId_Kind",
                table: "Certificates",
                columns: new[] { "InternshipId", "Kind" },
                unique: true,
                filter: "\"Status\" NOT IN ('Annulled', 'Replaced')");

            migrationBuilder.CreateIndex(
                name: "IX_Certificates_MentorshipId",
                table: "Certificates",
                column: "MentorshipId");

            migrationBuilder.CreateIndex(
                name: "IX_Certificates_MentorshipId_Kind",
                table: "Certificates",
                columns: new[] { "MentorshipId", "Kind" },
                unique: true,
                filter: "\"Status\" NOT IN ('Annulled', 'Replaced')");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Certificate_OneSubject",
                table: "Certificates",
                sql: "(\"EnrollmentId\" IS NOT NULL) + (\"InternshipId\" IS NOT NULL) + (\"AssessmentId\" IS NOT NULL) + (\"MentorshipId\" IS NOT NULL) = 1");

            migrationBuilder.AddForeignKey(
                name: "FK_Certificates_Assessments_AssessmentId",
                table: "Certificates",
                column: "AssessmentId",
                principalTable: "Assessments",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Certificates_Internships_InternshipId",
                table: "Certificates",
                column: "InternshipId",
                principalTable: "Internships",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Certificates_Mentorships_MentorshipId",
                table: "Certificates",
                column: "MentorshipId",
                principalTable: "Mentorships",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Certificates_Assessments_AssessmentId",
                table: "Certificates");

            migrationBuilder.DropForeignKey(
                name: "FK_Certificates_Internships_InternshipId",
                table: "Certificates");

            migrationBuilder.DropForeignKey(
                name: "FK_Certificates_Mentorships_MentorshipId",
                table: "Certificates");

            migrationBuilder.DropIndex(
                name: "IX_Certificates_AssessmentId",
                table: "Certificates");

            migrationBuilder.DropIndex(
                name: "IX_Certificates_AssessmentId_Kind",
                table: "Certificates");

            migrationBuilder.DropIndex(
                name: "IX_Certificates_InternshipId",
                table: "Certificates");

            migrationBuilder.DropIndex(
                name: "IX_Certificates_InternshipId_Kind",
                table: "Certificates");

            migrationBuilder.DropIndex(
                name: "IX_Certificates_MentorshipId",
                table: "Certificates");

            migrationBuilder.DropIndex(
                name: "IX_Certificates_MentorshipId_Kind",
                table: "Certificates");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Certificate_OneSubject",
                table: "Certificates");

            migrationBuilder.DropColumn(
                name: "AssessmentId",
                table: "Certificates");

            migrationBuilder.DropColumn(
                name: "InternshipId",
                table: "Certificates");

            migrationBuilder.DropColumn(
                name: "MentorshipId",
                table: "Certificates");
        }
    }
}
