using System.Collections.Immutable;

namespace OnRecord.Names;

/// <summary>Names of the rules that find names; each reads like the evidence that it rests on.</summary>
internal static class NameRules
{
    public const string KnownCountry = "known-country";
    public const string KnownPlace = "known-place";
    public const string KnownOrganization = "known-organization";
    public const string KnownProduct = "known-product";
    public const string Demonym = "demonym";
    public const string TitleBeforeName = "title-before-name";
    public const string CallingBeforeName = "calling-before-name";
    public const string HeadOfOrganization = "head-of-organization";
    public const string HeadOfPlace = "head-of-place";
    public const string HeadOfEvent = "head-of-event";
    public const string HeadOfLaw = "head-of-law";
    public const string ModelOfMaker = "model-of-maker";
    public const string TeamOfPlace = "team-of-place";
    public const string GivenName = "given-name";
    public const string FamilyName = "family-name";
    public const string FamilyNameFirst = "family-name-first";
    public const string MiddleInitial = "middle-initial";
    public const string Particle = "particle-in-name";
    public const string TitleInQuotes = "title-in-quotes";
    public const string SameNameElsewhere = "same-name-elsewhere";
    public const string ShortNameOfPerson = "short-name-of-person";
    public const string ShortNameOfOrganization = "short-name-of-organization";
    public const string InitialsInBrackets = "initials-in-brackets";
    public const string InitialsOfName = "initials-of-name";
    public const string CapitalLetters = "capital-letters";
    public const string PlaceBeforeRegion = "place-before-region";
    public const string NounBeside = "noun-beside-name";
    public const string AgeBehindName = "age-behind-name";
    public const string PersonAsSubject = "person-as-subject";
    public const string TwoWordsOfAName = "two-words-of-a-name";
    public const string AfterPlacePreposition = "after-place-preposition";
    public const string PlaceBehindAge = "place-behind-age";
    public const string LargeTown = "large-town";
    public const string CapitalForGovernment = "capital-for-government";
    public const string DirectionForCountry = "direction-for-country";
    public const string Tagged = "tagged";
    public const string OtherScript = "other-script-in-brackets";
    public const string InsideName = "inside-name";
    public const string NounPhrase = "noun-phrase";
    public const string Pronoun = "pronoun";

    public static ImmutableArray<string> All { get; } =
    [
        KnownCountry, KnownPlace, KnownOrganization, KnownProduct, Demonym, TitleBeforeName, CallingBeforeName, HeadOfOrganization, HeadOfPlace, HeadOfEvent,
        HeadOfLaw, ModelOfMaker, TeamOfPlace, GivenName, FamilyName, FamilyNameFirst, MiddleInitial, Particle, TitleInQuotes, SameNameElsewhere, ShortNameOfPerson,
        ShortNameOfOrganization, InitialsInBrackets, InitialsOfName, CapitalLetters, PlaceBeforeRegion, NounBeside, AgeBehindName,
        PersonAsSubject, TwoWordsOfAName, AfterPlacePreposition, PlaceBehindAge, LargeTown, CapitalForGovernment, DirectionForCountry, Tagged, OtherScript, InsideName, NounPhrase, Pronoun,
    ];
}
