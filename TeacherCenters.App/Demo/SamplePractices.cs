using System.Text;
using Microsoft.EntityFrameworkCore;
using TeacherCenters.Centers;
using TeacherCenters.Data;
using TeacherCenters.Documents;
using TeacherCenters.Events;
using TeacherCenters.Practices;

namespace TeacherCenters.Demo;

/// <summary>The bank of practices: proposals, trials, approved and published ones, with small files and the events where they were shown.</summary>
internal sealed class SamplePractices(SamplePlaces places, SamplePeople people, FileStore files, SampleSize size)
{
    private static readonly (PracticeKind Kind, string? Subject, string Title, string Summary)[] Texts =
    [
        (PracticeKind.Practice, "История", "Урок в музее: от экспоната к источнику", "Ученики работают с подлинными предметами Вологодского музея-заповедника и сами составляют вопросы к источнику. Занятие занимает два урока и прогулку до музея.\nПодойдёт для 5–8 классов. Нужны договор с музеем и карточки источников (приложены)."),
        (PracticeKind.Practice, "Математика", "Задачи о родном крае", "Сборник задач на проценты, масштаб и движение, построенных на данных о лесе, кружеве и молоке области. Дети видят, зачем нужна математика, и охотнее решают текстовые задачи.\nПовторить легко: задачи разобраны по темам 5–6 классов."),
        (PracticeKind.Practice, "Русский язык", "Читательский дневник как разговор", "Вместо пересказа ученик пишет письмо автору, а учитель отвечает на полях. За полугодие дневник стали вести 23 ученика из 25.\nПриложены образцы писем и памятка для родителей."),
        (PracticeKind.Practice, "Физика", "Домашняя лаборатория без покупок", "Двенадцать опытов с тем, что есть на любой кухне, с техникой безопасности и листами наблюдений. Опыты снимают на телефон и разбирают на уроке."),
        (PracticeKind.Practice, "Биология", "Школьная экологическая тропа", "Маршрут в 800 метров вокруг школы с девятью остановками. На каждой — наблюдение, измерение и задание по уровню класса.\nТропу ведут старшие ученики, учитель только принимает отчёты."),
        (PracticeKind.Practice, "Иностранный язык", "Гид по своему городу", "Ученики готовят пешеходную экскурсию на английском языке и проводят её для другого класса. Оценивается не безошибочность, а понятность."),
        (PracticeKind.Practice, "Информатика", "Первые шаги в программировании без компьютера", "Алгоритмы через движение, карточки и настольные игры для 2–4 классов. Подходит школам, где один компьютерный класс на всех."),
        (PracticeKind.Practice, "Начальные классы", "Утренний круг: пятнадцать минут на настройку", "Короткий разговор в начале дня, в котором каждый называет настроение и задачу. За год в двух классах стало заметно меньше ссор.\nПриложены сценарии на четыре недели."),
        (PracticeKind.Practice, "Технология", "Вологодское кружево в цифре", "Ученики рисуют сколок в векторном редакторе и режут его на лазерном станке технопарка. Промысел и цифровые навыки на одном занятии."),
        (PracticeKind.Practice, "География", "Карта памяти малой родины", "Класс собирает рассказы старожилов и наносит их на общую карту района. Карта открыта для соседних школ и пополняется третий год."),
        (PracticeKind.Practice, "Литература", "Суд над героем", "Урок-дискуссия, в котором роли обвинения, защиты и присяжных заставляют вчитаться в текст. Приложены правила и листы оценки для пяти произведений."),
        (PracticeKind.Practice, "Химия", "Открытый урок как мастерская", "Учитель показывает не готовый урок, а его разбор: гости выбирают фрагмент и предлагают свой ход. Формат снимает страх открытых уроков у молодых педагогов."),
        (PracticeKind.Practice, "Дополнительное образование", "Наставничество в технопарке: пара на один проект", "Старший воспитанник ведёт младшего от идеи до защиты. Педагог встречается с парой раз в неделю."),
        (PracticeKind.Practice, "Воспитательная работа", "Школьная служба примирения", "Обученные ученики помогают мирно разобрать ссору до педсовета. Описаны подготовка, роли и границы: чего служба не делает."),
        (PracticeKind.Practice, "Инклюзивное образование", "Урок, понятный каждому: правила простого языка", "Памятка, по которой учитель переписывает задание для детей с задержкой развития, не упрощая цель урока. Проверена в шести классах."),
        (PracticeKind.Practice, "Финансовая грамотность", "Семейный бюджет за четыре занятия", "Четыре занятия для 7–9 классов: доходы, расходы, кредит, мошенники. Родителей приглашают на последнее."),
        (PracticeKind.Research, null, "Что удерживает молодого педагога в сельской школе", "Опрос 214 педагогов до 35 лет и 40 бесед с теми, кто остался и кто уехал. Главное — не жильё, а первый год: есть ли наставник и посильна ли нагрузка.\nВыводы переведены в проверочный лист для директора."),
        (PracticeKind.Research, "Математика", "Почему не решают текстовые задачи", "Разобрано 1 860 работ шестиклассников. Две трети ошибок — в чтении условия, а не в вычислениях. Предложена серия упражнений на понимание условия."),
        (PracticeKind.Research, null, "Профессиональные дефициты учителей: пять лет диагностик", "Обобщены результаты диагностик за пять лет. Показано, как изменились дефициты после перехода к обновлённым стандартам и какие программы их закрывают."),
        (PracticeKind.Research, "Начальные классы", "Беглость чтения и понимание прочитанного", "Наблюдение за восемью классами в течение двух лет. Скорость чтения выше 90 слов в минуту больше не прибавляет понимания."),
        (PracticeKind.Research, null, "Наставник и его нагрузка: сколько пар посильно", "Сопоставлены нагрузка наставников и то, как их подопечные прошли первые два года. После трёх пар качество сопровождения падает."),
        (PracticeKind.Research, "Информатика", "Цифровая среда сельской школы", "Обследование 36 школ: связь, техника, умения учителей. Составлена карта того, чего не хватает и что уже простаивает."),
        (PracticeKind.Practice, "Физическая культура", "Активная перемена", "Пятиминутки движения, которые ведут старшие классы. Нужны музыка, разметка пола и расписание дежурств."),
        (PracticeKind.Practice, "Обществознание", "Деловая игра «Местное самоуправление»", "Игра на два урока: класс распределяет бюджет поселения и отчитывается перед жителями."),
        (PracticeKind.Research, null, "Независимая оценка глазами педагогов", "Анкета 300 участников оценки: что помогло, что испугало, что изменилось после. Составлены рекомендации для экспертов и памятка участнику."),
    ];

