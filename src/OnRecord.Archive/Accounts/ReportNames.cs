using OnRecord.Archive.FullText;
using OnRecord.Archive.Stories;

namespace OnRecord.Archive.Accounts;

/// <summary>The names in a report, by place and by entity.</summary>
internal sealed class ReportNames
{
    private readonly Dictionary<string, Entity> _entities;
    private readonly Dictionary<int, string> _starts = [];
    private readonly ILookup<string, Mention> _nominals;

    public ReportNames(Record record)
    {
        Text = record.Document.Text;
        _entities = record.Entities.DistinctBy(entity => entity.Id, StringComparer.Ordinal).ToDictionary(entity => entity.Id, StringComparer.Ordinal);
        foreach (var mention in record.Mentions.Where(mention => mention is { Form: MentionForm.Name, Entity: not null }))
        {
            foreach (var word in WordFolding.Words(mention.Span.Of(Text)))
            {
                _starts[mention.Span.Start + word.Start] = mention.Entity!;
            }
        }

        _nominals = record.Mentions.Where(mention => mention is { Form: MentionForm.Nominal, Entity: not null }).ToLookup(mention => mention.Entity!, StringComparer.Ordinal);
    }

    /// <summary>The report's text.</summary>
    public string Text { get; }

    /// <summary>Id of the entity whose name has a word here; null where none has.</summary>
    public string? NameAt(int start) => _starts.GetValueOrDefault(start);

    /// <summary>The entity with an id; null where there is none.</summary>
    public Entity? Find(string? id) => id is null ? null : _entities.GetValueOrDefault(id);

    /// <summary>The names of an entity, in small letters; none of one that only a noun phrase names.</summary>
    public IEnumerable<string> Of(string entity) => Find(entity) is { Named: true } found
        ? new[] { found.Name, found.ComparedName }.Concat(found.Aliases).Select(WordFolding.Line).Where(name => name.Length > 0).Distinct(StringComparer.Ordinal)
        : [];

    /// <summary>Whether the report names one that is called so.</summary>
    public bool Has(IReadOnlySet<string> names) => _entities.Keys.SelectMany(Of).Any(names.Contains);

    /// <summary>The nouns by which the report calls an entity: "the ferry".</summary>
    public IEnumerable<string> Descriptions(string entity, StoryWords words) => _nominals[entity]
        .Select(mention => WordFolding.Words(mention.Span.Of(Text)).Select(word => word.Folded).TakeWhile(word => !words.IsBorder(word)).LastOrDefault(word => !words.IsEmpty(word)))
        .OfType<string>().Select(DocumentFrequencies.TermOf).Where(noun => !words.IsGeneric(noun));
}
