using TeacherCenters.Kernel;

namespace TeacherCenters.Tests.Kernel;

public sealed class AttachedFileRulesTests
{
    [Theory]
    [InlineData("Практика.pdf", "%PDF-1.7", null)]
    [InlineData(@"C:\Документы\Практика.PDF", "%PDF-1.7", null)]
    [InlineData("Практика.docx", "PK\u0003\u0004…", null)]
    [InlineData("Заметки.txt", "Просто текст", null)]
    [InlineData("Практика.pdf", "<html>", "AttachedContent")]
    [InlineData("Практика.docx", "%PDF-1.7", "AttachedContent")]
    [InlineData("Заметки.txt", "MZ\0\0", "AttachedContent")]
    [InlineData("Практика.docm", "PK\u0003\u0004", "AttachedKind")]
    [InlineData("Практика.pdf.exe", "%PDF-1.7", "AttachedKind")]
    [InlineData("Практика", "%PDF-1.7", "AttachedKind")]
    [InlineData("страница.html", "<html>", "AttachedKind")]
    [InlineData("Практика.pdf", "", "AttachedEmpty")]
    public void A_file_is_of_a_known_kind_and_holds_what_its_name_says(string name, string content, string? key) =>
        Assert.Equal(key, AttachedFileRules.Check(name, System.Text.Encoding.UTF8.GetBytes(content))?.Key);

    [Fact]
    public void A_file_over_twenty_megabytes_is_refused_before_it_is_read()
    {
        Assert.Null(AttachedFileRules.Check("Практика.pdf", AttachedFileRules.Largest));
        Assert.Equal(20L, AttachedFileRules.Check("Практика.pdf", AttachedFileRules.Largest + 1)!.Args[0]);
    }
}
