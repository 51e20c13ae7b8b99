using System.Numerics;

namespace OnRecord.Language.Parsing;

/// <summary>Reads a word from its characters: a convolution over three of them, and the greatest value of each filter.</summary>
/// <remarks>
/// A filter is linear, so each character's share at each of the three places is computed once, when the network is opened; reading a word
/// only adds them up.
/// </remarks>
internal sealed class CharacterReader
{
    /// <summary>Values that a word comes out with.</summary>
    public const int Width = 96;

    private const int Places = 3;
    private const int CharacterWidth = 32;
    private const int Edge = 1;
    private const int Unknown = 2;
    private const int First = 3;

    private readonly Dictionary<char, int> _numbers;
    private readonly float[] _shares;
    private readonly float[] _bias;

    /// <exception cref="InvalidDataException">A tensor is missing, or has another size.</exception>
    public CharacterReader(NetworkFile file)
    {
        _numbers = file.Characters.Select((character, at) => (character, at)).ToDictionary(pair => pair.character[0], pair => pair.at + First);
        var count = file.Characters.Length + First;
        var letters = file.Tensor("characters.letters.weight", count * CharacterWidth);
        var filters = file.Tensor("characters.filters.weight", Width * Places * CharacterWidth);
        _bias = file.Tensor("characters.filters.bias", Width);
        _shares = new float[count * Places * Width];
        for (var number = 0; number < count; number++)
        {
            for (var place = 0; place < Places; place++)
            {
                for (var filter = 0; filter < Width; filter++)
                {
                    var sum = 0f;
                    for (var i = 0; i < CharacterWidth; i++)
                    {
                        sum += letters[number * CharacterWidth + i] * filters[(filter * Places + place) * CharacterWidth + i];
                    }

                    _shares[(number * Places + place) * Width + filter] = sum;
                }
            }
        }
    }

    /// <summary>Writes a word's values; <paramref name="row"/> comes in with zeros.</summary>
    public void Read(ReadOnlySpan<char> form, Span<float> row)
    {
        var (before, here) = (Edge, form.IsEmpty ? Edge : NumberOf(form[0]));
        for (var i = 0; i < form.Length; i++)
        {
            var after = i + 1 < form.Length ? NumberOf(form[i + 1]) : Edge;
            AddWindow(Share(before, 0), Share(here, 1), Share(after, 2), row);
            (before, here) = (here, after);
        }
    }

    private int NumberOf(char character) => _numbers.GetValueOrDefault(character, Unknown);

    private ReadOnlySpan<float> Share(int number, int place) => _shares.AsSpan((number * Places + place) * Width, Width);

    /// <summary>No value is below the zero that the row begins with: that is the rectifier of the filters.</summary>
    private void AddWindow(ReadOnlySpan<float> before, ReadOnlySpan<float> here, ReadOnlySpan<float> after, Span<float> row)
    {
        for (var at = 0; at < Width; at += Vector<float>.Count)
        {
            var sum = new Vector<float>(before[at..]) + new Vector<float>(here[at..]) + new Vector<float>(after[at..]) + new Vector<float>(_bias, at);
            Vector.Max(new Vector<float>(row[at..]), sum).CopyTo(row[at..]);
        }
    }
}
