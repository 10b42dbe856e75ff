using System.Globalization;
using System.Text;
using System.Xml;
using ExcelNumberFormat;

namespace TeacherCenters.Documents;

/// <summary>What the sheets of a workbook share: their list, the texts, the formats of numbers, the day zero.</summary>
internal sealed record WorkbookParts(
    IReadOnlyList<WorkbookParts.SheetPart> Sheets, IReadOnlyList<string> Texts, IReadOnlyList<NumberFormat?> Formats, bool Is1904)
{
    internal sealed record SheetPart(string Name, string Part, bool IsHidden);

    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string StrictRelations = "http://purl.oclc.org/ooxml/officeDocument/relationships";

    public static WorkbookParts Read(WorkbookPackage package)
    {
        var main = Targets(package, "_rels/.rels", "").Values.FirstOrDefault(t => t.Type.EndsWith("/officeDocument", StringComparison.Ordinal)).Part ?? "xl/workbook.xml";
        if (!package.Has(main)) throw new WorkbookFault("FileNotWorkbook");
        var folder = main[..(main.LastIndexOf('/') + 1)];
        var targets = Targets(package, $"{folder}_rels/{main[folder.Length..]}.rels", folder);
        var (sheets, is1904) = ReadSheets(package, main, targets);
        string? Part(string type) => targets.Values.FirstOrDefault(t => t.Type.EndsWith(type, StringComparison.Ordinal)).Part;
        var texts = Part("/sharedStrings") is { } strings && package.Has(strings) ? ReadTexts(package, strings) : [];
        var formats = Part("/styles") is { } styles && package.Has(styles) ? ReadFormats(package, styles) : [];
        return new WorkbookParts(sheets, texts, formats, is1904);
    }

    private static (List<SheetPart> Sheets, bool Is1904) ReadSheets(WorkbookPackage package, string main, Dictionary<string, (string Type, string Part)> targets)
    {
        var sheets = new List<SheetPart>();
        var is1904 = false;
        var seen = false;
        using var xml = package.Xml(main);
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.Depth == 0) seen = xml.LocalName == "workbook";
            if (xml.LocalName == "workbookPr") is1904 = xml.GetAttribute("date1904") is "1" or "true";
            if (xml.LocalName != "sheet") continue;
            var id = xml.GetAttribute("id", Relations) ?? xml.GetAttribute("id", StrictRelations) ?? "";
            if (!targets.TryGetValue(id, out var target)) throw new WorkbookFault("FileDamaged");
            // Sheets of charts and dialogs have no cells.
            if (!target.Type.EndsWith("/worksheet", StringComparison.Ordinal)) continue;
            if (!package.Has(target.Part)) throw new WorkbookFault("FileDamaged");
            sheets.Add(new SheetPart(xml.GetAttribute("name") ?? "", target.Part, xml.GetAttribute("state") is "hidden" or "veryHidden"));
        }
        if (!seen) throw new WorkbookFault("FileNotWorkbook");
        if (sheets.Count == 0) throw new WorkbookFault("FileNoRows");
        return (sheets, is1904);
    }

    private static Dictionary<string, (string Type, string Part)> Targets(WorkbookPackage package, string part, string folder)
    {
        var targets = new Dictionary<string, (string, string)>(StringComparer.Ordinal);
        if (!package.Has(part)) return targets;
        using var xml = package.Xml(part);
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "Relationship" || xml.GetAttribute("TargetMode") == "External") continue;
            var target = xml.GetAttribute("Target") ?? "";
            targets[xml.GetAttribute("Id") ?? ""] = (xml.GetAttribute("Type") ?? "", Resolve(folder, target));
        }
        return targets;
    }

    private static string Resolve(string folder, string target)
    {
        if (target.StartsWith('/')) return target[1..];
        var steps = folder.Split('/', StringSplitOptions.RemoveEmptyEntries).ToList();
        foreach (var step in target.Split('/'))
        {
            if (step == "..") { if (steps.Count == 0) throw new WorkbookFault("FileUnsafe"); steps.RemoveAt(steps.Count - 1); }
            else if (step is not ("." or "")) steps.Add(step);
        }
        return string.Join('/', steps);
    }

    private static List<string> ReadTexts(WorkbookPackage package, string part)
    {
        var texts = new List<string>();
        using var xml = package.Xml(part);
        while (xml.Read())
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "si") texts.Add(RichText(xml));
        return texts;
    }

    /// <summary>The text of an element with runs of different looks; readings of foreign scripts are left out.</summary>
    public static string RichText(XmlReader xml)
    {
        if (xml.IsEmptyElement) return "";
        var (depth, text) = (xml.Depth, new StringBuilder());
        var inText = false;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "rPh") { xml.Skip(); if (xml.Depth <= depth) break; }
            if (xml.NodeType == XmlNodeType.Element) inText = xml.LocalName == "t" && !xml.IsEmptyElement;
            else if (xml.NodeType == XmlNodeType.EndElement) inText = false;
            else if (inText) text.Append(xml.Value);
        }
        return Unescape(text.ToString());
    }

    /// <summary>«_x000D_» stands for a character that XML cannot hold.</summary>
    private static string Unescape(string text)
    {
        if (!text.Contains("_x", StringComparison.Ordinal)) return text;
        return System.Text.RegularExpressions.Regex.Replace(text, "_x([0-9A-Fa-f]{4})_",
            m => ((char)ushort.Parse(m.Groups[1].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString(),
            System.Text.RegularExpressions.RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
    }

    private static List<NumberFormat?> ReadFormats(WorkbookPackage package, string part)
    {
        var custom = new Dictionary<int, string>();
        var formats = new List<NumberFormat?>();
        var known = new Dictionary<int, NumberFormat?>();
        var inCells = false;
        using var xml = package.Xml(part);
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.EndElement && xml.LocalName == "cellXfs") inCells = false;
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.LocalName == "numFmt") custom[Id(xml)] = xml.GetAttribute("formatCode") ?? "";
            if (xml.LocalName == "cellXfs") inCells = !xml.IsEmptyElement;
            if (!inCells || xml.LocalName != "xf") continue;
            var id = Id(xml);
            if (!known.TryGetValue(id, out var format)) known[id] = format = Format(id, custom);
            formats.Add(format);
        }
        return formats;

        static int Id(XmlReader xml) => int.TryParse(xml.GetAttribute("numFmtId"), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;
    }

    private static NumberFormat? Format(int id, Dictionary<int, string> custom)
    {
        var code = custom.GetValueOrDefault(id) ?? id switch
        {
            1 => "0",
            2 => "0.00",
            3 => "#,##0",
            4 => "#,##0.00",
            9 => "0%",
            10 => "0.00%",
            (>= 14 and <= 17) or 22 or (>= 27 and <= 36) or (>= 50 and <= 58) => "dd.mm.yyyy",
            >= 18 and <= 21 => "hh:mm",
            >= 45 and <= 47 => "mm:ss",
            _ => "",
        };
        if (code.Length is 0 or > 255 || code == "@" || code.Equals("General", StringComparison.OrdinalIgnoreCase)) return null;
        try
        {
            return new NumberFormat(code) is { IsValid: true } format ? format : null;
        }
        catch (Exception)
        {
            // The parser of formats is somebody else's; a format it cannot read only changes how a number is shown.
            return null;
        }
    }
}
