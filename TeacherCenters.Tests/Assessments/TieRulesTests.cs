using TeacherCenters.Assessments;
using TeacherCenters.Kernel;

namespace TeacherCenters.Tests.Assessments;

public sealed class TieRulesTests
{
    private const int Assessor = 1, Candidate = 2, School = 7;

    [Theory]
    [InlineData("none", null)]
    [InlineData("mentor", TieGround.Mentor)]
    [InlineData("tutor", TieGround.Tutor)]
    [InlineData("trainer", TieGround.Trainer)]
    [InlineData("mentor the other way round", null)]
    [InlineData("mentor and trainer", TieGround.Mentor)]
    public void Ties_are_read_from_assessor_to_candidate(string facts, TieGround? ground)
    {
        HashSet<(int, int)> pair = [(Assessor, Candidate)], turned = [(Candidate, Assessor)], none = [];
        TieFacts known = facts switch
        {
            "mentor" => new(pair, none, none, []),
            "tutor" => new(none, pair, none, []),
            "trainer" => new(none, none, pair, []),
            "mentor the other way round" => new(turned, none, none, []),
            "mentor and trainer" => new(pair, none, pair, []),
            _ => new(none, none, none, []),
        };

        Assert.Equal(ground, TieRules.Ground(Assessor, Candidate, known, A.Today));
    }

    [Theory]
    [InlineData("ШКОЛА НА ГОРЕ", "ШКОЛА НА ГОРЕ", true)]
    [InlineData("ШКОЛА НА ГОРЕ", "ШКОЛА ПОД ГОРОЙ", false)]
    [InlineData("ШКОЛА НА ГОРЕ", null, false)]
    public void Colleagues_are_also_those_whose_organisation_is_written_the_same_way(string written, string? other, bool tied)
    {
        var facts = new TieFacts(new HashSet<(int, int)>(), new HashSet<(int, int)>(), new HashSet<(int, int)>(), [new(Assessor, null, default, written), new(Candidate, other is null ? School : null, default, other)]);

        Assert.Equal(tied ? TieGround.Colleague : null, TieRules.Ground(Assessor, Candidate, facts, A.Today));
    }

    [Theory]
    [InlineData(null, null, null, null, true)]
    [InlineData("2020-09-01", null, "2026-11-23", null, true)]
    [InlineData("2020-09-01", "2026-11-23", "2020-09-01", null, true)]
    [InlineData("2020-09-01", "2026-11-22", "2020-09-01", null, false)]
    [InlineData("2020-09-01", null, "2026-11-24", null, false)]
    public void Colleagues_are_those_who_work_at_one_school_on_the_day(string? from, string? to, string? otherFrom, string? otherTo, bool tied)
    {
        var facts = new TieFacts(new HashSet<(int, int)>(), new HashSet<(int, int)>(), new HashSet<(int, int)>(), [new(Assessor, School, new(Day(from), Day(to))), new(Candidate, School, new(Day(otherFrom), Day(otherTo)))]);

        Assert.Equal(tied ? TieGround.Colleague : null, TieRules.Ground(Assessor, Candidate, facts, A.Today));
    }

    [Fact]
    public void Two_schools_tie_nobody_and_nobody_scores_themselves()
    {
        var none = new HashSet<(int, int)>();
        var facts = new TieFacts(none, none, none, [new(Assessor, School, default), new(Candidate, School + 1, default)]);

        Assert.Null(TieRules.Ground(Assessor, Candidate, facts, A.Today));
        Assert.Equal(TieGround.SamePerson, TieRules.Ground(Assessor, Assessor, facts, A.Today));
    }

    [Fact]
    public void A_refusal_names_the_two_and_the_ground()
    {
        var none = new HashSet<(int, int)>();
        var facts = new TieFacts(new HashSet<(int, int)> { (1, 12) }, none, none, []);

        var problem = TieRules.Check([new(3, "Белова А. И."), new(1, "Громов П. И.")], [new(11, "Орлова М. П."), new(12, "Иванова М. П.")], facts, A.Today);

        Assert.Equal(new Problem("AssessorIsTied", "Громов П. И.", "Иванова М. П.", TieGround.Mentor), problem);
    }

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
