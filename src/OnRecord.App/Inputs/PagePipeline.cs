using System.Collections.Immutable;
using OnRecord.Pages;

namespace OnRecord.App.Inputs;

/// <summary>What the user told about all pages of a run.</summary>
/// <param name="Options">Options of the reading.</param>
/// <param name="Uri">Address, or null.</param>
/// <param name="MaxBytes">Most bytes of one page, unpacked.</param>
internal sealed record PageSettings(ReadOptions Options, string? Uri, int MaxBytes)
{
    /// <summary>What holds for the pages in a container.</summary>
    public required ContainerOptions Containers { get; init; }

    /// <summary>Seconds after which the reading of one page is given up.</summary>
    public int MaxSeconds { get; init; } = PageTime.DefaultSeconds;
}

/// <summary>What came of one page: its records, or why there are none.</summary>
internal sealed record PageResult(string Name, IReadOnlyList<Record> Records, string? Error)
{
    /// <summary>The page; null where it could not be opened.</summary>
    public Page? Page { get; init; }
}

/// <summary>Reads a page: <see cref="Reading.Read(Page, ReadOptions, CancellationToken)"/>, or what stands around it.</summary>
internal delegate ImmutableArray<Record> ReadPage(Page page, ReadOptions options, CancellationToken cancellation);

/// <summary>Reads pages on all cores, a bounded number at a time, and gives the results in the order of the inputs.</summary>
internal sealed class PagePipeline(ReadPage read, PageSettings settings)
{
    /// <summary>Pages under way or waiting to be written, for each core: bounds the memory of a run.</summary>
    private const int WindowPerCore = 4;

    /// <summary>Pages that need not be read: they come out without records. Called from many threads.</summary>
    public Func<Page, bool> IsKnown { get; init; } = _ => false;

    /// <summary>Reads until the inputs end or <paramref name="interrupted"/> is set; pages begun before that are given.</summary>
    public IEnumerable<PageResult> Read(IEnumerable<PageInput> inputs, CancellationToken interrupted)
    {
        var window = new Queue<Task<PageResult>>();
        var size = Environment.ProcessorCount * WindowPerCore;
        foreach (var input in inputs)
        {
            if (interrupted.IsCancellationRequested)
            {
                break;
            }

            window.Enqueue(Task.Run(() => ReadOne(input)));
            while (window.Count >= size || (window.Count > 0 && window.Peek().IsCompleted))
            {
                yield return window.Dequeue().GetAwaiter().GetResult();
            }
        }

        while (window.Count > 0)
        {
            yield return window.Dequeue().GetAwaiter().GetResult();
        }
    }

    /// <summary>Opens and reads one page. Whatever goes wrong with it is a result, not an exception: one page never costs another.</summary>
    public PageResult ReadOne(PageInput input)
    {
        try
        {
            var page = input.Open(settings);
            return new PageResult(input.Name, IsKnown(page) ? [] : PageTime.Read(read, page, settings.Options, settings.MaxSeconds), null) { Page = page };
        }
        catch (Exception e)
        {
            return new PageResult(input.Name, [], PageFault.Told(e));
        }
    }
}
