using OnRecord.Data;
using OnRecord.Lab.Language;
using OnRecord.Language;
using OnRecord.Language.Parsing;
using static TorchSharp.torch;

namespace OnRecord.Trainer;

/// <summary>
/// Trained networks that label running text, so that a smaller one learns from their common opinion
/// (distillation: Hinton and others, 2015; self-training on unlabelled text: Weiss and others, 2015).
/// </summary>
internal static class TeacherFiles
{
    private const int WordsAtOnce = 3000;
    private const int ShortestSentence = 3;

    /// <summary>Reads networks that were trained with the same vocabulary.</summary>
    public static Ensemble Read(IEnumerable<string> paths, Vocabulary vocabulary, WordVectors vectors) =>
        new([.. paths.Select(path => Read(path, vocabulary, vectors))]);

    /// <summary>Sentences of running text, labelled.</summary>
    /// <param name="teachers">The networks.</param>
    /// <param name="texts">Running text.</param>
    /// <param name="longest">Longer sentences, in words, are left out.</param>
    /// <param name="vocabulary">The vocabulary of the networks.</param>
    public static List<Example> Label(Ensemble teachers, IEnumerable<Document> texts, int longest, Vocabulary vocabulary)
    {
        using var _ = no_grad();
        foreach (var network in teachers.Networks)
        {
            network.eval();
        }

        var unlabelled = Sentences(texts).Where(words => words.Count >= ShortestSentence && words.Count <= longest).Select(words => Example.Of(words, vocabulary));
        return [.. Batch.Cut(unlabelled, WordsAtOnce, null).SelectMany(batch => Label(teachers, batch))];
    }

    private static List<Example> Label(Ensemble teachers, List<Example> sentences)
    {
        using var scope = NewDisposeScope();
        var length = sentences[0].Length;
        var found = teachers.Predict(new Batch(sentences));
        float[] Values(Tensor tensor) => tensor.contiguous().data<float>().ToArray();
        var (arcs, upos, xpos, relations) = (Values(found.Beliefs.Arcs), Values(found.Beliefs.Upos), Values(found.Beliefs.Xpos), Values(found.Beliefs.Relations));
        T[] Part<T>(T[] all, int i) => all[(i * (all.Length / sentences.Count))..((i + 1) * (all.Length / sentences.Count))];
        return [.. sentences.Select((sentence, i) => sentence with
        {
            Heads = Part(found.Heads, i),
            Upos = Part(found.Upos, i),
            Xpos = Part(found.Xpos, i),
            Features = Part(found.Features, i),
            Relations = Part(found.Relations, i),
            Taught = new TaughtBeliefs(Part(arcs, i), Part(upos, i), Part(xpos, i), Part(relations, i)),
        })];
    }

    /// <summary>Sentences and words as OnRecord finds them, without labels.</summary>
    private static IEnumerable<IReadOnlyList<GoldWord>> Sentences(IEnumerable<Document> texts)
    {
        var analyzer = new EnglishAnalyzer(DataFolder.English());
        foreach (var text in texts)
        {
            var analysis = analyzer.Analyze(text);
            foreach (var sentence in analysis.Sentences)
            {
                yield return [.. analysis.TokensOf(sentence).ToArray().Select(token => new GoldWord(token.Span, token.Form, "_", "_", "_", "_", 0, "_"))];
            }
        }
    }

    private static Network Read(string path, Vocabulary vocabulary, WordVectors vectors)
    {
        var file = NetworkFile.Read(File.ReadAllBytes(path), path);
        var network = new Network(vocabulary, vectors.WithUnknown(), new Shape(file.Encoder, file.Layers, file.Width, file.Characters.Length > 0), drop: 0);
        Fill(network, [file]);
        return network;
    }

    /// <summary>Takes over the weights of files; of those that have a tensor, the last counts.</summary>
    /// <remarks>A network without a pretrained part can begin one with it: what the part says then counts for nothing at first.</remarks>
    public static void Fill(Network network, IReadOnlyList<NetworkFile> files)
    {
        using var _ = no_grad();
        foreach (var (name, parameter) in network.named_parameters())
        {
            var values = files.Last(file => file.Tensors.ContainsKey(name)).Tensors[name];
            if (name == Network.InputName && values.Length < parameter.numel())
            {
                values = network.WidenInput(values);
            }

            parameter.copy_(tensor(values).reshape(parameter.shape));
        }
    }
}
