using System.Collections.Immutable;
using System.Text.Json;
using OnRecord.Lab.Language;

namespace OnRecord.Lab.Roles;

/// <summary>An argument of PropBank.</summary>
internal sealed record GoldArgument(string Label, TextSpan Span);

/// <summary>A predicate of PropBank with its arguments, in the text of its document.</summary>
/// <param name="Span">Its word.</param>
/// <param name="Roleset">Its sense, such as <c>attack.01</c>.</param>
/// <param name="Upos">Its part of speech in the treebank.</param>
/// <param name="Arguments">Its arguments.</param>
internal sealed record GoldPredicate(TextSpan Span, string Roleset, string Upos, ImmutableArray<GoldArgument> Arguments);

/// <summary>A document of EWT with the predicates of PropBank.</summary>
internal sealed record GoldRoles(GoldText Text, ImmutableArray<GoldPredicate> Predicates);

/// <summary>Reads PropBank on EWT, which names its sentences as the treebank does.</summary>
internal static class RoleGold
{
    /// <summary>The file of a part.</summary>
    /// <param name="part"><c>train</c> or <c>dev</c>.</param>
    public static string File(string part) => Gold.Path("roles", $"propbank-ewt-{part}.jsonl");

    /// <summary>The documents of a part; sentences that PropBank lacks have no predicates.</summary>
    public static IEnumerable<GoldRoles> Read(string part)
    {
        var treebank = part == "train" ? Treebank.EwtTrain : Treebank.EwtDev;
        var roles = System.IO.File.ReadLines(File(part)).Select(line => JsonDocument.Parse(line).RootElement)
            .ToDictionary(sentence => sentence.GetProperty("sent_id").GetString()!);
        const string Mark = "# sent_id = ";
        using var names = System.IO.File.ReadLines(treebank).Where(line => line.StartsWith(Mark, StringComparison.Ordinal)).GetEnumerator();
        foreach (var text in Treebank.Read([treebank]))
        {
            var predicates = ImmutableArray.CreateBuilder<GoldPredicate>();
            foreach (var words in text.Sentences)
            {
                names.MoveNext();
                if (roles.TryGetValue(names.Current[Mark.Length..], out var sentence))
                {
                    predicates.AddRange(sentence.GetProperty("predicates").EnumerateArray().Select(predicate => Predicate(predicate, words)));
                }
            }

            yield return new GoldRoles(text, predicates.ToImmutable());
        }
    }

    private static GoldPredicate Predicate(JsonElement predicate, ImmutableArray<GoldWord> words)
    {
        var word = words[predicate.GetProperty("token").GetInt32()];
        return new GoldPredicate(
            word.Span,
            predicate.GetProperty("roleset").GetString()!,
            word.Upos,
            [.. predicate.GetProperty("args").EnumerateArray().Select(argument => new GoldArgument(
                argument[0].GetString()!,
                new TextSpan(words[argument[1].GetInt32()].Span.Start, words[argument[2].GetInt32() - 1].Span.End)))]);
    }
}
