namespace OnRecord.Attributions.Borders;

/// <summary>How likely each token from a first one on is content, as the tagger says; −1 where it was not asked.</summary>
internal sealed record ContentScores(int First, float[] Values)
{
    /// <summary>Of nothing.</summary>
    public static ContentScores None { get; } = new(0, []);

    public float At(int token) => token >= First && token - First < Values.Length ? Values[token - First] : -1;

    public float Mean(int from, int end)
    {
        var sum = 0f;
        for (var i = from; i < end; i++)
        {
            sum += At(i);
        }

        return end > from ? sum / (end - from) : -1;
    }

    public float Least(int from, int end)
    {
        var least = end > from ? 1f : -1;
        for (var i = from; i < end; i++)
        {
            least = Math.Min(least, At(i));
        }

        return least;
    }
}
