using System.Globalization;
using AngleSharp.Dom;

namespace OnRecord.Pages.Html;

/// <summary>Element paths such as <c>html/body/main/p[3]</c>: a number where siblings have the same name.</summary>
internal sealed class ElementPaths
{
    private readonly Dictionary<IElement, Dictionary<IElement, int>> _places = [];
    private readonly Dictionary<IElement, string> _paths = [];

    /// <summary>The path of an element.</summary>
    public string Of(IElement element)
    {
        var chain = new Stack<IElement>();
        var at = element;
        string? prefix = null;
        while (at is not null && !_paths.TryGetValue(at, out prefix))
        {
            chain.Push(at);
            at = at.ParentElement;
        }

        var path = prefix ?? "";
        while (chain.TryPop(out var next))
        {
            path = path.Length == 0 ? next.LocalName : path + "/" + Step(next);
            _paths[next] = path;
        }

        return path;
    }

    private string Step(IElement element)
    {
        if (element.ParentElement is not { } parent)
        {
            return element.LocalName;
        }

        if (!_places.TryGetValue(parent, out var places))
        {
            _places[parent] = places = Count(parent);
        }

        return places[element] is > 0 and var place ? string.Create(CultureInfo.InvariantCulture, $"{element.LocalName}[{place}]") : element.LocalName;
    }

    /// <summary>For each child its place among those of its name, from 1; 0 where it is the only one.</summary>
    private static Dictionary<IElement, int> Count(IElement parent)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var places = new Dictionary<IElement, int>();
        var children = parent.ChildNodes.OfType<IElement>().ToArray();
        foreach (var child in children)
        {
            counts[child.LocalName] = places[child] = counts.GetValueOrDefault(child.LocalName) + 1;
        }

        foreach (var child in children)
        {
            places[child] = counts[child.LocalName] == 1 ? 0 : places[child];
        }

        return places;
    }
}
