using System.Data;
using MiniExcelLibs;
using MiniExcelLibs.Attributes;
using MiniExcelLibs.OpenXml;

namespace TeacherCenters.Documents;

/// <summary>A column of a list that goes out.</summary>
/// <param name="Header">Heading; unique in the list.</param>
/// <param name="Width">In letters, as spreadsheets count.</param>
/// <param name="Value">Text, number, bool, <see cref="DateOnly"/>, <see cref="DateTime"/>, <see cref="TimeOnly"/>, or null for an empty cell.</param>
/// <param name="Format">Of dates and numbers: <see cref="TableFormat"/>.</param>
public sealed record TableColumn<T>(string Header, double Width, Func<T, object?> Value, string? Format = null);

/// <summary>Formats of the cells of lists.</summary>
public static class TableFormat
{
    public const string Date = "dd.mm.yyyy";
    public const string Moment = "dd.mm.yyyy hh:mm";
}

/// <summary>
/// A long list as a workbook, row by row: memory does not grow with the list. The heading row is frozen and filters.
/// Texts that begin like a formula get an apostrophe (<see cref="InertText"/>): this writer cannot mark a cell as text.
/// </summary>
public static class TableExport
{
    /// <param name="output">Written synchronously; left open.</param>
    /// <param name="sheet">Name of the sheet, at most 31 characters.</param>
    /// <returns>Number of rows without the heading.</returns>
    public static int Write<T>(Stream output, string sheet, IReadOnlyList<TableColumn<T>> columns, IEnumerable<T> rows, CancellationToken cancel = default)
    {
        using var reader = new RowReader<T>(columns, rows.GetEnumerator(), cancel);
        var dynamic = columns.Select((c, i) => new DynamicExcelColumn(c.Header) { Index = i, Width = c.Width, Format = c.Format }).ToArray();
        MiniExcel.SaveAs(output, reader, printHeader: true, sheetName: sheet, excelType: ExcelType.XLSX, configuration: new OpenXmlConfiguration
        {
            // The library's fast mode holds the whole sheet in memory, unpacked, to write its size afterwards.
            FastMode = false,
            FreezeRowCount = 1,
            AutoFilter = true,
            TableStyles = TableStyles.None,
            EnableWriteNullValueCell = true,
            DynamicColumns = dynamic,
        });
        return reader.Count;
    }

    /// <summary>As <see cref="Write"/>, fed by a query while it is read.</summary>
    /// <remarks>The library pulls rows synchronously: a thread waits for the store between them.</remarks>
    public static Task<int> WriteAsync<T>(Stream output, string sheet, IReadOnlyList<TableColumn<T>> columns, IAsyncEnumerable<T> rows, CancellationToken cancel = default) =>
        Task.Run(() => Write(output, sheet, columns, rows.ToBlockingEnumerable(cancel), cancel), cancel);

    private sealed class RowReader<T>(IReadOnlyList<TableColumn<T>> columns, IEnumerator<T> rows, CancellationToken cancel) : IDataReader
    {
        public int Count { get; private set; }

        public int FieldCount => columns.Count;

        public bool Read()
        {
            cancel.ThrowIfCancellationRequested();
            if (!rows.MoveNext()) return false;
            Count++;
            return true;
        }

        public object GetValue(int i) => columns[i].Value(rows.Current) switch
        {
            null => DBNull.Value,
            string text => InertText.Guard(text),
            DateOnly day => day.ToDateTime(TimeOnly.MinValue),
            TimeOnly time => time.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture),
            var value => value,
        };

        public string GetName(int i) => columns[i].Header;

        public int GetOrdinal(string name)
        {
            for (var i = 0; i < columns.Count; i++)
                if (columns[i].Header == name) return i;
            return -1;
        }

        public int GetValues(object[] values)
        {
            var count = Math.Min(values.Length, columns.Count);
            for (var i = 0; i < count; i++) values[i] = GetValue(i);
            return count;
        }

        public void Dispose() => rows.Dispose();

        public void Close() => Dispose();

        public object this[int i] => GetValue(i);

        public object this[string name] => GetValue(GetOrdinal(name));

        public bool IsDBNull(int i) => GetValue(i) is DBNull;

        public Type GetFieldType(int i) => typeof(object);

        public string GetDataTypeName(int i) => nameof(Object);

        public int Depth => 0;

        public bool IsClosed => false;

        public int RecordsAffected => -1;

        public bool NextResult() => false;

        // Asked for by the interface, never by the library.
        public DataTable GetSchemaTable() => throw new NotSupportedException();
        public IDataReader GetData(int i) => throw new NotSupportedException();
        public bool GetBoolean(int i) => (bool)GetValue(i);
        public byte GetByte(int i) => (byte)GetValue(i);
        public long GetBytes(int i, long fieldOffset, byte[]? buffer, int bufferoffset, int length) => throw new NotSupportedException();
        public char GetChar(int i) => (char)GetValue(i);
        public long GetChars(int i, long fieldoffset, char[]? buffer, int bufferoffset, int length) => throw new NotSupportedException();
        public DateTime GetDateTime(int i) => (DateTime)GetValue(i);
        public decimal GetDecimal(int i) => (decimal)GetValue(i);
        public double GetDouble(int i) => (double)GetValue(i);
        public float GetFloat(int i) => (float)GetValue(i);
        public Guid GetGuid(int i) => (Guid)GetValue(i);
        public short GetInt16(int i) => (short)GetValue(i);
        public int GetInt32(int i) => (int)GetValue(i);
        public long GetInt64(int i) => (long)GetValue(i);
        public string GetString(int i) => (string)GetValue(i);
    }
}
