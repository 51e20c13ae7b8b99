using OnRecord.Data;

namespace OnRecord.Tests.Records;

/// <summary>The codes of events, and the lexicons that give them.</summary>
public sealed class PloverTests
{
    private static readonly DataFolder Data = DataFolder.English();

    [Fact]
    public void There_are_sixteen_types_in_four_quad_classes_and_37_contexts()
    {
        var types = Enum.GetValues<EventType>();
        Assert.Equal(16, types.Length);
        Assert.Equal([4, 3, 4, 5], types.GroupBy(Plover.QuadOf).OrderBy(quad => quad.Key).Select(quad => quad.Count()));
        Assert.Equal(37, Plover.Contexts.Length);
        Assert.Equal(Plover.Contexts.Order(StringComparer.Ordinal), Plover.Contexts);
    }

    [Fact]
    public void Every_type_has_a_pattern_and_every_class_of_nouns_is_asked_for()
    {
        var patterns = Data.Lexicon("event-patterns").Rows;
        Assert.Equal(Enum.GetValues<EventType>().Select(Plover.NameOf).Order(StringComparer.Ordinal), patterns.Select(row => row["type"]).Distinct().Order(StringComparer.Ordinal));
        var asked = patterns.SelectMany(row => row["object"].Split(' ')).ToHashSet();
        var others = new[] { "measure", "aside", "body", "office", "force", "crowd", "people", "weapon", "attack", "political", "building", "place" };
        Assert.DoesNotContain(Data.Lexicon("event-nouns").Rows.Select(row => row["class"]).Distinct(), kind => !asked.Contains(kind) && !others.Contains(kind));
    }

    [Fact]
    public void No_row_stands_twice() => Assert.All(
        new[] { "event-nouns", "event-patterns", "event-modes", "event-contexts", "event-acled" },
        name => Assert.Empty(Data.Lexicon(name).Rows.GroupBy(row => Key(name, row)).Where(group => group.Count() > 1).Select(group => group.Key)));

    private static string Key(string name, LexiconRow row) => name switch
    {
        "event-nouns" => row["noun"] + "/" + row["class"],
        "event-patterns" => string.Join("/", row["verbs"], row["word"], row["object"], row["type"]),
        "event-modes" => row["word"] + "/" + row["type"],
        "event-contexts" => row["word"],
        _ => string.Join("/", row["type"], row["mode"], row["parties"]),
    };
}
