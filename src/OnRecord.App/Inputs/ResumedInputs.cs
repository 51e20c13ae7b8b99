using OnRecord.App.Cli;
using OnRecord.App.Outputs;

namespace OnRecord.App.Inputs;

/// <summary>Leaves out the inputs whose records are already written.</summary>
internal static class ResumedInputs
{
    /// <summary>The inputs behind the last page that is written; those that could not be read are tried, and told, again.</summary>
    /// <param name="inputs">All inputs of the run, in its order.</param>
    /// <param name="written">The pages of the run before.</param>
    /// <param name="settings">Needed to load a page and compare its hash.</param>
    /// <param name="skipped">Called for each page left out.</param>
    /// <exception cref="UsageException">The inputs are others than those of the run before.</exception>
    public static IEnumerable<PageInput> After(IEnumerable<PageInput> inputs, WrittenPages written, PageSettings settings, Action skipped)
    {
        var next = written.Next();
        foreach (var input in inputs)
        {
            if (next is null || HashOf(input, settings) is not { } hash)
            {
                yield return input;
                continue;
            }

            if (hash != next)
            {
                throw new UsageException($"{input.Name}: another page stands here in the output to be resumed; the inputs have changed. Run again without --resume");
            }

            next = written.Next();
            skipped();
        }

        if (next is not null)
        {
            throw new UsageException("the output to be resumed has more pages than the inputs; the inputs have changed. Run again without --resume");
        }
    }

    /// <summary>The hash of a page; null where it cannot be read.</summary>
    private static string? HashOf(PageInput input, PageSettings settings)
    {
        try
        {
            return input.Load(settings).Sha256;
        }
        catch (Exception)
        {
            return null;
        }
    }
}
