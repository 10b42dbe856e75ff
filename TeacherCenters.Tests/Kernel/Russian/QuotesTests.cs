using TeacherCenters.Kernel.Russian;

namespace TeacherCenters.Tests.Kernel.Russian;

public sealed class QuotesTests
{
    [Theory]
    [InlineData("Основы лесного дела", "«Основы лесного дела»")]
    [InlineData("«Основы лесного дела»", "«Основы лесного дела»")]
    [InlineData(" Семинар «Оценка без стресса» ", "«Семинар „Оценка без стресса“»")]
    [InlineData("«Точка роста» и «Кванториум»", "«„Точка роста“ и „Кванториум“»")]
    [InlineData("«Семинар «Оценка»»", "«Семинар „Оценка“»")]
    public void A_title_stands_in_one_pair_of_marks_and_inner_marks_differ(string title, string printed) => Assert.Equal(printed, Quotes.Around(title));
}
