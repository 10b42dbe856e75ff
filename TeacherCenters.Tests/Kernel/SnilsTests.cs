using TeacherCenters.Kernel;

namespace TeacherCenters.Tests.Kernel;

public class SnilsTests
{
    [Theory]
    [InlineData("112-233-445 95")]
    [InlineData("123-456-789 64")]
    [InlineData("160-722-391 44")]
    [InlineData("207-418-635 56")]
    [InlineData("150-037-421 08")]
    [InlineData("001-474-049 99")] // Sum 99.
    [InlineData("433-030-101 00")] // Sum 100.
    [InlineData("004-047-291 00")] // Sum 101.
    [InlineData("195-262-819 00")] // Sum 201.
    [InlineData("087-654-303 00")] // Sum 202.
    [InlineData("487-986-851 00")] // Sum 302.
    [InlineData("001-001-999 65")] // The first one that is checked.
    public void Numbers_with_the_right_check_number_are_valid_and_shown_as_on_the_card(string text)
    {
        var snils = Snils.Parse(text).Require();

        Assert.Equal(SnilsState.Valid, snils.State);
        Assert.Equal(11, snils.Digits.Length);
        Assert.Equal(text, Snils.Format(snils.Digits));
    }

    [Theory]
    [InlineData("11223344595")]
    [InlineData(" 112 233 445 95 ")]
    [InlineData("112–233–445–95")]
    [InlineData("112\u00A0233\u00A0445\u00A095")]
    [InlineData("112.233.445.95")]
    [InlineData("112‑233‑445\t95\r\n")]
    [InlineData("\u200B11223344595")]
    [InlineData("СНИЛС: 112-233-445 95")]
    [InlineData("снилс № 112-233-445 95")]
    public void Any_spacing_is_read(string text) => Assert.Equal("11223344595", Snils.Parse(text).Require().Digits);

    [Theory]
    [InlineData("112-233-445 96", "SnilsCheckNumber")]
    [InlineData("433-030-101 01", "SnilsCheckNumber")]
    [InlineData("001-001-999 66", "SnilsCheckNumber")]
    [InlineData("000-000-000 00", "SnilsZero")]
    [InlineData("000-000-000 17", "SnilsZero")]
    [InlineData("", "SnilsLength")]
    [InlineData("112-233-445", "SnilsLength")]
    [InlineData("112-233-445 955", "SnilsLength")]
    [InlineData("112-233-445 9O", "SnilsCharacters")]
    [InlineData("112-233-445 95 а", "SnilsCharacters")]
    [InlineData("١١٢٢٣٣٤٤٥٩٥", "SnilsCharacters")]
    public void Wrong_numbers_are_refused(string text, string key) => Assert.Equal(key, Snils.Parse(text).Problem?.Key);

    [Fact]
    public void No_text_is_a_number_of_no_digits() => Assert.Equal(new Problem("SnilsLength", 0), Snils.Parse(null).Problem);

    [Theory]
    [InlineData("001-001-998 12")]
    [InlineData("000-500-000 99")]
    [InlineData("000-000-001 00")]
    public void Old_numbers_are_taken_unchecked(string text)
    {
        var snils = Snils.Parse(text).Require();

        Assert.Equal(SnilsState.Unchecked, snils.State);
        Assert.True(snils.IsUnchecked);
    }

    [Theory]
    [InlineData("404729100", "00404729100")]
    [InlineData("8765430300", "08765430300")]
    [InlineData("100199965", "00100199965")]
    [InlineData("11223344595", "11223344595")]
    public void Numbers_from_a_sheet_get_their_zeros_back(string text, string digits) => Assert.Equal(digits, Snils.ParseNumber(text).Require().Digits);

    [Theory]
    [InlineData("40472910")]
    [InlineData("123")]
    [InlineData("0")]
    [InlineData("")]
    public void A_number_too_short_to_be_checked_is_refused(string text) => Assert.Equal("SnilsLength", Snils.ParseNumber(text).Problem?.Key);

    [Fact]
    public void Lost_zeros_are_not_guessed_in_typed_text() => Assert.Equal(new Problem("SnilsLength", 10), Snils.Parse("8765430300").Problem);

    [Fact]
    public void The_mask_shows_four_digits() => Assert.Equal("***-***-*45 95", Snils.Mask("11223344595"));

    [Theory]
    [InlineData("1122334459", SnilsState.Rejected)]
    [InlineData("112233445AB", SnilsState.Rejected)]
    [InlineData("11223344595", SnilsState.Valid)]
    [InlineData("00000000000", SnilsState.Rejected)]
    [InlineData("00100199899", SnilsState.Unchecked)]
    public void Stored_digits_can_be_checked(string digits, SnilsState state) => Assert.Equal(state, Snils.Check(digits));
}
