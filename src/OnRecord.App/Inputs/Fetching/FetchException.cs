namespace OnRecord.App.Inputs.Fetching;

/// <summary>Why a page was not fetched, in words for the user.</summary>
internal sealed class FetchException(string message, Exception? cause = null) : IOException(message, cause);
