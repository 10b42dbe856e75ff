using Microsoft.Extensions.Logging.Abstractions;
using TeacherCenters.Certificates;
using TeacherCenters.Data;
using TeacherCenters.Courses;
using TeacherCenters.Tests.Data;
using UglyToad.PdfPig;

namespace TeacherCenters.Tests.Certificates;

public sealed class CertificatePdfsTests
{
    [Fact]
    public async Task Each_document_is_drawn_after_its_registration_and_kept_by_hash()
    {
        await using var store = await TestStore.CreateAsync();
        var issued = await IssuedEvent.CreateAsync(store, null, "Белова", "Иванова");
        var batch = (await issued.IssueAsync()).ShouldSucceed();
        var pdfs = new CertificatePdfs(store.Store, store.Files, NullLogger<CertificatePdfs>.Instance);

        Assert.Equal(0, await pdfs.KeepAsync(batch.BatchKey));

        Assert.Empty(await issued.WrongAsync());
        var card = await issued.Queries.CardAsync(issued.Clerk, batch.Documents[1].Id);
        Assert.False(card!.Row.IsPdfPending);
        // A file that is made is no change of the document: an open card still saves.
        Assert.Equal(1, card.Version);
        await using var content = await pdfs.OpenAsync(batch.Documents[1].Id);
        var text = await TextAsync(content);
        foreach (var part in new[] { "УДОСТОВЕРЕНИЕ", "Иванова Мария Петровна", "прошла повышение квалификации", "«Читательская грамотность»", "36 академических часов", batch.Documents[1].Number, "23 ноября 2026 г.", "Н. В. Соколова" })
            Assert.Contains(part, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pdf_that_is_lost_is_drawn_again_from_the_snapshot()
    {
        await using var store = await TestStore.CreateAsync();
        var issued = await IssuedEvent.CreateAsync(store, null, "Иванова");
        var batch = (await issued.IssueAsync()).ShouldSucceed();
        var pdfs = new CertificatePdfs(store.Store, store.Files, NullLogger<CertificatePdfs>.Instance);
        await pdfs.KeepAsync(batch.BatchKey);
        var kept = Assert.Single(Directory.GetFiles(store.Root.Files, "*", SearchOption.AllDirectories));
        File.Delete(kept);
        Assert.Contains(await issued.WrongAsync(), x => x.Key == "Found_Pdf" && x.Args[1] is FileFault.Gone);

        await (await pdfs.OpenAsync(batch.Documents[0].Id)).DisposeAsync();

        Assert.Single(Directory.GetFiles(store.Root.Files, "*", SearchOption.AllDirectories));
        Assert.Empty(await issued.WrongAsync());
    }

    [Fact]
    public async Task A_document_that_holds_no_longer_says_so_on_its_page_and_the_kept_file_stays()
    {
        await using var store = await TestStore.CreateAsync();
        var issued = await IssuedEvent.CreateAsync(store, null, "Белова", "Иванова");
        var batch = (await issued.IssueAsync()).ShouldSucceed();
        var pdfs = new CertificatePdfs(store.Store, store.Files, NullLogger<CertificatePdfs>.Instance);
        await pdfs.KeepAsync(batch.BatchKey);
        (await issued.Commands.AnnulAsync(issued.Clerk, batch.Documents[0].Id, new() { Version = 1, On = A.Today, Order = "1", Reason = "Ошибка" })).ShouldSucceed();
        (await issued.Commands.DuplicateAsync(issued.Clerk, batch.Documents[1].Id, new() { Version = 1, IssuedOn = A.Today, Reason = "Утеря" })).ShouldSucceed();

        Assert.Contains("ДОКУМЕНТ АННУЛИРОВАН", await TextAsync(await pdfs.OpenAsync(batch.Documents[0].Id)), StringComparison.Ordinal);
        Assert.Contains("ЗАМЕНЁН ДУБЛИКАТОМ", await TextAsync(await pdfs.OpenAsync(batch.Documents[1].Id)), StringComparison.Ordinal);
        Assert.Empty(await issued.WrongAsync());
    }

    [Fact]
    public async Task A_failure_leaves_the_document_registered_and_its_pdf_pending()
    {
        await using var store = await TestStore.CreateAsync();
        var issued = await IssuedEvent.CreateAsync(store, null, "Белова", "Иванова");
        var batch = (await issued.IssueAsync()).ShouldSucceed();
        var pdfs = new CertificatePdfs(store.Store, store.Files, NullLogger<CertificatePdfs>.Instance);
        Directory.Delete(store.Root.Files);
        await File.WriteAllTextAsync(store.Root.Files, "in the way");

        Assert.Equal(2, await pdfs.KeepAsync(batch.BatchKey));
        Assert.Empty(await issued.WrongAsync());

        File.Delete(store.Root.Files);
        Assert.Equal(0, await pdfs.KeepAsync(batch.BatchKey));
    }

    [Fact]
    public async Task The_documents_of_an_event_come_as_one_file_by_name_without_the_annulled()
    {
        await using var store = await TestStore.CreateAsync();
        var issued = await IssuedEvent.CreateAsync(store, null, "Белова", "Иванова", "Яшина");
        var batch = (await issued.IssueAsync()).ShouldSucceed();
        (await issued.Commands.AnnulAsync(issued.Clerk, batch.Documents[1].Id, new() { Version = 1, On = A.Today, Order = "1", Reason = "Ошибка" })).ShouldSucceed();

        var job = await issued.Queries.OfEventToPrintAsync(issued.Clerk, issued.Event.Id);

        using var pdf = PdfDocument.Open(CertificatePdfs.Draw(job!.Snapshots));
        Assert.Equal(2, pdf.NumberOfPages);
        Assert.Contains("Белова", pdf.GetPage(1).Text, StringComparison.Ordinal);
        Assert.Contains("Яшина", pdf.GetPage(2).Text, StringComparison.Ordinal);
        Assert.Null(await issued.Queries.OfEventToPrintAsync(A.Clerk(issued.Center.Id + 1), issued.Event.Id));
        Assert.Null(await issued.Queries.FindAsync(A.Clerk(issued.Center.Id + 1), batch.Documents[0].Token));
    }

    [Theory]
    [InlineData(DocumentKind.StudyStatement, "Ивановой Марии Петровне", "она обучалась")]
    [InlineData(DocumentKind.ParticipantCertificate, "Иванова Мария Петровна", "приняла участие")]
    [InlineData(DocumentKind.RetrainingDiploma, "Иванова Мария Петровна", "прошла профессиональную переподготовку")]
    public async Task Each_kind_says_its_own_words_in_the_right_case_and_gender(DocumentKind kind, string name, string deed)
    {
        var snapshot = Snapshot() with { Kind = kind, DuplicateOf = "ВЛГ-У-2025/00001" };

        var text = await TextAsync(new MemoryStream(CertificatePdfs.Draw([snapshot])));

        Assert.Contains(name, text, StringComparison.Ordinal);
        Assert.Contains(deed, text, StringComparison.Ordinal);
        Assert.Contains("ДУБЛИКАТ", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(16, 22, "освоено 16 из 22 академических часов")]
    [InlineData(1.5, 21, "освоено 1,5 из 21 академического часа")]
    public async Task A_statement_tells_the_hours_credited_of_those_of_the_programme(double credited, int hours, string said)
    {
        var statement = Snapshot() with { Kind = DocumentKind.StudyStatement, Hours = hours, Credited = (decimal)credited };

        Assert.Contains(said, await TextAsync(new MemoryStream(CertificatePdfs.Draw([CertificateSnapshot.Parse(statement.ToJson())]))), StringComparison.Ordinal);
        Assert.Equal("в объёме 22 академических часов", CertificateSheets.Of(Snapshot() with { Hours = 22 }).Hours);
    }

    internal static CertificateSnapshot Snapshot() => new()
    {
        Kind = DocumentKind.ProfessionalDevelopmentCertificate,
        Organisation = "Центр непрерывного повышения профессионального мастерства педагогических работников города Вологды",
        City = "Вологда",
        Number = "ВЛГ-У-2026/00012",
        IssuedOn = A.Today,
        FamilyName = "Иванова",
        GivenName = "Мария",
        Patronymic = "Петровна",
        DativeName = "Ивановой Марии Петровне",
        IsFemale = true,
        Title = "Читательская грамотность",
        Hours = 36,
        From = new(2026, 11, 9),
        To = new(2026, 11, 20),
        HeadPost = "Директор",
        HeadName = "Н. В. Соколова",
        SecretaryPost = "Секретарь",
        SecretaryName = "О. П. Белова",
        ProtocolNumber = "7",
        ProtocolDate = new(2026, 11, 20),
        ResultLine = "Итоговая аттестация: зачтено",
        LegalBasis = "Приказ Минобрнауки России от 24.03.2025 № 266",
        VerifyAddress = "https://centers.example.ru/verify/0123456789abcdef0123456789abcdef",
    };

    private static async Task<string> TextAsync(Stream pdf)
    {
        using var memory = new MemoryStream();
        await pdf.CopyToAsync(memory);
        using var document = PdfDocument.Open(memory.ToArray());
        return string.Join('\n', document.GetPages().Select(page => UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor.ContentOrderTextExtractor.GetText(page))).Replace("\r", "", StringComparison.Ordinal);
    }
}