    // A room of its own: what other rooms draw does not change this one.
    private readonly Random random = new(size.Seed + 81);

    public async Task AddAsync(WriteUnit unit, CancellationToken cancellation)
    {
        if (people.All.Count == 0) return;
        var events = await unit.Db.Set<TrainingEvent>().AsNoTracking().Where(x => x.Status == EventStatus.Completed || x.Status == EventStatus.Closed).OrderByDescending(x => x.StartsOn).ThenBy(x => x.Id)
            .Select(x => new { x.Id, x.CenterId }).ToListAsync(cancellation);
        var made = Texts.Select((_, i) => Make(i)).ToList();
        for (var i = 0; i < made.Count; i++)
        {
            if (made[i].Status is not (PracticeStatus.Approved or PracticeStatus.Published)) continue;
            // Most at home; every fourth published one was borrowed by another center as well.
            foreach (var of in events.Where(x => x.CenterId == made[i].CenterId).Skip(i % 5).Take(1 + random.Next(2))) made[i].Showings.Add(new PracticeShowing { EventId = of.Id });
            if (made[i].Status == PracticeStatus.Published && i % 4 == 0 && events.Find(x => x.CenterId != made[i].CenterId) is { } elsewhere) made[i].Showings.Add(new PracticeShowing { EventId = elsewhere.Id });
        }
        unit.Db.AddRange(made);
        await unit.FlushAsync(cancellation);
        for (var i = 0; i < made.Count; i++)
        {
            if (i % 7 != 6) await AttachAsync(unit, made[i], "Описание.pdf", Paper(Texts[i].Title, Texts[i].Summary), cancellation);
            if (i % 3 == 0) await AttachAsync(unit, made[i], "Памятка.txt", Encoding.UTF8.GetBytes($"{Texts[i].Title}\r\n\r\n1. Обсудите цель с классом.\r\n2. Проведите первое занятие по образцу.\r\n3. Запишите, что изменили под себя.\r\n"), cancellation);
        }
        await unit.FlushAsync(cancellation);
        unit.Db.ChangeTracker.Clear();
    }

