namespace OnRecord.Attributions.Judging;

/// <summary>What sort of text a draft stands in: a report quotes and tells of the past, a guide turns to its reader, an advertisement speaks of things.</summary>
/// <remarks>Shares are drawn towards those of a news report, as if as many words of one stood before the text: a short text is taken for one until it shows otherwise.</remarks>
/// <param name="Quoted">Share of the words in quotation marks.</param>
/// <param name="You">Share of the words outside of them that turn to the reader.</param>
/// <param name="Writer">Share of the words outside of them by which the writer means himself.</param>
/// <param name="Commands">Share of sentences that begin with a command.</param>
/// <param name="Past">Share of the finite verbs that tell of the past.</param>
/// <param name="Said">Verbs that report speech in the past, by sentence.</param>
/// <param name="Persons">Names of persons, by sentence.</param>
/// <param name="Items">Share of sentences that are no paragraph: items, headings, captions.</param>
internal sealed record TextTraits(float Quoted, float You, float Writer, float Commands, float Past, float Said, float Persons, float Items)
{
    private const float Words = 300;
    private const float Sentences = 12;

    public static TextTraits Of(Sheet sheet, Speakers speakers)
    {
        int quoted = 0, you = 0, writer = 0, commands = 0, past = 0, finite = 0, said = 0, items = 0;
        var all = sheet.Tokens.Length;
        for (var i = 0; i < all; i++)
        {
            if (sheet.QuotationAt(i) >= 0)
            {
                quoted++;
                continue;
            }

            you += IsYou(sheet, i) ? 1 : 0;
            writer += IsWriter(sheet, i) ? 1 : 0;
            finite += sheet.Tag(i) is "VBD" or "VBZ" or "VBP" ? 1 : 0;
            past += sheet.Tag(i) == "VBD" ? 1 : 0;
            said += sheet.Tag(i) == "VBD" && sheet.Words.Verb(sheet.Lemma(i)) is { Class: "say" or "tell" } ? 1 : 0;
        }

        foreach (var sentence in sheet.Analysis.Sentences)
        {
            commands += IsCommand(sheet, sentence) ? 1 : 0;
            items += sheet.Analysis.Document.Blocks[sentence.Block].Role is BlockRole.Paragraph or BlockRole.Quote ? 0 : 1;
        }

        float OfWords(int count, float usual, int of) => (count + usual * Words) / (of + Words);
        float OfSentences(int count, float usual) => (count + usual * Sentences) / (sheet.Analysis.Sentences.Length + Sentences);
        return new TextTraits(
            OfWords(quoted, 0.25f, all), OfWords(you, 0.003f, all - quoted), OfWords(writer, 0.005f, all - quoted), OfSentences(commands, 0.01f), OfWords(past, 0.6f, finite),
            OfSentences(said, 0.5f), OfSentences(speakers.NamedPersons, 1), OfSentences(items, 0.05f));
    }

    /// <summary>Whether a word turns to the reader.</summary>
    public static bool IsYou(Sheet sheet, int token) => sheet.Tokens[token].Lower is "you" or "your" or "yours" or "yourself";

    /// <summary>Whether a word means who says it.</summary>
    public static bool IsWriter(Sheet sheet, int token) => sheet.Tokens[token].Lower is "i" or "we" or "my" or "our" or "me" or "us";

    /// <summary>Whether a sentence begins with a verb without subject, outside of quotation marks: "Consider these …".</summary>
    public static bool IsCommand(Sheet sheet, Sentence sentence)
    {
        var first = sentence.FirstToken;
        return first < sentence.EndToken && sheet.QuotationAt(first) < 0 && sheet.Tag(first) is "VB" or "VBP" && sheet.Trees.Subject(first) < 0;
    }

    public float[] Numbers => [Quoted, You, Writer, Commands, Past, Said, Persons, Items];
}
