using Microsoft.EntityFrameworkCore;
using TeacherCenters.Data;
using TeacherCenters.Events;
using TeacherCenters.Kernel;
using TeacherCenters.Practices;
using TeacherCenters.Security;
using TeacherCenters.Tests.Data;

namespace TeacherCenters.Tests.Practices;

public sealed class PracticeCommandsTests : IAsyncLifetime
{
    private TestStore store = null!;
    private PracticeBank bank = null!;

    public async Task InitializeAsync() => bank = await PracticeBank.CreateAsync(store = await TestStore.CreateAsync());

    public async Task DisposeAsync() => await store.DisposeAsync();

    [Fact]
    public async Task A_proposed_practice_keeps_its_authors_in_the_order_of_the_title_page()
    {
        var form = bank.Form();
        form.AuthorKeys = [bank.Second.PublicKey, bank.First.PublicKey];
        var id = await bank.PracticeAsync(form);

        var of = await bank.DetailsAsync(id);

        Assert.Equal((PracticeStatus.Proposed, A.Today, "Координатор", "История"), (of.Status, of.ProposedOn, of.ProposedBy, of.Subject));
        Assert.Equal(["Белова Ольга Ивановна", "Иванова Мария Петровна"], of.Authors.Select(x => x.Name.Full));
        Assert.Equal([null, "учитель физики, Школа № 5"], of.Authors.Select(x => x.Work));
        Assert.Equal([false, true], of.Authors.Select(x => x.IsVisible));
    }

    [Fact]
    public async Task Authors_are_added_removed_and_put_in_another_order_by_one_form()
    {
        var id = await bank.PracticeAsync();
        var form = await bank.OpenAsync(id);
        form.AuthorKeys = [bank.Second.PublicKey, bank.First.PublicKey];
        (await bank.Commands.SaveAsync(bank.Coordinator, form)).ShouldSucceed();
        Assert.Equal(["Белова", "Иванова"], (await bank.DetailsAsync(id)).Authors.Select(x => x.Name.Family));

        form = await bank.OpenAsync(id);
        form.AuthorKeys = [bank.Second.PublicKey];
        (await bank.Commands.SaveAsync(bank.Coordinator, form)).ShouldSucceed();

        Assert.Equal([(bank.Second.Id, 1)], await store.ReadAsync(db => db.Set<PracticeAuthor>().Select(x => ValueTuple.Create(x.PersonId, x.Order)).ToListAsync()));
        var acts = await bank.Queries.HistoryAsync(bank.Coordinator, id);
        Assert.Equal([2, 3, 1], acts.Select(x => x.Count));
        form = await bank.OpenAsync(id);
        form.AuthorKeys = [Guid.NewGuid()];
        Assert.Equal(nameof(form.AuthorKeys), (await bank.Commands.SaveAsync(bank.Coordinator, form)).ShouldRefuse("NotFound").Field);
    }

    [Fact]
    public async Task A_file_is_on_the_disk_before_the_write_so_that_nobody_waits_for_it()
    {
        var id = await bank.PracticeAsync();
        var hash = FileStore.HashOf(PracticeBank.Paper);

        Task<Result> attaching;
        await using (await HeldGate.TakeAsync(store))
        {
            attaching = Task.Run(() => bank.Commands.AttachAsync(bank.Coordinator, id, "Конспект.pdf", PracticeBank.Paper));
            Assert.True(SpinWait.SpinUntil(() => store.Files.Exists(hash), TimeSpan.FromSeconds(30)));
        }

        (await attaching).ShouldSucceed();
    }

