using BenchmarkDotNet.Attributes;
using TeacherCenters.Certificates;
using TeacherCenters.Courses;
using TeacherCenters.Kernel;
using TeacherCenters.People;

namespace TeacherCenters.Bench;

/// <summary>A thousand certificates in one PDF: ours from the snapshots, as the program prints a batch, against the same page drawn with bare SkiaSharp.</summary>
[Config(typeof(BenchConfig))]
public class CertificateBench
{
    public const int Count = 1_000;

    private static readonly string[] Families = ["Иванова", "Преображенская", "Соколова", "Кузнецова", "Белозёрова", "Ильина", "Мамина-Сибиряк", "Чистякова"];
    private static readonly string[] Given = ["Мария", "Елена", "Александра", "Ольга", "Наталья"];
    private static readonly string[] Patronymics = ["Петровна", "Александровна", "Константиновна", "Игоревна"];

    internal static IReadOnlyList<CertificateSnapshot> Snapshots { get; } = [.. Enumerable.Range(1, Count).Select(i => new CertificateSnapshot
    {
        Kind = DocumentKind.ProfessionalDevelopmentCertificate,
        Organisation = "Автономное образовательное учреждение Вологодской области дополнительного профессионального образования «Вологодский институт развития образования»",
        City = "Вологда",
        Number = $"ЦНП-ПК-2026-{i:0000}",
        IssuedOn = new DateOnly(2026, 11, 24),
        FamilyName = Families[i % Families.Length],
        GivenName = Given[i % Given.Length],
        Patronymic = Patronymics[i % Patronymics.Length],
        IsFemale = true,
        Title = "Проектирование современного образовательного процесса: формирующее оценивание на уроках математики в основной школе",
        Hours = 36,
        From = new DateOnly(2026, 11, 1),
        To = new DateOnly(2026, 11, 20),
        HeadPost = "Директор центра",
        HeadName = "Н. В. Соколова",
        SecretaryPost = "Секретарь",
        SecretaryName = "О. П. Белова",
        ProtocolNumber = "14",
        ProtocolDate = new DateOnly(2026, 11, 20),
        LegalBasis = "Приказ Минпросвещения России от 24.03.2025 № 266",
        VerifyAddress = $"https://centers.example/verify/{i:x32}",
    })];

    [Benchmark(Baseline = true)]
    public long BareSkia() => BareCertificates.Draw(Snapshots).Length;

    [Benchmark]
    public long Ours() => CertificatePdfs.Draw(Snapshots).Length;
}
