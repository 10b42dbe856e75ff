using System.Globalization;
using TeacherCenters.Completion;
using TeacherCenters.Courses;
using TeacherCenters.Enrollments;
using TeacherCenters.Events;
using TeacherCenters.Kernel;
using TeacherCenters.Kernel.Russian;
using TeacherCenters.Settings;

namespace TeacherCenters.Certificates;

/// <summary>What of the person decides about a document, whatever it is for.</summary>
public record RecipientFacts
{
    public required PersonName Name { get; init; }

    public Sex? Sex { get; init; }

    public string? Snils { get; init; }

    /// <summary>Set by hand on the person: nobody needs to look at the rules' dative then.</summary>
    public bool HasDativeOverride { get; init; }

    public string Citizenship { get; init; } = CertificateRules.Russia;

    /// <summary>Number of the document that holds now, of whatever kind.</summary>
    public string? LiveNumber { get; init; }
}

/// <summary>All that decides about one learner's document.</summary>
public sealed record CertificateFacts : RecipientFacts
{
    public required EventStatus EventStatus { get; init; }

    /// <summary>What the event decides about its documents.</summary>
    public required DocumentTerms Terms { get; init; }

    public required EnrollmentStatus Status { get; init; }

    /// <summary>Null when there was no final assessment.</summary>
    public FinalResult? Result { get; init; }

    /// <summary>Day of the order of expulsion; null while it is not told.</summary>
    public DateOnly? ExpelledOn { get; init; }

    /// <summary>Academic hours that the register credits.</summary>
    public required decimal Credited { get; init; }
}

/// <param name="Kind">The document that is due; <see cref="DocumentKind.None"/> when none is.</param>
/// <param name="WhyNot">Why it cannot be issued now; null when it can.</param>
/// <param name="Warnings">What to look at before it is printed; they stop nothing.</param>
public sealed record Eligibility(DocumentKind Kind, Problem? WhyNot, IReadOnlyList<Problem> Warnings)
{
    public bool IsEligible => WhyNot is null;
}

/// <summary>Decisions about documents: pure functions over loaded facts.</summary>
public static class CertificateRules
{
    /// <summary>OKSM code of Russia.</summary>
    public const string Russia = "643";

    /// <summary>Length of a full name from which somebody should look at the print.</summary>
    public const int LongName = 45;

    /// <summary>Who gets a document, which, and if not, why not.</summary>
    /// <param name="settings">As they held on the event's last day.</param>
    public static Eligibility Decide(CertificateFacts facts, NetworkSettings settings)
    {
        var kind = CompletionRules.DocumentFor(facts.Terms, facts.Status, facts.Result, facts.Credited, settings);
        var due = Decide(kind, NotDue(facts, kind, settings), facts);
        // A statement of study is what the rules give to who failed or was expelled: nothing to wonder at.
        var warning = kind == DocumentKind.StudyStatement
            ? facts is { Status: EnrollmentStatus.Expelled, ExpelledOn: null } ? new Problem("WarnNoExpulsionDate") : null
            : kind != facts.Terms.Document ? new Problem("WarnOtherKind", kind) : null;
        return due.IsEligible && warning is not null ? due with { Warnings = [.. due.Warnings, warning] } : due;
    }

    /// <summary>What holds whatever the document is for: one at a time, a name to print, and what to look at before.</summary>
    /// <param name="notDue">Why the subject earns no document; null when it does.</param>
    public static Eligibility Decide(DocumentKind kind, Problem? notDue, RecipientFacts recipient)
    {
        var whyNot = recipient.LiveNumber is not null ? new Problem("AlreadyIssued", recipient.LiveNumber)
            : notDue ?? (string.IsNullOrWhiteSpace(recipient.Name.Family) || string.IsNullOrWhiteSpace(recipient.Name.Given) ? new Problem("NameIncomplete") : null);
        return new Eligibility(kind, whyNot, whyNot is null ? [.. Warnings(recipient, kind)] : []);
    }

    /// <summary>Documents of qualification: they go to the federal register and name the order they rest on.</summary>
    public static bool IsQualification(DocumentKind kind) => kind is DocumentKind.ProfessionalDevelopmentCertificate or DocumentKind.RetrainingDiploma;

    /// <summary>The day of issue: not in the future, not before the event ended or its protocol was signed.</summary>
    /// <returns>Null, or <c>IssuedInFuture</c>, <c>IssuedBeforeEnd</c> (last day), <c>IssuedBeforeProtocol</c> (its day).</returns>
    public static Problem? CheckIssueDate(DateOnly issuedOn, DateOnly today, DateOnly endsOn, DateOnly? protocolDate)
    {
        if (issuedOn > today) return new Problem("IssuedInFuture").At(nameof(IssueForm.IssuedOn));
        if (issuedOn < endsOn) return new Problem("IssuedBeforeEnd", endsOn).At(nameof(IssueForm.IssuedOn));
        if (issuedOn < protocolDate) return new Problem("IssuedBeforeProtocol", protocolDate).At(nameof(IssueForm.IssuedOn));
        return null;
    }

