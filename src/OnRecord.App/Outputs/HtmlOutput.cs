using System.Globalization;
using System.Net;
using System.Text;

namespace OnRecord.App.Outputs;

/// <summary>The documents of each page with their blocks coloured by role, and why: one HTML file that loads and runs nothing.</summary>
internal sealed class HtmlOutput(Stream output) : IRecordOutput
{
    private const string Head = """
        <!DOCTYPE html>
        <html lang="en">
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <title>OnRecord: blocks</title>
        <style>
        :root { color-scheme: light dark; --ink: light-dark(#1b1b1b, #e8e8e8); --dim: light-dark(#595959, #a6a6a6); --paper: light-dark(#fdfdfb, #16181a); --rule: light-dark(#d9d9d2, #3a3d40); }
        body { margin: 2rem auto; max-width: 60rem; padding: 0 1rem; background: var(--paper); color: var(--ink); font: 1rem/1.5 Georgia, serif; }
        h1 { font: 600 1rem system-ui, sans-serif; overflow-wrap: anywhere; margin: 3rem 0 0; }
        h2 { font: 600 .9rem system-ui, sans-serif; margin: 1.5rem 0 .5rem; padding-top: .75rem; border-top: 2px solid var(--rule); }
        h2 small { color: var(--dim); font-weight: 400; }
        .block { display: grid; grid-template-columns: 6.5rem 1fr; gap: 0 .75rem; border-left: .35rem solid hsl(var(--hue) 55% 50%); background: hsl(var(--hue) 60% 50% / .09); margin: .2rem 0; padding: .3rem .6rem; }
        .role { font: 600 .75rem/2 system-ui, sans-serif; }
        .block p { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; }
        .why { grid-column: 2; color: var(--dim); font: .75rem/1.4 system-ui, sans-serif; overflow-wrap: anywhere; }
        .headline { --hue: 10; } .headline p { font-size: 1.3rem; font-weight: 700; } .kicker { --hue: 340; } .standfirst { --hue: 40; } .byline { --hue: 280; } .dateline { --hue: 300; }
        .paragraph { --hue: 210; } .heading { --hue: 190; } .heading p { font-weight: 700; } .quote { --hue: 160; } .list { --hue: 230; } .credit { --hue: 95; } .caption { --hue: 75; } .boilerplate { --hue: 0; filter: grayscale(1); }
        @media (max-width: 40rem) { .block { grid-template-columns: 1fr; } .why { grid-column: 1; } }
        </style>

        """;

    private bool _isBegun;

    public void Write(string name, IReadOnlyList<Record> records)
    {
        var html = new StringBuilder(_isBegun ? "" : Head);
        _isBegun = true;
        html.Append("<h1>").Append(Text(name)).Append("</h1>\n");
        foreach (var document in records.Select(record => record.Document))
        {
            html.Append("<h2>").Append(Lower(document.Kind)).Append(" <small>").Append(Text(Facts(document))).Append("</small></h2>\n");
            foreach (var block in document.Blocks)
            {
                var role = Lower(block.Role);
                html.Append(CultureInfo.InvariantCulture, $"<div class=\"block {role}\"><span class=\"role\">{role}</span><p>{Text(block.Span.Of(document.Text))}</p><span class=\"why\">{Text(block.Reason)}{Text(Place(block.Source))}</span></div>\n");
            }
        }

        output.Write(Encoding.UTF8.GetBytes(html.ToString()));
    }

    private static string Facts(Document document)
    {
        var facts = new List<string?>
        {
            document.Page.Uri,
            document.Published is { } published ? $"{published.Value.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture)} ({Lower(published.Basis)})" : null,
            document.Publisher,
            document.Language,
            document.Bylines.IsEmpty ? null : string.Join(", ", document.Bylines.Select(byline => byline.Name)),
            document.Truncated ? "cut in mid-sentence" : null,
        };
        return string.Join(" · ", facts.OfType<string>());
    }

    private static string Place(BlockSource? source) => source is null
        ? ""
        : string.Create(CultureInfo.InvariantCulture, $" · bytes {source.ByteStart}–{source.ByteEnd}{(source.Path is null ? "" : " · " + source.Path)}");

    private static string Lower<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    /// <summary>Characters that no HTML may hold come out as the replacement character.</summary>
    private static string Text(string value) =>
        WebUtility.HtmlEncode(string.Concat(value.Select(c => char.IsControl(c) && c is not ('\n' or '\t') ? '\ufffd' : c)));
}
