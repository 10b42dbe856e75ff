using System.Text.RegularExpressions;
using TeacherCenters.Documents;
using TeacherCenters.Kernel;
using TeacherCenters.People;

namespace TeacherCenters.Enrollments.Import;

/// <summary>Reads the lines below the headings: pure, with the day as an argument.</summary>
public static partial class RowReading
{
    public static ImportReading Read(ImportTable table, ColumnMap map, DateOnly today)
    {
        var rows = new List<ImportRow>();
        var skipped = new List<SkippedLine>();
        for (var i = 0; i < table.Lines.Count; i++)
        {
            var line = table.Lines[i];
            if (line.IsEmpty || (i < map.FirstLine && map.HeadingRows.Contains(line))) continue;
            if (i < map.FirstLine || ColumnRecognition.RepeatsHeadings(line, map) || IsService(line, map, today)) skipped.Add(new(table.Sheet, line.Number, Whole(line)));
            else rows.Add(new OneRow(table.Sheet, line, map, today).Read(rows.Count));
        }
        return new(rows, skipped);
    }

    private static string Whole(ImportLine line) => string.Join(" | ", line.Cells.Where(x => !x.IsEmpty).Select(x => string.Join(' ', x.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))));

    /// <summary>A total, a signature, a section title: a line that is about nobody. In doubt it is somebody: a row too many is seen, a teacher too few is not.</summary>
    private static bool IsService(ImportLine line, ColumnMap map, DateOnly today)
    {
        var names = new[] { ImportColumn.FullName, ImportColumn.Family, ImportColumn.Given, ImportColumn.Patronymic, ImportColumn.GivenAndPatronymic }.Select(map.IndexOf).Where(i => i >= 0 && !line[i].IsEmpty).ToList();
        var known = Enumerable.Range(0, map.Columns.Count).Where(i => map.Columns[i] is not (ImportColumn.None or ImportColumn.Number) && !names.Contains(i) && !IsBlank(line[i])).ToList();
        var telling = known.Exists(i => map.Columns[i] is ImportColumn.Snils or ImportColumn.BirthDate);
        if (known.Exists(i => IsCertain(line[i], map.Columns[i], today))) return false;
        var filled = Enumerable.Range(0, line.Cells.Count).Where(i => !line[i].IsEmpty).ToList();
        var person = names.Count > 0 && IsPerson(string.Join(' ', names.Select(i => line[i].Text)));
        if (person && (telling || known.Count >= 2)) return false;

        // A line to sign stands before the name of the signatory; behind a participant's name it is for the participant.
        if (filled.Exists(i => line[i].Text.Contains("____", StringComparison.Ordinal) && (!person || i < names[0]))) return true;
        // The first words of the line, wherever they stand: a signature is often written from the first column on. Where the position is a column of its own,
        // a head is a participant, unless nothing but the name is there and begins with initials, as one signs.
        var signs = known.Count <= 1 && names.Count > 0 && Signed().IsMatch(SearchName.Of(line[names[0]].Text));
        if ((signs || map.Columns.ElementAtOrDefault(filled[0]) is ImportColumn.None or ImportColumn.Number) && Service().IsMatch(SearchName.Of(line[filled[0]].Text))) return true;
        if (names.Count == 0) return !telling && known.Count < 3;
        if (Service().IsMatch(SearchName.Of(line[names[0]].Text))) return true;
        return filled.Count == 1 && Place().IsMatch(SearchName.Of(line[filled[0]].Text));
    }

    private static bool IsBlank(ImportCell cell) => cell.IsEmpty || !cell.Text.Any(char.IsLetterOrDigit);

    /// <summary>An insurance number or a birth date that can be: totals and signatures have none.</summary>
    private static bool IsCertain(ImportCell cell, ImportColumn column, DateOnly today) => column switch
    {
        ImportColumn.Snils => (cell.Kind == ImportCellKind.Number ? Snils.ParseNumber(cell.Text) : Snils.Parse(cell.Text)).Succeeded,
        ImportColumn.BirthDate => ImportDates.Read(cell) is { Succeeded: true, Value: var day } && PersonRules.BirthDate(day, today) is null,
        _ => false,
    };

    private static bool IsPerson(string text) =>
        SearchName.Of(text) is var search && !Service().IsMatch(search) && !Place().IsMatch(search) && PersonName.Parse(LookAlikes.Replace(text.TrimStart('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '.', ')', ' '))).Succeeded;

    /// <summary>How a line about nobody begins, in whole words: Датаев and М. П. Иванова are people.</summary>
    [GeneratedRegex(@"^(ИТОГО?|ВСЕГО|ДИРЕКТОРА?|РУКОВОДИТЕЛ[ЬЯИ]|ЗАВЕДУЮЩ(ИЙ|АЯ|ЕГО|ЕЙ)|НАЧАЛЬНИКА?|ИСПОЛНИТЕЛ[ЬЯИ]|ОТВЕТСТВЕНН(ЫЙ|АЯ|ОГО|ОЙ|ЫЕ)|ПОДПИС[ЬИ]|СПИСОК|ДАТА|ПРИМЕЧАНИ[ЕЯ]|СОГЛАСОВАНО|УТВЕРЖДАЮ|ЗАМЕСТИТЕЛ[ЬЯ])(?!\w)|^(ИСП|ТЕЛ|ЗАМ)\.|^М\. ?П\.$|^И\. ?О\. ?(ДИРЕКТОР|ЗАВЕДУЮЩ|НАЧАЛЬНИК|РУКОВОДИТЕЛ)", RegexOptions.CultureInvariant)]
    private static partial Regex Service();

    /// <summary>«Н. В. Соколова»: a list begins with the family name.</summary>
    [GeneratedRegex(@"^\w\. ?(\w\. ?)?\w{2}", RegexOptions.CultureInvariant)]
    private static partial Regex Signed();

    /// <summary>Words of a section title, whole: Садовникова and Городецкая are people.</summary>
    [GeneratedRegex(@"№|(?<!\w)(Г\.|(РАЙОН|ОКРУГ|ШКОЛ|ГИМНАЗИ|ЛИЦЕ|САД|ГОРОД|ГРУПП|ОБЛАСТ)[АЕИОУЫЬЮЯЙ]?(?!\w)|[СО]ОШ(?!\w))", RegexOptions.CultureInvariant)]
    private static partial Regex Place();

    private sealed class OneRow(string sheet, ImportLine line, ColumnMap map, DateOnly today)
    {
        private readonly List<ImportFault> _faults = [];
        private readonly List<Problem> _remarks = [];
        private string? _snilsWritten;

        public ImportRow Read(int index)
        {
            var (school, position) = Workplace();
            var (phone, email) = Contacts();
            var name = Name();
            var (birth, snils) = (Birth(), Insurance());
            return new()
            {
                Index = index,
                Sheet = sheet,
                Line = line.Number,
                Written = Written(),
                Name = name,
                BirthDate = birth,
                Snils = snils,
                SnilsWritten = _snilsWritten,
                School = school,
                Municipality = Text(ImportColumn.Municipality, 100),
                Position = position,
                Subject = Text(ImportColumn.Subject, 100),
                Phone = phone,
                Email = email,
                Faults = _faults,
                Remarks = _remarks,
            };
        }

        private string Written()
        {
            ImportColumn[] parts = [ImportColumn.FullName, ImportColumn.Family, ImportColumn.Given, ImportColumn.Patronymic, ImportColumn.GivenAndPatronymic];
            return string.Join(' ', parts.Select(x => Cell(x).Text.Trim()).Where(x => x.Length > 0));
        }

        private PersonName? Name()
        {
            var column = map.IndexOf(ImportColumn.FullName) >= 0 && !Cell(ImportColumn.FullName).IsEmpty ? ImportColumn.FullName : ImportColumn.Family;
            ImportColumn[] parts = column == ImportColumn.FullName ? [column] : [ImportColumn.Family, ImportColumn.Given, ImportColumn.Patronymic, ImportColumn.GivenAndPatronymic];
            var texts = new Dictionary<ImportColumn, string>();
            foreach (var part in parts)
            {
                if (Plain(part) is { } text) texts[part] = CyrillicLetters(text);
                else if (!Cell(part).IsEmpty) return null;
            }
            if (texts.Count == 0)
            {
                Fault(column, new Problem("NameMissing"));
                return null;
            }
            var whole = column == ImportColumn.FullName || map.IndexOf(ImportColumn.Given) < 0;
            var read = whole
                ? PersonName.Parse(string.Join(' ', texts.Values).TrimStart('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '.', ')', ' '))
                : PersonName.Of(texts.GetValueOrDefault(ImportColumn.Family), texts.GetValueOrDefault(ImportColumn.Given), texts.GetValueOrDefault(ImportColumn.Patronymic));
            if (read.Problem is not { } problem) return read.Require();
            Fault(whole ? column : problem.Field switch { "Given" => ImportColumn.Given, "Patronymic" => ImportColumn.Patronymic, _ => ImportColumn.Family }, problem with { Field = null });
            return null;
        }

        /// <summary>Latin letters that look like Cyrillic ones in a Cyrillic word are a slip of the keyboard: put right and told.</summary>
        private string CyrillicLetters(string text)
        {
            var replaced = LookAlikes.Replace(text);
            if (replaced != text) _remarks.Add(new Problem("ImportLatinReplaced", NameText.LatinLetters(text)));
            return replaced;
        }

        private DateOnly? Birth()
        {
            var cell = Cell(ImportColumn.BirthDate);
            if (cell.IsEmpty || Bad(ImportColumn.BirthDate) || IsDash(cell.Text)) return null;
            var read = ImportDates.Read(cell);
            var problem = read.Problem ?? (PersonRules.BirthDate(read.Value, today) is { } range ? range with { Field = null } : null);
            if (problem is null) return read.Value;
            Fault(ImportColumn.BirthDate, problem);
            return null;
        }

        private string? Insurance()
        {
            var cell = Cell(ImportColumn.Snils);
            if (cell.IsEmpty || Bad(ImportColumn.Snils) || IsDash(cell.Text)) return null;
            var read = cell.Kind == ImportCellKind.Number ? Snils.ParseNumber(cell.Text) : Snils.Parse(cell.Text);
            if (read.Problem is { } problem)
            {
                Fault(ImportColumn.Snils, problem);
                _snilsWritten = cell.Text.Trim();
                return null;
            }
            if (read.Require().IsUnchecked) _remarks.Add(new Problem("ImportSnilsUnchecked"));
            return read.Require().Digits;
        }

        private (string? School, string? Position) Workplace()
        {
            var (school, position) = (Text(ImportColumn.School, 300), Text(ImportColumn.Position, 200));
            if (Text(ImportColumn.Workplace, 500) is not { } both) return (school, position);
            var comma = both.LastIndexOf(',');
            return comma < 0 ? (school ?? both, position) : (school ?? both[..comma].Trim(), position ?? both[(comma + 1)..].Trim());
        }

        private (string? Phone, string? Email) Contacts()
        {
            var (phone, email) = (Text(ImportColumn.Phone, 50), Text(ImportColumn.Email, 100));
            foreach (var word in (Text(ImportColumn.Contacts, 200) ?? "").Split([' ', ',', ';', '\n'], StringSplitOptions.RemoveEmptyEntries))
            {
                if (word.Contains('@', StringComparison.Ordinal)) email ??= word;
            }
            if (phone is null && Text(ImportColumn.Contacts, 200) is { } contacts)
            {
                var figures = string.Concat(contacts.Where(c => char.IsAsciiDigit(c) || c is '+' or '-' or '(' or ')' or ' ')).Trim();
                if (figures.Count(char.IsAsciiDigit) is >= 5 and <= 15) phone = figures;
            }
            if (phone is not null && (IsDash(phone) || !phone.Any(char.IsAsciiDigit))) phone = null;
            if (email is null || IsDash(email)) return (phone, null);
            if (System.Net.Mail.MailAddress.TryCreate(email, out var address) && address.Address == email) return (phone, email);
            _remarks.Add(new Problem("ImportEmailLeftOut", email));
            return (phone, null);
        }

        private string? Text(ImportColumn column, int longest)
        {
            if (Plain(column) is not { } text || IsDash(text)) return null;
            if (text.Length <= longest) return text;
            Fault(column, new Problem("ImportTextTooLong", longest));
            return null;
        }

        /// <summary>The cell's text with single spaces; null when it is empty or can't be believed.</summary>
        private string? Plain(ImportColumn column)
        {
            var cell = Cell(column);
            if (cell.IsEmpty || Bad(column)) return null;
            var text = string.Join(' ', cell.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            return text.Length == 0 ? null : text;
        }

        private bool Bad(ImportColumn column)
        {
            var kind = Cell(column).Kind;
            if (kind is not (ImportCellKind.Error or ImportCellKind.Formula)) return false;
            var (letter, heading) = Place(column);
            if (_faults.All(x => x.Letter != letter)) _faults.Add(new(letter, heading, new Problem(kind == ImportCellKind.Error ? "ImportCellError" : "ImportCellFormula", Cell(column).Text)));
            return true;
        }

        private void Fault(ImportColumn column, Problem problem)
        {
            var (letter, heading) = Place(column);
            _faults.Add(new(letter, heading, problem));
        }

        private (string? Letter, string? Heading) Place(ImportColumn column) =>
            map.IndexOf(column) is >= 0 and var i ? (SheetCell.NameOf(i), map.Headings[i]) : (null, null);

        private ImportCell Cell(ImportColumn column) => line[map.IndexOf(column)];

        private static bool IsDash(string text) => text.Trim().Trim('-', '–', '—', '.', '/').Length == 0 || SearchName.Of(text) is "НЕТ" or "НЕ ИМЕЕТ" or "Н/Д";
    }
}

/// <summary>Latin letters that cannot be told from Cyrillic ones by eye.</summary>
public static class LookAlikes
{
    private const string Latin = "ABCEHKMOPTXYaceopxyk";
    private const string Cyrillic = "АВСЕНКМОРТХУасеорхук";

    /// <summary>Replaces them in words that have Cyrillic letters and no other Latin ones; a wholly Latin word stays as it is.</summary>
    public static string Replace(string text) => string.Join(' ', text.Split(' ').Select(Word));

    private static string Word(string word)
    {
        var hasCyrillic = word.Any(c => c is >= '\u0400' and <= '\u052F');
        var latin = word.Where(c => char.IsLetter(c) && c < '\u0250').ToList();
        if (!hasCyrillic || latin.Count == 0 || latin.Any(c => !Latin.Contains(c))) return word;
        return string.Concat(word.Select(c => Latin.IndexOf(c) is >= 0 and var i ? Cyrillic[i] : c));
    }
}
