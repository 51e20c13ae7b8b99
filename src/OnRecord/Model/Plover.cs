using System.Collections.Immutable;

namespace OnRecord;

/// <summary>The codes of PLOVER (Open Event Data Alliance, 2024): which quad class each type has, which modes, and which contexts there are.</summary>
public static class Plover
{
    /// <summary>All contexts.</summary>
    public static ImmutableArray<string> Contexts { get; } =
    [
        "asylum", "cbrn", "corruption", "crime", "cyber", "diplomatic", "disasters", "economic", "election", "environment", "executive", "gender", "health",
        "human_rights", "human_security", "illegal_drugs", "inequality", "intelligence", "legal", "legislative", "lgbt", "migration", "military",
        "misinformation", "natural_resource", "peacekeeping", "political_institutions", "pro_autocracy", "pro_democracy", "religion_ethnicity", "reparations",
        "repression", "rights_freedoms", "technology", "territory", "terrorism", "trafficking",
    ];

    /// <summary>The type's name as PLOVER writes it.</summary>
    public static string NameOf(EventType type) => type.ToString().ToUpperInvariant();

    /// <summary>The quad class of a type.</summary>
    public static QuadClass QuadOf(EventType type) => type switch
    {
        EventType.Agree or EventType.Consult or EventType.Support or EventType.Concede => QuadClass.VerbalCooperation,
        EventType.Cooperate or EventType.Aid or EventType.Retreat => QuadClass.MaterialCooperation,
        EventType.Request or EventType.Accuse or EventType.Reject or EventType.Threaten => QuadClass.VerbalConflict,
        _ => QuadClass.MaterialConflict,
    };

    /// <summary>The modes of a type.</summary>
    public static ImmutableArray<string> ModesOf(EventType type) => type switch
    {
        EventType.Consult => ["visit", "third-party", "multilateral", "phone"],
        EventType.Retreat => ["withdraw", "release", "disarm", "ceasefire", "access", "resign"],
        EventType.Request or EventType.Reject => ["assist", "change", "yield", "meet"],
        EventType.Accuse => ["disapprove", "investigate", "allege"],
        EventType.Threaten => ["restrict", "arrest", "relations", "expel", "territory", "violence"],
        EventType.Protest => ["demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize"],
        EventType.Sanction => ["convict", "expel", "withdraw", "discontinue"],
        EventType.Mobilize => ["troops", "weapons", "police", "militia"],
        EventType.Coerce => ["seize", "restrict", "censor", "curfew", "martial-law", "arrest", "deport", "withhold", "misinformation", "cyber"],
        EventType.Assault =>
        [
            "abduct", "beat", "torture", "sexual", "targeted", "destroy", "primitive", "firearms", "explosives", "suicide-attack", "aerial", "drone",
            "heavy-weapons", "crowd-control", "unconventional",
        ],
        _ => [],
    };
}
