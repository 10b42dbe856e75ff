using SkiaSharp;

namespace TeacherCenters.Documents;

/// <summary>
/// A PDF that is written to a stream page by page. Lengths are millimetres from the upper left corner of the page, sizes of
/// letters are points. One document belongs to one thread; any number of documents may be written at once.
/// The same drawing with the same title, author and date gives the same bytes. The stream is written synchronously: give it a file or memory, not a response's body.
/// </summary>
public sealed class Pdf : IDisposable
{
    /// <summary>Points in a millimetre.</summary>
    internal const float Points = 72f / 25.4f;

    private readonly PdfIdStream _output;
    private readonly SKManagedWStream _stream;
    private readonly SKDocument _document;
    private readonly SKPaint _paint = new() { IsAntialias = true };
    private bool _pageIsOpen;
    private bool _closed;

    /// <param name="output">Left open; written to until <see cref="Dispose"/>.</param>
    /// <param name="title">Shown in the reader's window.</param>
    /// <param name="author">The organisation.</param>
    /// <param name="created">Instant in UTC that is written as the creation date.</param>
    public Pdf(Stream output, string title, string author, DateTime created)
    {
        _output = new PdfIdStream(output, $"{title}|{author}|{created:O}");
        _stream = new SKManagedWStream(_output, disposeManagedStream: false);
        _document = SKDocument.CreatePdf(_stream, new SKDocumentPdfMetadata
        {
            Title = title,
            Author = author,
            Creator = "TeacherCenters",
            Producer = "TeacherCenters",
            Creation = created,
            Modified = created,
            RasterDpi = SKDocumentPdfMetadata.DefaultRasterDpi,
            EncodingQuality = SKDocumentPdfMetadata.DefaultEncodingQuality,
            PdfA = true,
        });
    }

    /// <summary>Number of pages begun so far.</summary>
    public int PageCount { get; private set; }

    /// <summary>Ends the page before and begins an A4 one.</summary>
    public PdfPage NewPage(bool landscape = false)
    {
        EndPage();
        var (width, height) = landscape ? (297f, 210f) : (210f, 297f);
        var canvas = _document.BeginPage(width * Points, height * Points);
        canvas.Scale(Points);
        PageCount++;
        _pageIsOpen = true;
        return new PdfPage(canvas, _paint, width, height);
    }

    /// <summary>Writes what is left of the document. Without it the file is not whole.</summary>
    public void Close()
    {
        if (_closed) return;
        EndPage();
        _document.Close();
        _stream.Flush();
        _closed = true;
    }

    /// <summary>Closes the document; a document whose making failed half-way is still ended, so that nothing stays open.</summary>
    public void Dispose()
    {
        if (!_closed)
        {
            if (PageCount == 0) { _document.Abort(); _closed = true; }
            else Close();
        }
        _document.Dispose();
        _paint.Dispose();
        _stream.Dispose();
        _output.Dispose();
    }

    private void EndPage()
    {
        if (!_pageIsOpen) return;
        _document.EndPage();
        _pageIsOpen = false;
    }
}
