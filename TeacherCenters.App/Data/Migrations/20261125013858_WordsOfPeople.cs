using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TeacherCenters.Data.Migrations
{
    /// <inheritdoc />
    public partial class WordsOfPeople : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Beside every word now stand all words of its person; only former names and parts of double ones were missing.
            migrationBuilder.Sql(
                """
                UPDATE "PersonWord" SET "SearchText" = "SearchText" || (
                    SELECT group_concat(' ' || e."Word", '') FROM "PersonWord" AS e JOIN "Person" AS p ON p."Id" = e."PersonId"
                    WHERE p."Id" = "PersonWord"."PersonId" AND instr(' ' || p."SearchText" || ' ', ' ' || e."Word" || ' ') = 0)
                WHERE EXISTS (
                    SELECT 1 FROM "PersonWord" AS e JOIN "Person" AS p ON p."Id" = e."PersonId"
                    WHERE p."Id" = "PersonWord"."PersonId" AND instr(' ' || p."SearchText" || ' ', ' ' || e."Word" || ' ') = 0);
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""UPDATE "PersonWord" SET "SearchText" = (SELECT p."SearchText" FROM "Person" AS p WHERE p."Id" = "PersonWord"."PersonId");""");
        }
    }
}