    [Fact]
    public async Task The_chain_is_walked_and_each_step_stands_in_the_history_with_its_reason()
    {
        var id = await bank.PracticeAsync();
        await bank.MoveAsync(id, PracticeStatus.InTrial);
        await bank.MoveAsync(id, PracticeStatus.Proposed, " Дополнить описание ");
        Assert.Equal("Дополнить описание", (await bank.DetailsAsync(id)).Reason);
        await bank.MoveAsync(id, PracticeStatus.InTrial);
        await bank.MoveAsync(id, PracticeStatus.Approved);
        await bank.MoveAsync(id, PracticeStatus.Published);

        var of = await bank.DetailsAsync(id);

        Assert.Equal((PracticeStatus.Published, A.Today, null), (of.Status, of.PublishedOn, of.Reason));
        var history = await bank.Queries.HistoryAsync(bank.Coordinator, id);
        Assert.Equal(["practices.publish", "practices.to-approved", "practices.to-trial", "practices.to-proposed", "practices.to-trial", "practices.propose"], history.Select(x => x.Verb));
        Assert.Equal("Дополнить описание", history[3].Note);
        await bank.MoveAsync(id, PracticeStatus.Approved, "Уточнить авторов");
        Assert.Null((await bank.DetailsAsync(id)).PublishedOn);
    }

    [Fact]
    public async Task What_was_changed_after_it_was_shown_is_not_published_unseen()
    {
        var id = await bank.PracticeAsync();
        await bank.MoveAsync(id, PracticeStatus.InTrial);
        await bank.MoveAsync(id, PracticeStatus.Approved);
        var (seen, form) = (await bank.VersionAsync(id), await bank.OpenAsync(id));
        form.AuthorKeys.Add(bank.Second.PublicKey);
        (await bank.Commands.SaveAsync(bank.Coordinator, form)).ShouldSucceed();

        (await bank.Commands.MoveAsync(bank.Coordinator, id, PracticeStatus.Published, null, seen)).ShouldRefuse("ChangedByOther");
        (await bank.Commands.SaveAsync(bank.Coordinator, form)).ShouldRefuse("ChangedByOther");

        Assert.Equal(PracticeStatus.Approved, (await bank.DetailsAsync(id)).Status);
    }

    [Fact]
    public async Task What_is_published_keeps_an_author_and_its_summary()
    {
        var bare = bank.Form();
        (bare.AuthorKeys, bare.Summary) = ([], null);
        var id = await bank.PracticeAsync(bare);
        await bank.MoveAsync(id, PracticeStatus.InTrial);
        await bank.MoveAsync(id, PracticeStatus.Approved);
        (await bank.Commands.MoveAsync(bank.Coordinator, id, PracticeStatus.Published, null, await bank.VersionAsync(id))).ShouldRefuse("PracticeAuthorMissing");

        var published = await bank.OpenAsync(await bank.PublishedAsync());
        published.Summary = " ";
        Assert.Equal(nameof(published.Summary), (await bank.Commands.SaveAsync(bank.Coordinator, published)).ShouldRefuse("PracticeSummaryMissing").Field);
        (published.Summary, published.AuthorKeys) = ("О чём она", []);
        Assert.Equal(nameof(published.AuthorKeys), (await bank.Commands.SaveAsync(bank.Coordinator, published)).ShouldRefuse("PracticeAuthorMissing").Field);
    }

    [Fact]
    public async Task A_file_is_kept_by_its_content_and_comes_back_as_it_was()
    {
        var id = await bank.PracticeAsync();
        (await bank.Commands.AttachAsync(bank.Coordinator, id, @"C:\Документы\Конспект.pdf", PracticeBank.Paper)).ShouldSucceed();

        var file = (await bank.DetailsAsync(id)).Files.Single();
        var content = (await bank.Queries.FileAsync(bank.Coordinator, id, file.Id))!;
        await using var stored = store.Files.Open(content.Hash);
        using var copy = new MemoryStream();
        await stored.CopyToAsync(copy);

        Assert.Equal(("Конспект.pdf", (long)PracticeBank.Paper.Length, "Координатор", new DateTime(2026, 11, 23, 12, 0, 0)), (file.Name, file.Size, file.AddedBy, file.AddedAt));
        Assert.Equal(PracticeBank.Paper, copy.ToArray());
        Assert.Equal(("practices.attach", "Конспект.pdf"), (await bank.Queries.HistoryAsync(bank.Coordinator, id)).Select(x => (x.Verb, x.Note)).First());
    }

