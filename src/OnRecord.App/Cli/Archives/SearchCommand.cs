using System.CommandLine;
using OnRecord.Archive.Search;

namespace OnRecord.App.Cli.Archives;

/// <summary><c>onrecord search QUERY…</c>: documents, or claims, that a query finds in an archive.</summary>
internal static class SearchCommand
{
    private const int DefaultMost = 10;

    public static Command Create(Terminal terminal)
    {
        var query = ArchiveOption.Query();
        var archive = ArchiveOption.Path();
        var claims = new Option<bool>("--claims") { Description = "Find claims, not documents; taken for granted where the query filters by source:, speaker:, status:, level:, negated:, after: or before:" };
        var facets = new Option<bool>("--facets") { Description = "Count kinds, publishers, years, countries, statuses and sources among all that was found" };
        var all = ClaimsCommand.AllOption();
        var most = HitOptions.Most(DefaultMost);
        var skip = HitOptions.Skip();
        var seconds = HitOptions.Seconds();
        var format = HitOptions.Format();
        var command = new Command("search", "Searches an archive by words and filters.") { query, archive, claims, all, facets, most, skip, seconds, format };
        command.SetAction(parsed =>
        {
            var asked = ArchiveOption.Read(parsed, query, all);
            using var store = ArchiveOption.OpenToRead(parsed, archive);
            HitOptions.Limit(parsed, seconds, store);
            var search = new RecordSearch(store);
            var output = HitOptions.Output(parsed, format, terminal);
            var (shown, skipped) = (parsed.GetValue(most), parsed.GetValue(skip));
            if (parsed.GetValue(claims) || asked.IsOfClaims)
            {
                output.Claims(search.Claims(asked, shown, skipped), search.CountClaims(asked));
            }
            else
            {
                output.Documents(search.Documents(asked, shown, skipped), search.CountDocuments(asked));
            }

            if (parsed.GetValue(facets))
            {
                output.Facets(search.Facets(asked));
            }

            terminal.Output.Flush();
            return HitOptions.Ended(search, terminal);
        });
        return command;
    }
}
