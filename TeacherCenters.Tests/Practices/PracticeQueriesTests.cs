using Microsoft.EntityFrameworkCore;
using TeacherCenters.Data;
using TeacherCenters.Kernel;
using TeacherCenters.Practices;
using TeacherCenters.Security;
using TeacherCenters.Tests.Data;
using UglyToad.PdfPig;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;

namespace TeacherCenters.Tests.Practices;

public sealed class PracticeQueriesTests : IAsyncLifetime
{
    private TestStore store = null!;
    private PracticeBank bank = null!;

    public async Task InitializeAsync() => bank = await PracticeBank.CreateAsync(store = await TestStore.CreateAsync());

    public async Task DisposeAsync() => await store.DisposeAsync();

    [Fact]
    public async Task The_list_is_found_by_words_author_subject_kind_status_and_center()
    {
        await bank.PublishedAsync();
        var quest = bank.Form("Ёлочный квест", "Математика");
        (quest.Summary, quest.AuthorKeys) = ("Игра на переменах", [bank.Second.PublicKey]);
        await bank.PracticeAsync(quest);
        var study = bank.Form("Чтение в начальной школе", null);
        (study.Kind, study.Summary, study.AuthorKeys) = (PracticeKind.Research, "Что читают дети", []);
        await bank.MoveAsync(await bank.PracticeAsync(study), PracticeStatus.Declined, "Повторяет другое");

        async Task ExpectAsync(PracticeFilter filter, params string[] titles)
        {
            var page = await bank.Queries.ListAsync(bank.Coordinator, filter, new PageRequest(Sort: nameof(PracticeRow.Title)));
            Assert.Equal(titles, page.Items.Select(x => x.Title));
            Assert.Equal(titles.Length, page.Total);
            Assert.Equal(titles.Order(StringComparer.Ordinal), (await bank.Queries.AllAsync(bank.Coordinator, filter)).Select(x => x.Title).Order(StringComparer.Ordinal));
        }
        await ExpectAsync(new(), "Ёлочный квест", "Урок в музее", "Чтение в начальной школе");
        await ExpectAsync(new() { Text = "елочный" }, "Ёлочный квест");
        await ExpectAsync(new() { Text = "ПЕРЕМЕНАХ игра" }, "Ёлочный квест");
        await ExpectAsync(new() { Text = "белова" }, "Ёлочный квест");
        await ExpectAsync(new() { Text = "музее математика" });
        await ExpectAsync(new() { Subject = "История" }, "Урок в музее");
        await ExpectAsync(new() { Kind = PracticeKind.Research }, "Чтение в начальной школе");
        await ExpectAsync(new() { Status = PracticeStatus.Published }, "Урок в музее");
        await ExpectAsync(new() { Center = bank.Other.Id });
        var counts = await bank.Queries.CountsAsync(bank.Coordinator, new() { Status = PracticeStatus.Published });
        Assert.Equal((1, 1, 1), (counts[PracticeStatus.Proposed], counts[PracticeStatus.Published], counts[PracticeStatus.Declined]));
        var choices = await bank.Queries.ChoicesAsync(bank.Coordinator);
        Assert.Equal(["История", "Математика"], choices.Subjects);
        Assert.Equal([bank.Center.Id], choices.Centers.Select(x => x.Id));
    }

