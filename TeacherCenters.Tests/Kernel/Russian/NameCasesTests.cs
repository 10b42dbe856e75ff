using TeacherCenters.Kernel;
using TeacherCenters.Kernel.Russian;

namespace TeacherCenters.Tests.Kernel.Russian;

public class NameCasesTests
{
    [Theory]
    // Possessive: the great majority.
    [InlineData("Иванов", "Иванова", "Иванову", false)]
    [InlineData("Соловьёв", "Соловьёва", "Соловьёву", false)]
    [InlineData("Алексеев", "Алексеева", "Алексееву", false)]
    [InlineData("Ильин", "Ильина", "Ильину", false)]
    [InlineData("Птицын", "Птицына", "Птицыну", false)]
    // Adjectives.
    [InlineData("Вознесенский", "Вознесенского", "Вознесенскому", false)]
    [InlineData("Троцкий", "Троцкого", "Троцкому", false)]
    [InlineData("Горький", "Горького", "Горькому", false)]
    [InlineData("Строгий", "Строгого", "Строгому", false)]
    [InlineData("Тихий", "Тихого", "Тихому", false)]
    [InlineData("Свежий", "Свежего", "Свежему", false)]
    [InlineData("Хороший", "Хорошего", "Хорошему", false)]
    [InlineData("Рабочий", "Рабочего", "Рабочему", false)]
    [InlineData("Тощий", "Тощего", "Тощему", false)]
    [InlineData("Нижний", "Нижнего", "Нижнему", false)]
    [InlineData("Белый", "Белого", "Белому", false)]
    [InlineData("Толстой", "Толстого", "Толстому", false)]
    [InlineData("Донской", "Донского", "Донскому", false)]
    [InlineData("Броневой", "Броневого", "Броневому", false)]
    [InlineData("Цой", "Цоя", "Цою", false)]
    [InlineData("Ной", "Ноя", "Ною", false)]
    [InlineData("Герой", "Героя", "Герою", false)]
    [InlineData("Ковбой", "Ковбоя", "Ковбою", false)]
    [InlineData("Кий", "Кия", "Кию", false)]
    [InlineData("Топчий", "Топчия", "Топчию", false)]
    [InlineData("Бокий", "Бокия", "Бокию", false)]
    [InlineData("Палий", "Палия", "Палию", false)]
    // Plural adjectives and singular nouns in -их.
    [InlineData("Черных", "Черных", "Черных", false)]
    [InlineData("Долгих", "Долгих", "Долгих", false)]
    [InlineData("Старших", "Старших", "Старших", false)]
    [InlineData("Рерих", "Рериха", "Рериху", false)]
    [InlineData("Дитрих", "Дитриха", "Дитриху", false)]
    [InlineData("Фрейндлих", "Фрейндлиха", "Фрейндлиху", false)]
    [InlineData("Эрлих", "Эрлиха", "Эрлиху", false)]
    [InlineData("Берлих", "Берлих", "Берлих", true)]
    // -ец.
    [InlineData("Кузнец", "Кузнеца", "Кузнецу", false)]
    [InlineData("Мертвец", "Мертвеца", "Мертвецу", false)]
    [InlineData("Швец", "Швеца", "Швецу", false)]
    [InlineData("Лец", "Леца", "Лецу", false)]
    [InlineData("Литовец", "Литовца", "Литовцу", true)]
    [InlineData("Стрелец", "Стрельца", "Стрельцу", true)]
    [InlineData("Малец", "Мальца", "Мальцу", true)]
    [InlineData("Коломиец", "Коломийца", "Коломийцу", true)]
    [InlineData("Заец", "Зайца", "Зайцу", true)]
    // Consonants, soft signs, -й.
    [InlineData("Ковальчук", "Ковальчука", "Ковальчуку", false)]
    [InlineData("Мицкевич", "Мицкевича", "Мицкевичу", false)]
    [InlineData("Коваль", "Коваля", "Ковалю", false)]
    [InlineData("Гоголь", "Гоголя", "Гоголю", false)]
    [InlineData("Бондарь", "Бондаря", "Бондарю", false)]
    [InlineData("Гайдай", "Гайдая", "Гайдаю", false)]
    [InlineData("Пак", "Пака", "Паку", false)]
    [InlineData("Ким", "Кима", "Киму", false)]
    [InlineData("Шмидт", "Шмидта", "Шмидту", false)]
    [InlineData("Кочубей", "Кочубея", "Кочубею", true)]
    [InlineData("Поскрёбок", "Поскрёбока", "Поскрёбоку", true)]
    [InlineData("Конёк", "Конёка", "Конёку", true)]
    [InlineData("Орёл", "Орёла", "Орёлу", true)]
    // Vowels.
    [InlineData("Шевченко", "Шевченко", "Шевченко", false)]
    [InlineData("Живаго", "Живаго", "Живаго", false)]
    [InlineData("Чхеидзе", "Чхеидзе", "Чхеидзе", false)]
    [InlineData("Джугашвили", "Джугашвили", "Джугашвили", false)]
    [InlineData("Камю", "Камю", "Камю", false)]
    [InlineData("Бенуа", "Бенуа", "Бенуа", false)]
    [InlineData("Эредиа", "Эредиа", "Эредиа", true)]
    [InlineData("Дюма", "Дюма", "Дюма", false)]
    [InlineData("Золя", "Золя", "Золя", false)]
    [InlineData("Петипа", "Петипа", "Петипа", false)]
    [InlineData("Берия", "Берии", "Берии", false)]
    [InlineData("Сковорода", "Сковороды", "Сковороде", false)]
    [InlineData("Глинка", "Глинки", "Глинке", false)]
    [InlineData("Окуджава", "Окуджавы", "Окуджаве", false)]
    [InlineData("Лихолетова", "Лихолетовы", "Лихолетове", true)]
    [InlineData("Калина", "Калины", "Калине", true)]
    [InlineData("Гамалея", "Гамалеи", "Гамалее", true)]
    [InlineData("Заря", "Зари", "Заре", false)]
    // Compounds and others with more than one part.
    [InlineData("Римский-Корсаков", "Римского-Корсакова", "Римскому-Корсакову", true)]
    [InlineData("Мамин-Сибиряк", "Мамина-Сибиряка", "Мамину-Сибиряку", true)]
    [InlineData("Тер-Петросян", "Тер-Петросяна", "Тер-Петросяну", true)]
    [InlineData("Кара-Мурза", "Кара-Мурзы", "Кара-Мурзе", true)]
    [InlineData("Бонч-Бруевич", "Бонч-Бруевича", "Бонч-Бруевичу", true)]
    [InlineData("фон Визин", "фон Визина", "фон Визину", true)]
    [InlineData("О'Коннор", "О'Коннора", "О'Коннору", false)]
    [InlineData("ИВАНОВ", "ИВАНОВА", "ИВАНОВУ", false)]
    public void Masculine_family_names(string family, string genitive, string dative, bool doubtful) => Family(Sex.Male, family, genitive, dative, doubtful);

