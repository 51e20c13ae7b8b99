using OnRecord.Names;
using OnRecord.Names.Coreference;

namespace OnRecord.Attributions.Judging;

/// <summary>Tells what sort of being or thing the head of a source is.</summary>
internal sealed class Speakers
{
    private readonly Sheet _sheet;
    private readonly NounKinds _kinds;
    private readonly Mention?[] _mentions;

    public Speakers(Sheet sheet, NameFindings names, NounKinds kinds)
    {
        (_sheet, _kinds) = (sheet, kinds);
        _mentions = OutermostMentions.Of(sheet, names);
        NamedPersons = names.Mentions.Count(mention => mention is { Form: MentionForm.Name, Type: EntityType.Person });
    }

    /// <summary>How often a person is named.</summary>
    public int NamedPersons { get; }

    /// <summary>Whether the word stands for somebody or something that the text names.</summary>
    public bool IsResolved(int head) => head < _mentions.Length && _mentions[head]?.Entity is not null;

    /// <summary>The sort of a head.</summary>
    public SpeakerSort SortOf(int head)
    {
        var noun = NamedSources.Antecedent(_sheet, head) is var antecedent and >= 0 ? antecedent : head;
        var (tag, lemma) = (_sheet.Tag(noun), _sheet.Lemma(noun));
        return _sheet.Words.Is("document", lemma) || _sheet.Words.Is("utterance", lemma) ? SpeakerSort.Document
            : noun < _mentions.Length && _mentions[noun] is { } mention ? SortOf(mention.Type)
            : tag switch
            {
                "PRP" or "PRP$" or "WP" or "EX" or "DT" or "WDT" => OfPronoun(_sheet.Tokens[noun].Lower),
                "CD" => SpeakerSort.Number,
                _ when _sheet.IsVerb(noun) => SpeakerSort.Clause,
                "NNP" or "NNPS" => SpeakerSort.Name,
                _ when _kinds.TypeOf(lemma, out _) is { } type => SortOf(type),
                _ when _sheet.Words.Is("collective", lemma) || _sheet.Words.Is("informant", lemma) => SpeakerSort.Person,
                "NN" or "NNS" => SpeakerSort.Thing,
                _ => SpeakerSort.None,
            };
    }

    private static SpeakerSort SortOf(EntityType type) => type switch
    {
        EntityType.Person => SpeakerSort.Person,
        EntityType.Organization => SpeakerSort.Organization,
        EntityType.Group => SpeakerSort.Group,
        EntityType.Country or EntityType.Place => SpeakerSort.Place,
        EntityType.Work or EntityType.Law => SpeakerSort.Document,
        EntityType.Product => SpeakerSort.Product,
        _ => SpeakerSort.Thing,
    };

    private static SpeakerSort OfPronoun(string lower) => lower switch
    {
        "it" or "this" or "that" or "which" or "its" or "what" or "these" or "there" => SpeakerSort.It,
        "they" or "them" or "their" or "those" => SpeakerSort.None,
        _ => SpeakerSort.Person,
    };
}
