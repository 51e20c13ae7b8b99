using System.Collections.Frozen;
using System.Globalization;
using OnRecord.Data;

namespace OnRecord.Attributions.Judging;

/// <summary>How often a word in a shape was a cue, and how often it was none, where that has been counted.</summary>
internal sealed class CueCounts
{
    /// <summary>The lexicon's file.</summary>
    public const string LexiconName = "attribution-counts";

    private static readonly CueEntry AnyFrame = new(
        "say",
        Enum.GetValues<Frame>().ToFrozenSet(),
        new[] { "about", "against", "for", "of", "on", "to", "with", "at", "in", "from", "over", "as" }.ToFrozenSet(StringComparer.Ordinal));

    private readonly FrozenDictionary<(string Word, string Shape), (int Cues, int All)> _counts;
    private readonly FrozenDictionary<string, (int Cues, int All)> _words;

    public CueCounts(DataFolder data)
    {
        var rows = data.Lexicon(LexiconName).Rows.Select(row => (Word: row["word"], Shape: row["shape"], Cues: Number(row, "cues"), All: Number(row, "all"))).ToList();
        _counts = rows.ToFrozenDictionary(row => (row.Word, row.Shape), row => (row.Cues, row.All));
        _words = rows.GroupBy(row => row.Word, StringComparer.Ordinal).ToFrozenDictionary(group => group.Key, group => (group.Sum(row => row.Cues), group.Sum(row => row.All)), StringComparer.Ordinal);
    }

    /// <summary>The word, with its sort of word, and the shape in which it stands; null for words that were not counted.</summary>
    public static (string Word, string Shape)? Of(Sheet sheet, int token)
    {
        var index = sheet.Tokens[token].Sentence;
        var sentence = sheet.Analysis.Sentences[index];
        if (sheet.IsVerb(token))
        {
            var entry = sheet.Words.Verb(sheet.Lemma(token)) is { } known ? AnyFrame with { Class = known.Class } : AnyFrame;
            return CueFinder.VerbAt(sheet, token, sentence, index, entry) is { } cue
                ? ("V " + cue.Lemma, (cue.Frame == Frame.Preposition ? "+" + sheet.Tokens[cue.Complement - 1].Lower : cue.Frame.ToString()) + " " + cue.Voice)
                : null;
        }

        return sheet.Tag(token) is "NN" or "NNS" && sheet.ChunkEnd(token) == token + 1 && token + 1 < sentence.EndToken
            ? ("N " + sheet.Lemma(token), Next(sheet, token + 1) + (sheet.Tag(sheet.ChunkFirst(token)) == "PRP$" ? " Possessed" : " Plain"))
            : sheet.Tag(token) == "JJ" && token > sentence.FirstToken && sheet.ChunkFirst(token) < 0 ? ("J " + sheet.Tokens[token].Lower, Next(sheet, token + 1)) : null;
    }

    /// <summary>The log-odds of the word to be a cue, of the word in its shape, and how often it was seen; all smoothed, 0 where nothing was.</summary>
    public (float Word, float Shape, float Seen) LogOdds(Sheet sheet, int token)
    {
        if (Of(sheet, token) is not var (word, shape))
        {
            return (0, 0, 0);
        }

        var (all, own) = (_words.GetValueOrDefault(word), _counts.GetValueOrDefault((word, shape)));
        return (Odds(all), Odds(own), MathF.Log(1 + all.All));
    }

    private static string Next(Sheet sheet, int at) => sheet.Tag(at) switch
    {
        "TO" => "To",
        "IN" when sheet.Is(at, "that") => "That",
        "IN" => "+" + sheet.Tokens[at].Lower,
        _ => sheet.Opens(at) ? "Quote" : "None",
    };

    private static float Odds((int Cues, int All) count) => MathF.Log((count.Cues + 1f) / (count.All - count.Cues + 1f));

    private static int Number(LexiconRow row, string column) => int.TryParse(row[column], CultureInfo.InvariantCulture, out var number) ? number : throw row.Error($"'{row[column]}' is no number.");
}
