namespace OnRecord.App.Inputs;

/// <summary>A page that the user named: how to speak of it, and how to open it.</summary>
/// <param name="Name">Path as the user would type it, or <c>-</c>.</param>
/// <param name="Open">Opens the bytes; the caller closes them.</param>
internal sealed record PageInput(string Name, Func<Stream> Open);
