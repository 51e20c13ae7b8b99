using OnRecord.Lab.Scoring;
using OnRecord.Language;

namespace OnRecord.Lab.Language;

/// <summary>CoNLL 2018 measures: a unit is right where its first and last character are; a tag or lemma, where its word is right too.</summary>
internal readonly record struct LanguageScores(Score Sentences, Score Words, Score Upos, Score Xpos, Score Lemmas)
{
    public static LanguageScores operator +(LanguageScores left, LanguageScores right) => new(
        left.Sentences + right.Sentences,
        left.Words + right.Words,
        left.Upos + right.Upos,
        left.Xpos + right.Xpos,
        left.Lemmas + right.Lemmas);

    public IEnumerable<(string Name, Score Score)> ByName() =>
        [("sentences", Sentences), ("words", Words), ("upos", Upos), ("xpos", Xpos), ("lemmas", Lemmas)];

    /// <summary>Reads the raw text and compares.</summary>
    /// <param name="gold">The treebank's document.</param>
    /// <param name="analyzer">What is measured.</param>
    /// <param name="errors">Name of the measure whose differences are printed, or null.</param>
    public static LanguageScores Of(GoldText gold, EnglishAnalyzer analyzer, string? errors)
    {
        var analysis = analyzer.Analyze(Treebank.DocumentOf(gold.Text));
        var words = gold.Sentences.SelectMany(sentence => sentence).ToDictionary(word => word.Span.IsEmpty ? new TextSpan(word.Span.Start, word.Span.Start) : word.Span, word => word);
        var sentences = gold.Sentences.Select(sentence => new TextSpan(sentence[0].Span.Start, sentence[^1].Span.End)).ToHashSet();
        double rightWords = 0, upos = 0, xpos = 0, lemmas = 0;
        foreach (var token in analysis.Tokens)
        {
            if (!words.TryGetValue(token.Span, out var word))
            {
                Tell(errors, "words", gold, token.Span, token.Form);
                continue;
            }

            rightWords++;
            upos += Right(token.Upos.ToString(), word.Upos, "upos");
            xpos += Right(token.Xpos, word.Xpos, "xpos");
            lemmas += word.Lemma == "_" ? 1 : Right(token.Lemma, word.Lemma, "lemmas");

            double Right(string found, string expected, string measure)
            {
                if (found == expected)
                {
                    return 1;
                }

                Tell(errors, measure, gold, token.Span, $"{token.Form}\t{expected}\t{found}");
                return 0;
            }
        }

        var rightSentences = 0;
        foreach (var sentence in analysis.Sentences)
        {
            var right = sentences.Contains(sentence.Span);
            rightSentences += right ? 1 : 0;
            if (!right)
            {
                Tell(errors, "sentences", gold, new TextSpan(sentence.Span.End, sentence.Span.End), sentence.Span.Of(gold.Text));
            }
        }

        double predicted = analysis.Tokens.Length;
        double count = gold.Sentences.Sum(sentence => sentence.Length);
        return new LanguageScores(
            new Score(rightSentences, analysis.Sentences.Length, sentences.Count),
            new Score(rightWords, predicted, count),
            new Score(upos, predicted, count),
            new Score(xpos, predicted, count),
            new Score(lemmas, predicted, count));
    }

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
