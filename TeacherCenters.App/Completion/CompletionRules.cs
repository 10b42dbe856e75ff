using System.Globalization;
using System.Linq.Expressions;
using TeacherCenters.Attendance;
using TeacherCenters.Courses;
using TeacherCenters.Enrollments;
using TeacherCenters.Events;
using TeacherCenters.Kernel;
using TeacherCenters.Settings;

namespace TeacherCenters.Completion;

/// <summary>How the final assessment is marked, chosen on the screen for the whole event.</summary>
public enum ResultScale
{
    /// <summary>There is no final assessment.</summary>
    None,

    /// <summary>«Зачтено», «не зачтено».</summary>
    PassFail,

    /// <summary>«Отлично» to «неудовлетворительно», 5 to 2.</summary>
    Grades,
}

/// <summary>What an event decides about its documents.</summary>
/// <param name="Hours">Academic hours of the programme.</param>
/// <param name="Document">What it was announced to give.</param>
public sealed record DocumentTerms(EventKind Kind, int Hours, DocumentKind Document);

/// <summary>A participant as the completion screen and verb see them.</summary>
/// <param name="Name">For lists and refusals: «Иванова М. П.».</param>
public sealed record Candidate(int EnrollmentId, string Name, EnrollmentStatus Status, AttendanceTotals Totals);

/// <summary>What a participant leaves with.</summary>
/// <param name="Status"><c>Completed</c> or <c>Expelled</c>.</param>
/// <param name="Reason">Why a person was expelled, or admitted below the threshold.</param>
public sealed record Outcome(EnrollmentStatus Status, FinalResult? Result, string? Reason, DocumentKind Document);

/// <summary>Decisions about closing an event: pure functions over loaded facts.</summary>
public static class CompletionRules
{
    /// <summary>Which results a scale offers, best first.</summary>
    public static IReadOnlyList<FinalResult> Results(ResultScale scale) => scale switch
    {
        ResultScale.PassFail => [FinalResult.Passed, FinalResult.Failed],
        ResultScale.Grades => [FinalResult.Excellent, FinalResult.Good, FinalResult.Satisfactory, FinalResult.Unsatisfactory],
        _ => [],
    };

    public static bool IsPassed(FinalResult? result) =>
        result is FinalResult.Passed or FinalResult.Excellent or FinalResult.Good or FinalResult.Satisfactory;

    /// <summary>The scale that an event begins with: courses with a qualification end with an assessment, other events without one.</summary>
    public static ResultScale DefaultScale(DocumentKind document) =>
        document is DocumentKind.ProfessionalDevelopmentCertificate or DocumentKind.RetrainingDiploma ? ResultScale.PassFail : ResultScale.None;

    /// <summary>The scale that stored results were given on.</summary>
    public static ResultScale ScaleOf(IEnumerable<FinalResult?> results)
    {
        var given = results.OfType<FinalResult>().ToList();
        if (given.Count == 0) return ResultScale.None;
        return given.Any(x => x is FinalResult.Passed or FinalResult.Failed) ? ResultScale.PassFail : ResultScale.Grades;
    }

