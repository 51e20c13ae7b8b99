using System.Globalization;
using System.Text;
using OnRecord.Data;

namespace OnRecord.Pages.Html;

/// <summary>
/// What the words of a run say about it, whatever its place: logistic regression over hashed words and pairs of words ("subscribe to", "said on"). One number
/// among the features of the trees (feature hashing: Weinberger and others, 2009).
/// </summary>
/// <remarks>The file is text: <c>buckets</c> and their number; <c>bias</c>; then <c>bucket weight</c> a line, those that are not 0.</remarks>
internal sealed class WordModel(float bias, float[] weights)
{
    /// <summary>File of the shipped model.</summary>
    public const string FileName = "pages-html.words";

    /// <summary>Number of buckets that words are hashed into.</summary>
    public const int Buckets = 1 << 15;

    private const int MostWords = 60;

    /// <summary>Each word, each pair, the two openings and the end.</summary>
    private const int MostBuckets = (2 * MostWords) + 3;

    private const ulong Prime = 1099511628211;
    private const ulong Opening = 0x9E3779B97F4A7C15;
    private const ulong Closing = 0xC2B2AE3D27D4EB4F;

    /// <summary>The log-odds of a run without a word.</summary>
    public float Bias { get; } = bias;

    /// <summary>The log-odds that a run belongs to the article, by its words alone.</summary>
    public float Score(string text)
    {
        Span<int> buckets = stackalloc int[MostBuckets];
        var count = Fill(text, buckets);
        var sum = 0f;
        foreach (var bucket in buckets[..count])
        {
            sum += weights[bucket];
        }

        return Bias + (count == 0 ? 0 : sum / MathF.Sqrt(count));
    }

    /// <summary>The page with this opinion in the last of its features.</summary>
    public HtmlPage AddTo(HtmlPage page) => page with
    {
        Features = [.. page.Features.Select((row, i) => (float[])[.. row.AsSpan(0, row.Length - 1), Score(page.Tree.Runs[i].Text)])],
    };

    /// <summary>The buckets of a text: of each word and each pair, those of the first once more as such, and the last word as such.</summary>
    public static int[] BucketsOf(string text)
    {
        Span<int> buckets = stackalloc int[MostBuckets];
        return buckets[..Fill(text, buckets)].ToArray();
    }

    private static int Fill(string text, Span<int> buckets)
    {
        ulong last = 0;
        int words = 0, filled = 0;
        foreach (var hash in new WordGrams(text, 1))
        {
            if (words == MostWords)
            {
                return filled;
            }

            var pair = (last * Prime) ^ hash;
            if (words > 0)
            {
                buckets[filled++] = Bucket(pair);
            }

            if (words <= 1)
            {
                buckets[filled++] = Bucket((words == 0 ? hash : pair) ^ Opening);
            }

            buckets[filled++] = Bucket(hash);
            last = hash;
            words++;
        }

        if (words > 0)
        {
            buckets[filled++] = Bucket(last ^ Closing);
        }

        return filled;
    }

    /// <summary>Opens the shipped model.</summary>
    /// <exception cref="DataFileException">It is missing or damaged.</exception>
    public static WordModel Open(DataFolder data)
    {
        try
        {
            return Read(data.Model(FileName));
        }
        catch (FormatException problem)
        {
            throw new DataFileException(FileName, problem.Message + " Install OnRecord again, or train the model again.", problem);
        }
    }

    /// <summary>Reads a model file.</summary>
    /// <exception cref="FormatException">It is not a model.</exception>
    public static WordModel Read(ReadOnlySpan<byte> file)
    {
        var lines = Encoding.UTF8.GetString(file).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (lines.Length < 2 || lines[0] != string.Create(CultureInfo.InvariantCulture, $"buckets\t{Buckets}"))
        {
            throw new FormatException("the model does not begin with the number of its buckets.");
        }

        var read = new float[Buckets];
        foreach (var line in lines.Skip(2))
        {
            var space = line.IndexOf(' ');
            if (space < 0 || !int.TryParse(line.AsSpan(0, space), NumberStyles.None, CultureInfo.InvariantCulture, out var bucket) || bucket >= Buckets)
            {
                throw new FormatException("a line of the model is no bucket and weight.");
            }

            read[bucket] = Number(line.AsSpan(space + 1));
        }

        return new WordModel(Number(lines[1].AsSpan("bias\t".Length)), read);
    }

    /// <summary>The model file.</summary>
    public string Write()
    {
        var file = new StringBuilder();
        file.Append(CultureInfo.InvariantCulture, $"buckets\t{Buckets}\nbias\t{Bias:R}\n");
        for (var bucket = 0; bucket < weights.Length; bucket++)
        {
            if (weights[bucket] is not 0)
            {
                file.Append(CultureInfo.InvariantCulture, $"{bucket} {weights[bucket]:G3}\n");
            }
        }

        return file.ToString();
    }

    private static int Bucket(ulong hash) => (int)((hash ^ (hash >> 29) ^ (hash >> 43)) % Buckets);

    private static float Number(ReadOnlySpan<char> text) => float.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
