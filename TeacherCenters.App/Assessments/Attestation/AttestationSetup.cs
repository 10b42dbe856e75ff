using MudBlazor;
using TeacherCenters.Data;
using TeacherCenters.Documents;
using TeacherCenters.Events;
using TeacherCenters.Kernel;
using TeacherCenters.People;
using TeacherCenters.Security;
using TeacherCenters.Settings;
using TeacherCenters.Ui;

namespace TeacherCenters.Assessments.Attestation;

public static class AttestationSetup
{
    public static IServiceCollection AddAttestation(this IServiceCollection services) => services
        .AddSingleton<HeadQueries>()
        .AddSingleton<MeetingQueries>()
        .AddSingleton<AttestationCommands>()
        .AddSingleton<MeetingCommands>()
        .AddHistoryName<HeadAttestation>(x => new NamedRow(x.Id, x.Person!.FamilyName + " " + x.Person.GivenName + (x.Person.Patronymic == null ? "" : " " + x.Person.Patronymic), "/attestation/" + x.Person.PublicKey))
        .AddHistoryName<AttestationMeeting>(x => new NamedRow(x.Id, DayText.Of(x.HeldOn), "/attestation/meetings/" + x.Id))
        .AddSingleton(new Invariant("attestation.meetings", AttestationInvariants.MeetingsAsync))
        .AddSingleton(new Invariant("attestation.terms", AttestationInvariants.TermsAsync))
        .AddSingleton(new NavEntry(61, "/attestation", Icons.Material.Outlined.Verified, () => UiText.Nav_Attestation, Permission.ViewAttestation) { Under = "/assessments", Also = () => UiText.Also_Attestation })
        .AddSingleton(new NavEntry(61, "/attestation/meetings", Icons.Material.Outlined.Groups, () => AttestationText.Nav_Meetings, Permission.ViewAttestation) { Under = "/assessments", Also = () => AttestationText.Also_Meetings });

    /// <summary>The lists as workbooks, with the same query strings as their pages.</summary>
    public static IEndpointRouteBuilder MapAttestation(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/attestation.xlsx", HeadsAsync).RequireAuthorization(nameof(Permission.ViewAttestation)).LogExport();
        routes.MapGet("/attestation/meetings.xlsx", MeetingsAsync).RequireAuthorization(nameof(Permission.ViewAttestation));
        routes.MapGet("/attestation/meetings/{id:int}/protocol.pdf", PdfAsync).RequireAuthorization(nameof(Permission.ViewAttestation)).LogExport();
        routes.MapGet("/attestation/meetings/{id:int}/protocol.xlsx", WorkbookAsync).RequireAuthorization(nameof(Permission.ViewAttestation)).LogExport();
        return routes;
    }

    private static async Task<IResult> HeadsAsync(HttpContext context, HeadQueries heads, NetworkClock clock, CancellationToken ct)
    {
        var rows = await heads.AllAsync(Actor.From(context.User), FilterUrl.Read<HeadFilter>(context.Request.Query), FilterUrl.Order(context.Request.Query), ct);
        TableColumn<HeadRow>[] columns =
        [
            new(AttestationText.Column_Head, 36, x => x.Person.Full), new(AttestationText.Column_Position, 28, x => x.Position), new(AttestationText.Column_School, 48, x => x.School),
            new(AttestationText.Column_Municipality, 26, x => x.Municipality), new(AttestationText.Column_State, 20, x => AttestationTexts.Of(x.State)),
            new(AttestationText.Column_AttestedOn, 14, x => x.AttestedOn, TableFormat.Date), new(AttestationText.Column_ValidTo, 14, x => x.ValidTo, TableFormat.Date),
            new(AttestationText.Column_Meeting, 18, AttestationTexts.Stage),
        ];
        return await ListDownload.OfAsync(AttestationText.Export_File, clock.Today, columns, rows.ToAsyncEnumerable(), ct);
    }

    private static async Task<IResult> MeetingsAsync(HttpContext context, MeetingQueries meetings, NetworkClock clock, CancellationToken ct)
    {
        var rows = await meetings.AllAsync(Actor.From(context.User), FilterUrl.Read<MeetingFilter>(context.Request.Query), FilterUrl.Order(context.Request.Query), ct);
        TableColumn<MeetingRow>[] columns =
        [
            new(AttestationText.Field_HeldOn, 14, x => x.HeldOn, TableFormat.Date), new(AttestationText.Column_State, 20, x => AttestationTexts.Of(x.State)), new(AttestationText.Column_Heads, 14, x => x.Heads),
            new(AttestationText.Column_Undecided, 14, x => x.Undecided), new(AttestationText.Column_ProtocolNumber, 14, x => x.ProtocolNumber), new(AttestationText.Column_ProtocolDate, 14, x => x.ProtocolDate, TableFormat.Date),
            new(AttestationText.Field_Place, 40, x => x.Place), new(AttestationText.Column_Center, 26, x => x.Center),
        ];
        return await ListDownload.OfAsync(AttestationText.Meetings_File, clock.Today, columns, rows.ToAsyncEnumerable(), ct);
    }

    private static async Task<IResult> PdfAsync(int id, HttpContext context, MeetingQueries meetings, NetworkClock clock, CancellationToken ct)
    {
        if (await meetings.DetailsAsync(Actor.From(context.User), id, ct) is not { State: not MeetingState.Cancelled } of) return Results.NotFound();
        using var pdf = new MemoryStream();
        ProtocolPdf.Write(pdf, of, clock.UtcNow);
        return Results.File(pdf.ToArray(), "application/pdf", $"{ProtocolPdf.FileName(of)}.pdf");
    }

    private static async Task<IResult> WorkbookAsync(int id, HttpContext context, MeetingQueries meetings, NetworkClock clock, CancellationToken ct)
    {
        if (await meetings.DetailsAsync(Actor.From(context.User), id, ct) is not { State: not MeetingState.Cancelled } of) return Results.NotFound();
        TableColumn<AttestationRow>[] columns =
        [
            new(AttestationText.Column_Person, 36, x => x.Person.Full), new(AttestationText.Column_Position, 28, x => x.Position), new(AttestationText.Column_School, 48, x => x.School),
            new(AttestationText.Column_Municipality, 26, x => x.Municipality), new(AttestationText.Column_Kind, 26, x => AttestationTexts.Of(x.Kind)), new(AttestationText.Field_AppliedOn, 14, x => x.AppliedOn, TableFormat.Date),
            new(AttestationText.Column_Decision, 34, x => x.Decision is { } decision ? AttestationTexts.Of(decision) : null), new(AttestationText.Column_Note, 48, x => x.Note),
            new(AttestationText.Column_ValidTo, 14, x => x.ValidTo, TableFormat.Date), new(AttestationText.Column_ProtocolNumber, 14, x => x.ProtocolNumber), new(AttestationText.Column_ProtocolDate, 14, x => x.ProtocolDate, TableFormat.Date),
        ];
        return await ListDownload.OfAsync(AttestationText.Meetings_File, of.HeldOn, columns, of.Agenda.ToAsyncEnumerable(), ct);
    }
}
