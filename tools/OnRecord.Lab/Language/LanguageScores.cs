using OnRecord.Lab.Scoring;
using OnRecord.Language;

namespace OnRecord.Lab.Language;

/// <summary>
/// The measures of the CoNLL 2018 shared task: a unit is right where its first and last character are; a tag, lemma or set of features, where
/// its word is right too; an attachment, where the head's word is right too, and the relation (LAS, its subtype left aside).
/// </summary>
internal sealed record LanguageScores(IReadOnlyDictionary<string, Score> ByName)
{
    public static readonly IReadOnlyList<string> Measures =
        ["sentences", "words", "upos", "xpos", "feats", "lemmas", "uas", "las", "las-without-punctuation"];

    private static readonly HashSet<string> UniversalFeatures = new(StringComparer.Ordinal)
    {
        "PronType", "NumType", "Poss", "Reflex", "Foreign", "Abbr", "Gender", "Animacy", "Number", "Case", "Definite",
        "Degree", "VerbForm", "Mood", "Tense", "Aspect", "Voice", "Evident", "Polarity", "Person", "Polite",
    };

    public static LanguageScores operator +(LanguageScores left, LanguageScores right) =>
        new(Measures.ToDictionary(measure => measure, measure => left.ByName[measure] + right.ByName[measure], StringComparer.Ordinal));

    /// <summary>Reads the raw text and compares.</summary>
    /// <param name="gold">The treebank's document.</param>
    /// <param name="analyzer">What is measured.</param>
    /// <param name="errors">Name of the measure whose differences are printed, or null.</param>
    public static LanguageScores Of(GoldText gold, EnglishAnalyzer analyzer, string? errors)
    {
        var analysis = analyzer.Analyze(Treebank.DocumentOf(gold.Text));
        var words = gold.Sentences.SelectMany(sentence => sentence).ToDictionary(word => word.Span, word => word);
        var headSpans = gold.Sentences
            .SelectMany(sentence => sentence.Select(word => (word.Span, Head: word.Head == 0 ? (TextSpan?)null : sentence[word.Head - 1].Span)))
            .ToDictionary(pair => pair.Span, pair => pair.Head);
        var right = Measures.ToDictionary(measure => measure, _ => 0, StringComparer.Ordinal);
        foreach (var token in analysis.Tokens)
        {
            if (!words.TryGetValue(token.Span, out var word))
            {
                Tell(errors, "words", gold, token.Span, token.Form);
                continue;
            }

            right["words"]++;
            Check("upos", token.Upos.ToString(), word.Upos);
            Check("xpos", token.Xpos, word.Xpos);
            Check("feats", Universal(token.Features), Universal(word.Features));
            Check("lemmas", word.Lemma == "_" ? "_" : token.Lemma, word.Lemma);
            var head = token.Head < 0 ? (TextSpan?)null : analysis.Tokens[token.Head].Span;
            Check("uas", PlaceOf(head), PlaceOf(headSpans[token.Span]));
            var (found, expected) = ($"{ScoreParser.Universal(token.Relation)} {PlaceOf(head)}", $"{ScoreParser.Universal(word.Relation)} {PlaceOf(headSpans[token.Span])}");
            Check("las", found, expected);
            if (word.Relation != "punct")
            {
                Check("las-without-punctuation", found, expected);
            }

            void Check(string measure, string found, string expected)
            {
                if (found == expected)
                {
                    right[measure]++;
                }
                else
                {
                    Tell(errors, measure, gold, token.Span, $"{token.Form}\t{expected}\t{found}");
                }
            }
        }

        right["sentences"] = CountSentences(gold, analysis, errors);
        var goldWords = gold.Sentences.SelectMany(sentence => sentence).ToList();
        return new LanguageScores(Measures.ToDictionary(
            measure => measure,
            measure => measure switch
            {
                "sentences" => new Score(right[measure], analysis.Sentences.Length, gold.Sentences.Length),
                "las-without-punctuation" => new Score(
                    right[measure], analysis.Tokens.Count(token => token.Relation != "punct"), goldWords.Count(word => word.Relation != "punct")),
                _ => new Score(right[measure], analysis.Tokens.Length, goldWords.Count),
            },
            StringComparer.Ordinal));

        string PlaceOf(TextSpan? head) => head is { } span ? $"{span.Of(gold.Text)}@{span.Start}" : "root";
    }

    private static int CountSentences(GoldText gold, Analysis analysis, string? errors)
    {
        var sentences = gold.Sentences.Select(sentence => new TextSpan(sentence[0].Span.Start, sentence[^1].Span.End)).ToHashSet();
        foreach (var wrong in analysis.Sentences.Where(sentence => !sentences.Contains(sentence.Span)))
        {
            Tell(errors, "sentences", gold, new TextSpan(wrong.Span.End, wrong.Span.End), wrong.Span.Of(gold.Text));
        }

        return analysis.Sentences.Count(sentence => sentences.Contains(sentence.Span));
    }

    private static string Universal(string features) =>
        string.Join('|', features.Split('|').Where(feature => UniversalFeatures.Contains(feature.Split('=')[0])));

    private static void Tell(string? wanted, string measure, GoldText gold, TextSpan span, string what)
    {
        if (wanted == measure)
        {
            var from = Math.Max(0, span.Start - 40);
            var to = Math.Min(gold.Text.Length, span.End + 40);
            Console.WriteLine($"{measure}\t{what}\t…{gold.Text[from..to].Replace('\n', '¶')}…");
        }
    }
}
