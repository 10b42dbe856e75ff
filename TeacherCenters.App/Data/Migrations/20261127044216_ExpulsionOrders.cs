using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TeacherCenters.Data.Migrations
{
    /// <inheritdoc />
    public partial class ExpulsionOrders : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "ExpulsionOrderDate",
                table: "Enrollments",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ExpulsionOrderNumber",
                table: "Enrollments",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            // Who has no reason was expelled by the completion of the event, and by its order.
            migrationBuilder.Sql("""
                UPDATE "Enrollments" SET
                    "ExpulsionOrderNumber" = (SELECT e."OrderNumber" FROM "TrainingEvents" e WHERE e."Id" = "Enrollments"."EventId"),
                    "ExpulsionOrderDate" = (SELECT e."OrderDate" FROM "TrainingEvents" e WHERE e."Id" = "Enrollments"."EventId")
                WHERE "Status" = 'Expelled' AND "Reason" IS NULL
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "ExpulsionOrderDate",
                table: "Enrollments");

            migrationBuilder.DropColumn(
                name: "ExpulsionOrderNumber",
                table: "Enrollments");
        }
    }
}