    [Theory]
    [InlineData(nameof(PracticeRow.Title), false, "Алгебра", "Сад", "Ягоды")]
    [InlineData(nameof(PracticeRow.Title), true, "Ягоды", "Сад", "Алгебра")]
    [InlineData(nameof(PracticeRow.Status), false, "Сад", "Ягоды", "Алгебра")]
    [InlineData(nameof(PracticeRow.Status), true, "Алгебра", "Ягоды", "Сад")]
    [InlineData(nameof(PracticeRow.Subject), false, "Ягоды", "Алгебра", "Сад")]
    [InlineData(nameof(PracticeRow.Subject), true, "Сад", "Алгебра", "Ягоды")]
    [InlineData(nameof(PracticeRow.ProposedOn), false, "Ягоды", "Алгебра", "Сад")]
    [InlineData(null, false, "Сад", "Алгебра", "Ягоды")]
    public async Task The_list_is_sorted_by_title_subject_day_and_along_the_chain(string? sort, bool descending, params string[] titles)
    {
        await bank.MoveAsync(await bank.PracticeAsync(bank.Form("Ягоды", "Биология")), PracticeStatus.InTrial);
        store.Time.Advance(TimeSpan.FromDays(1));
        await bank.PublishedAsync(bank.Form("Алгебра", "Математика"));
        store.Time.Advance(TimeSpan.FromDays(1));
        await bank.PracticeAsync(bank.Form("Сад", "Экология"));

        Assert.Equal(titles, (await bank.Queries.ListAsync(bank.Coordinator, new(), new PageRequest(Sort: sort, Descending: descending))).Items.Select(x => x.Title));
    }

    [Fact]
    public async Task A_row_names_its_authors_in_order_and_counts_files_and_showings()
    {
        var form = bank.Form();
        form.AuthorKeys = [bank.Second.PublicKey, bank.First.PublicKey];
        var id = await bank.PracticeAsync(form);
        (await bank.Commands.AttachAsync(bank.Coordinator, id, "Конспект.pdf", PracticeBank.Paper)).ShouldSucceed();
        (await bank.Commands.ShowAsync(bank.Coordinator, id, new() { EventId = (await bank.EventAsync()).Id })).ShouldSucceed();

        var row = (await bank.Queries.ListAsync(bank.Coordinator, new(), new())).Items.Single();

        Assert.Equal(["Белова О. И.", "Иванова М. П."], row.Authors.Select(x => x.Short));
        Assert.Equal((1, 1, bank.Center.ShortName), (row.Files, row.Showings, row.Center));
    }

    [Fact]
    public async Task What_is_published_is_read_in_the_whole_network_and_the_rest_at_home()
    {
        var (published, proposed) = (await bank.PublishedAsync(), await bank.PracticeAsync(bank.Form("Ещё не готово")));
        (await bank.Commands.AttachAsync(bank.Coordinator, published, "Конспект.pdf", PracticeBank.Paper)).ShouldSucceed();
        var file = (await bank.DetailsAsync(published)).Files.Single().Id;

        Assert.Equal([published], (await bank.Queries.AllAsync(bank.Neighbour, new())).Select(x => x.Id));
        Assert.NotNull(await bank.Queries.FileAsync(bank.Neighbour, published, file));
        Assert.Empty(await bank.Queries.HistoryAsync(bank.Neighbour, published));
        Assert.False((await bank.Queries.DetailsAsync(bank.Neighbour, published))!.Authors.Single().IsVisible);
        Assert.Equal(2, (await bank.Queries.AllAsync(A.Viewer(bank.Center.Id), new())).Count);
        Assert.Equal(2, (await bank.Queries.AllAsync(A.Administrator(), new())).Count);
        var assessor = new Actor(9, "Эксперт", [new Grant(Role.Assessor, bank.Center.Id)]);
        Assert.Empty(await bank.Queries.AllAsync(assessor, new()));
        Assert.Null(await bank.Queries.DetailsAsync(assessor, published));
        Assert.Null(await bank.Queries.FileAsync(Actor.Nobody, published, file));
        Assert.Null(await bank.Queries.DetailsAsync(bank.Neighbour, proposed));
    }

    [Fact]
    public async Task People_and_events_know_the_practices_that_the_reader_may_see()
    {
        var (published, proposed, seminar) = (await bank.PublishedAsync(), await bank.PracticeAsync(bank.Form("Ещё не готово")), await bank.EventAsync());
        foreach (var id in new[] { published, proposed }) (await bank.Commands.ShowAsync(bank.Coordinator, id, new() { EventId = seminar.Id })).ShouldSucceed();

        Assert.Equal(["Ещё не готово", "Урок в музее"], (await bank.Queries.OfPersonAsync(bank.Coordinator, bank.First.Id)).Select(x => x.Title));
        Assert.Equal(["Урок в музее"], (await bank.Queries.OfPersonAsync(bank.Neighbour, bank.First.Id)).Select(x => x.Title));
        Assert.Empty(await bank.Queries.OfPersonAsync(bank.Coordinator, bank.Second.Id));
        Assert.Equal([proposed, published], (await bank.Queries.OfEventAsync(bank.Coordinator, seminar.Id)).Select(x => x.Id));
    }

