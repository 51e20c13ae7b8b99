using OnRecord.Names;

namespace OnRecord.Attributions;

/// <summary>The mention that holds each token; where mentions stand inside others the outermost, which holds the head of the phrase.</summary>
internal static class OutermostMentions
{
    public static Mention?[] Of(Sheet sheet, NameFindings names)
    {
        var mentions = new Mention?[sheet.Tokens.Length];
        foreach (var mention in names.Mentions.OrderBy(mention => mention.Span.Length))
        {
            for (var i = sheet.Analysis.TokenAt(mention.Span.Start); i < mentions.Length && sheet.Tokens[i].Span.Start < mention.Span.End; i++)
            {
                mentions[i] = mention;
            }
        }

        return mentions;
    }
}
