namespace OnRecord.Lab.Ranks;

/// <summary>A labelled claim as it is read now.</summary>
/// <param name="Text">The document that it stands in.</param>
/// <param name="Label">How much a checker would want it, from 0 to 1.</param>
/// <param name="Claim">The claim.</param>
internal sealed record RankRow(RankText Text, double Label, Claim Claim)
{
    /// <summary>The page or article on which its document stands.</summary>
    public string Page => Text.Name.Split('/')[0];

    /// <summary>What a text is ranked by: its main claims and details.</summary>
    public static IEnumerable<Claim> Rows(RankText text) => text.Record.Claims.Where(claim => claim.Level != ClaimLevel.Fragment);

    /// <summary>The labelled claims; what is labelled and no row any more is left out.</summary>
    public static List<RankRow> Read(string file)
    {
        var labels = RankGold.Read(file).ToDictionary(label => (label.Text, label.Predicate));
        return
        [
            .. from text in RankTexts.Read(labels.Keys.Select(key => key.Text).Distinct(StringComparer.Ordinal))
               from claim in Rows(text)
               where labels.ContainsKey((text.Name, RankGold.Predicate(text, claim)))
               select new RankRow(text, labels[(text.Name, RankGold.Predicate(text, claim))].Mean / RankGold.Highest, claim),
        ];
    }
}
