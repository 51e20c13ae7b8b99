using OnRecord.Language.Syntax;

namespace OnRecord.Language.Roles;

/// <summary>What is seen of a candidate beside the parser's states: the way to it through the tree, and the words on that way, each feature as a number.</summary>
internal sealed class RoleFeatures(Analysis analysis, DependencyTrees trees, RoleWords words)
{
    private readonly List<uint> _found = [];
    private readonly uint[] _paths = new uint[RoleCandidates.MostClimbs + 2];
    private readonly uint[] _subjectsBelow = new uint[RoleCandidates.MostClimbs + 2];
    private readonly int[] _above = new int[RoleCandidates.MostClimbs + 2];
    private int _predicate;
    private bool _isCopula;
    private uint _frame;
    private uint _subject;

    /// <summary>Turns to a predicate.</summary>
    public void Turn(int predicate, bool isCopula)
    {
        (_predicate, _isCopula) = (predicate, isCopula);
        var at = isCopula ? analysis.Tokens[predicate].Head : predicate;
        _frame = words.Frame[at];
        _subject = trees.Has(at, "nsubj") ? 2u : 1u;
        _subject += trees.Has(at, "obj") ? 2u : 0u;
        var path = isCopula ? 7u : 3u;
        var subjects = 1u;
        for (var level = 0; level < _paths.Length; level++)
        {
            (_paths[level], _above[level], _subjectsBelow[level]) = (path, at, subjects);
            if (at >= 0)
            {
                subjects += trees.Has(at, "nsubj") ? 1u : 0u;
                path = RoleWords.Join(path, words.Relation[at]);
                at = analysis.Tokens[at].Head;
            }
        }
    }

    /// <summary>The features of a candidate of this predicate; the list is used again by the next call.</summary>
    public List<uint> Of(RoleCandidate candidate)
    {
        _found.Clear();
        var (kind, head, level) = ((uint)candidate.Kind, candidate.Head, candidate.Level);
        if (candidate.Kind == CandidateKind.Predicate)
        {
            AddPredicate();
            return _found;
        }

        var sentence = analysis.Sentences[analysis.Tokens[_predicate].Sentence];
        var isAbove = candidate.Dependent == _above[level] && level > 0;
        var path = RoleWords.Join(_paths[level], isAbove ? 5u : words.Relation[candidate.Dependent]);
        var way = RoleWords.Join(path, kind);
        var side = head < _predicate ? 1u : 2u;
        var placed = RoleWords.Join(way, side);
        var (lemma, voice) = (words.Lemma[_predicate], words.Voice[_predicate]);
        var marker = words.Marker[head];
        var above = _above[Math.Max(level, 1)];
        var (first, last) = (candidate.First, candidate.End - 1);
        var before = first > sentence.FirstToken ? words.Form[first - 1] : 1u;
        var behind = candidate.End < sentence.EndToken ? words.Form[candidate.End] : 1u;
        var gap = first > _predicate ? first - _predicate - 1 : _predicate - candidate.End;

        Add(1, placed);
        Add(2, way, voice);
        Add(3, way, lemma);
        Add(4, RoleWords.Join(way, lemma), voice);
        Add(5, way, marker);
        Add(6, RoleWords.Join(lemma, marker), words.Relation[head]);
        Add(7, way, words.Lemma[head]);
        Add(8, words.Lemma[head], RoleWords.Join(marker, side));
        Add(9, words.Lemma[head], lemma);
        Add(10, RoleWords.Join(way, words.Tag[head]), words.Tag[_predicate]);
        Add(11, way, _frame);
        Add(12, RoleWords.Join(way, _frame), lemma);
        Add(13, RoleWords.Join(way, _frame), voice);
        Add(14, way, words.Form[first]);
        Add(15, words.Form[first], words.Form[last]);
        Add(16, words.Form[last], kind);
        Add(17, RoleWords.Join(kind, Bucket(candidate.End - first)), words.Relation[candidate.Dependent]);
        Add(18, RoleWords.Join(side, Bucket(gap)), words.Relation[candidate.Dependent]);
        Add(19, RoleWords.Join(before, behind), kind);
        Add(20, RoleWords.Join(kind, before), words.Relation[head]);
        Add(21, RoleWords.Join(kind, behind), words.Relation[head]);
        Add(22, RoleWords.Join(way, _subject), voice);
        Add(23, RoleWords.Join(marker, words.Tag[head]), kind);
        Add(24, RoleWords.Join(lemma, kind), voice);
        Add(25, marker, words.Tag[head]);
        Add(26, words.Lemma[head], words.Relation[head]);
        Add(27, RoleWords.Join(kind, words.Tag[head]), words.Relation[head]);
        AddEdge(candidate, kind, lemma);
        if (level > 0)
        {
            Add(36, way, _subjectsBelow[level]);
            Add(37, RoleWords.Join(way, _subjectsBelow[level]), words.Marker[_predicate]);
        }

        if (above >= 0)
        {
            var governor = words.Lemma[above];
            Add(28, RoleWords.Join(way, governor), _subject);
            Add(29, RoleWords.Join(way, words.Marker[_predicate]), _subject);
            Add(30, RoleWords.Join(way, words.Frame[above]), _subject);
        }

        return _found;
    }

