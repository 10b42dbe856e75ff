using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TeacherCenters.Assessments;
using TeacherCenters.Certificates;
using TeacherCenters.Data;
using TeacherCenters.Security;
using TeacherCenters.Tests.Data;
using UglyToad.PdfPig;

namespace TeacherCenters.Tests.Certificates;

/// <summary>The level is on the paper; a reader without the right to results searches everything for it and finds nothing.</summary>
public sealed class ResultOnPaperTests
{
    private const string Level = "высокий";
    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public async Task Without_the_right_neither_card_nor_file_nor_list_nor_history_tells_the_level()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await IssuedSubjects.CreateAsync(store);
        var (batch, made) = await IssueAsync(of);
        var mask = new HistoryMask([CertificateSetup.Masked]);
        var history = await store.ReadAsync(db => db.ChangeSets.SelectMany(x => x.Rows, (set, row) => new { set.CenterId, row.Kind, row.After }).Where(x => x.Kind == nameof(Certificate)).ToListAsync());
        Assert.NotEmpty(history);

        foreach (var reader in new[] { A.Coordinator(of.Center.Id), A.Viewer(of.Center.Id), new Actor(9, "Оба", [new Grant(Role.Viewer, of.Center.Id), new Grant(Role.Clerk, of.Center.Id + 1)]) })
        {
            Assert.Null(await of.Queries.CardAsync(reader, made.Id));
            Assert.Null(await of.Queries.FindAsync(reader, made.Token));
            Assert.Null(await of.Queries.BatchAsync(reader, batch));
            var row = Assert.Single((await of.Queries.PageAsync(reader, new(), new())).Items);
            Assert.False(row.MayOpen);
            Assert.Equal(made.Number, row.Number);
            Says(row);
            Says(await of.Queries.AllAsync(reader, new()));
            Says(Book(await of.Queries.AllAsync(reader, new())));
            foreach (var state in Enum.GetValues<ToIssueState>()) Says((await of.ToIssue.ListAsync(reader, CertificateSubject.Assessment, of.Center.Id, state, 0))!);
            Says(history.Select(x => mask.Of(reader, x.CenterId, x.Kind, x.After, untold: false)));
        }
    }

    [Fact]
    public async Task Who_has_the_paper_learns_on_the_page_of_verification_that_it_holds_and_until_when()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await IssuedSubjects.CreateAsync(store);
        var (_, made) = await IssueAsync(of);

        var verified = await of.Queries.VerifyAsync(made.Token);

        Assert.Equal((Validity.Holds, IssuedSubjects.Ended.AddYears(3)), (verified!.Validity, verified.ValidTo));
        Says(verified);
        store.Time.SetUtcNow(new DateTimeOffset(IssuedSubjects.Ended.AddYears(3).AddDays(1), new TimeOnly(9, 0), TimeSpan.Zero));
        Assert.Equal(Validity.Expired, (await of.Queries.VerifyAsync(made.Token))!.Validity);
    }

    [Fact]
    public async Task The_clerk_of_the_center_opens_the_paper_and_it_says_level_and_term()
    {
        await using var store = await TestStore.CreateAsync();
        var of = await IssuedSubjects.CreateAsync(store);
        var (batch, made) = await IssueAsync(of);

        Assert.Equal(Level, (await of.Queries.CardAsync(of.Clerk, made.Id))!.Snapshot.Level);
        Assert.NotNull(await of.Queries.FindAsync(of.Clerk, made.Token));
        using var pdf = PdfDocument.Open(CertificatePdfs.Draw((await of.Queries.BatchAsync(of.Clerk, batch))!.Snapshots));
        var text = UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor.ContentOrderTextExtractor.GetText(pdf.GetPage(1));
        foreach (var part in new[] { "СЕРТИФИКАТ", "о прохождении независимой оценки", "Иванова Мария Петровна", "Достигнутый уровень: высокий", "действителен до 18 ноября 2029 г. включительно", made.Number }) Assert.Contains(part, text, StringComparison.Ordinal);
        // The book never tells it, whoever reads.
        Says(Book(await of.Queries.AllAsync(of.Clerk, new())));
    }

    private static async Task<(Guid Batch, IssuedDocument Made)> IssueAsync(IssuedSubjects of)
    {
        var id = await of.AssessmentAsync("Иванова", AssessmentStatus.Completed, AssessmentLevel.High);
        var batch = (await of.IssueAsync(CertificateSubject.Assessment, id)).ShouldSucceed();
        // The secret is really there to be found.
        Assert.Contains(Level, await of.Store.ReadAsync(db => db.Set<Certificate>().Select(x => x.Snapshot).SingleAsync()), StringComparison.Ordinal);
        return (batch.BatchKey, batch.Documents[0]);
    }

    private static string Book(IReadOnlyList<CertificateBookLine> lines)
    {
        using var output = new MemoryStream();
        CertificateBook.Write(output, lines, CancellationToken.None);
        output.Position = 0;
        using var book = new ClosedXML.Excel.XLWorkbook(output);
        return string.Join('|', book.Worksheets.SelectMany(x => x.CellsUsed()).Select(x => x.GetFormattedString()));
    }

    private static void Says(object shown) =>
        Assert.DoesNotContain(Level, shown as string ?? JsonSerializer.Serialize(shown, Plain), StringComparison.OrdinalIgnoreCase);
}
