using System.Collections.Frozen;
using System.CommandLine;
using OnRecord.Attributions;
using OnRecord.Data;
using OnRecord.Language;

namespace OnRecord.Lab.Attributions;

/// <summary><c>count-cues</c>: how often a verb in a frame is a cue in PolNeAR train, to decide the frames in the lexicons.</summary>
internal static class CountCues
{
    private static readonly CueEntry AnyFrame = new(
        "say",
        Enum.GetValues<Frame>().ToFrozenSet(),
        new[] { "about", "against", "for", "of", "on", "to", "with", "at", "in", "from", "over", "as" }.ToFrozenSet(StringComparer.Ordinal));

    public static Command Command()
    {
        var command = new Command("count-cues", "Counts verbs in frames as cues in PolNeAR train: verb, frame, cues, all.");
        command.SetAction(_ => Run());
        return command;
    }

    private static void Run()
    {
        var data = DataFolder.English();
        var analyzer = new EnglishAnalyzer(data);
        var words = new AttributionWords(data);
        var counts = new Dictionary<string, (int Cues, int All)>(StringComparer.Ordinal);
        foreach (var files in PolNearReader.Files("train"))
        {
            var article = PolNearReader.Read(files);
            var sheet = new Sheet(analyzer.Analyze(RunningText.Document(article.Text)), words);
            var inner = new bool[article.Text.Length + 1];
            foreach (var span in article.Attributions.SelectMany(one => one.Content))
            {
                inner.AsSpan(span.Start, span.Length).Fill(true);
            }

            var cues = new bool[article.Text.Length + 1];
            foreach (var span in article.Attributions.SelectMany(one => one.Cue))
            {
                cues.AsSpan(span.Start, span.Length).Fill(true);
            }

            Count(sheet, cues, inner, counts);
        }

        foreach (var (key, (right, all)) in counts.OrderByDescending(one => one.Value.Cues).ThenBy(one => one.Key, StringComparer.Ordinal))
        {
            Console.WriteLine($"{key}\t{right}\t{all}");
        }
    }

    private static void Count(Sheet sheet, bool[] cues, bool[] inner, Dictionary<string, (int Cues, int All)> counts)
    {
        for (var s = 0; s < sheet.Analysis.Sentences.Length; s++)
        {
            var sentence = sheet.Analysis.Sentences[s];
            for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
            {
                // PolNeAR marks nothing inside a content, so a verb there says neither yes nor no.
                var at = sheet.Tokens[i].Span.Start;
                if (inner[at] && !cues[at])
                {
                    continue;
                }

                if (Key(sheet, i, sentence, s) is { } key)
                {
                    var (right, all) = counts.GetValueOrDefault(key);
                    counts[key] = (right + (cues[at] ? 1 : 0), all + 1);
                }
            }
        }
    }

    private static string? Key(Sheet sheet, int i, Sentence sentence, int index)
    {
        if (sheet.IsVerb(i))
        {
            var entry = sheet.Words.Verb(sheet.Lemma(i)) is { } known ? AnyFrame with { Class = known.Class } : AnyFrame;
            return CueFinder.VerbAt(sheet, i, sentence, index, entry) is { } cue
                ? $"V\t{cue.Lemma}\t{(cue.Frame == Frame.Preposition ? "+" + sheet.Tokens[cue.Complement - 1].Lower : cue.Frame.ToString())}\t{cue.Voice}"
                : null;
        }

        return sheet.Tag(i) is "NN" or "NNS" && sheet.ChunkEnd(i) == i + 1 && i + 1 < sentence.EndToken
            ? $"N\t{sheet.Lemma(i)}\t{Next(sheet, i + 1)}\t{(sheet.Tag(sheet.ChunkFirst(i)) == "PRP$" ? "Possessed" : "Plain")}"
            : sheet.Tag(i) == "JJ" && i > sentence.FirstToken && sheet.ChunkFirst(i) < 0 ? $"J\t{sheet.Tokens[i].Lower}\t{Next(sheet, i + 1)}\t" : null;
    }

    private static string Next(Sheet sheet, int at) => sheet.Tag(at) switch
    {
        "TO" => "To",
        "IN" when sheet.Is(at, "that") => "That",
        "IN" => "+" + sheet.Tokens[at].Lower,
        _ => sheet.Opens(at) ? "Quote" : "None",
    };
}
