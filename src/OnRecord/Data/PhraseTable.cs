namespace OnRecord.Data;

/// <summary>Finds the longest phrase of a lexicon that begins at a token: a trie over words in lower case.</summary>
/// <typeparam name="T">What a phrase stands for.</typeparam>
public sealed class PhraseTable<T>
{
    private readonly Node _root = new();

    /// <summary>Adds a phrase: words separated by single blanks, as the tokenizer would cut them, in lower case.</summary>
    /// <remarks>A phrase added again takes the later value. Use before the table is shared between threads.</remarks>
    public void Add(string phrase, T value)
    {
        var node = _root;
        foreach (var word in phrase.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            node.Next ??= [];
            if (!node.Next.TryGetValue(word, out var next))
            {
                node.Next[word] = next = new Node();
            }

            node = next;
        }

        node.Value = value;
        node.IsEnd = true;
    }

    /// <summary>Number of tokens of the longest phrase that begins at <paramref name="at"/>; 0 where none does.</summary>
    /// <param name="tokens">Tokens; a phrase never runs past their end.</param>
    /// <param name="at">Index of the first token of the phrase.</param>
    /// <param name="value">What the phrase stands for.</param>
    public int Longest(ReadOnlySpan<Token> tokens, int at, out T value)
    {
        var node = _root;
        var length = 0;
        value = default!;
        for (var i = at; i < tokens.Length && node.Next is not null && node.Next.TryGetValue(tokens[i].Lower, out node!); i++)
        {
            if (node.IsEnd)
            {
                length = i - at + 1;
                value = node.Value;
            }
        }

        return length;
    }

    private sealed class Node
    {
        public Dictionary<string, Node>? Next { get; set; }

        public bool IsEnd { get; set; }

        public T Value { get; set; } = default!;
    }
}
