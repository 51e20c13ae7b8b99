using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using OnRecord.Pages.Input;
using OnRecord.Pages.Stated;

namespace OnRecord.Pages.Containers;

/// <summary>Reads the items of RSS 0.9x to 2.0 and Atom (RFC 4287) feeds; lenient, because real feeds are.</summary>
internal static class FeedReader
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        CheckCharacters = false,
        CloseInput = true,
    };

    public static IEnumerable<ContainedPage> Read(Stream stream, ContainerOptions options)
    {
        byte[]? bytes = null;
        PageInputException? refusal = null;
        try
        {
            bytes = PageBytes.Read(stream, options.MaxPageBytes);
        }
        catch (PageInputException e)
        {
            refusal = e;
        }

        if (bytes is null)
        {
            yield return ContainedPage.Fault("", refusal!.Message);
            yield break;
        }

        var text = TextDecoder.Decode(bytes, null, isHtml: true).Text;
        using var items = new ItemReader(FeedText.Repair(text));
        for (var number = 1; ; number++)
        {
            var place = string.Create(CultureInfo.InvariantCulture, $"item {number}");
            var item = items.Next(out var problem);
            if (problem is not null)
            {
                yield return ContainedPage.Fault(place, $"the feed is damaged here, and what follows is left out: {problem}");
            }

            if (item is null)
            {
                yield break;
            }

            yield return FeedItem.ToPage(Item(item), place);
        }
    }

    /// <summary>What an RSS or Atom item says, whichever of the names that feeds use for it.</summary>
    private static FeedItem Item(XElement item) => new(
        Html(Child(item, "title")),
        Html(Child(item, "encoded") ?? Child(item, "content")) is { Length: > 0 } full ? full : Html(Child(item, "description") ?? Child(item, "summary")),
        Link(item),
        DayReader.Read(Text(Child(item, "pubDate") ?? Child(item, "published") ?? Child(item, "date") ?? Child(item, "issued"))));

    private static XElement? Child(XElement item, string name) =>
        item.Elements().FirstOrDefault(child => child.Name.LocalName == name && !IsMedia(child));

    /// <summary>Media RSS has titles, descriptions and contents of its own, of pictures.</summary>
    private static bool IsMedia(XElement element) =>
        element.Name.NamespaceName.Contains("search.yahoo.com/mrss", StringComparison.OrdinalIgnoreCase) || element.Name.NamespaceName == LenientNamespaces.Undeclared + "media";

    private static string? Text(XElement? element) => element?.Value.Trim();

    /// <summary>HTML of an element: Atom's <c>text</c> is escaped, <c>xhtml</c> is its mark-up, everything else holds HTML as text.</summary>
    private static string? Html(XElement? element)
    {
        if (element is null)
        {
            return null;
        }

        return (string?)element.Attribute("type") switch
        {
            "xhtml" or "application/xhtml+xml" => string.Concat(element.Nodes().Select(node => node.ToString(SaveOptions.DisableFormatting))),
            "text" or "text/plain" => System.Net.WebUtility.HtmlEncode(element.Value),
            _ => WithoutCdata(element.Value.Trim()),
        };
    }

    /// <summary>HTML without a CDATA section around it whose marks were escaped as if they were text.</summary>
    private static string WithoutCdata(string html)
    {
        const string Opening = "<![CDATA[", Closing = "]]>";
        if (!html.StartsWith(Opening, StringComparison.Ordinal))
        {
            return html;
        }

        html = html[Opening.Length..];
        return (html.EndsWith(Closing, StringComparison.Ordinal) ? html[..^Closing.Length] : html).Trim();
    }

    private static string? Link(XElement item)
    {
        var links = item.Elements().Where(child => child.Name.LocalName == "link").ToList();
        var atom = links.FirstOrDefault(link => link.Attribute("href") is not null && (string?)link.Attribute("rel") is (null or "alternate"));
        var link = links.Select(Text).FirstOrDefault(text => !string.IsNullOrEmpty(text))
            ?? (string?)atom?.Attribute("href")
            ?? (Child(item, "guid") is { } guid && (string?)guid.Attribute("isPermaLink") != "false" ? Text(guid) : null);
        return Uri.TryCreate(link, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? link : null;
    }

    /// <summary>Reads one item after another, so that damage costs only what follows it.</summary>
    private sealed class ItemReader(string xml) : IDisposable
    {
        private readonly XmlReader _xml = XmlReader.Create(new StringReader(xml), Settings, new XmlParserContext(null, new LenientNamespaces(), null, XmlSpace.None));

        public XElement? Next(out string? problem)
        {
            problem = null;
            try
            {
                // Reading an element leaves the reader behind it, which may be on the next item.
                while (!_xml.EOF && (_xml.ReadState != ReadState.Initial || _xml.Read()))
                {
                    if (_xml.NodeType == XmlNodeType.Element && _xml.LocalName is ("item" or "entry"))
                    {
                        return (XElement)XNode.ReadFrom(_xml);
                    }

                    _xml.Read();
                }
            }
            catch (Exception e) when (e is XmlException or InvalidOperationException or ArgumentException)
            {
                problem = e.Message;
            }

            return null;
        }

        public void Dispose() => _xml.Dispose();
    }

    /// <summary>Namespaces in which a prefix that nobody declared has one of its own, instead of ending the feed.</summary>
    private sealed class LenientNamespaces() : XmlNamespaceManager(new NameTable())
    {
        public const string Undeclared = "urn:onrecord:undeclared:";

        public override string? LookupNamespace(string prefix) => base.LookupNamespace(prefix) ?? (prefix.Length > 0 ? Undeclared + prefix : null);
    }
}
