using System.Collections.Immutable;

namespace OnRecord.Names;

/// <summary>Names of the rules that join a mention to an entity; each reads like the reason.</summary>
internal static class JoinRules
{
    public const string SameName = "same-name";
    public const string FullName = "full-name-of-person";
    public const string FamilyName = "family-name-of-person";
    public const string GivenName = "given-name-of-person";
    public const string OtherKnownName = "other-known-name";
    public const string Initials = "initials-of-organization";
    public const string FirstWord = "first-word-of-organization";
    public const string LegalForm = "without-legal-form";
    public const string OtherScript = "other-script";
    public const string CapitalForGovernment = "capital-for-government";
    public const string DirectionForCountry = "direction-for-country";
    public const string Apposition = "apposition";
    public const string Copula = "copula";
    public const string HeadOfName = "head-of-its-name";
    public const string TitleOfPerson = "title-of-person";
    public const string KindOfName = "kind-of-name";
    public const string SameNoun = "same-noun";
    public const string PronounOfPerson = "pronoun-of-person";
    public const string PronounOfThing = "pronoun-of-thing";
    public const string PronounOfSeveral = "pronoun-of-several";
    public const string PronounBeforeName = "pronoun-before-name";
    public const string AgeOfPerson = "age-of-person";
    public const string Reflexive = "reflexive";

    public static ImmutableArray<string> All { get; } =
    [
        SameName, FullName, FamilyName, GivenName, OtherKnownName, Initials, FirstWord, LegalForm, OtherScript, CapitalForGovernment, DirectionForCountry,
        Apposition, Copula, HeadOfName, TitleOfPerson, KindOfName, SameNoun, PronounOfPerson, PronounOfThing, PronounOfSeveral, PronounBeforeName, AgeOfPerson, Reflexive,
    ];
}
