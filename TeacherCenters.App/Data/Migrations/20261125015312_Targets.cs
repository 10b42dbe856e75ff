using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TeacherCenters.Data.Migrations
{
    /// <inheritdoc />
    public partial class Targets : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Denominators",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    MunicipalityId = table.Column<int>(type: "INTEGER", nullable: false),
                    Group = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    People = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Denominators", x => x.Id);
                    table.CheckConstraint("CK_Denominator_People", "\"People\" >= 0");
                    table.CheckConstraint("CK_Denominator_Year", "\"Year\" BETWEEN 2000 AND 2100");
                    table.ForeignKey(
                        name: "FK_Denominators_Municipality_MunicipalityId",
                        column: x => x.MunicipalityId,
                        principalTable: "Municipality",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Targets",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Figure = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Value = table.Column<decimal>(type: "TEXT", nullable: false),
                    CountedFrom = table.Column<int>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Targets", x => x.Id);
                    table.CheckConstraint("CK_Target_CountedFrom", "\"CountedFrom\" IS NULL OR \"CountedFrom\" <= \"Year\"");
                    table.CheckConstraint("CK_Target_Year", "\"Year\" BETWEEN 2000 AND 2100");
                });

            migrationBuilder.CreateIndex(
                name: "IX_Denominators_MunicipalityId",
                table: "Denominators",
                column: "MunicipalityId");

            migrationBuilder.CreateIndex(
                name: "IX_Denominators_Year_MunicipalityId_Group",
                table: "Denominators",
                columns: new[] { "Year", "MunicipalityId", "Group" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Targets_Figure_Year",
                table: "Targets",
                columns: new[] { "Figure", "Year" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Denominators");

            migrationBuilder.DropTable(
                name: "Targets");
        }
    }
}
