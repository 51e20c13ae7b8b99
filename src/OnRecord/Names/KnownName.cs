using System.Collections.Immutable;

namespace OnRecord.Names;

/// <summary>What a lexicon says of a name.</summary>
/// <param name="Name">The name by which the lexicon lists it.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Country">ISO 3166-1 alpha-3, or null.</param>
/// <param name="Forms">This form of the name, as the tokenizer cuts it, with its capitals.</param>
internal sealed record KnownName(string Name, KnownKind Kind, string? Country, ImmutableArray<string> Forms)
{
    private const int LongestInitials = 4;

    /// <summary>Whether every letter is a capital: then case counts.</summary>
    public bool IsInitials { get; } = Forms.All(form => !form.Any(char.IsLower));

    public EntityType Type => Kind switch
    {
        KnownKind.Country => EntityType.Country,
        KnownKind.Group => EntityType.Group,
        KnownKind.Organization => EntityType.Organization,
        KnownKind.Product => EntityType.Product,
        _ => EntityType.Place,
    };

    /// <summary>Whether the text writes the name with the capitals that it needs.</summary>
    public bool Fits(ReadOnlySpan<Token> tokens)
    {
        // GAO is not Gao: a short word in capitals is read as initials.
        if (Forms.Length == 1 && !IsInitials && tokens[0].Form.Length <= LongestInitials && tokens[0].Form.Length > 1 && !tokens[0].Form.Any(char.IsLower))
        {
            return false;
        }

        for (var i = 0; i < Forms.Length; i++)
        {
            var (form, written) = (Forms[i], tokens[i].Form);
            if (IsInitials ? form != written : char.IsUpper(form[0]) && !char.IsUpper(written[0]))
            {
                return false;
            }
        }

        return true;
    }
}

/// <summary>A town of the gazetteer.</summary>
/// <param name="Country">ISO 3166-1 alpha-3.</param>
/// <param name="IsLarge">Whether it is so large that the name alone means it.</param>
internal sealed record Town(string Country, bool IsLarge);

/// <summary>Kinds of known names.</summary>
internal enum KnownKind
{
    /// <summary>A country or a territory with a code.</summary>
    Country,

    /// <summary>A capital, by which a government may be meant.</summary>
    Capital,

    /// <summary>A state or province, which tells of a town before it which one is meant.</summary>
    Region,

    /// <summary>Another place.</summary>
    Place,

    /// <summary>An organisation.</summary>
    Organization,

    /// <summary>A people or another group.</summary>
    Group,

    /// <summary>A product or service.</summary>
    Product,
}

/// <summary>A title, office, rank or calling.</summary>
/// <param name="Kind">What sort of title.</param>
/// <param name="Gender">The gender that the word tells.</param>
internal sealed record Title(TitleKind Kind, Gender Gender);

/// <summary>Sorts of titles.</summary>
internal enum TitleKind
{
    /// <summary>A form of address: Mr., Dr.</summary>
    Form,

    /// <summary>A rank.</summary>
    Military,

    /// <summary>An office.</summary>
    Office,

    /// <summary>A calling, in small letters before a name.</summary>
    Work,
}

/// <summary>What a given name or a title tells of a person's gender.</summary>
internal enum Gender
{
    /// <summary>Not told.</summary>
    Unknown,

    /// <summary>Male.</summary>
    Male,

    /// <summary>Female.</summary>
    Female,
}