    /// <summary>Whether what stands at the border belongs to the predicate or to the candidate.</summary>
    private void AddEdge(RoleCandidate candidate, uint kind, uint lemma)
    {
        if (candidate.Edge < 0)
        {
            Add(31, kind);
            return;
        }

        // A tail's own word stands below its edge; of all others it is the edge that may go or stay.
        var isTail = candidate.Kind == CandidateKind.Tail;
        var (moved, holder) = isTail ? (candidate.Head, candidate.Edge) : (candidate.Edge, candidate.Head);
        var place = RoleWords.Join(kind, words.Relation[moved]);
        Add(31, place, words.Relation[candidate.Dependent]);
        Add(32, place, RoleWords.Join(words.Marker[moved], words.Tag[holder]));
        Add(33, RoleWords.Join(place, words.Marker[moved]), words.Lemma[holder]);
        Add(34, RoleWords.Join(place, words.Marker[moved]), lemma);
        Add(35, place, words.Lemma[moved]);
    }

    private void AddPredicate()
    {
        var i = _predicate;
        var sentence = analysis.Sentences[analysis.Tokens[i].Sentence];
        var head = analysis.Tokens[i].Head;
        Add(41, words.Lemma[i], words.Tag[i]);
        Add(42, words.Tag[i], words.Relation[i]);
        Add(43, words.Lemma[i], words.Relation[i]);
        Add(44, words.Lemma[i], _frame);
        Add(45, words.Tag[i], _frame);
        Add(46, words.Lemma[i], head >= 0 ? words.Lemma[head] : 1);
        Add(47, words.Lemma[i], i > sentence.FirstToken ? words.Form[i - 1] : 1);
        Add(48, words.Lemma[i], i + 1 < sentence.EndToken ? words.Form[i + 1] : 1);
        Add(49, words.Form[i]);
        Add(50, words.Tag[i], head >= 0 ? words.Tag[head] : 1);
        Add(51, _isCopula ? 2u : 1u);
        var form = analysis.Tokens[i].Lower;
        for (var length = 2; length <= 4 && length < form.Length; length++)
        {
            Add(51 + (uint)length, WordHash.Of(form.AsSpan(form.Length - length)), words.Tag[i]);
        }
    }

    private static uint Bucket(int count) => count < 6 ? (uint)count : (uint)(5 + Math.Log2(count / 3.0));

    private void Add(uint kind, uint value, uint other = 0) => _found.Add(RoleWords.Join(RoleWords.Join(kind, value), other));
}
