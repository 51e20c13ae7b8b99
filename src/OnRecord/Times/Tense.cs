namespace OnRecord.Times;

/// <summary>Tells from the verbs of a sentence which way it looks at a place.</summary>
internal sealed class Tense(Analysis analysis, Sentence sentence)
{
    public Direction At(int token)
    {
        var best = Direction.Unknown;
        var distance = int.MaxValue;
        for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            var direction = analysis.Tokens[i].Xpos switch
            {
                "VBD" => Direction.Past,
                "MD" when analysis.Tokens[i].Lower is "will" or "'ll" or "shall" => Direction.Future,
                _ => Direction.Unknown,
            };
            if (direction != Direction.Unknown && Math.Abs(i - token) < distance)
            {
                best = direction;
                distance = Math.Abs(i - token);
            }
        }

        return best;
    }
}
