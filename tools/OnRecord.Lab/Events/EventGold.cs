namespace OnRecord.Lab.Events;

/// <summary>A sentence with two actors marked, and PLOVER's type of what the first did to the second: YIELD stands for CONCEDE and RETREAT.</summary>
/// <param name="Number">Its row in the file, from 0.</param>
/// <param name="Text">The sentence.</param>
/// <param name="Sources">Where the source is named.</param>
/// <param name="Targets">Where the target is named.</param>
/// <param name="Type">The type.</param>
internal sealed record EventGold(int Number, string Text, IReadOnlyList<TextSpan> Sources, IReadOnlyList<TextSpan> Targets, string Type)
{
    /// <summary>CONCEDE and RETREAT are one type in this corpus.</summary>
    public const string Yield = "YIELD";

    /// <summary>The corpus: <c>plv-train.tsv</c>, to measure with and not to train on.</summary>
    public static string File => Gold.Path("events", "plv-train.tsv");

    /// <summary>The rows.</summary>
    public static IEnumerable<EventGold> Read() =>
        System.IO.File.ReadLines(File).Skip(1).Select((line, number) => Row(number, line.Split('\t')));

    /// <summary>The type of the corpus that a type of PLOVER's stands for.</summary>
    public static string TypeOf(EventType type) => type is EventType.Concede or EventType.Retreat ? Yield : Plover.NameOf(type);

    /// <summary>The quad class of a type of the corpus; 0 for none.</summary>
    public static int QuadOf(string type) => type == Yield ? 2 : Enum.TryParse<EventType>(type, ignoreCase: true, out var known) ? (int)Plover.QuadOf(known) + 1 : 0;

    private static EventGold Row(int number, string[] cells)
    {
        var text = new System.Text.StringBuilder();
        var spans = new Dictionary<char, List<TextSpan>> { ['s'] = [], ['t'] = [] };
        var (marked, start) = (cells[2], 0);
        for (var at = 0; at < marked.Length; at++)
        {
            if (at + 2 < marked.Length && marked[at] == '<' && marked[at + 1] is 's' or 't' && marked[at + 2] == '>')
            {
                (start, at) = (text.Length, at + 2);
            }
            else if (at + 3 < marked.Length && marked[at] == '<' && marked[at + 1] == '/' && marked[at + 3] == '>')
            {
                spans[marked[at + 2]].Add(new TextSpan(start, text.Length));
                at += 3;
            }
            else
            {
                text.Append(marked[at]);
            }
        }

        return new EventGold(number, text.ToString(), spans['s'], spans['t'], cells[6]);
    }
}
