using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TeacherCenters.Data.Migrations
{
    /// <inheritdoc />
    public partial class NamePairs : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Each table is its own index: a key of four columns kept twice would take twice the room.
            migrationBuilder.Sql("""CREATE TABLE "NameWord" ("Word" TEXT NOT NULL CONSTRAINT "PK_NameWord" PRIMARY KEY) WITHOUT ROWID;""");
            migrationBuilder.Sql("""
                CREATE TABLE "NamePair" ("First" TEXT NOT NULL, "Second" TEXT NOT NULL, "SearchText" TEXT NOT NULL, "PersonId" INTEGER NOT NULL,
                    CONSTRAINT "PK_NamePair" PRIMARY KEY ("First", "Second", "SearchText", "PersonId")) WITHOUT ROWID;
                """);
            migrationBuilder.Sql("""INSERT INTO "NameWord" SELECT DISTINCT "Word" FROM "PersonWord";""");
            migrationBuilder.Sql("""
                INSERT INTO "NamePair" SELECT a."Word", b."Word", b."SearchText", b."PersonId" FROM "PersonWord" AS a JOIN "PersonWord" AS b ON b."PersonId" = a."PersonId" AND b."Id" > a."Id" ORDER BY 1, 2, 3, 4;
                """);

            // A pair goes with the later of its two words.
            migrationBuilder.Sql("""
                CREATE TRIGGER "TR_PersonWord_Added" AFTER INSERT ON "PersonWord" BEGIN
                    INSERT OR IGNORE INTO "NameWord" VALUES (NEW."Word");
                    INSERT INTO "NamePair" SELECT "Word", NEW."Word", NEW."SearchText", NEW."PersonId" FROM "PersonWord" WHERE "PersonId" = NEW."PersonId" AND "Id" < NEW."Id";
                END;
                """);
            migrationBuilder.Sql("""
                CREATE TRIGGER "TR_PersonWord_Changed" AFTER UPDATE OF "SearchText" ON "PersonWord" BEGIN
                    UPDATE "NamePair" SET "SearchText" = NEW."SearchText" WHERE "Second" = NEW."Word" AND "SearchText" = OLD."SearchText" AND "PersonId" = NEW."PersonId"
                        AND "First" IN (SELECT "Word" FROM "PersonWord" WHERE "PersonId" = NEW."PersonId" AND "Id" < NEW."Id");
                END;
                """);
            migrationBuilder.Sql("""
                CREATE TRIGGER "TR_PersonWord_Removed" AFTER DELETE ON "PersonWord" BEGIN
                    DELETE FROM "NamePair" WHERE "PersonId" = OLD."PersonId" AND "First" = OLD."Word" AND "Second" IN (SELECT "Word" FROM "PersonWord" WHERE "PersonId" = OLD."PersonId");
                    DELETE FROM "NamePair" WHERE "PersonId" = OLD."PersonId" AND "Second" = OLD."Word" AND "First" IN (SELECT "Word" FROM "PersonWord" WHERE "PersonId" = OLD."PersonId");
                    DELETE FROM "NameWord" WHERE "Word" = OLD."Word" AND NOT EXISTS (SELECT 1 FROM "PersonWord" WHERE "Word" = OLD."Word");
                END;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TRIGGER \"TR_PersonWord_Added\"; DROP TRIGGER \"TR_PersonWord_Changed\"; DROP TRIGGER \"TR_PersonWord_Removed\";");

            migrationBuilder.DropTable(
                name: "NamePair");

            migrationBuilder.DropTable(
                name: "NameWord");
        }
    }
}
