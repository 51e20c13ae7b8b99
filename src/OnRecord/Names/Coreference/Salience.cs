using System.Collections.Frozen;
using System.Globalization;
using OnRecord.Data;

namespace OnRecord.Names.Coreference;

/// <summary>What makes an entity likely to be meant by a pronoun.</summary>
internal sealed class Salience
{
    private readonly FrozenDictionary<string, double> _relations;
    private readonly double _otherRelation;
    private readonly (double Least, double Margin) _person;
    private readonly (double Least, double Margin) _thing;
    private readonly (double Least, double Margin) _several;

    public Salience(DataFolder data)
    {
        var rows = data.Lexicon("salience").Rows;
        _relations = rows.Where(row => row["kind"] == "relation").ToFrozenDictionary(row => row["word"], Value, StringComparer.Ordinal);
        _otherRelation = _relations["other"];
        var factors = rows.Where(row => row["kind"] == "factor").ToDictionary(row => row["word"], Value, StringComparer.Ordinal);
        (Sentence, Nominal, Ungendered, Organization, Rival) = (factors["sentence"], factors["nominal"], factors["ungendered"], factors["organization"], factors["rival"]);
        (Quoted, Speaker, Governing, Ahead) = (factors["quoted"], factors["speaker"], factors["governing"], factors["ahead"]);
        _person = (factors["least-person"], factors["margin-person"]);
        _thing = (factors["least-thing"], factors["margin-thing"]);
        _several = (factors["least-several"], factors["margin-several"]);
    }

    /// <summary>What is left of a mention's weight with each sentence back.</summary>
    public double Sentence { get; }

    /// <summary>For a noun phrase to which nothing has been joined.</summary>
    public double Nominal { get; }

    /// <summary>For a person of unknown gender where "he" or "she" is said.</summary>
    public double Ungendered { get; }

    /// <summary>For one organisation where "they" is said.</summary>
    public double Organization { get; }

    /// <summary>The likeliest entity must outdo the next by this factor.</summary>
    public double Rival { get; }

    /// <summary>For who is spoken of in quotation marks, where the pronoun stands outside.</summary>
    public double Quoted { get; }

    /// <summary>For who spoke, where the pronoun speaks.</summary>
    public double Speaker { get; }

    /// <summary>For the subject of the clause in which the pronoun's clause stands.</summary>
    public double Governing { get; }

    /// <summary>For a person whose name stands behind the pronoun.</summary>
    public double Ahead { get; }

    /// <summary>How likely the likeliest candidate must be for a pronoun of this kind, and by how much it must outdo the next.</summary>
    public (double Least, double Margin) BoundsOf(string means) => means switch
    {
        "thing" => _thing,
        "several" => _several,
        _ => _person,
    };

    /// <summary>The weight of a place in the tree.</summary>
    public double Of(string relation) =>
        _relations.TryGetValue(relation, out var value) || _relations.TryGetValue(relation.Split(':')[0], out value) ? value : _otherRelation;

    private static double Value(LexiconRow row) =>
        double.TryParse(row["value"], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : throw row.Error($"'{row["value"]}' is no number.");
}
