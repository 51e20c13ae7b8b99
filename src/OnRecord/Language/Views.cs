using OnRecord.Data;
using OnRecord.Language.Parsing;
using OnRecord.Language.Roles;

namespace OnRecord.Language;

/// <summary>The views of the parser's words that the taggers of the other rooms need, by their places in <see cref="Analysis.Views"/>.</summary>
internal static class Views
{
    /// <summary>Place of the view for cues of attributions.</summary>
    public const int Cues = 0;

    /// <summary>Place of the view for their sources and contents.</summary>
    public const int Roles = 1;

    /// <summary>Place of the view for names.</summary>
    public const int Names = 2;

    /// <summary>Place of the view for arguments of predicates.</summary>
    public const int PredicateArguments = 3;

    /// <summary>The model that tags cues.</summary>
    public const string CueModel = "attribution-cues.network";

    /// <summary>The model that tags sources and contents.</summary>
    public const string RoleModel = "attribution-roles.network";

    /// <summary>The model that tags names.</summary>
    public const string NameModel = "names.network";

    /// <exception cref="DataFileException">A model is missing or damaged.</exception>
    public static IReadOnlyList<StateView> Of(DataFolder data) =>
    [
        TokenTagger.ViewOf(data, CueModel),
        TokenTagger.ViewOf(data, RoleModel),
        TokenTagger.ViewOf(data, NameModel),
        TokenTagger.ViewOf(data, RoleNetwork.ModelName),
    ];
}
