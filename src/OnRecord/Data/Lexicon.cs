using System.Collections.Immutable;

namespace OnRecord.Data;

/// <summary>A table of words: tab-separated UTF-8, comments with <c>#</c>, the first other line names the columns.</summary>
/// <remarks>
/// The comments at the head say what the words are for, where they come from and under which licence. An empty cell is an
/// empty string. A row may leave out its last cells.
/// </remarks>
public sealed class Lexicon
{
    private readonly ImmutableArray<string> _columns;

    private Lexicon(string path, ImmutableArray<string> columns, ImmutableArray<LexiconRow> rows)
    {
        Path = path;
        _columns = columns;
        Rows = rows;
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>The rows, in the order of the file.</summary>
    public ImmutableArray<LexiconRow> Rows { get; private set; }

    /// <summary>Reads a lexicon.</summary>
    /// <exception cref="DataFileException">The file is missing, has no columns, or has a row with more cells than columns.</exception>
    public static Lexicon Load(string path)
    {
        if (!File.Exists(path))
        {
            throw new DataFileException(path, "the lexicon is missing. Build again, or install OnRecord again.");
        }

        Lexicon? lexicon = null;
        var rows = ImmutableArray.CreateBuilder<LexiconRow>();
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            var cells = line.Split('\t');
            if (lexicon is null)
            {
                lexicon = new Lexicon(path, [.. cells], []);
                continue;
            }

            if (cells.Length > lexicon._columns.Length)
            {
                throw new DataFileException(path, $"line {number} has {cells.Length} cells, but there are {lexicon._columns.Length} columns.");
            }

            rows.Add(new LexiconRow(lexicon, number, cells));
        }

        if (lexicon is null)
        {
            throw new DataFileException(path, "no line names the columns.");
        }

        lexicon.Rows = rows.ToImmutable();
        return lexicon;
    }

    internal int Column(string name)
    {
        var index = _columns.IndexOf(name);
        return index >= 0 ? index : throw new DataFileException(Path, $"there is no column '{name}'.");
    }
}

/// <summary>A row of a <see cref="Lexicon"/>.</summary>
public sealed class LexiconRow
{
    private readonly Lexicon _lexicon;
    private readonly string[] _cells;

    internal LexiconRow(Lexicon lexicon, int line, string[] cells)
    {
        _lexicon = lexicon;
        Line = line;
        _cells = cells;
    }

    /// <summary>Line number in the file, from 1.</summary>
    public int Line { get; }

    /// <summary>The cell of a column; empty where the row leaves it out.</summary>
    /// <exception cref="DataFileException">There is no such column.</exception>
    public string this[string column]
    {
        get
        {
            var index = _lexicon.Column(column);
            return index < _cells.Length ? _cells[index] : "";
        }
    }

    /// <summary>An error about this row.</summary>
    public DataFileException Error(string problem) => new(_lexicon.Path, $"line {Line}: {problem}");
}