    /// <summary>Name of the number sequence: one per center, kind and year of issue.</summary>
    public static string SeriesName(int centerId, DocumentKind kind, int year) =>
        string.Create(CultureInfo.InvariantCulture, $"certificate:{centerId}:{kind}:{year}");

    /// <summary>«ВЛГ-У-2026/00012»: at most 30 characters, which is what the federal register takes.</summary>
    /// <param name="centerCode">At most 10 characters.</param>
    /// <param name="sequence">From 1; at least five digits are written.</param>
    /// <exception cref="ArgumentOutOfRangeException">The kind has no number, or the number is below 1.</exception>
    public static string NumberText(string centerCode, DocumentKind kind, int year, int sequence)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sequence, 1);
        return string.Create(CultureInfo.InvariantCulture, $"{centerCode}-{Letter(kind)}-{year:0000}/{sequence:00000}");
    }

    /// <summary>The letter of a kind within a number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The kind has no number.</exception>
    public static char Letter(DocumentKind kind) => kind switch
    {
        DocumentKind.ProfessionalDevelopmentCertificate => 'У',
        DocumentKind.RetrainingDiploma => 'Д',
        DocumentKind.StudyStatement => 'О',
        DocumentKind.ParticipantCertificate => 'С',
        DocumentKind.AssessmentCertificate => 'Н',
        DocumentKind.InternshipCertificate => 'Т',
        DocumentKind.MentorAcknowledgement => 'Б',
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No document of this kind is numbered."),
    };

    /// <summary>«И***а М. П.»: enough to recognise one's own document, not enough to learn a name. Up to three letters show only the first.</summary>
    public static string MaskedName(PersonName name)
    {
        var family = name.Family.Length > 3 ? $"{name.Family[0]}***{name.Family[^1]}" : $"{name.Family[..Math.Min(1, name.Family.Length)]}***";
        return $"{family} {name.Initials}";
    }

    /// <summary>Documents that say «выдан Ивановой Марии Петровне».</summary>
    public static bool NeedsDative(DocumentKind kind) => kind is DocumentKind.StudyStatement or DocumentKind.InternshipCertificate or DocumentKind.MentorAcknowledgement;

    /// <summary>The line about the final assessment; null where the document says nothing of it.</summary>
    public static string? ResultLine(DocumentKind kind, EnrollmentStatus status, FinalResult? result, Sex? sex) => (kind, status) switch
    {
        (DocumentKind.StudyStatement, EnrollmentStatus.Expelled) => Gendered.Of(sex, "Отчислен до завершения обучения", "Отчислена до завершения обучения"),
        (DocumentKind.StudyStatement, _) => Gendered.Of(sex, "Итоговую аттестацию не прошёл", "Итоговую аттестацию не прошла"),
        _ when !IsQualification(kind) => null,
        _ => result switch
        {
            FinalResult.Passed => "Итоговая аттестация: зачтено",
            FinalResult.Excellent => "Итоговая аттестация: отлично",
            FinalResult.Good => "Итоговая аттестация: хорошо",
            FinalResult.Satisfactory => "Итоговая аттестация: удовлетворительно",
            _ => null,
        },
    };

    private static Problem? NotDue(CertificateFacts facts, DocumentKind kind, NetworkSettings settings)
    {
        if (facts.Terms.Document == DocumentKind.None) return new Problem("EventGivesNoDocument");
        if (facts.EventStatus != EventStatus.Completed) return new Problem("EventNotCompleted");
        if (facts.Status is not (EnrollmentStatus.Completed or EnrollmentStatus.Expelled)) return new Problem("NotCompleted", facts.Status);
        if (kind != DocumentKind.None) return null;
        var lacksHours = CompletionRules.DocumentFor(facts.Terms, facts.Status, facts.Result, 1, settings) != DocumentKind.None;
        return new Problem(lacksHours ? "NoHoursCredited" : "NoDocumentDue");
    }

    private static IEnumerable<Problem> Warnings(RecipientFacts facts, DocumentKind kind)
    {
        if (facts.Sex is null) yield return new Problem("WarnNoSex");
        else if (SexProposal.FromPatronymic(facts.Name.Patronymic) is { } proposed && proposed != facts.Sex) yield return new Problem("WarnSexAgainstPatronymic");
        if (NeedsDative(kind) && !facts.HasDativeOverride && NameCases.Dative(facts.Name, facts.Sex) is { Doubtful: true } dative) yield return new Problem("WarnDoubtfulDative", dative.Text);
        if (IsQualification(kind) && facts.Citizenship == Russia && facts.Snils is null) yield return new Problem("WarnNoSnils");
        if (facts.Name.Patronymic is null) yield return new Problem("WarnNoPatronymic");
        if (facts.Name.Full.Length > LongName) yield return new Problem("WarnLongName", facts.Name.Full.Length);
    }
}
