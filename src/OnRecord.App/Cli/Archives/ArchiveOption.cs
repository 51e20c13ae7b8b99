using System.CommandLine;
using OnRecord.Archive;
using OnRecord.Archive.Search;

namespace OnRecord.App.Cli.Archives;

/// <summary>What the verbs of the archive have in common: which file, and how a query is written.</summary>
internal static class ArchiveOption
{
    /// <summary>The file where the user names none.</summary>
    public const string DefaultPath = "onrecord.db";

    public static Option<string> Path() => new("--archive", "-a") { Description = "The archive: one SQLite file, or the address of a PostgreSQL database (postgresql://user@host/database)", DefaultValueFactory = _ => DefaultPath };

    public static Argument<string[]> Query() => new("QUERY")
    {
        Description = "Words, \"phrases\", begin*, -without, a OR b; and filters: " + string.Join(' ', SearchQuery.FilterNames.Select(name => name + ":")),
        Arity = ArgumentArity.ZeroOrMore,
    };

    /// <summary>Opens the archive to be changed.</summary>
    public static RecordStore Open(ParseResult parsed, Option<string> path) => RecordStore.Open(parsed.GetValue(path)!);

    /// <summary>Opens the archive to be read, wherever it stands.</summary>
    public static RecordStore OpenToRead(ParseResult parsed, Option<string> path) => RecordStore.OpenToRead(parsed.GetValue(path)!);

    /// <summary>The query on the command line. The shell takes quotation marks away, so an argument with blanks is a phrase.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="query">The words and filters.</param>
    /// <param name="all">Whether fragments are found, too; null for a verb that finds no claims.</param>
    /// <exception cref="UsageException">A filter is unknown or has an impossible value.</exception>
    public static SearchQuery Read(ParseResult parsed, Argument<string[]> query, Option<bool>? all = null)
    {
        var arguments = parsed.GetValue(query) ?? [];
        // One argument is a whole query; of several, one with blanks was quoted.
        var text = arguments.Length == 1 ? arguments[0] : string.Join(' ', arguments.Select(one => one.Any(char.IsWhiteSpace) && !one.Contains('"') ? Quoted(one) : one));
        try
        {
            var asked = SearchQuery.Parse(text);
            return all is not null && parsed.GetValue(all) ? asked.WithFragments() : asked;
        }
        catch (QueryException e)
        {
            throw new UsageException(e.Message);
        }
    }

    private static string Quoted(string argument)
    {
        var colon = argument.IndexOf(':');
        return colon > 0 && SearchQuery.FilterNames.Contains(argument[..colon]) ? $"{argument[..colon]}:\"{argument[(colon + 1)..]}\"" : $"\"{argument}\"";
    }
}
