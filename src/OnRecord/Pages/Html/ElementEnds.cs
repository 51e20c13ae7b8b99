using System.Collections.Immutable;

namespace OnRecord.Pages.Html;

/// <summary>
/// Finds where elements end on the page. The parser tells where each one begins; its end tag stands before the next start
/// tag that is not inside it. So elements that the walk has left wait until the next one begins, and then the end tags in
/// between are dealt out from the inside to the outside.
/// </summary>
internal sealed class ElementEnds(ImmutableArray<EndTag> endTags, int length)
{
    private readonly List<(Box? Box, string Name)> _waiting = [];
    private int _next;
    private int _position;

    /// <summary>The walk enters an element.</summary>
    /// <param name="start">Where it begins on the page; -1 for an element that the page only implies.</param>
    /// <returns>Where it begins, or where the walk stands for an implied one.</returns>
    public int Open(int start)
    {
        if (start < 0)
        {
            return _position;
        }

        // The parser moves some elements (text in a table, a repeated formatting element): those tell nothing about the others.
        if (start >= _position)
        {
            Deal(start);
            _position = start;
        }

        return start;
    }

    /// <summary>The walk leaves an element; its box is null where only the name matters.</summary>
    public void Close(Box? box, string name) => _waiting.Add((box, name));

    /// <summary>The walk is over.</summary>
    public void Finish() => Deal(length);

    private void Deal(int until)
    {
        var first = 0;
        for (; _next < endTags.Length && endTags[_next].Start < until; _next++)
        {
            var tag = endTags[_next];
            for (var i = first; i < _waiting.Count; i++)
            {
                if (_waiting[i].Name == tag.Name)
                {
                    End(first, i, tag.Start);
                    End(i, i + 1, tag.End);
                    first = i + 1;
                    break;
                }
            }
        }

        End(first, _waiting.Count, Math.Max(until, _position));
        _waiting.Clear();
    }

    private void End(int from, int to, int position)
    {
        for (var i = from; i < to; i++)
        {
            if (_waiting[i].Box is { Index: > 0 } box)
            {
                box.End = Math.Max(position, box.Start);
            }
        }
    }
}