    [Fact]
    public async Task The_same_content_a_strange_kind_and_one_file_too_many_are_refused_and_nothing_is_stored()
    {
        var id = await bank.PracticeAsync();
        (await bank.Commands.AttachAsync(bank.Coordinator, id, "Конспект.pdf", PracticeBank.Paper)).ShouldSucceed();

        Assert.Equal("Конспект.pdf", (await bank.Commands.AttachAsync(bank.Coordinator, id, "Другое имя.pdf", PracticeBank.Paper)).ShouldRefuse("PracticeFileThere").Args[0]);
        (await bank.Commands.AttachAsync(bank.Coordinator, id, "Программа.exe", PracticeBank.Paper)).ShouldRefuse("AttachedKind");
        (await bank.Commands.AttachAsync(bank.Coordinator, id, "Страница.pdf", "<html>"u8.ToArray())).ShouldRefuse("AttachedContent");
        Assert.False(store.Files.Exists(FileStore.HashOf("<html>"u8)));
        for (var i = 1; i < PracticeRules.MostFiles; i++) (await bank.Commands.AttachAsync(bank.Coordinator, id, $"{i}.txt", System.Text.Encoding.UTF8.GetBytes($"Файл {i}"))).ShouldSucceed();
        (await bank.Commands.AttachAsync(bank.Coordinator, id, "Ещё.txt", "Ещё один"u8.ToArray())).ShouldRefuse("PracticeFilesFull");

        Assert.Equal(PracticeRules.MostFiles, (await bank.DetailsAsync(id)).Files.Count);
    }

    [Fact]
    public async Task A_file_is_taken_off_its_own_practice_only()
    {
        var (id, other) = (await bank.PracticeAsync(), await bank.PracticeAsync(bank.Form("Другая")));
        (await bank.Commands.AttachAsync(bank.Coordinator, id, "Конспект.pdf", PracticeBank.Paper)).ShouldSucceed();
        var file = (await bank.DetailsAsync(id)).Files.Single();

        (await bank.Commands.DetachAsync(bank.Coordinator, other, file.Id)).ShouldRefuse("NotFound");
        Assert.Null(await bank.Queries.FileAsync(bank.Coordinator, other, file.Id));
        (await bank.Commands.DetachAsync(bank.Coordinator, id, file.Id)).ShouldSucceed();

        Assert.Empty((await bank.DetailsAsync(id)).Files);
        Assert.Null(await bank.Queries.FileAsync(bank.Coordinator, id, file.Id));
    }

    [Fact]
    public async Task An_event_is_noted_once_and_neither_a_draft_nor_a_cancelled_one()
    {
        var (id, seminar, draft, cancelled) = (await bank.PracticeAsync(), await bank.EventAsync(), await bank.EventAsync(status: EventStatus.Draft), A.Event(bank.Center));
        cancelled.MoveTo(EventStatus.Cancelled, "Нет заявок").ShouldSucceed();
        await store.AddAsync(cancelled);

        (await bank.Commands.ShowAsync(bank.Coordinator, id, new())).ShouldRefuse("Required");
        (await bank.Commands.ShowAsync(bank.Coordinator, id, new() { EventId = draft.Id })).ShouldRefuse("PracticeEventWrong");
        (await bank.Commands.ShowAsync(bank.Coordinator, id, new() { EventId = cancelled.Id })).ShouldRefuse("PracticeEventWrong");
        (await bank.Commands.ShowAsync(bank.Coordinator, id, new() { EventId = seminar.Id })).ShouldSucceed();
        (await bank.Commands.ShowAsync(bank.Coordinator, id, new() { EventId = seminar.Id })).ShouldRefuse("PracticeEventThere");

        var showing = (await bank.DetailsAsync(id)).Showings.Single();
        Assert.Equal((seminar.Id, "Семинар историков"), (showing.EventId, showing.Title));
        (await bank.Commands.UnshowAsync(bank.Coordinator, id, showing.Id)).ShouldSucceed();
        Assert.Empty((await bank.DetailsAsync(id)).Showings);
        Assert.Equal(["practices.unshow", "practices.show"], (await bank.Queries.HistoryAsync(bank.Coordinator, id)).Select(x => x.Verb).Take(2));
    }

