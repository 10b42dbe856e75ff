using TeacherCenters.Documents;
using TeacherCenters.Kernel;
using TeacherCenters.People;

namespace TeacherCenters.Enrollments.Import;

/// <summary>Reads the lines below the headings: pure, with the day as an argument.</summary>
public static class RowReading
{
    private static readonly string[] Service =
    [
        "ИТОГО", "ВСЕГО", "ДИРЕКТОР", "И.О.", "И. О.", "РУКОВОДИТЕЛ", "ЗАВЕДУЮЩ", "НАЧАЛЬНИК", "ИСПОЛНИТЕЛ", "ИСП.", "ОТВЕТСТВЕН", "ПОДПИСЬ", "М.П.", "М. П.", "СПИСОК", "ТЕЛ.", "ДАТА", "ПРИМЕЧАНИ", "СОГЛАСОВАНО", "УТВЕРЖДАЮ", "ЗАМ.", "ЗАМЕСТИТЕЛ",
    ];

    private static readonly string[] Places = ["РАЙОН", "ОКРУГ", "ШКОЛА", "СОШ", "ООШ", "ГИМНАЗИЯ", "ЛИЦЕЙ", "САД", "№", "Г.", "ГОРОД", "ГРУППА", "ОБЛАСТЬ"];

    public static ImportReading Read(ImportTable table, ColumnMap map, DateOnly today)
    {
        var rows = new List<ImportRow>();
        var skipped = 0;
        foreach (var line in table.Lines.Skip(map.FirstLine))
        {
            if (line.IsEmpty) continue;
            if (ColumnRecognition.RepeatsHeadings(line, map) || IsService(line, map)) skipped++;
            else rows.Add(new OneRow(table.Sheet, line, map, today).Read(rows.Count));
        }
        return new(rows, skipped);
    }

    /// <summary>A total, a signature, a section title: a line that is about nobody.</summary>
    private static bool IsService(ImportLine line, ColumnMap map)
    {
        var filled = line.Cells.Where(x => !x.IsEmpty).ToList();
        if (filled.Any(x => x.Text.Contains("____", StringComparison.Ordinal))) return true;
        var nameCells = new[] { ImportColumn.FullName, ImportColumn.Family, ImportColumn.Given, ImportColumn.GivenAndPatronymic }.Select(map.IndexOf).Where(i => i >= 0 && !line[i].IsEmpty).ToList();
        // The first words of the line, wherever they stand: a signature is often written from the first column on.
        if (Begins(filled[0].Text, Service) || (nameCells.Count > 0 && Begins(line[nameCells[0]].Text, Service))) return true;
        if (nameCells.Count == 0)
        {
            // Somebody without a name is a fault to tell; one or two stray cells are not somebody.
            var telling = new[] { ImportColumn.Snils, ImportColumn.BirthDate }.Any(x => map.IndexOf(x) is >= 0 and var i && !line[i].IsEmpty);
            var known = Enumerable.Range(0, map.Columns.Count).Count(i => map.Columns[i] is not (ImportColumn.None or ImportColumn.Number) && !line[i].IsEmpty);
            return !telling && known < 3;
        }
        if (filled.Count > 1) return false;
        var words = SearchName.Of(filled[0].Text).Split(' ', ',');
        return words.Any(w => Places.Any(p => w.StartsWith(p, StringComparison.Ordinal)));
    }

    private static bool Begins(string text, string[] words)
    {
        var search = SearchName.Of(text);
        return words.Any(x => search.StartsWith(x, StringComparison.Ordinal));
    }

    private sealed class OneRow(string sheet, ImportLine line, ColumnMap map, DateOnly today)
    {
        private readonly List<ImportFault> _faults = [];
        private readonly List<Problem> _remarks = [];

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
