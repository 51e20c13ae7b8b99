using System.Collections.Immutable;

namespace OnRecord.Language.Syntax;

/// <summary>What follows from the tags and trees of an analysis: each made when it is first asked for, once for all finders.</summary>
internal sealed class DocumentSyntax
{
    private readonly Lazy<DependencyTrees> _trees;
    private readonly Lazy<SubtreeExtents> _extents;
    private readonly Lazy<ImmutableArray<VerbGroup>> _verbGroups;
    private readonly Lazy<NounChunks> _nounChunks;

    public DocumentSyntax(Analysis analysis)
    {
        _trees = new(() => new DependencyTrees(analysis));
        _extents = new(() => new SubtreeExtents(Trees));
        _verbGroups = new(() => Syntax.VerbGroups.Find(analysis));
        _nounChunks = new(() => new NounChunks(analysis));
    }

    /// <summary>The trees, downwards.</summary>
    public DependencyTrees Trees => _trees.Value;

    /// <summary>How far each token's subtree reaches.</summary>
    public SubtreeExtents Extents => _extents.Value;

    /// <summary>Verbs with their auxiliaries, in the order of the text.</summary>
    public ImmutableArray<VerbGroup> VerbGroups => _verbGroups.Value;

    /// <summary>Base noun phrases.</summary>
    public NounChunks NounChunks => _nounChunks.Value;
}

/// <summary>Gives every analysis its syntax.</summary>
internal static class AnalysisSyntax
{
    extension(Analysis analysis)
    {
        /// <summary>What follows from its tags and trees.</summary>
        public DocumentSyntax Syntax => analysis.Once(static one => new DocumentSyntax(one));
    }
}