    [Theory]
    [InlineData("Иванова", "Ивановой", "Ивановой", false)]
    [InlineData("Алексеева", "Алексеевой", "Алексеевой", false)]
    [InlineData("Соловьёва", "Соловьёвой", "Соловьёвой", false)]
    [InlineData("Ильина", "Ильиной", "Ильиной", false)]
    [InlineData("Дёмина", "Дёминой", "Дёминой", false)]
    [InlineData("Калина", "Калиной", "Калиной", true)]
    [InlineData("Птицына", "Птицыной", "Птицыной", false)]
    [InlineData("Вознесенская", "Вознесенской", "Вознесенской", false)]
    [InlineData("Белая", "Белой", "Белой", false)]
    [InlineData("Толстая", "Толстой", "Толстой", false)]
    [InlineData("Нижняя", "Нижней", "Нижней", false)]
    [InlineData("Берия", "Берии", "Берии", false)]
    [InlineData("Глинка", "Глинки", "Глинке", false)]
    [InlineData("Сковорода", "Сковороды", "Сковороде", false)]
    [InlineData("Окуджава", "Окуджавы", "Окуджаве", false)]
    [InlineData("Зима", "Зимы", "Зиме", true)]
    [InlineData("Заря", "Зари", "Заре", false)]
    [InlineData("Дюма", "Дюма", "Дюма", false)]
    [InlineData("Ковальчук", "Ковальчук", "Ковальчук", false)]
    [InlineData("Мицкевич", "Мицкевич", "Мицкевич", false)]
    [InlineData("Гоголь", "Гоголь", "Гоголь", false)]
    [InlineData("Цой", "Цой", "Цой", false)]
    [InlineData("Литовец", "Литовец", "Литовец", false)]
    [InlineData("Кочубей", "Кочубей", "Кочубей", false)]
    [InlineData("Черных", "Черных", "Черных", false)]
    [InlineData("Рерих", "Рерих", "Рерих", false)]
    [InlineData("Шевченко", "Шевченко", "Шевченко", false)]
    [InlineData("Чхеидзе", "Чхеидзе", "Чхеидзе", false)]
    [InlineData("Петрова-Водкина", "Петровой-Водкиной", "Петровой-Водкиной", true)]
    [InlineData("Тер-Петросян", "Тер-Петросян", "Тер-Петросян", true)]
    [InlineData("Кара-Мурза", "Кара-Мурзы", "Кара-Мурзе", true)]
    [InlineData("Иванова (Петрова)", "Ивановой (Петровой)", "Ивановой (Петровой)", true)]
    [InlineData("ИВАНОВА", "ИВАНОВОЙ", "ИВАНОВОЙ", false)]
    public void Feminine_family_names(string family, string genitive, string dative, bool doubtful) => Family(Sex.Female, family, genitive, dative, doubtful);

