using OnRecord.Data;
using OnRecord.Language;

namespace OnRecord.Tests.Language;

/// <summary>Text that nobody would call English, and models that are not what they should be.</summary>
public sealed class BadLanguageTests : IDisposable
{
    private static readonly EnglishAnalyzer Analyzer = new(DataFolder.English());

    private readonly string _folder = Directory.CreateTempSubdirectory("onrecord-models-").FullName;

    public static TheoryData<string, string> Texts => new()
    {
        { "nothing", "" },
        { "white space alone", " \t\u00a0\u2003\u2028 " },
        { "capitals alone", "MAYOR OF KARSUND SAYS FERRY WILL NOT SAIL AGAIN BEFORE MONDAY AS STORM NEARS THE COAST." },
        { "no mark and no capital", string.Join(' ', Enumerable.Repeat("the ferry left and nobody knew where it went so we waited", 400)) },
        { "50,000 tokens without a stop", string.Join(' ', Enumerable.Repeat("boats wait", 25_000)) },
        { "8,000 tokens and commas", string.Join(", ", Enumerable.Repeat("boats", 4_000)) },
        { "lone surrogates", "The \ud83d mayor \udc00 left.\udfff\ud800" },
        { "zero-width characters", "The\u200bmayor \u200dleft\ufeff the\u00ad town\u2060." },
        { "NULs and controls", "The\0mayor\u0001 left.\u0085 He\u001f waited.\u007f" },
        { "right to left", "The mayor \u202eleft\u202c for \u200fחיפה\u200e today." },
        { "one word of a million letters", new string('a', 1_000_000) },
        { "a million stops", new string('.', 1_000_000) },
        { "8,000 quotation marks", string.Concat(Enumerable.Repeat("\" ' “ ” ", 2_000)) },
        { "combining marks", "e" + new string('\u0301', 10_000) + " left." },
        { "emoji", "Well 😀👩‍👩‍👧‍👦🇳🇴 then… 🚢🚢🚢! 1️⃣ left." },
        { "cut in mid-word", "The council of Karsund said on Friday that it would not reb" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void Every_visible_character_is_in_one_token_and_every_sentence_is_a_tree(string what, string text)
    {
        _ = what;
        var analysis = Analyzer.Analyze(TextDocument.Of(text));
        var end = 0;
        foreach (var token in analysis.Tokens)
        {
            Assert.True(token.Span.Start >= end && token.Span.End > token.Span.Start);
            Assert.True(text.AsSpan(end, token.Span.Start - end).IsWhiteSpace());
            Assert.True(token.Form.AsSpan().SequenceEqual(token.Span.Of(text)));
            end = token.Span.End;
        }

        Assert.True(text.AsSpan(end).IsWhiteSpace());
        foreach (var sentence in analysis.Sentences)
        {
            Assert.InRange(sentence.EndToken - sentence.FirstToken, 1, EnglishAnalyzer.LongestSentence);
            AssertTree(analysis, sentence);
        }
    }

    [Fact]
    public void A_sentence_that_is_too_long_is_said_to_be()
    {
        var analysis = Analyzer.Analyze(TextDocument.Of(string.Join(", ", Enumerable.Repeat("boats", 1000))));
        Assert.Contains(analysis.Unresolved, open => open.Why == "sentenceTooLong");
        Assert.DoesNotContain(Analyzer.Analyze(TextDocument.Of("A short one.")).Unresolved, open => open.Why == "sentenceTooLong");
    }

    [Fact]
    public void A_model_that_is_missing_is_told_with_its_path_and_hash()
    {
        var data = CopyOfData();
        var model = Path.Combine(_folder, "models", "english.network");
        File.Delete(model);
        var error = Assert.Throws<DataFileException>(() => new EnglishAnalyzer(data));
        Assert.Contains(model, error.Message, StringComparison.Ordinal);
        Assert.Matches("[0-9a-f]{64}", error.Message);
    }

    [Theory]
    [InlineData("english.network", 0.5)]
    [InlineData("english.network", 1)]
    [InlineData("english-sentences.network", 0)]
    [InlineData("english-sentences.network", 1)]
    public void A_model_that_is_cut_or_altered_is_told_with_its_path_and_hashes(string name, double kept)
    {
        var data = CopyOfData();
        var model = Path.Combine(_folder, "models", name);
        var bytes = File.ReadAllBytes(model);
        bytes[bytes.Length / 3] ^= 1;
        File.WriteAllBytes(model, bytes[..(int)(bytes.Length * kept)]);
        var error = Assert.Throws<DataFileException>(() => new EnglishAnalyzer(data));
        Assert.Contains(model, error.Message, StringComparison.Ordinal);
        Assert.Matches("[0-9a-f]{64} expected, [0-9a-f]{64} found", error.Message);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static void AssertTree(Analysis analysis, Sentence sentence)
    {
        // 0: not looked at; 1: on the way up; 2: known to lead to the root.
        var states = new byte[sentence.EndToken - sentence.FirstToken];
        var roots = 0;
        for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            roots += analysis.Tokens[i].Head < 0 ? 1 : 0;
            var at = i;
            for (; at >= 0 && states[at - sentence.FirstToken] == 0; at = analysis.Tokens[at].Head)
            {
                states[at - sentence.FirstToken] = 1;
            }

            Assert.True(at < 0 || states[at - sentence.FirstToken] == 2, "a cycle");
            for (at = i; at >= 0 && states[at - sentence.FirstToken] == 1; at = analysis.Tokens[at].Head)
            {
                states[at - sentence.FirstToken] = 2;
            }
        }

        Assert.Equal(1, roots);
    }

    private DataFolder CopyOfData()
    {
        var source = Path.Combine(AppContext.BaseDirectory, "data", "en");
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(_folder, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return new DataFolder(_folder);
    }
}