    /// <summary>
    /// The document that a person has earned by how their participation ended (domain.md §4): a qualification needs a passed final assessment
    /// and the hours of its kind; failed or expelled from a programme gives a statement of study, if any hours were credited; anything else completed, a participant's certificate.
    /// </summary>
    /// <param name="credited">Academic hours that the register credits.</param>
    /// <param name="settings">As they held on the event's last day: the hours gates.</param>
    /// <returns><see cref="DocumentKind.None"/> when nothing is earned, not yet, or by this way.</returns>
    public static DocumentKind DocumentFor(DocumentTerms of, EnrollmentStatus status, FinalResult? result, decimal credited, NetworkSettings settings)
    {
        if (of.Document == DocumentKind.None) return DocumentKind.None;
        var isProgramme = of.Kind is EventKind.ProfessionalDevelopment or EventKind.Retraining
            || of.Document is DocumentKind.ProfessionalDevelopmentCertificate or DocumentKind.RetrainingDiploma;
        var statement = isProgramme && credited > 0 ? DocumentKind.StudyStatement : DocumentKind.None;
        var failed = result is FinalResult.Failed or FinalResult.Unsatisfactory;
        return (status, of.Document) switch
        {
            (EnrollmentStatus.Expelled, _) => statement,
            (not EnrollmentStatus.Completed, _) => DocumentKind.None,
            _ when failed => statement,
            // Given on the ground of a placement, an assessment or a pair, not of an event.
            (_, DocumentKind.InternshipCertificate or DocumentKind.AssessmentCertificate or DocumentKind.MentorAcknowledgement) => DocumentKind.None,
            (_, DocumentKind.ProfessionalDevelopmentCertificate) when IsPassed(result) && of.Hours >= settings.DevelopmentMinHours => of.Document,
            (_, DocumentKind.RetrainingDiploma) when IsPassed(result) && of.Hours >= settings.RetrainingMinHours => of.Document,
            _ => DocumentKind.ParticipantCertificate,
        };
    }

    /// <summary>Who earns a document, whichever it is: <see cref="DocumentFor"/> for the store, for people with credited hours. The event must be loaded.</summary>
    public static readonly Expression<Func<Enrollment, bool>> EarnsDocument = x => x.Event!.Document != DocumentKind.None
        && (x.Status == EnrollmentStatus.Expelled || (x.Status == EnrollmentStatus.Completed && (x.Result == FinalResult.Failed || x.Result == FinalResult.Unsatisfactory))
            ? x.Event.Kind == EventKind.ProfessionalDevelopment || x.Event.Kind == EventKind.Retraining
                || x.Event.Document == DocumentKind.ProfessionalDevelopmentCertificate || x.Event.Document == DocumentKind.RetrainingDiploma
            : x.Status == EnrollmentStatus.Completed && x.Event.Document != DocumentKind.InternshipCertificate
                && x.Event.Document != DocumentKind.AssessmentCertificate && x.Event.Document != DocumentKind.MentorAcknowledgement);

    /// <summary>Whether the hours alone admit a person: the threshold itself is enough, and no session hours admit nobody.</summary>
    public static bool IsAdmitted(AttendanceTotals totals, NetworkSettings settings) => totals.Reaches(settings.AdmissionPercent);

    /// <summary>Whether a participant is admitted before anybody decides: as it was decided against the threshold when the event was completed before, else by the threshold.</summary>
    /// <param name="reason">Of the decision; null for whom nothing was decided.</param>
    public static bool IsProposed(EnrollmentStatus status, string? reason, AttendanceTotals totals, NetworkSettings settings) =>
        reason is null ? IsAdmitted(totals, settings) : status == EnrollmentStatus.Admitted;

    /// <summary>What a row of the screen leads to.</summary>
    /// <returns>
    /// <c>AdmissionReasonMissing</c> (name, per cent) when the decision differs from the threshold's without a reason, <c>ResultMissing</c>,
    /// <c>ResultNotOnScale</c>, <c>ResultOfNotAdmitted</c> (name).
    /// </returns>
    public static Result<Outcome> OutcomeOf(Candidate person, CompletionRow row, ResultScale scale, DocumentTerms of, NetworkSettings settings)
    {
        var reason = string.IsNullOrWhiteSpace(row.Reason) ? null : row.Reason.Trim();
        var overridden = row.IsAdmitted != IsAdmitted(person.Totals, settings);
        if (overridden && reason is null) return new Problem("AdmissionReasonMissing", person.Name, person.Totals.Percent(settings.AdmissionPercent));
        if (!row.IsAdmitted)
        {
            if (row.Result is not null) return new Problem("ResultOfNotAdmitted", person.Name);
            return new Outcome(EnrollmentStatus.Expelled, null, reason, DocumentFor(of, EnrollmentStatus.Expelled, null, person.Totals.Credited, settings));
        }
        if (scale == ResultScale.None && row.Result is not null) return new Problem("ResultNotOnScale", person.Name);
        if (scale != ResultScale.None && row.Result is null) return new Problem("ResultMissing", person.Name);
        if (row.Result is { } result && !Results(scale).Contains(result)) return new Problem("ResultNotOnScale", person.Name);
        return new Outcome(EnrollmentStatus.Completed, row.Result, overridden ? reason : null, DocumentFor(of, EnrollmentStatus.Completed, row.Result, person.Totals.Credited, settings));
    }

