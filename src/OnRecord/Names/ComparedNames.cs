using System.Collections.Immutable;

namespace OnRecord.Names;

/// <summary>The name under which documents are compared, where it is not the fullest that a document has: "United States" for the US, "Donald Trump" for Donald J. Trump.</summary>
internal static class ComparedNames
{
    public const string KnownName = JoinRules.OtherKnownName;
    public const string LegalForm = JoinRules.LegalForm;
    public const string KnownPerson = "known-person";
    public const string MiddleInitial = "without-middle-initial";

    /// <summary>Names of all rules, as they stand in <see cref="MergedName.Rule"/>.</summary>
    public static ImmutableArray<string> All { get; } = [KnownName, LegalForm, KnownPerson, MiddleInitial];

    /// <summary>The name of a named entity; null where that is its own.</summary>
    /// <param name="cluster">The entity.</param>
    /// <param name="persons">Known persons.</param>
    public static MergedName? Of(EntityCluster cluster, KnownPersons persons)
    {
        if (cluster.Type != EntityType.Person)
        {
            return OrNull(cluster, cluster.Canonical, cluster.IsCanonicalKnown ? KnownName : LegalForm);
        }

        return persons.Of(cluster.Name, cluster.Gender, cluster.Country) is { } known ? OrNull(cluster, known.Name, KnownPerson)
            : OrNull(cluster, WithoutMiddleInitials(cluster.Name), MiddleInitial);
    }

    /// <summary>"Donald Trump" of "Donald J. Trump"; what stands before the first whole word stays: "J. Edgar Tannaby".</summary>
    internal static string WithoutMiddleInitials(string name)
    {
        var parts = name.Split(' ');
        return parts.Length < 3 ? name : string.Join(' ', parts.Where((part, i) => i == 0 || i == parts.Length - 1 || !IsInitial(part) || IsInitial(parts[0])));
    }

    private static bool IsInitial(string part) => part.Length is 1 or 2 && char.IsUpper(part[0]) && (part.Length == 1 || part[1] == '.');

    private static MergedName? OrNull(EntityCluster cluster, string name, string rule) =>
        name.Length == 0 || WithoutArticle(name) == WithoutArticle(cluster.Name) ? null : new MergedName(name, rule);

    private static string WithoutArticle(string name) => EntityKey.Normal(name.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? name[4..] : name);
}
