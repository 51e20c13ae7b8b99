using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using NodaTime.Text;

namespace OnRecord.App.Web.Inboxes;

/// <summary>A form with files or text, read as it comes: its bytes go to the disk and never into memory as a whole.</summary>
internal sealed class UploadForm : IDisposable
{
    private const int MostFiles = 1_000;
    private const int MostOfField = 4_096;
    private const int BufferSize = 1 << 16;

    private readonly List<(string Name, StagedUpload Upload)> _uploads = [];

    public IReadOnlyList<(string Name, StagedUpload Upload)> Uploads => _uploads;

    public string? Uri { get; private set; }

    public string? Published { get; private set; }

    public bool Plain { get; private set; }

    /// <summary>Reads a form.</summary>
    /// <exception cref="FormatException">It is broken off, or holds nothing, or something impossible.</exception>
    /// <exception cref="BadHttpRequestException">It is no form, or its transfer is broken.</exception>
    /// <exception cref="UnkeptException">The disk does not take it.</exception>
    public static async Task<UploadForm> ReadAsync(HttpRequest request, InboxFolder folder)
    {
        var form = new UploadForm();
        try
        {
            await form.TakeAsync(request, folder).ConfigureAwait(false);
            return form;
        }
        catch (Exception e)
        {
            form.Dispose();
            throw e is InvalidDataException or (IOException and not BadHttpRequestException) ? new FormatException($"the form cannot be taken: {e.Message}", e) : e;
        }
    }

    public void Dispose() => _uploads.ForEach(one => one.Upload.Dispose());

    private async Task TakeAsync(HttpRequest request, InboxFolder folder)
    {
        var boundary = MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            ? HeaderUtilities.RemoveQuotes(type.Boundary).ToString()
            : "";
        if (boundary.Length == 0)
        {
            throw new BadHttpRequestException("send a form, multipart/form-data, with 'files' or 'text'", StatusCodes.Status415UnsupportedMediaType);
        }

        var aborted = request.HttpContext.RequestAborted;
        var reader = new MultipartReader(boundary, request.Body, BufferSize);
        while (await reader.ReadNextSectionAsync(aborted).ConfigureAwait(false) is { } section)
        {
            if (section.GetContentDispositionHeader() is not { } head)
            {
                throw new FormatException("a part of the form has no name");
            }

            var (name, file) = (HeaderUtilities.RemoveQuotes(head.Name).ToString(), FileName(head));
            if (file is not null)
            {
                await AddAsync(file, section.Body, folder, isText: false, aborted).ConfigureAwait(false);
            }
            else if (name == "text")
            {
                await AddAsync(null, section.Body, folder, isText: true, aborted).ConfigureAwait(false);
            }
            else
            {
                Set(name, await FieldAsync(section.Body, aborted).ConfigureAwait(false));
            }
        }

        if (_uploads.Count == 0)
        {
            throw new FormatException("there is nothing in it: choose files or paste text");
        }
    }

    private async Task AddAsync(string? name, Stream body, InboxFolder folder, bool isText, CancellationToken aborted)
    {
        if (_uploads.Count == MostFiles)
        {
            throw new FormatException($"the form has more than {MostFiles} files; send them in several");
        }

        var upload = Kept(folder.Stage);
        try
        {
            var (buffer, normal) = (new byte[BufferSize], new LineEnds());
            int count;
            while ((count = await body.ReadAsync(buffer, aborted).ConfigureAwait(false)) > 0)
            {
                // A form's text comes with CR LF; what was pasted had LF.
                var length = isText ? normal.Unify(buffer.AsSpan(0, count)) : count;
                Kept(() => upload.Content.Write(buffer, 0, length));
            }

            if (upload.Content.Length == 0 || (isText && !normal.HasText))
            {
                upload.Dispose();
                return;
            }

            _uploads.Add((name ?? Pasted(upload.Content), upload));
        }
        catch
        {
            upload.Dispose();
            throw;
        }
    }

    private static string? FileName(ContentDispositionHeaderValue head)
    {
        if (!head.IsFileDisposition())
        {
            return null;
        }

        var given = HeaderUtilities.RemoveQuotes(head.FileNameStar.HasValue && head.FileNameStar.Length > 0 ? head.FileNameStar : head.FileName).ToString();
        return Path.GetFileName(given.Replace('\\', '/')) is { Length: > 0 } name ? name : "a file without a name";
    }

    private static async Task<string> FieldAsync(Stream body, CancellationToken aborted)
    {
        var bytes = new byte[MostOfField + 1];
        var count = await body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, aborted).ConfigureAwait(false);
        return count <= MostOfField ? Encoding.UTF8.GetString(bytes, 0, count).Trim() : throw new FormatException($"a field of the form is longer than {MostOfField} bytes");
    }

    private void Set(string name, string value)
    {
        switch (name)
        {
            case "uri" when value.Length > 0:
                Uri = System.Uri.TryCreate(value, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
                    ? value
                    : throw new FormatException($"'{value}' is no address of a page; one begins with http:// or https://");
                break;
            case "published" when value.Length > 0:
                Published = LocalDatePattern.Iso.Parse(value).Success ? value : throw new FormatException($"'{value}' is no day of publication; one looks like 2025-08-25");
                break;
            case "plain":
                Plain = value is "on" or "true";
                break;
        }
    }

    /// <summary>A name for text that has none: its first words.</summary>
    private static string Pasted(FileStream content)
    {
        const int Most = 48;
        var head = new byte[4 * BufferSize];
        content.Position = 0;
        var line = Encoding.UTF8.GetString(head, 0, content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)).Trim().Split('\n')[0].Trim();
        return "pasted: " + (line.Length <= Most ? line : line[..Most].TrimEnd() + "…");
    }

    private static T Kept<T>(Func<T> write)
    {
        try
        {
            return write();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UnkeptException(e);
        }
    }

    private static void Kept(Action write) => Kept(() =>
    {
        write();
        return 0;
    });

    /// <summary>Makes one line feed of each line's end, over the borders of what is read at a time.</summary>
    private sealed class LineEnds
    {
        private bool _isAfterReturn;

        public bool HasText { get; private set; }

        /// <summary>The new length.</summary>
        public int Unify(Span<byte> bytes)
        {
            var length = 0;
            foreach (var one in bytes)
            {
                var isSecond = one == '\n' && _isAfterReturn;
                _isAfterReturn = one == '\r';
                if (!isSecond)
                {
                    bytes[length++] = one == '\r' ? (byte)'\n' : one;
                    HasText |= one > ' ';
                }
            }

            return length;
        }
    }
}

/// <summary>What was handed in could not be put on the disk: it is full, or not there.</summary>
internal sealed class UnkeptException(Exception cause) : Exception($"it cannot be kept: {cause.Message}", cause);
