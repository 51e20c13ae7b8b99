namespace OnRecord;

/// <summary>The names that the contract has for the members of an enumeration: a closed table, the same for writing and for reading.</summary>
internal static class ContractNames<T>
    where T : struct, Enum
{
    // Two arrays: no enumeration has many members, and a hash table for each would have to be compiled for each at every start.
    private static readonly T[] Members = Enum.GetValues<T>();

    private static readonly string[] Names = Array.ConvertAll(Members, Name);

    /// <summary>The member's name.</summary>
    public static string Of(T value) => Names[Array.IndexOf(Members, value)];

    /// <summary>The member with a name; none for numbers, combinations, other cases.</summary>
    public static bool TryRead(string name, out T value)
    {
        var at = Array.IndexOf(Names, name);
        value = at < 0 ? default : Members[at];
        return at >= 0;
    }

    /// <summary>All names, for messages.</summary>
    public static string All() => string.Join(", ", Names);

    /// <summary>A member's name with its first letter in lower case; TIMEX3's types and PLOVER's are written as the standards write them, in capitals.</summary>
    private static string Name(T value)
    {
        var name = value.ToString();
        return typeof(T) == typeof(TimexType) || typeof(T) == typeof(EventType) ? name.ToUpperInvariant() : char.ToLowerInvariant(name[0]) + name[1..];
    }
}