    /// <summary>Whether an event may be completed now at all.</summary>
    /// <returns><c>EventNotOver</c> (last day), <c>CompletionWrongStatus</c>, <c>NobodyToComplete</c>, <c>NoSessions</c>, <c>RegisterIsEmpty</c>.</returns>
    public static Result MayComplete(EventStatus status, DateOnly endsOn, DateOnly today, IReadOnlyCollection<Candidate> people)
    {
        if (status is not (EventStatus.Open or EventStatus.Closed)) return new Problem("CompletionWrongStatus", status);
        if (endsOn > today) return new Problem("EventNotOver", endsOn);
        if (people.Count == 0) return new Problem("NobodyToComplete");
        if (people.All(x => x.Totals.Total == 0)) return new Problem("NoSessions");
        if (people.All(x => x.Totals is { Present: 0, Absent: 0, Excused: 0, Late: 0, Remote: 0 })) return new Problem("RegisterIsEmpty");
        return Result.Done;
    }

    /// <summary>Whether the papers may bear these numbers and dates.</summary>
    /// <returns>
    /// With the field: <c>ProtocolNumberMissing</c>, <c>ProtocolDateMissing</c>, <c>OrderNumberMissing</c>, <c>OrderDateMissing</c>, <c>PaperNumberTooLong</c>,
    /// <c>PaperBeforeEnd</c> (last day), <c>PaperInFuture</c>, <c>OrderBeforeProtocol</c>. Without a final assessment there is no protocol.
    /// </returns>
    public static IEnumerable<Problem> PaperProblems(CompletionForm form, DateOnly endsOn, DateOnly today)
    {
        if (form.Scale != ResultScale.None)
        {
            foreach (var problem in Paper(form.ProtocolNumber, form.ProtocolDate, nameof(form.ProtocolNumber), nameof(form.ProtocolDate))) yield return problem;
        }
        foreach (var problem in Paper(form.OrderNumber, form.OrderDate, nameof(form.OrderNumber), nameof(form.OrderDate))) yield return problem;
        if (form.Scale != ResultScale.None && form.OrderDate < form.ProtocolDate) yield return new Problem("OrderBeforeProtocol").At(nameof(form.OrderDate));

        IEnumerable<Problem> Paper(string? number, DateOnly? date, string numberField, string dateField)
        {
            if (string.IsNullOrWhiteSpace(number)) yield return new Problem(numberField + "Missing").At(numberField);
            else if (number.Trim().Length > CompletionForm.MaxNumberLength) yield return new Problem("PaperNumberTooLong", CompletionForm.MaxNumberLength).At(numberField);
            if (date is null) yield return new Problem(dateField + "Missing").At(dateField);
            else if (date < endsOn) yield return new Problem("PaperBeforeEnd", endsOn).At(dateField);
            else if (date > today) yield return new Problem("PaperInFuture").At(dateField);
        }
    }

    /// <summary>
    /// The number after the highest of those used: «14-ИА» gives «15-ИА», nothing gives «1». What comes after the number is taken from the highest.
    /// </summary>
    public static string NextNumber(IEnumerable<string?> used)
    {
        var (highest, rest) = (0, "");
        foreach (var text in used)
        {
            if (text is null) continue;
            var digits = text.TakeWhile(char.IsAsciiDigit).Count();
            if (digits == 0 || !int.TryParse(text.AsSpan(0, digits), NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number <= highest) continue;
            (highest, rest) = (number, text[digits..]);
        }
        return $"{(highest + 1).ToString(CultureInfo.InvariantCulture)}{rest}";
    }
}
