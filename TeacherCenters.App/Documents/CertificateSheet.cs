namespace TeacherCenters.Documents;

/// <summary>How a certificate is laid out on the A4 sheet.</summary>
public enum CertificateLayout
{
    /// <summary>The spread of a document of qualification: the document on the left, what it certifies on the right.</summary>
    Spread,

    /// <summary>One field for a participant's certificate or a letter of thanks.</summary>
    Single,
}

/// <param name="Position">As printed: «Директор».</param>
/// <param name="Name">As printed: «И. И. Иванов».</param>
public sealed record CertificateSignature(string Position, string Name);

/// <summary>
/// One certificate as it is printed: every text ready, cases and gender already chosen. The page only lays it out, so a
/// snapshot in the register gives the same sheet for ever.
/// </summary>
public sealed record CertificateSheet
{
    public CertificateLayout Layout { get; init; }

    /// <summary>Full name of the organisation.</summary>
    public required string Organisation { get; init; }

    /// <summary>«УДОСТОВЕРЕНИЕ».</summary>
    public required string Title { get; init; }

    /// <summary>«о повышении квалификации».</summary>
    public string? Subtitle { get; init; }

    /// <summary>«ДУБЛИКАТ» or «ОБРАЗЕЦ».</summary>
    public string? Mark { get; init; }

    /// <summary>Series and number of the blank.</summary>
    public string? Blank { get; init; }

    /// <summary>«Документ о квалификации».</summary>
    public string? Kind { get; init; }

    public required string Number { get; init; }

    public string NumberLabel { get; init; } = "Регистрационный номер";

    /// <summary>«Вологда».</summary>
    public required string City { get; init; }

    public string CityLabel { get; init; } = "Город";

    /// <summary>«24 ноября 2026 года».</summary>
    public required string IssuedOn { get; init; }

    public string IssuedOnLabel { get; init; } = "Дата выдачи";

    /// <summary>«Настоящее удостоверение свидетельствует о том, что».</summary>
    public string? Lead { get; init; }

    /// <summary>Full name, in the case that the lead asks for.</summary>
    public required string Person { get; init; }

    /// <summary>«с 1 по 20 ноября 2026 года».</summary>
    public string? Period { get; init; }

    /// <summary>«прошла повышение квалификации в …».</summary>
    public string? Deed { get; init; }

    /// <summary>«по дополнительной профессиональной программе».</summary>
    public string? CourseLead { get; init; }

    /// <summary>Title of the course, with its quotation marks.</summary>
    public string? Course { get; init; }

    /// <summary>«в объёме 36 академических часов».</summary>
    public string? Hours { get; init; }

    /// <summary>«Итоговая аттестация: зачтено».</summary>
    public string? Result { get; init; }

    /// <summary>«Сертификат действителен до …», «Руководитель стажировки: …».</summary>
    public string? Note { get; init; }

    /// <summary>At most three are printed.</summary>
    public IReadOnlyList<CertificateSignature> Signatures { get; init; } = [];

    /// <summary>Place of the seal; null where no seal is put.</summary>
    public string? Seal { get; init; } = "М. П.";

    /// <summary>The act of law that the document rests on.</summary>
    public string? LegalBasis { get; init; }

    /// <summary>Address that the QR code holds; null: no code is printed.</summary>
    public string? QrPayload { get; init; }

    /// <summary>«Проверить подлинность».</summary>
    public string? QrCaption { get; init; }
}