    [Fact]
    public async Task The_card_on_paper_says_all_over_as_many_pages_as_it_needs()
    {
        var form = bank.Form();
        form.Summary = string.Join("\n", Enumerable.Range(1, 60).Select(x => $"Шаг {x}. " + string.Concat(Enumerable.Repeat("Учитель готовит карточки. ", 3)).Trim()));
        form.AuthorKeys = [bank.First.PublicKey, bank.Second.PublicKey];
        var id = await bank.PracticeAsync(form);
        (await bank.Commands.AttachAsync(bank.Coordinator, id, "Конспект.pdf", PracticeBank.Paper)).ShouldSucceed();
        (await bank.Commands.ShowAsync(bank.Coordinator, id, new() { EventId = (await bank.EventAsync()).Id })).ShouldSucceed();
        using var spoken = new Ui.Spoken(TeacherCenters.Ui.Culture.AppCultures.Russian);
        using var output = new MemoryStream();

        PracticePdf.Write(output, await bank.DetailsAsync(id), A.Today, store.Clock.UtcNow);

        using var pdf = PdfDocument.Open(output.ToArray());
        Assert.InRange(pdf.NumberOfPages, 2, 3);
        var text = string.Concat(pdf.GetPages().Select(x => ContentOrderTextExtractor.GetText(x)));
        foreach (var part in new[] { "Урок в музее", "учитель физики, Школа № 5", "Белова Ольга Ивановна", "Предложена", "Шаг 1.", "Шаг 60.", "Семинар историков", "Конспект.pdf", "Карточка на 23.11.2026", "Лист 2" })
            Assert.Contains(part, text, StringComparison.Ordinal);
        foreach (var step in Enumerable.Range(1, 60)) Assert.Contains($"Шаг {step}.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_check_finds_a_lost_file_a_strange_owner_a_bare_publication_and_a_gap_among_authors()
    {
        var id = await bank.PublishedAsync();
        (await bank.Commands.AttachAsync(bank.Coordinator, id, "Конспект.pdf", PracticeBank.Paper)).ShouldSucceed();
        async Task ExpectAsync(int files, int published, int authors)
        {
            await using var db = await store.Store.ReadAsync();
            Assert.Equal((files, published, authors), ((await PracticeInvariants.FilesAsync(db, store.Files)).Count, (await PracticeInvariants.PublishedAsync(db, store.Files)).Count, (await PracticeInvariants.AuthorsAsync(db, store.Files)).Count));
        }
        await ExpectAsync(0, 0, 0);

        await store.AddAsync(new AttachedFile { OwnerKind = nameof(Practice), OwnerId = 9_999, Name = "Чужой.pdf", Size = 1, Hash = FileStore.HashOf("нет такого"u8), AddedAt = store.Clock.UtcNow, AddedBy = "Никто" });
        await ExpectAsync(2, 0, 0);
        var hash = FileStore.HashOf(PracticeBank.Paper);
        await File.WriteAllTextAsync(Path.Combine(store.Root.Files, hash[..2], hash), "подменили");
        await ExpectAsync(3, 0, 0);
        await store.ChangeAsync(async unit => (await unit.Db.Set<PracticeAuthor>().SingleAsync()).Order = 2);
        await ExpectAsync(3, 0, 1);
        await store.ChangeAsync(async unit => unit.Db.Remove(await unit.Db.Set<PracticeAuthor>().SingleAsync()));
        await ExpectAsync(3, 1, 0);
    }
}
