using OnRecord.App.Inputs;
using OnRecord.Pages;

namespace OnRecord.App.Web.Inboxes;

/// <summary>A limit of time around the reading of each page, so that one page cannot hold what waits behind it.</summary>
internal static class PageLimits
{
    /// <summary>The reading, ended after a time or when it is cancelled.</summary>
    public static ReadPage Around(ReadPage read, TimeSpan most, CancellationToken cancelled) => (page, options, _) =>
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancelled);
        limit.CancelAfter(most);
        try
        {
            return read(page, options, limit.Token);
        }
        catch (OperationCanceledException e) when (!cancelled.IsCancellationRequested)
        {
            throw new PageInputException(PageInputProblem.TooLarge, $"its reading took longer than {most.TotalSeconds:0} seconds and was ended; hand in a part of it, or open the desk with a greater --page-seconds", e);
        }
    };
}
