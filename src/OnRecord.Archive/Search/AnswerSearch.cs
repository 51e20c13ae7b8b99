using System.Collections.Immutable;
using OnRecord.Archive.Accounts;
using OnRecord.Archive.Families;
using OnRecord.Archive.FullText;
using OnRecord.Archive.Schema;
using OnRecord.Archive.Stories;

namespace OnRecord.Archive.Search;

/// <summary>What an archive knows of a text that it does not keep.</summary>
/// <param name="Documents">Documents that are like the text, the most like first.</param>
/// <param name="Claims">The text's claims, and who tells the same, or otherwise.</param>
/// <param name="Figures">Figures of what the text counts, its own among them; where it counts nothing, those of the documents about its story.</param>
/// <param name="Read">Reports with which the text was compared.</param>
public sealed record Answer(ImmutableArray<AnsweredDocument> Documents, ImmutableArray<AnsweredClaim> Claims, ImmutableArray<FigureSeries> Figures, int Read)
{
    /// <summary>Id under which the text itself stands in claims and figures; no record has it.</summary>
    public const string Asked = "0000000000000000-0";
}

/// <summary>A document that is like a text.</summary>
/// <param name="Record">Id of its record.</param>
/// <param name="Title">Its headline, or how its text begins.</param>
/// <param name="Publisher">Who prints it.</param>
/// <param name="Published">Its day of publication.</param>
/// <param name="IsOfStory">Whether it is so like the text that both are of one story.</param>
/// <param name="Shared">Share of the shorter text's runs of five words that the other has; a copy has three tenths.</param>
public sealed record AnsweredDocument(string Record, string Title, string? Publisher, string? Published, bool IsOfStory, double Shared)
{
    /// <summary>Whether one is a copy of the other, edited or not.</summary>
    public bool IsCopy => Shared >= FamilyFinder.LeastContainment;
}

/// <summary>A claim of the text, and the same happening elsewhere.</summary>
/// <param name="Asked">The claim.</param>
/// <param name="Same">Who tells it in the same words.</param>
/// <param name="Agrees">Who tells the same happening in others.</param>
/// <param name="Contradicts">What excludes it: the text on the one side, others on the other.</param>
public sealed record AnsweredClaim(Testimony Asked, ImmutableArray<Testimony> Same, ImmutableArray<Testimony> Agrees, ImmutableArray<Contradiction> Contradicts);

/// <summary>Asks an archive about a text. Nothing of the text is stored.</summary>
public sealed class AnswerSearch(RecordStore store)
{
    /// <summary>Most documents of an answer.</summary>
    private const int MostDocuments = 12;

    /// <summary>Stories of which all reports are compared.</summary>
    private const int MostStories = 3;

    /// <summary>Most claims of the text that are answered.</summary>
    private const int MostClaims = 100;

    /// <summary>Cosine in thousandths from which a document may have to do with a text; a claim alone has few words.</summary>
    private const int LeastLikeness = 150;

    /// <summary>A hash that no page has: the text is none of the archive's, even where it has the same bytes.</summary>
    private static readonly string NoPage = new('0', 64);

    private readonly StoryRows _rows = new(store.Database);

    /// <summary>The answer to a text that was read.</summary>
    public Answer Of(Record asked)
    {
        var text = asked with { Document = asked.Document with { Ordinal = 0, Page = asked.Document.Page with { Sha256 = NoPage } } };
        var near = _rows.Like(StoryTerms.Of(text, DocumentFrequencies.English), LeastLikeness, MostDocuments);
        var search = new StorySearch(store);
        var stories = near.Select(one => search.Find(one.RecordId)).OfType<Story>().DistinctBy(story => story.Id, StringComparer.Ordinal).ToList();
        var documents = stories.SelectMany(story => story.Documents).ToDictionary(document => document.Record, StringComparer.Ordinal);
        var own = new Report(text, text.Id, text.Document.Publisher ?? "the text", RecordRows.Title(null, text.Document.Text));
        // Each story by itself: what is told of one is neither agreed to nor contradicted in another.
        var compared = stories.Take(MostStories).Select(story => new AccountSearch(store).Reports(story.Documents)).ToList();
        var accounts = compared.ConvertAll(reports => AccountMaker.Of(reports.Prepend(own)));
        var shingles = Shingles.Of(text.Document.Text);
        var figures = accounts.SelectMany(account => account.Figures).Where(series => series.Figures.Any(figure => figure.Repeated.Append(figure.Told).Any(told => told.Record == text.Id)) && series.Figures.Length > 1).ToImmutableArray();
        return new Answer(
            [.. near.Where(one => documents.ContainsKey(one.RecordId)).Select(one => Document(documents[one.RecordId], one, shingles))],
            Claims(own, accounts),
            figures.IsEmpty && text.Quantities.IsEmpty ? [.. accounts.Take(1).SelectMany(account => account.Figures)] : figures,
            compared.Sum(reports => reports.Count));
    }

    private static ImmutableArray<AnsweredClaim> Claims(Report own, List<Account> accounts)
    {
        var happenings = accounts.SelectMany(account => account.Happenings)
            .SelectMany(happening => happening.Claims.Where(IsOwn).Select(told => (told.Claim, happening))).ToLookup(pair => pair.Claim, pair => pair.happening, StringComparer.Ordinal);
        var contradictions = accounts.SelectMany(account => account.Contradictions)
            .SelectMany(clash => clash.One.Concat(clash.Other).Where(IsOwn).Select(told => (told.Claim, clash))).ToLookup(pair => pair.Claim, pair => pair.clash, StringComparer.Ordinal);
        return
        [
            .. TellingReader.Read([own], StoryWords.English).Where(telling => telling.Claim.Level != ClaimLevel.Fragment || happenings.Contains(telling.Claim.Id)).Take(MostClaims).Select(telling =>
            {
                var (told, line) = (telling.Told(), WordFolding.Line(telling.Claim.Statement));
                // The text's own side agrees with it.
                var against = contradictions[told.Claim].Select(clash => clash.One.Any(IsOwn) ? clash : clash with { One = clash.Other, Other = clash.One }).ToImmutableArray();
                var contrary = against.SelectMany(clash => clash.Other).Select(side => (side.Record, side.Claim)).ToHashSet();
                var others = happenings[told.Claim].SelectMany(happening => happening.Claims)
                    .Where(other => !IsOwn(other) && !contrary.Contains((other.Record, other.Claim)) && (other.Status, other.Negated) == (told.Status, told.Negated)).ToLookup(other => WordFolding.Line(other.Statement) == line);
                return new AnsweredClaim(told, [.. others[true]], [.. others[false]], against);
            }),
        ];

        bool IsOwn(Testimony told) => told.Record == own.Record.Id;
    }

    private AnsweredDocument Document(StoryDocument document, Near near, long[] own)
    {
        var theirs = Shingles.Of(TextOf(document.Record));
        var least = Math.Min(own.Length, theirs.Length);
        return new AnsweredDocument(
            document.Record, document.Title, document.Publisher, document.Published, near.Likeness >= StoryFinder.LeastLikeness, least < FamilyFinder.FewestShingles ? 0 : (double)own.Intersect(theirs).Count() / least);
    }

    /// <summary>The text of a record; nothing where it is damaged.</summary>
    private string TextOf(string recordId)
    {
        try
        {
            return store.Find(recordId)?.Document.Text ?? "";
        }
        catch (DamagedRecordException)
        {
            return "";
        }
    }
}