    private Practice Make(int index)
    {
        var (kind, subject, title, summary) = Texts[index];
        var centerIndex = index == Texts.Length - 1 ? places.Centers.Count - 1 : index % 3;
        var proposed = size.AsOf.AddDays(-random.Next(200, 900));
        if (index % 5 is 3 or 4) proposed = size.AsOf.AddDays(-random.Next(3, 150));
        var made = new Practice { CenterId = places.Centers[centerIndex].Id, Kind = kind, ProposedOn = proposed, ProposedBy = "Координатор учебной сети" };
        made.Describe(title, subject, summary);
        foreach (var (author, i) in Authors(centerIndex, subject).Select((x, i) => (x, i))) made.Authors.Add(new PracticeAuthor { PersonId = author, Order = i + 1 });

        // Of each five two are published; the rest stand along the chain, some sent back or declined.
        var (path, reason) = (index % 5, index) switch
        {
            (0 or 1, _) => (new[] { PracticeStatus.InTrial, PracticeStatus.Approved, PracticeStatus.Published }, null),
            (2, 7 or 22) => ([PracticeStatus.Declined], index == 7 ? "Повторяет практику, которая уже есть в банке" : "Не описано, что нужно для повторения"),
            (2, _) => ([PracticeStatus.InTrial, PracticeStatus.Approved], null),
            (3, 13) => ([PracticeStatus.InTrial, PracticeStatus.Proposed], "Добавьте результаты хотя бы одного класса"),
            (3, _) => ([PracticeStatus.InTrial], null),
            _ => (Array.Empty<PracticeStatus>(), (string?)null),
        };
        for (var i = 0; i < path.Length; i++)
        {
            var day = proposed.AddDays(30 * (i + 1));
            made.MoveTo(path[i], PracticeRules.NeedsReason(made.Status, path[i]) ? reason : null, day > size.AsOf ? size.AsOf : day);
        }
        return made;
    }

    /// <summary>One to three people of the center, of the subject where there are such.</summary>
    private List<int> Authors(int centerIndex, string? subject)
    {
        var own = people.All.Where(x => x.CenterIndex == centerIndex).ToList();
        if (own.Count == 0) own = people.All;
        // «Физика» is taught by «учитель физики»: the endings differ.
        var stem = subject is { Length: > 5 } ? subject[..5] : subject;
        var fitting = stem is null ? [] : own.Where(x => $"{x.Position} {x.Subject}".Contains(stem, StringComparison.OrdinalIgnoreCase)).ToList();
        if (fitting.Count == 0) fitting = own;
        return [.. Enumerable.Range(0, 1 + random.Next(3)).Select(_ => fitting[random.Next(fitting.Count)].Id).Distinct()];
    }

    private async Task AttachAsync(WriteUnit unit, Practice owner, string name, byte[] content, CancellationToken cancellation) => unit.Db.Add(new AttachedFile
    {
        OwnerKind = nameof(Practice), OwnerId = owner.Id, Name = name, Size = content.Length, Hash = await files.SaveAsync(content, cancellation),
        AddedAt = owner.ProposedOn.ToDateTime(new TimeOnly(9, 0), DateTimeKind.Utc), AddedBy = owner.ProposedBy,
    });

    private static byte[] Paper(string title, string text)
    {
        using var output = new MemoryStream();
        using (var pdf = new Pdf(output, title, "Учебная сеть", new DateTime(2026, 9, 1, 9, 0, 0, DateTimeKind.Utc)))
        {
            var page = pdf.NewPage();
            page.Text(title, new PdfBox(20, 20, 170, 24), new PdfStyle(PdfFont.SansBold, 16) { MinSize = 10, Color = PdfColors.Flax });
            page.Text(text, new PdfBox(20, 48, 170, 200), new PdfStyle(PdfFont.Sans, 11));
        }
        return output.ToArray();
    }
}
