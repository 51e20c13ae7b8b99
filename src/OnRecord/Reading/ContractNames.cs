using System.Collections.Frozen;

namespace OnRecord;

/// <summary>The names that the contract has for the members of an enumeration: a closed table, the same for writing and for reading.</summary>
internal static class ContractNames<T>
    where T : struct, Enum
{
    private static readonly FrozenDictionary<T, string> ByValue = Enum.GetValues<T>().ToFrozenDictionary(value => value, Name);

    private static readonly FrozenDictionary<string, T> ByName = ByValue.ToFrozenDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);

    /// <summary>The member's name.</summary>
    public static string Of(T value) => ByValue[value];

    /// <summary>The member with a name; none for numbers, combinations, other cases.</summary>
    public static bool TryRead(string name, out T value) => ByName.TryGetValue(name, out value);

    /// <summary>All names, for messages.</summary>
    public static string All() => string.Join(", ", Enum.GetValues<T>().Select(Of));

    /// <summary>A member's name with its first letter in lower case; TIMEX3 types are written as the standard writes them, in capitals.</summary>
    private static string Name(T value)
    {
        var name = value.ToString();
        return typeof(T) == typeof(TimexType) ? name.ToUpperInvariant() : char.ToLowerInvariant(name[0]) + name[1..];
    }
}
