namespace OnRecord.Language.Parsing;

/// <summary>
/// The best tree of a dense graph under node 0: Chu and Liu (1965), Edmonds (1967), in the path-growing order of Gabow and others (1986), which takes
/// time in the square of the number of nodes, whatever the cycles.
/// </summary>
internal sealed class Arborescence
{
    private readonly int _size;

    /// <summary>For each node, made ones behind the given: what it gains from each given node as its head.</summary>
    private readonly List<double[]> _gains;

    /// <summary>For each made node and head, the given node that would take that head.</summary>
    private readonly List<int[]?> _takers;

    /// <summary>The node that was made of a node and others; −1 while there is none.</summary>
    private readonly List<int> _wholes;

    /// <summary>The head that a node takes, and the given node in it that takes it.</summary>
    private readonly List<(int Head, int Taker)> _chosen;

    /// <summary>For each given node, the outermost node that holds it.</summary>
    private readonly int[] _outermost;

    private Arborescence(double[][] rows)
    {
        _size = rows.Length;
        _gains = [.. rows];
        _takers = [.. Enumerable.Repeat<int[]?>(null, _size)];
        _wholes = [.. Enumerable.Repeat(-1, _size)];
        _chosen = [.. Enumerable.Repeat((-1, -1), _size)];
        _outermost = [.. Enumerable.Range(0, _size)];
    }

    /// <summary>The head of each node; −1 of node 0.</summary>
    /// <param name="rows">Scores, a row a dependent, a column a head; row 0 is not looked at.</param>
    public static int[] Best(double[][] rows)
    {
        var tree = new Arborescence(rows);
        tree.Grow();
        return tree.Expand();
    }

    /// <summary>Walks from head to head; where the walk meets itself, what it went round becomes one node, and it goes on from there.</summary>
    private void Grow()
    {
        var isDone = new List<bool>(Enumerable.Repeat(false, _size)) { [0] = true };
        for (var start = 1; start < _size; start++)
        {
            var path = new List<int>();
            for (var at = _outermost[start]; !isDone[at];)
            {
                path.Add(at);
                Choose(at);
                var next = _outermost[_chosen[at].Head];
                var met = path.IndexOf(next);
                if (met >= 0)
                {
                    next = Join(path[met..]);
                    path.RemoveRange(met, path.Count - met);
                    isDone.Add(false);
                }

                at = next;
            }

            foreach (var node in path)
            {
                isDone[node] = true;
            }
        }
    }

    private void Choose(int node)
    {
        var (gains, best) = (_gains[node], -1);
        for (var head = 0; head < _size; head++)
        {
            if (_outermost[head] != node && (best < 0 || gains[head] > gains[best]))
            {
                best = head;
            }
        }

        _chosen[node] = (best, _takers[node]?[best] ?? node);
    }

    /// <summary>Makes one node of a cycle; its gain is what a head gives over what the cycle's node has.</summary>
    private int Join(List<int> cycle)
    {
        var (whole, gains, takers) = (_gains.Count, new double[_size], new int[_size]);
        Array.Fill(gains, double.NegativeInfinity);
        foreach (var part in cycle)
        {
            _wholes[part] = whole;
            var (given, own) = (_gains[part][_chosen[part].Head], _gains[part]);
            for (var head = 0; head < _size; head++)
            {
                if (own[head] - given > gains[head])
                {
                    (gains[head], takers[head]) = (own[head] - given, _takers[part]?[head] ?? part);
                }
            }
        }

        for (var node = 0; node < _size; node++)
        {
            _outermost[node] = cycle.Contains(_outermost[node]) ? whole : _outermost[node];
        }

        _gains.Add(gains);
        _takers.Add(takers);
        _wholes.Add(-1);
        _chosen.Add((-1, -1));
        return whole;
    }

    /// <summary>Opens the made nodes, last first: the part that holds the taker takes the head of the whole, the others keep theirs.</summary>
    private int[] Expand()
    {
        for (var whole = _gains.Count - 1; whole >= _size; whole--)
        {
            var part = _chosen[whole].Taker;
            while (_wholes[part] != whole)
            {
                part = _wholes[part];
            }

            _chosen[part] = _chosen[whole];
        }

        return [.. _chosen.Take(_size).Select(choice => choice.Head)];
    }
}
