using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TeacherCenters.Data.Migrations
{
    /// <inheritdoc />
    public partial class WrittenSchools : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "SchoolWritten",
                table: "Enrollments",
                type: "TEXT",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AlterColumn<int>(
                name: "SchoolId",
                table: "Employment",
                type: "INTEGER",
                nullable: true,
                oldClrType: typeof(int),
                oldType: "INTEGER");

            migrationBuilder.AddColumn<string>(
                name: "SchoolWritten",
                table: "Employment",
                type: "TEXT",
                maxLength: 300,
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Employment_SchoolWritten",
                table: "Employment",
                column: "SchoolWritten",
                filter: "\"SchoolWritten\" IS NOT NULL");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Employment_School",
                table: "Employment",
                sql: "(\"SchoolId\" IS NULL) <> (\"SchoolWritten\" IS NULL) AND \"SchoolWritten\" <> ''");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Employment_SchoolWritten",
                table: "Employment");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Employment_School",
                table: "Employment");

            migrationBuilder.DropColumn(
                name: "SchoolWritten",
                table: "Enrollments");

            migrationBuilder.DropColumn(
                name: "SchoolWritten",
                table: "Employment");

            migrationBuilder.AlterColumn<int>(
                name: "SchoolId",
                table: "Employment",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0,
                oldClrType: typeof(int),
                oldType: "INTEGER",
                oldNullable: true);
        }
    }
}
