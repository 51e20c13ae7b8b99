using System.Globalization;
using OnRecord.App.Cli;

namespace OnRecord.Tests.Cli;

/// <summary>What the CoNLL-U format asks of a file (universaldependencies.org/format.html).</summary>
public sealed class ConlluTests : IDisposable
{
    private const string Story = "Mayor Ann Lowe didn't say “yes” on Jan. 6 — she'd left.  About NT$12 million (US$379,627) went to the 𠮷野 school 😀! It’s gone";

    private readonly ProgramRun _program = new();

    public void Dispose() => _program.Dispose();

    [Fact]
    public void Every_sentence_is_a_tree_of_numbered_words()
    {
        foreach (var sentence in Sentences())
        {
            var heads = sentence.Words.Select(cells => int.Parse(cells[6], CultureInfo.InvariantCulture)).ToList();
            Assert.Equal(Enumerable.Range(1, heads.Count), sentence.Words.Select(cells => int.Parse(cells[0], CultureInfo.InvariantCulture)));
            Assert.Single(heads, 0);
            Assert.All(heads, head => Assert.InRange(head, 0, heads.Count));
            Assert.All(Enumerable.Range(1, heads.Count), word => Assert.True(ReachesRoot(heads, word), "a cycle"));
            Assert.All(sentence.Words, cells => Assert.Equal(cells[6] == "0", cells[7] == "root"));
        }
    }

    [Fact]
    public void The_text_comes_out_of_the_words_again()
    {
        foreach (var sentence in Sentences())
        {
            var text = string.Concat(sentence.Surface.Select(cells => cells[1] + (cells[9].Contains("SpaceAfter=No", StringComparison.Ordinal) ? "" : " ")));
            Assert.Equal(sentence.Text, text.TrimEnd());
        }
    }

    [Fact]
    public void Words_that_are_written_as_one_are_a_multiword_token()
    {
        var together = Sentences().SelectMany(sentence => sentence.Surface).Where(cells => cells[0].Contains('-')).ToList();
        Assert.Equal(["didn't", "she'd", "It’s"], together.Select(cells => cells[1]));
        Assert.All(together, cells => Assert.Equal(["_", "_", "_", "_", "_", "_", "_"], cells[2..9]));
    }

    [Fact]
    public void Offsets_count_code_points_of_the_document()
    {
        var points = Story.EnumerateRunes().ToArray();
        foreach (var cells in Sentences().SelectMany(sentence => sentence.Words))
        {
            var places = cells[9].Split('|').Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]);
            var (start, end) = (int.Parse(places["Start"], CultureInfo.InvariantCulture), int.Parse(places["End"], CultureInfo.InvariantCulture));
            Assert.Equal(cells[1], string.Concat(points[start..end].Select(rune => rune.ToString())));
        }
    }

    private static bool ReachesRoot(List<int> heads, int word)
    {
        for (var steps = 0; steps <= heads.Count; steps++)
        {
            if (word == 0)
            {
                return true;
            }

            word = heads[word - 1];
        }

        return false;
    }

    private List<(string Text, List<string[]> Words, List<string[]> Surface)> Sentences()
    {
        Assert.Equal(ExitCode.Success, _program.Run("read", _program.File("story.txt", Story), "--plain", "--format", "conllu"));
        var blocks = _program.Output.TrimEnd('\n').Split("\n\n").Select(block => block.Split('\n')).ToList();
        Assert.All(blocks.SelectMany(lines => lines).Where(line => !line.StartsWith('#')), line => Assert.Equal(10, line.Split('\t').Length));
        return blocks.ConvertAll(lines => (
            lines.Single(line => line.StartsWith("# text = ", StringComparison.Ordinal))["# text = ".Length..],
            lines.Where(line => !line.StartsWith('#')).Select(line => line.Split('\t')).Where(cells => !cells[0].Contains('-')).ToList(),
            Surface(lines.Where(line => !line.StartsWith('#')).Select(line => line.Split('\t')))));
    }

    /// <summary>Lines as they stand in the text: a multiword token in the place of its words.</summary>
    private static List<string[]> Surface(IEnumerable<string[]> lines)
    {
        var surface = new List<string[]>();
        var last = 0;
        foreach (var cells in lines)
        {
            var numbers = cells[0].Split('-').Select(number => int.Parse(number, CultureInfo.InvariantCulture)).ToArray();
            if (numbers[0] > last)
            {
                surface.Add(cells);
                last = numbers[^1];
            }
        }

        return surface;
    }
}