    [Theory]
    [InlineData("Иван", "Ивана", "Ивану")]
    [InlineData("Павел", "Павла", "Павлу")]
    [InlineData("Лев", "Льва", "Льву")]
    [InlineData("Пётр", "Петра", "Петру")]
    [InlineData("Петр", "Петра", "Петру")]
    [InlineData("Фёдор", "Фёдора", "Фёдору")]
    [InlineData("Андрей", "Андрея", "Андрею")]
    [InlineData("Василий", "Василия", "Василию")]
    [InlineData("Игорь", "Игоря", "Игорю")]
    [InlineData("Никита", "Никиты", "Никите")]
    [InlineData("Лука", "Луки", "Луке")]
    [InlineData("Илья", "Ильи", "Илье")]
    [InlineData("Захария", "Захарии", "Захарии")]
    [InlineData("Отто", "Отто", "Отто")]
    [InlineData("Али", "Али", "Али")]
    [InlineData("Жан-Поль", "Жан-Поля", "Жан-Полю")]
    public void Masculine_given_names(string given, string genitive, string dative) => Given(Sex.Male, given, genitive, dative, false);

    [Theory]
    [InlineData("Анна", "Анны", "Анне", false)]
    [InlineData("Ольга", "Ольги", "Ольге", false)]
    [InlineData("Мария", "Марии", "Марии", false)]
    [InlineData("Наталья", "Натальи", "Наталье", false)]
    [InlineData("Зоя", "Зои", "Зое", false)]
    [InlineData("Любовь", "Любови", "Любови", false)]
    [InlineData("Нинель", "Нинели", "Нинели", false)]
    [InlineData("Айгуль", "Айгуль", "Айгуль", true)]
    [InlineData("Кармен", "Кармен", "Кармен", false)]
    [InlineData("Гюли", "Гюли", "Гюли", false)]
    [InlineData("Анна-Мария", "Анны-Марии", "Анне-Марии", false)]
    public void Feminine_given_names(string given, string genitive, string dative, bool doubtful) => Given(Sex.Female, given, genitive, dative, doubtful);

    [Theory]
    [InlineData(Sex.Male, "Петрович", "Петровича", "Петровичу", false)]
    [InlineData(Sex.Male, "Ильич", "Ильича", "Ильичу", false)]
    [InlineData(Sex.Female, "Петровна", "Петровны", "Петровне", false)]
    [InlineData(Sex.Female, "Ильинична", "Ильиничны", "Ильиничне", false)]
    [InlineData(Sex.Male, "Гусейн оглы", "Гусейн оглы", "Гусейн оглы", false)]
    [InlineData(Sex.Female, "Гусейн кызы", "Гусейн кызы", "Гусейн кызы", false)]
    [InlineData(Sex.Male, "Рашид", "Рашид", "Рашид", true)]
    public void Patronymics(Sex sex, string patronymic, string genitive, string dative, bool doubtful)
    {
        var name = new PersonName("Живаго", "Али", patronymic);

        Assert.Equal(new Declined($"Живаго Али {genitive}", doubtful), NameCases.Genitive(name, sex));
        Assert.Equal(new Declined($"Живаго Али {dative}", doubtful), NameCases.Dative(name, sex));
    }

    [Fact]
    public void Whole_and_short_names_are_put_into_the_case()
    {
        var name = new PersonName("Иванова", "Мария", "Петровна");

        Assert.Equal("Ивановой Марии Петровны", NameCases.Genitive(name, Sex.Female).Text);
        Assert.Equal("Ивановой Марии Петровне", NameCases.Dative(name, Sex.Female).Text);
        Assert.Equal("Ивановой М. П.", NameCases.ShortGenitive(name, Sex.Female).Text);
        Assert.Equal("Иванову П. С.", NameCases.ShortDative(new("Иванов", "Пётр", "Сергеевич"), Sex.Male).Text);
    }

    [Fact]
    public void The_patronymic_stands_in_for_an_unknown_sex() =>
        Assert.Equal(new Declined("Ковальчук Анне Петровне", false), NameCases.Dative(new("Ковальчук", "Анна", "Петровна"), null));

    [Fact]
    public void Without_sex_and_patronymic_the_nominative_is_flagged()
    {
        Assert.Equal(new Declined("Ковальчук Саша", true), NameCases.Dative(new("Ковальчук", "Саша"), null));
        Assert.Equal(new Declined("Ковальчук С.", true), NameCases.ShortDative(new("Ковальчук", "Саша"), null));
    }

    [Fact]
    public void A_patronymic_of_the_other_sex_is_flagged() =>
        Assert.True(NameCases.Dative(new("Ковальчук", "Саша", "Петрович"), Sex.Female).Doubtful);

    private static void Family(Sex sex, string family, string genitive, string dative, bool doubtful)
    {
        Assert.Equal(new Declined(genitive, doubtful), NameCases.Family(family, sex, NameCase.Genitive));
        Assert.Equal(new Declined(dative, doubtful), NameCases.Family(family, sex, NameCase.Dative));
    }

    private static void Given(Sex sex, string given, string genitive, string dative, bool doubtful)
    {
        var name = new PersonName("Живаго", given);
        Assert.Equal(new Declined($"Живаго {genitive}", doubtful), NameCases.Genitive(name, sex));
        Assert.Equal(new Declined($"Живаго {dative}", doubtful), NameCases.Dative(name, sex));
    }
}
