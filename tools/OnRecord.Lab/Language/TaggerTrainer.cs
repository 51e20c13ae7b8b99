using OnRecord.Language;

namespace OnRecord.Lab.Language;

/// <summary>A sentence to learn from.</summary>
internal sealed record TaggedSentence(string[] Words, byte[] Labels);

/// <summary>Trains the tagger's averaged perceptron: greedy, with its own tags before it, weights averaged over all steps.</summary>
internal sealed class TaggerTrainer(IReadOnlyList<TaggedSentence> sentences, int labels, TagClasses classes)
{
    /// <summary>Features seen less often than this are left out.</summary>
    private const int LeastCount = 2;

    private readonly Dictionary<uint, int> _rows = [];
    private readonly List<Row> _weights = [];
    private int _step;

    /// <summary>The averaged weights, as they are written.</summary>
    /// <param name="epochs">Passes over the sentences.</param>
    public IReadOnlyList<(uint Feature, IReadOnlyList<(byte Label, sbyte Weight)> Weights)> Train(int epochs)
    {
        CountFeatures();
        var order = Enumerable.Range(0, sentences.Count).ToArray();
        var shuffle = 20250823u;
        for (var epoch = 1; epoch <= epochs; epoch++)
        {
            // A fixed shuffle: the same corpora give the same weights on any machine.
            for (var i = order.Length - 1; i > 0; i--)
            {
                shuffle = (shuffle * 1664525) + 1013904223;
                var j = (int)((ulong)shuffle * (ulong)(i + 1) >> 32);
                (order[i], order[j]) = (order[j], order[i]);
            }

            var right = order.Sum(index => Learn(sentences[index]));
            Console.WriteLine(FormattableString.Invariant($"  pass {epoch}: {right / (double)sentences.Sum(s => s.Words.Length):P2} right, {_rows.Count:N0} features"));
        }

        return Quantized();
    }

    private void CountFeatures()
    {
        var counts = new Dictionary<uint, int>();
        var features = new uint[TaggerFeatures.Count];
        foreach (var sentence in sentences)
        {
            var facts = Describe(sentence);
            for (var i = 0; i < sentence.Words.Length; i++)
            {
                Fill(facts, i, i > 0 ? sentence.Labels[i - 1] : TaggerFeatures.NoTag, i > 1 ? sentence.Labels[i - 2] : TaggerFeatures.NoTag, features);
                foreach (var feature in features)
                {
                    counts[feature] = counts.GetValueOrDefault(feature) + 1;
                }
            }
        }

        foreach (var (feature, _) in counts.Where(pair => pair.Value >= LeastCount).OrderBy(pair => pair.Key))
        {
            _rows[feature] = _weights.Count;
            _weights.Add(new Row());
        }
    }

    private WordFacts[] Describe(TaggedSentence sentence)
    {
        var facts = new WordFacts[sentence.Words.Length + (2 * TaggerFeatures.Margin)];
        TaggerFeatures.Describe(sentence.Words, facts, classes);
        return facts;
    }

    private static void Fill(WordFacts[] facts, int i, byte before, byte two, Span<uint> features)
    {
        TaggerFeatures.FillWords(facts, i, features);
        TaggerFeatures.FillTags(facts, i, before, two, features[TaggerFeatures.OfWords..]);
    }

    private int Learn(TaggedSentence sentence)
    {
        var facts = Describe(sentence);
        var features = new uint[TaggerFeatures.Count];
        var scores = new float[labels];
        byte two = TaggerFeatures.NoTag, before = TaggerFeatures.NoTag;
        var right = 0;
        for (var i = 0; i < sentence.Words.Length; i++)
        {
            _step++;
            Fill(facts, i, before, two, features);
            Array.Clear(scores);
            foreach (var feature in features)
            {
                if (_rows.TryGetValue(feature, out var row))
                {
                    _weights[row].AddTo(scores);
                }
            }

            var best = (byte)Array.IndexOf(scores, scores.Max());
            var gold = sentence.Labels[i];
            right += best == gold ? 1 : 0;
            if (best != gold)
            {
                Update(features, gold, best);
            }

            (two, before) = (before, best);
        }

        return right;
    }

    private void Update(uint[] features, byte gold, byte wrong)
    {
        foreach (var feature in features)
        {
            if (_rows.TryGetValue(feature, out var row))
            {
                _weights[row].Change(gold, 1, _step);
                _weights[row].Change(wrong, -1, _step);
            }
        }
    }

    private List<(uint, IReadOnlyList<(byte, sbyte)>)> Quantized()
    {
        var averaged = _rows.OrderBy(pair => pair.Key).Select(pair => (pair.Key, Weights: _weights[pair.Value].Averaged(_step))).ToList();

        var scale = 127 * 127 / averaged.SelectMany(row => row.Weights).Max(weight => Math.Abs(weight.Value));
        var result = new List<(uint, IReadOnlyList<(byte, sbyte)>)>();
        foreach (var (feature, weights) in averaged)
        {
            var kept = weights
                .Select(weight => (weight.Label, TaggerModel.Compress(weight.Value * scale)))
                .Where(weight => weight.Item2 != 0)
                .OrderBy(weight => weight.Label)
                .ToList();
            if (kept.Count > 0)
            {
                result.Add((feature, kept));
            }
        }

        return result;
    }

    /// <summary>The weights of one feature, with what averaging needs.</summary>
    private sealed class Row
    {
        private byte[] _labels = [];
        private float[] _values = [];
        private double[] _totals = [];
        private int[] _since = [];

        public void AddTo(float[] scores)
        {
            for (var i = 0; i < _labels.Length; i++)
            {
                scores[_labels[i]] += _values[i];
            }
        }

        public void Change(byte label, float change, int step)
        {
            var at = Array.IndexOf(_labels, label);
            if (at < 0)
            {
                at = _labels.Length;
                Array.Resize(ref _labels, at + 1);
                Array.Resize(ref _values, at + 1);
                Array.Resize(ref _totals, at + 1);
                Array.Resize(ref _since, at + 1);
                _labels[at] = label;
                _since[at] = step;
            }

            _totals[at] += _values[at] * (double)(step - _since[at]);
            _since[at] = step;
            _values[at] += change;
        }

        public IEnumerable<(byte Label, double Value)> Averaged(int step)
        {
            for (var i = 0; i < _labels.Length; i++)
            {
                yield return (_labels[i], (_totals[i] + (_values[i] * (double)(step - _since[i]))) / step);
            }
        }
    }
}
