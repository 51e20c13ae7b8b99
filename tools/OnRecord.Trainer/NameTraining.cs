using OnRecord.Data;
using OnRecord.Lab.Names;
using OnRecord.Language;
using OnRecord.Language.Parsing;
using OnRecord.Names;

namespace OnRecord.Trainer;

/// <summary>
/// Trains the tagger of names on several corpora, of which each marks only some of its types: where a corpus does not tell two labels apart, either is right, and the loss asks
/// only that one of them be likely.
/// </summary>
/// <param name="Settings">How the tagger is trained.</param>
internal sealed record NameTraining(TaggerSettings Settings)
{
    /// <summary>Every so many-th document of the newswire is read once more in the letters of headlines.</summary>
    private const int RecasedEvery = 16;

    private static readonly string[] Types = ["PER", "ORG", "LOC", OtherNames.Group, OtherNames.Misc];
    private static readonly string[] Labels = ["none", .. Types.SelectMany(type => new[] { type, type + "-inside" })];
    private static readonly TaggerTraining Training = new(NameFlags.Sizes, Labels) { Inputs = StateView.InputsWithLower };

    /// <summary>Documents, and the types that may be there though they are not marked.</summary>
    private sealed record Corpus(IEnumerable<NamedDocument> Documents, params string[] Unmarked);

    /// <summary>Trains, scoring after each pass on documents that are not learned from.</summary>
    public void Run()
    {
        var reader = new SequenceReader();
        var wiki = NameGold.WikiGold().Documents;
        var dev = reader.Read(
            new Corpus(NameGold.Uner().Documents, OtherNames.Group, OtherNames.Misc),
            new Corpus(WorldwideNames.Read("dev").Documents),
            new Corpus(wiki.Where((_, i) => i % NameGold.WikiGoldParts == 0)));
        var train = reader.Read(
            new Corpus(NameGold.Uner("train").Documents, OtherNames.Group, OtherNames.Misc),
            new Corpus(WorldwideNames.Read("train").Documents),
            new Corpus(wiki.Where((_, i) => i % NameGold.WikiGoldParts != 0)),
            new Corpus(NameGold.CrossNer("politics")),
            Recased(WorldwideNames.Read("train").Documents, 0, text => text.ToUpperInvariant()),
            Recased(WorldwideNames.Read("train").Documents, RecasedEvery / 2, TitleCase));
        Training.Run(Settings, train, dev);
    }

    /// <summary>Some documents in the letters of headlines, in which a capital tells nothing.</summary>
    private static Corpus Recased(IEnumerable<NamedDocument> documents, int first, Func<string, string> recase) =>
        new(documents.Where((_, i) => i % RecasedEvery == first).Select(document => document with { Document = document.Document with { Text = recase(document.Document.Text) } }));

    /// <summary>A capital for each word of four letters or more.</summary>
    private static string TitleCase(string text)
    {
        var letters = text.ToCharArray();
        for (var i = 0; i < letters.Length; i++)
        {
            var opens = (i == 0 || char.IsWhiteSpace(letters[i - 1])) && i + 3 < letters.Length && letters.AsSpan(i, 4).IndexOfAnyExceptInRange('a', 'z') < 0;
            letters[i] = opens ? char.ToUpperInvariant(letters[i]) : letters[i];
        }

        return new string(letters);
    }

    /// <summary>Reads documents as sequences: what the parser and the rules make of them.</summary>
    private sealed class SequenceReader
    {
        private readonly EnglishAnalyzer _analyzer;
        private readonly NameLexicon _lexicon;

        public SequenceReader()
        {
            var data = DataFolder.English();
            (_analyzer, _lexicon) = (new EnglishAnalyzer(data, [new StateView(seesLower: true)]), new NameLexicon(data));
        }

        public List<TaggedSequence> Read(params IEnumerable<Corpus> corpora) =>
            [.. corpora.SelectMany(corpus => corpus.Documents.SelectMany(document => Read(document, corpus.Unmarked)))];

        private IEnumerable<TaggedSequence> Read(NamedDocument gold, string[] unmarked)
        {
            var analysis = _analyzer.Analyze(gold.Document);
            if (analysis.Tokens.IsEmpty)
            {
                yield break;
            }

            var sheet = new NameSheet(analysis, _lexicon);
            var flags = NameFlags.Of(sheet, NameFinder.Rules(sheet));
            var allowed = AllowedOf(analysis, gold, unmarked);
            foreach (var sentence in analysis.Sentences)
            {
                var range = sentence.FirstToken..sentence.EndToken;
                if (!MayTeach(analysis.TokensOf(sentence), allowed[range]))
                {
                    continue;
                }

                yield return new TaggedSequence(
                    new HalvedRows(analysis.Views[0].AsSpan(sentence.FirstToken * StateView.InputsWithLower, (sentence.EndToken - sentence.FirstToken) * StateView.InputsWithLower)),
                    flags[range],
                    Array.ConvertAll(allowed[range], System.Numerics.BitOperations.TrailingZeroCount))
                {
                    Allowed = allowed[range],
                };
            }
        }

        /// <summary>Sentences without a name, and without a capital after their first word, teach nothing and are a quarter of all.</summary>
        private static bool MayTeach(ReadOnlySpan<Token> tokens, int[] allowed) =>
            allowed.Any(labels => (labels & 1) == 0) || tokens[1..].ToArray().Any(NameSheet.StartsWithCapital);

        /// <summary>For each token the labels that may be right, a bit each.</summary>
        private static int[] AllowedOf(Analysis analysis, NamedDocument gold, string[] unmarked)
        {
            var allowed = new int[analysis.Tokens.Length];
            Array.Fill(allowed, 1 | Bits(unmarked, 0) | Bits(unmarked, 1));
            foreach (var name in gold.Names.Concat(gold.Others))
            {
                for (var t = analysis.TokenAt(name.Span.Start); t < allowed.Length && analysis.Tokens[t].Span.Start < name.Span.End; t++)
                {
                    allowed[t] = Bits(TypesOf(name.Type), analysis.Tokens[t].Span.Start <= name.Span.Start ? 0 : 1);
                }
            }

            return allowed;
        }

        private static int Bits(string[] types, int inside) => types.Sum(type => 1 << 1 + 2 * Array.IndexOf(Types, type) + inside);

        private static string[] TypesOf(string marked) => marked == OtherNames.Facility ? ["ORG", "LOC"] : marked.Split('|');
    }
}
