using AngleSharp.Dom;

namespace OnRecord.Pages.Html;

/// <summary>What an element's name and attributes say about what it holds.</summary>
internal static class ElementPlaces
{
    /// <summary>What one element says, without those around it.</summary>
    public static Place Of(IElement element, string name)
    {
        var place = OfName(name) | OfRole(element.GetAttribute("role"));
        if (element.GetAttribute("itemprop") is { } property)
        {
            place |= property.Contains("articleBody", StringComparison.OrdinalIgnoreCase) ? Place.ArticleBody : Place.None;
            place |= property.Equals("comment", StringComparison.OrdinalIgnoreCase) ? Place.Comment : Place.None;
        }

        if (element.GetAttribute("itemtype") is { } type && type.Contains("Article", StringComparison.Ordinal))
        {
            place |= Place.Microdata;
        }

        return IsHidden(element) ? place | Place.Hidden : place;
    }

    /// <summary>Whether the element itself says that it is not shown.</summary>
    public static bool IsHidden(IElement element)
    {
        if (element.Attributes.Length == 0)
        {
            return false;
        }

        if (element.HasAttribute("hidden") || element.GetAttribute("aria-hidden") == "true")
        {
            return true;
        }

        return element.GetAttribute("style") is { } style && HidesText(style);
    }

    private static bool HidesText(string style)
    {
        var compact = style.AsSpan(0, Math.Min(style.Length, 400));
        foreach (var declaration in compact.Split(';'))
        {
            var part = compact[declaration].Trim();
            var colon = part.IndexOf(':');
            if (colon < 0)
            {
                continue;
            }

            var property = part[..colon].Trim();
            var value = part[(colon + 1)..].Trim();
            if ((property.Equals("display", StringComparison.OrdinalIgnoreCase) && value.StartsWith("none", StringComparison.OrdinalIgnoreCase))
                || (property.Equals("visibility", StringComparison.OrdinalIgnoreCase) && value.StartsWith("hidden", StringComparison.OrdinalIgnoreCase)))
            {
                return true;
            }
        }

        return false;
    }

    private static Place OfName(string name) => name switch
    {
        "article" => Place.Article,
        "main" => Place.Main,
        "nav" or "menu" => Place.Nav,
        "aside" => Place.Aside,
        "footer" => Place.Footer,
        "header" => Place.Header,
        "form" or "fieldset" => Place.Form,
        "figure" => Place.Figure,
        "figcaption" => Place.Caption | Place.Figure,
        "blockquote" => Place.Quote,
        "ul" or "ol" or "dl" => Place.List,
        "table" => Place.Table,
        "dialog" => Place.Dialog,
        "pre" or "listing" => Place.Preformatted,
        _ => Place.None,
    };

    private static Place OfRole(string? role) => role switch
    {
        "main" => Place.Main,
        "article" => Place.Article,
        "navigation" or "menu" or "menubar" or "tablist" or "toolbar" => Place.Nav,
        "complementary" => Place.Aside,
        "contentinfo" => Place.Footer,
        "banner" => Place.Header,
        "form" or "search" => Place.Form,
        "dialog" or "alertdialog" => Place.Dialog,
        _ => Place.None,
    };
}
