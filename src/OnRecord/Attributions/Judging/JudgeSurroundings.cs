using System.Collections.Immutable;
using static OnRecord.Pages.Html.Indicator;

namespace OnRecord.Attributions.Judging;

/// <summary>Numbers of what a cue stands in: its clause, what governs that, the sentence, and the block.</summary>
internal static class JudgeSurroundings
{
    /// <summary>How many words are climbed to see under what a cue stands.</summary>
    private const int Climbs = 6;

    private static readonly string[] Relations = ["root", "conj", "ccomp", "xcomp", "advcl", "acl", "parataxis", "amod", "csubj", "obl"];

    private static readonly string[] Tags = ["VB", "VBD", "VBG", "VBN", "VBP", "VBZ"];

    private static readonly BlockRole[] Roles = [BlockRole.Paragraph, BlockRole.Headline, BlockRole.Heading, BlockRole.List, BlockRole.Quote, BlockRole.Caption];

    /// <summary>What each number is, in their order.</summary>
    public static ImmutableArray<string> Names { get; } =
    [
        .. Relations.Select(name => "relation-" + name), .. Tags.Select(name => "tag-" + name), "cue-relative", "cue-subject", "cue-passive-subject", "cue-command", "cue-first", "cue-behind-comma",
        "under-condition", "under-purpose", "under-cue", "under-modal", "under-want", "under-subject-clause", "sentence-you", "sentence-writer", "sentence-command", "sentence-part",
        .. Roles.Select(role => "block-" + role), "block-tokens",
    ];

    public static float[] Of(Sheet sheet, Draft draft)
    {
        var (cue, head) = (draft.Cue, draft.Cue.Head);
        var sentence = sheet.Analysis.Sentences[sheet.Tokens[head].Sentence];
        var block = sheet.Analysis.Document.Blocks[sentence.Block];
        var isCommand = sheet.Tag(head) is "VB" or "VBP" && draft.Source is null && sheet.Trees.Subject(head) < 0 && cue.End - cue.First <= 2 && !sheet.Tokens[cue.First..cue.End].Any(token => token.Xpos is "TO" or "MD");
        return
        [
            .. Relations.Select(name => One(sheet.Trees.Is(head, name))), .. Tags.Select(tag => One(sheet.Tag(head) == tag)),
            One(sheet.Tokens[head].Relation == "acl:relcl"), One(sheet.Trees.Subject(head) >= 0), One(sheet.Trees.Dependent(head, "nsubj") is var subject and >= 0 && sheet.Tokens[subject].Relation == "nsubj:pass"),
            One(isCommand), One(cue.First == sentence.FirstToken), One(sheet.Is(cue.First - 1, ",")),
            .. Under(sheet, head),
            One(Has(sheet, sentence, TextTraits.IsYou)), One(Has(sheet, sentence, TextTraits.IsWriter)), One(TextTraits.IsCommand(sheet, sentence)), One(!sheet.IsStop(sentence.EndToken - 1)),
            .. Roles.Select(role => One(block.Role == role)), Math.Min(1000, block.Span.Length) / 5,
        ];
    }

    /// <summary>Under what a cue's clause stands: a condition, a purpose, another cue, a modal, a wish, a subject.</summary>
    private static float[] Under(Sheet sheet, int head)
    {
        bool condition = false, purpose = false, known = false, modal = false, want = false, subject = false;
        var at = head;
        for (var climb = 0; climb < Climbs && at >= 0; climb++)
        {
            condition |= sheet.Trees.Dependent(at, "mark") is var mark and >= 0 && sheet.Tokens[mark].Lower is "if" or "unless" or "whether" or "when" or "once" or "until";
            purpose |= sheet.Trees.Is(at, "advcl") && sheet.Tag(at) == "VB";
            subject |= sheet.Trees.Is(at, "csubj");
            modal |= at != head && IsUnderModal(sheet, at);
            if (at != head && sheet.IsVerb(at) && sheet.Words.Verb(sheet.Lemma(at)) is { } entry)
            {
                known = true;
                want |= entry.Class == "want";
            }

            at = sheet.Tokens[at].Head;
        }

        return [One(condition), One(purpose), One(known), One(modal), One(want), One(subject)];
    }

    private static bool IsUnderModal(Sheet sheet, int verb) => sheet.Trees.Dependent(verb, "aux") is var helper and >= 0 && sheet.Tag(helper) == "MD";

    private static bool Has(Sheet sheet, Sentence sentence, Func<Sheet, int, bool> asked)
    {
        for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (sheet.QuotationAt(i) < 0 && asked(sheet, i))
            {
                return true;
            }
        }

        return false;
    }
}
