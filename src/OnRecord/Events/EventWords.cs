using System.Collections.Frozen;
using System.Collections.Immutable;
using OnRecord.Data;

namespace OnRecord.Events;

/// <summary>The lexicons of events.</summary>
internal sealed class EventWords
{
    private readonly FrozenDictionary<string, ImmutableArray<EventPattern>> _patterns;
    private readonly FrozenDictionary<string, FrozenSet<string>> _classes;
    private readonly FrozenDictionary<(string Word, EventType Type), string> _modes;
    private readonly FrozenDictionary<string, string> _contexts;
    private readonly FrozenDictionary<(EventType Type, string Mode, string Parties), string> _acled;

    /// <exception cref="DataFileException">A lexicon is missing or damaged.</exception>
    public EventWords(DataFolder data)
    {
        _classes = data.Lexicon("event-nouns").Rows
            .GroupBy(row => row["noun"], row => row["class"], StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);
        _patterns = data.Lexicon("event-patterns").Rows
            .SelectMany(row => Cells(row, "verbs").SelectMany(verb => Patterns(row).Select(pattern => (Verb: verb, Pattern: pattern))))
            .GroupBy(pair => pair.Verb, pair => pair.Pattern, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.OrderBy(pattern => pattern.Width).ToImmutableArray(), StringComparer.Ordinal);
        _modes = data.Lexicon("event-modes").Rows.ToFrozenDictionary(row => (row["word"], Type(row)), row => Mode(row, Type(row))!);
        _contexts = data.Lexicon("event-contexts").Rows.ToFrozenDictionary(
            row => row["word"],
            row => Plover.Contexts.Contains(row["context"]) ? row["context"] : throw row.Error($"'{row["context"]}' is no context"),
            StringComparer.Ordinal);
        _acled = data.Lexicon("event-acled").Rows.ToFrozenDictionary(row => (Type(row), Mode(row, Type(row)) ?? "", row["parties"]), row => row["subevent"]);
    }

    /// <summary>What a verb may tell with what stands around it, the narrowest first.</summary>
    public ImmutableArray<EventPattern> Patterns(string lemma) => _patterns.TryGetValue(lemma, out var patterns) ? patterns : [];

    /// <summary>Whether a verb tells events.</summary>
    public bool IsTrigger(string lemma) => _patterns.ContainsKey(lemma);

    /// <summary>Whether a noun is of a class.</summary>
    public bool Is(string noun, string kind) => _classes.TryGetValue(noun, out var classes) && classes.Contains(kind);

    /// <summary>Whether a noun is listed in any class.</summary>
    public bool IsNoun(string noun) => _classes.ContainsKey(noun);

    /// <summary>The mode of an event of a type that a word in its clause tells; null where it tells none.</summary>
    public string? ModeOf(string word, EventType type) => _modes.GetValueOrDefault((word, type));

    /// <summary>The context that a word tells; null where it tells none.</summary>
    public string? Context(string word) => _contexts.GetValueOrDefault(word);

    /// <summary>ACLED's sub-event; null where it has none.</summary>
    /// <param name="type">The type.</param>
    /// <param name="mode">The mode.</param>
    /// <param name="parties"><c>armed</c> where those whom it is done to bear arms, <c>unarmed</c> where they are others.</param>
    public string? Acled(EventType type, string? mode, string parties) =>
        _acled.GetValueOrDefault((type, mode ?? "", parties)) ?? _acled.GetValueOrDefault((type, mode ?? "", ""));

    private IEnumerable<EventPattern> Patterns(LexiconRow row)
    {
        var type = Type(row);
        foreach (var kind in Cells(row, "object"))
        {
            if (kind is not (EventPattern.Somebody or EventPattern.Clause or EventPattern.Infinitive or EventPattern.Nothing or EventPattern.Anything) && !_classes.Values.Any(classes => classes.Contains(kind)))
            {
                throw row.Error($"there is no class of nouns '{kind}'");
            }

            yield return new EventPattern(row["word"], kind, type, Mode(row, type), Cells(row, "actor"), Cells(row, "recipient"));
        }
    }

    private static ImmutableArray<string> Cells(LexiconRow row, string column) => [.. row[column].Split(' ', StringSplitOptions.RemoveEmptyEntries)];

    private static EventType Type(LexiconRow row) =>
        Enum.TryParse<EventType>(row["type"], ignoreCase: true, out var type) ? type : throw row.Error($"'{row["type"]}' is no type of events");

    private static string? Mode(LexiconRow row, EventType type) => row["mode"] switch
    {
        "" => null,
        var mode when Plover.ModesOf(type).Contains(mode) => mode,
        var mode => throw row.Error($"'{mode}' is no mode of {Plover.NameOf(type)}"),
    };
}
