using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TeacherCenters.Data.Migrations
{
    /// <inheritdoc />
    public partial class CertificateSubjectsFrozen : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // The migration before this one rebuilds the table, and with it went its triggers. They come here, as a rebuild is the last act of its migration.
            migrationBuilder.Sql("DROP TRIGGER IF EXISTS \"TR_Certificates_Frozen\"; DROP TRIGGER IF EXISTS \"TR_Certificates_Kept\";");
            migrationBuilder.Sql("""
                CREATE TRIGGER "TR_Certificates_Frozen" BEFORE UPDATE OF "CenterId", "Kind", "Year", "Sequence", "Number", "IssuedOn", "Token", "EnrollmentId", "InternshipId", "AssessmentId", "MentorshipId", "PersonName", "Title", "Snapshot" ON "Certificates"
                BEGIN SELECT RAISE(ABORT, 'A registered document is never edited.'); END;
                """);
            migrationBuilder.Sql("""
                CREATE TRIGGER "TR_Certificates_Kept" BEFORE DELETE ON "Certificates"
                BEGIN SELECT RAISE(ABORT, 'A registered document is never deleted.'); END;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            // The rebuild that follows drops them again with the table.
            migrationBuilder.Sql("DROP TRIGGER IF EXISTS \"TR_Certificates_Frozen\"; DROP TRIGGER IF EXISTS \"TR_Certificates_Kept\";");
        }
    }
}
