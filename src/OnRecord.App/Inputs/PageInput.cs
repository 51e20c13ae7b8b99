using OnRecord.Pages;

namespace OnRecord.App.Inputs;

/// <summary>A page of a run: how to speak of it, and how to get it.</summary>
/// <param name="Name">Path as the user would type it, or <c>-</c>; for a page in a container, its place behind the container's name.</param>
/// <param name="Load">Gives the page; throws <see cref="PageInputException"/> or an <see cref="IOException"/> with the reason why not.</param>
internal sealed record PageInput(string Name, Func<PageSettings, Page> Load)
{
    /// <summary>What standard input is called.</summary>
    public const string StandardInput = "-";

    /// <summary>The page, which tells how the input was named.</summary>
    public Page Open(PageSettings settings) => Load(settings) with { Name = Name == StandardInput ? null : Name };

    /// <summary>An input that cannot be read.</summary>
    public static PageInput Failing(string name, Exception reason) => new(name, _ => throw reason);

    /// <summary>A file, or what behaves like one, that is one page.</summary>
    public static PageInput OfStream(string name, Func<Stream> open, Action<string> say) => new(name, settings =>
    {
        using var stream = open();
        return Page.Of(PageBytes.Read(stream, settings.MaxBytes, remark => say($"{name}: {remark}")), settings.Uri);
    });
}
