namespace OnRecord.Attributions.Chains;

/// <summary>"The Post said the minister reportedly owns …": hearsay inside what somebody says is that one's hearsay, and reaches no further.</summary>
internal static class Hearsay
{
    public static void Clip(List<Draft> drafts)
    {
        foreach (var hearsay in drafts.Where(draft => draft.Cue.Class == "alone"))
        {
            var around = drafts.Where(other => other.Cue.Class != "alone" && other.Content.Exists(content => content.Contains(hearsay.CueSpan)))
                .MinBy(other => other.Content.Sum(content => content.Length));
            if (around is null || !hearsay.Content.Exists(content => content.Contains(around.CueSpan)))
            {
                continue;
            }

            var inner = around.Content
                .SelectMany(content => hearsay.Content.Where(content.Overlaps), (content, own) => new TextSpan(Math.Max(content.Start, own.Start), Math.Min(content.End, own.End)))
                .ToList();
            hearsay.Content.Clear();
            hearsay.Content.AddRange(inner);
        }
    }
}
