using TeacherCenters.Assessments.Attestation;
using TeacherCenters.Tests.Data;
using TeacherCenters.Tests.Ui;
using TeacherCenters.Ui.Culture;
using UglyToad.PdfPig;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;

namespace TeacherCenters.Tests.Assessments.Attestation;

public sealed class ProtocolPdfTests : IAsyncLifetime
{
    private TestStore store = null!;
    private AttestedHeads of = null!;

    public async Task InitializeAsync() => of = await AttestedHeads.CreateAsync(store = await TestStore.CreateAsync());

    public async Task DisposeAsync() => await store.DisposeAsync();

    [Fact]
    public async Task The_agenda_becomes_the_protocol_when_the_meeting_was_held()
    {
        var (head, candidate) = (await of.HeadAsync("Белова"), await of.PersonAsync("Яшина"));
        (await of.Commands.ApplyAsync(of.Coordinator, of.Candidacy(candidate))).ShouldSucceed();
        var meeting = await of.MeetingAsync(A.Today);
        (await of.Commands.PutOnAgendaAsync(of.Coordinator, meeting, [head.PublicKey, candidate.PublicKey])).ShouldSucceed();

        var agenda = await TextAsync(meeting);
        var form = await of.ProtocolAsync(meeting, of.Coordinator, AttestationDecision.SuitableWithAdvice);
        form.Decisions[1].Decision = AttestationDecision.NotRecommended;
        (await of.Meetings.HoldAsync(of.Coordinator, meeting, form)).ShouldSucceed();
        var protocol = await TextAsync(meeting);

        Says(agenda, "ПОВЕСТКА", "заседания аттестационной комиссии 23.11.2026", "Белова Мария Петровна", "Яшина Мария Петровна (кандидат на должность)", "Вологда, каб. 12", "2 человека");
        Assert.DoesNotContain("ПРОТОКОЛ", agenda, StringComparison.Ordinal);
        Says(protocol, "ПРОТОКОЛ № 7", "Соответствует, с рекомендациями. Обновить программу развития", "Не рекомендован на должность: 1.", "23.11.2031", "Н. В. Соколова", "О. П. Белова", of.Center.FullName);
    }

    [Fact]
    public async Task A_long_protocol_goes_on_over_pages_and_loses_nobody()
    {
        var meeting = await of.MeetingAsync(A.Today);
        var people = new List<Guid>();
        for (var i = 0; i < 40; i++) people.Add((await of.HeadAsync("Иванова" + (char)('а' + (i % 30)) + (i < 30 ? "" : "я"))).PublicKey);
        (await of.Commands.PutOnAgendaAsync(of.Coordinator, meeting, people)).ShouldSucceed();
        var form = await of.ProtocolAsync(meeting, of.Coordinator, AttestationDecision.SuitableWithAdvice);
        form.Decisions[5].Note = string.Concat(Enumerable.Repeat("Пересмотреть программу развития организации. ", 22)).Trim();
        (await of.Meetings.HoldAsync(of.Coordinator, meeting, form)).ShouldSucceed();

        using var spoken = new Spoken(AppCultures.Russian);
        using var output = new MemoryStream();
        ProtocolPdf.Write(output, (await of.MeetingQueries.DetailsAsync(of.Coordinator, meeting))!, store.Clock.UtcNow);

        using var pdf = PdfDocument.Open(output.ToArray());
        Assert.InRange(pdf.NumberOfPages, 3, 5);
        var text = Flat(string.Concat(pdf.GetPages().Select(x => ContentOrderTextExtractor.GetText(x))));
        Says(text, form.Decisions[5].Note!, "Лист 2", "Соответствует, с рекомендациями: 40.");
        Assert.All((await of.MeetingQueries.DetailsAsync(of.Coordinator, meeting))!.Agenda, x => Assert.Contains(x.Person.Full, text, StringComparison.Ordinal));
    }

    private async Task<string> TextAsync(int meeting)
    {
        using var spoken = new Spoken(AppCultures.Russian);
        using var output = new MemoryStream();
        ProtocolPdf.Write(output, (await of.MeetingQueries.DetailsAsync(of.Coordinator, meeting))!, store.Clock.UtcNow);
        using var pdf = PdfDocument.Open(output.ToArray());
        return Flat(string.Concat(pdf.GetPages().Select(x => ContentOrderTextExtractor.GetText(x))));
    }

    private static void Says(string text, params string[] parts)
    {
        foreach (var part in parts) Assert.Contains(part, text, StringComparison.Ordinal);
    }

    // Cells are wrapped: where a line ends is no matter here.
    private static string Flat(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