    [Fact]
    public async Task Another_center_notes_a_published_practice_at_its_own_event_and_nothing_else()
    {
        var (id, theirs, ours) = (await bank.PublishedAsync(), await bank.EventAsync(bank.Other), await bank.EventAsync());

        (await bank.Commands.ShowAsync(bank.Neighbour, id, new() { EventId = theirs.Id })).ShouldSucceed();
        (await bank.Commands.ShowAsync(bank.Neighbour, id, new() { EventId = ours.Id })).ShouldRefuse("NotFound");
        (await bank.Commands.ShowAsync(bank.Coordinator, id, new() { EventId = ours.Id })).ShouldSucceed();

        var of = await bank.DetailsAsync(id);
        Assert.Equal(["Семинар историков", null], of.Showings.OrderBy(x => x.EventId == theirs.Id).Select(x => x.Title));
        await Assert.ThrowsAsync<MissingRightException>(() => bank.Commands.UnshowAsync(bank.Neighbour, id, of.Showings.Single(x => x.EventId == ours.Id).Id));
        (await bank.Commands.UnshowAsync(bank.Neighbour, id, of.Showings.Single(x => x.EventId == theirs.Id).Id)).ShouldSucceed();
        await Assert.ThrowsAsync<MissingRightException>(() => bank.Commands.MoveAsync(bank.Neighbour, id, PracticeStatus.Approved, "Лишняя", of.Version));
        await Assert.ThrowsAsync<MissingRightException>(() => bank.Commands.AttachAsync(bank.Neighbour, id, "Конспект.pdf", PracticeBank.Paper));
    }

    [Fact]
    public async Task Who_may_not_edit_is_stopped_and_an_unpublished_practice_of_another_center_is_not_there()
    {
        var id = await bank.PracticeAsync();
        (await bank.Commands.AttachAsync(bank.Coordinator, id, "Конспект.pdf", PracticeBank.Paper)).ShouldSucceed();
        var (of, form) = (await bank.DetailsAsync(id), await bank.OpenAsync(id));

        (await bank.Commands.SaveAsync(bank.Neighbour, form)).ShouldRefuse("NotFound");
        (await bank.Commands.MoveAsync(bank.Neighbour, id, PracticeStatus.InTrial, null, of.Version)).ShouldRefuse("NotFound");
        (await bank.Commands.AttachAsync(bank.Neighbour, id, "Конспект.pdf", PracticeBank.Paper)).ShouldRefuse("NotFound");
        (await bank.Commands.DetachAsync(bank.Neighbour, id, of.Files[0].Id)).ShouldRefuse("NotFound");
        (await bank.Commands.ShowAsync(bank.Neighbour, id, new() { EventId = (await bank.EventAsync(bank.Other)).Id })).ShouldRefuse("NotFound");
        await Assert.ThrowsAsync<MissingRightException>(() => bank.Commands.SaveAsync(bank.Neighbour, bank.Form()));
        foreach (var reader in new[] { A.Viewer(bank.Center.Id), A.Clerk(bank.Center.Id) })
        {
            await Assert.ThrowsAsync<MissingRightException>(() => bank.Commands.SaveAsync(reader, form));
            await Assert.ThrowsAsync<MissingRightException>(() => bank.Commands.MoveAsync(reader, id, PracticeStatus.InTrial, null, of.Version));
            await Assert.ThrowsAsync<MissingRightException>(() => bank.Commands.DetachAsync(reader, id, of.Files[0].Id));
            Assert.NotNull(await bank.Queries.DetailsAsync(reader, id));
        }
        Assert.Null(await bank.Queries.DetailsAsync(bank.Neighbour, id));
        Assert.Null(await bank.Queries.FileAsync(bank.Neighbour, id, of.Files[0].Id));
        Assert.Empty(await bank.Queries.HistoryAsync(bank.Neighbour, id));
    }
}
