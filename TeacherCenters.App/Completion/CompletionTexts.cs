using System.Globalization;
using TeacherCenters.Courses;
using TeacherCenters.Enrollments;
using TeacherCenters.Kernel;
using TeacherCenters.Kernel.Russian;
using TeacherCenters.Ui;

namespace TeacherCenters.Completion;

/// <summary>How results, documents and the outcome of an event are said in the reader's language.</summary>
public static class CompletionTexts
{
    public static string Of(ResultScale scale) => ProblemTexts.Find($"ResultScale_{scale}") ?? scale.ToString();

    public static string Of(FinalResult result) => ProblemTexts.Find($"FinalResult_{result}") ?? result.ToString();

    /// <summary>Short name of a document for a table: «удостоверение».</summary>
    public static string Of(DocumentKind document) => document switch
    {
        DocumentKind.ProfessionalDevelopmentCertificate => CompletionText.Completion_DocDevelopment,
        DocumentKind.RetrainingDiploma => CompletionText.Completion_DocDiploma,
        DocumentKind.StudyStatement => CompletionText.Completion_DocStatement,
        DocumentKind.ParticipantCertificate => CompletionText.Completion_DocParticipant,
        _ => CompletionText.Completion_DocNone,
    };

    /// <summary>What the decisions lead to, and what is still to be decided: «12 человек получат удостоверение. Без результата: 2. Нужна причина решения о допуске: 1».</summary>
    public static string Summary(IEnumerable<Result<Outcome>> outcomes)
    {
        var all = outcomes.ToList();
        var reasons = all.Count(x => x.Problem?.Key == "AdmissionReasonMissing");
        var results = all.Count(x => !x.Succeeded) - reasons;
        var said = new[] { Summary(all.Where(x => x.Succeeded).Select(x => x.Require().Document)), Left(CompletionText.Completion_Undecided, results), Left(CompletionText.Completion_Unreasoned, reasons) };
        return string.Join(". ", said.Where(x => x.Length > 0));

        static string Left(string text, int count) => count == 0 ? "" : string.Format(CultureInfo.CurrentCulture, text, count);
    }

    /// <summary>«12 человек получат удостоверение, 1 — справку об обучении», the most frequent first; empty for nobody.</summary>
    public static string Summary(IEnumerable<DocumentKind> documents)
    {
        var groups = documents.GroupBy(x => x).OrderBy(x => x.Key == DocumentKind.None).ThenByDescending(x => x.Count()).ThenBy(x => x.Key)
            .Select(x => (Document: x.Key, Count: x.Count())).ToList();
        if (groups.Count == 0) return "";
        var first = $"{People(groups[0].Count)} {Verb(groups[0].Count, groups[0].Document)} {Gets(groups[0].Document)}";
        return string.Join(", ", groups.Skip(1).Select(x => $"{x.Count.ToString(CultureInfo.InvariantCulture)} — {Gets(x.Document)}").Prepend(first));
    }

    private static bool IsRussian => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "ru";

    private static string People(int count) => IsRussian ? Plural.People(count) : count == 1 ? "1 person" : $"{count} people";

    private static string Verb(int count, DocumentKind document) => (IsRussian, document) switch
    {
        (true, DocumentKind.None) => Plural.Form(count, "останется", "останутся", "останутся"),
        (true, _) => Plural.Form(count, "получит", "получат", "получат"),
        (false, DocumentKind.None) => count == 1 ? "gets" : "get",
        _ => count == 1 ? "gets a" : "get a",
    };

    private static string Gets(DocumentKind document) => document == DocumentKind.StudyStatement ? CompletionText.Completion_DocStatementGets : Of(document);
}
