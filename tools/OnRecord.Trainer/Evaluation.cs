using static TorchSharp.torch;

namespace OnRecord.Trainer;

/// <summary>Shares of words with the right tags, heads and relations, on gold sentences and words.</summary>
internal sealed record Evaluation(double Upos, double Xpos, double Features, double Heads, double Labelled, double LabelledWithoutPunctuation)
{
    private const int WordsAtOnce = 3000;

    public static Evaluation Of(Ensemble ensemble, Vocabulary vocabulary, IReadOnlyList<Example> examples)
    {
        foreach (var network in ensemble.Networks)
        {
            network.eval();
        }

        using var _ = no_grad();
        var punctuation = vocabulary.Relations.ToList().IndexOf("punct");
        int words = 0, upos = 0, xpos = 0, features = 0, heads = 0, labelled = 0, content = 0, contentRight = 0;
        foreach (var sentences in Batch.Cut(examples, WordsAtOnce, null))
        {
            using var scope = NewDisposeScope();
            var found = ensemble.Predict(new Batch(sentences));
            var at = 0;
            foreach (var gold in sentences)
            {
                for (var i = 0; i < gold.Length; i++, at++)
                {
                    words++;
                    upos += found.Upos[at] == gold.Upos[i] ? 1 : 0;
                    xpos += found.Xpos[at] == gold.Xpos[i] ? 1 : 0;
                    features += found.Features[at] == gold.Features[i] ? 1 : 0;
                    heads += found.Heads[at] == gold.Heads[i] ? 1 : 0;
                    var right = found.Heads[at] == gold.Heads[i] && Universal(vocabulary, found.Relations[at]) == Universal(vocabulary, gold.Relations[i]);
                    labelled += right ? 1 : 0;
                    content += gold.Relations[i] != punctuation ? 1 : 0;
                    contentRight += right && gold.Relations[i] != punctuation ? 1 : 0;
                }
            }
        }

        double Share(int count) => 100.0 * count / words;
        return new Evaluation(Share(upos), Share(xpos), Share(features), Share(heads), Share(labelled), 100.0 * contentRight / content);
    }

    public override string ToString() =>
        FormattableString.Invariant($"UPOS {Upos:F2} XPOS {Xpos:F2} feats {Features:F2} UAS {Heads:F2} LAS {Labelled:F2} without punctuation {LabelledWithoutPunctuation:F2}");

    /// <summary>The relation without its subtype, as the CoNLL 2018 measures compare it.</summary>
    private static string Universal(Vocabulary vocabulary, int relation) =>
        relation < 0 ? "" : vocabulary.Relations[relation].Split(':')[0];
}
