namespace OnRecord.Pages.Html;

/// <summary>What the head of a page says that helps to know its article: title, description, the article's text in JSON-LD.</summary>
internal sealed class PageClues
{
    private const int Gram = 3;
    private const int MostTitles = 8;

    private readonly HashSet<ulong> _body = [];
    private readonly HashSet<ulong> _description = [];

    private readonly List<HashSet<ulong>> _titles = [];

    public PageClues(IEnumerable<string> titles, string? description, string? articleBody)
    {
        foreach (var one in titles.Take(MostTitles))
        {
            Add(_titles, one);
        }

        Add(_description, description, 1);
        Add(_body, articleBody, Gram);
    }

    /// <summary>Whether the page's data hold the article's text.</summary>
    public bool HasBody => _body.Count > 30;

    /// <summary>Share of the text's word triples that the article's text in the page's data has.</summary>
    public float InBody(string text) => Share(_body, text, Gram);

    /// <summary>Likeness to the title: words in both over words in either.</summary>
    public float LikeTitle(string text) => _titles.Count == 0 ? 0 : Jaccard(_titles[0], text);

    /// <summary>The greatest likeness to one of the titles that the page's data state: the first may be the name of the site.</summary>
    public float LikeAnyTitle(string text) => _titles.Select(title => Jaccard(title, text)).DefaultIfEmpty().Max();

    /// <summary>Likeness to the description.</summary>
    public float LikeDescription(string text) => Jaccard(_description, text);

    private static void Add(List<HashSet<ulong>> sets, string text)
    {
        sets.Add([]);
        Add(sets[^1], text, 1);
    }

    private static void Add(HashSet<ulong> set, string? text, int gram)
    {
        if (text is not null)
        {
            foreach (var hash in new WordGrams(text, gram))
            {
                set.Add(hash);
            }
        }
    }

    private static float Share(HashSet<ulong> set, string text, int gram)
    {
        int all = 0, inside = 0;
        foreach (var hash in new WordGrams(text, gram))
        {
            all++;
            inside += set.Contains(hash) ? 1 : 0;
        }

        return all == 0 ? 0 : (float)inside / all;
    }

    private static float Jaccard(HashSet<ulong> set, string text)
    {
        if (set.Count == 0 || text.Length > 1000)
        {
            return 0;
        }

        var own = new HashSet<ulong>();
        var both = 0;
        foreach (var hash in new WordGrams(text, 1))
        {
            both += own.Add(hash) && set.Contains(hash) ? 1 : 0;
        }

        return (float)both / (own.Count + set.Count - both);
    }
}

/// <summary>Hashes of words in a row, case folded: FNV-1a, so that they are the same in every run.</summary>
internal ref struct WordGrams(string text, int gram)
{
    private const ulong Basis = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    private readonly string _text = text;
    private readonly int _gram = gram;
    private ulong _older;
    private ulong _old;
    private int _seen;
    private int _at;

    public ulong Current { get; private set; }

    public readonly WordGrams GetEnumerator() => this;

    public bool MoveNext()
    {
        while (NextWord() is { } word)
        {
            _seen++;
            var hash = _gram == 1 ? word : (((_older * Prime) ^ _old) * Prime) ^ word;
            _older = _old;
            _old = word;
            if (_seen >= _gram)
            {
                Current = hash;
                return true;
            }
        }

        return false;
    }

    private ulong? NextWord()
    {
        while (_at < _text.Length && !char.IsLetterOrDigit(_text[_at]))
        {
            _at++;
        }

        if (_at == _text.Length)
        {
            return null;
        }

        var hash = Basis;
        for (; _at < _text.Length && char.IsLetterOrDigit(_text[_at]); _at++)
        {
            hash = (hash ^ char.ToLowerInvariant(_text[_at])) * Prime;
        }

        return hash;
    }
}
