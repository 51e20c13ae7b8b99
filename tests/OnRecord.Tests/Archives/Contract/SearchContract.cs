using System.Collections.Immutable;
using System.Globalization;
using OnRecord.Archive;
using OnRecord.Archive.Search;

namespace OnRecord.Tests.Archives;

/// <summary>What every database must find.</summary>
public abstract class SearchContract : IDisposable
{
    private readonly TempArchive _archive;

    /// <param name="address">Where to make the archive; null for a file.</param>
    protected SearchContract(string? address)
    {
        _archive = new TempArchive(address);
        _archive.Add("dam", "The dams failed in March 2019, Orlo said. The mayor, Dana Orlo, denied that the gates were old.");
        _archive.Add("ferry", "A ferry ran aground near Tallinn in Estonia on 3 May 2020. Nobody was hurt, police said. The café was closed.");
        _archive.Add("vote", "The council may vote on the ferry in 2031. The council did not say how much the pier would cost.", year: 2023);
    }

    [Theory]
    [InlineData("dam", "dam")]
    [InlineData("FERRIES", "ferry vote")]
    [InlineData("cafe", "ferry")]
    [InlineData("\"ran aground\"", "ferry")]
    [InlineData("\"aground ran\"", "")]
    [InlineData("agr*", "ferry")]
    [InlineData("failing", "dam")]
    [InlineData("\"Tallinn in Estonia\" -council", "ferry")]
    [InlineData("\"closed ferry\"", "")]
    [InlineData("ferry -\"ran aground\"", "vote")]
    [InlineData("the OR x", "dam ferry vote")]
    [InlineData("2031", "vote")]
    [InlineData("xqzxq", "")]
    [InlineData("ferry -council", "ferry")]
    [InlineData("dam OR council", "dam vote")]
    [InlineData("ferry council OR police", "ferry vote")]
    [InlineData("country:EST", "ferry")]
    [InlineData("country:Estonia", "ferry")]
    [InlineData("published:2023", "vote")]
    [InlineData("published:2024-01..", "dam ferry")]
    [InlineData("published:..2024", "vote")]
    [InlineData("ferry published:2025-08", "ferry")]
    [InlineData("name:allin", "ferry")]
    [InlineData("kind:article", "dam ferry vote")]
    [InlineData("kind:teaser", "")]
    [InlineData("language:en ferry", "ferry vote")]
    [InlineData("", "dam ferry vote")]
    [InlineData("-- ; \" ' ( ) * :", "dam ferry vote")]
    [InlineData("'; DROP TABLE record; --", "")]
    [InlineData("NEAR(ferry, 3) AND ^x {a b} col : y", "")]
    public void Documents_are_found(string query, string names)
    {
        var found = _archive.Search.Documents(SearchQuery.Parse(query), 10);
        Assert.Equal(names, string.Join(' ', found.Select(hit => hit.Uri!.Split('/')[^1]).Order()));
        Assert.Equal(found.Length, _archive.Search.CountDocuments(SearchQuery.Parse(query)));
        Assert.Equal(found.Length, _archive.Search.RecordIds(SearchQuery.Parse(query)).Count());
    }

    [Theory]
    [InlineData("source:orlo after:2019", "dams failed")]
    [InlineData("status:notStated", "how much the pier")]
    [InlineData("status:possible ferry", "vote on the ferry")]
    [InlineData("ferry after:2020-05-03 before:2020-12", "A ferry ran aground")]
    [InlineData("ferry before:2020-05-02", null)]
    [InlineData("gates status:DENIED", "gates were old")]
    public void Claims_are_found(string query, string? text)
    {
        var found = _archive.Search.Claims(SearchQuery.Parse(query), 10);
        Assert.True(SearchQuery.Parse(query).IsOfClaims);
        if (text is null)
        {
            Assert.Empty(found);
        }
        else
        {
            Assert.Contains(found, hit => hit.Text.Contains(text, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Main_claims_come_first_with_their_details_and_fragments_only_where_asked_for()
    {
        _archive.Add("council", "The council has agreed to send thousands of workers to Springvale, which angered farmers. It angered them soon. The town did not pay.");
        var found = _archive.Search.Claims(SearchQuery.Parse("angered"), 10);
        var detail = Assert.Single(found);
        Assert.Equal(("workers angered farmers", "angered farmers", "detail"), (detail.Statement, detail.Text, detail.Level));
        Assert.StartsWith("The council has agreed", detail.Within!.Statement, StringComparison.Ordinal);
        Assert.Equal(2, _archive.Search.Claims(SearchQuery.Parse("angered").WithFragments(), 10).Length);
        Assert.Equal("fragment", Assert.Single(_archive.Search.Claims(SearchQuery.Parse("angered level:fragment"), 10)).Level);
        Assert.Equal(1, _archive.Search.CountClaims(SearchQuery.Parse("angered")));

        var main = Assert.Single(_archive.Search.Claims(SearchQuery.Parse("council agreed"), 10));
        Assert.Equal("workers angered farmers", Assert.Single(main.Details).Statement);
        Assert.NotEmpty(main.Reasons);
        var levels = _archive.Search.Claims(SearchQuery.Parse("").WithFragments(), 100).Select(hit => hit.Level).ToList();
        Assert.Equal(levels.OrderBy(level => level switch { "main" => 0, "detail" => 1, _ => 2 }), levels);
        Assert.Equal("fragment", levels[^1]);
        Assert.DoesNotContain(_archive.Search.Claims(SearchQuery.Parse("level:main"), 100), hit => hit.Level != "main");
        var ranks = _archive.Search.Claims(SearchQuery.Parse(""), ClaimOrder.Rank, isDescending: false, 100).Select(hit => hit.Rank).ToList();
        Assert.Equal(ranks.OrderDescending(), ranks);
    }

    [Theory]
    [InlineData("\"workers angered\"", "workers angered farmers")]
    [InlineData("\"which angered\"", null)]
    [InlineData("negated:true pay", "The town did not pay")]
    [InlineData("negated:false pay", null)]
    public void Words_of_the_statement_and_negation_are_found(string query, string? statement)
    {
        _archive.Add("council", "The council has agreed to send thousands of workers to Springvale, which angered farmers. The town did not pay.");
        Assert.Equal(statement, _archive.Search.Claims(SearchQuery.Parse(query), 10).SingleOrDefault()?.Statement);
    }

    [Fact]
    public void Matches_are_marked_in_the_evidence()
    {
        var document = Assert.Single(_archive.Search.Documents(SearchQuery.Parse("ferry police"), 10));
        Assert.Contains("A ferry ran aground", document.Evidence, StringComparison.Ordinal);
        Assert.Equal(["ferry", "police"], Found(document.Evidence, document.Matches));
        var claim = _archive.Search.Claims(SearchQuery.Parse("dam source:orlo"), 10)[0];
        Assert.Equal(["dams"], Found(claim.Statement, claim.Matches));
    }

    [Fact]
    public void No_character_of_a_text_can_pass_for_a_match()
    {
        var marks = string.Concat(Enumerable.Range(1, 8).Select(c => (char)c)) + "\ue000\ue001🌊";
        _archive.Add("forged", $"The \u0002quarry\u0003 {marks} near the harbour was closed, the \u0002\u0002mayor said.");
        var document = Assert.Single(_archive.Search.Documents(SearchQuery.Parse("harbour"), 10));
        Assert.Equal(["harbour"], Found(document.Evidence, document.Matches));
        Assert.All(_archive.Search.Claims(SearchQuery.Parse("harbour"), 10), claim => Assert.Equal(["harbour"], Found(claim.Statement, claim.Matches)));
    }

    [Theory]
    [InlineData("source:orl")]
    [InlineData("source:an")]
    [InlineData("source:olic")]
    [InlineData("speaker:orlo")]
    public void A_source_is_not_found_by_letters_inside_its_name(string query) => Assert.Empty(_archive.Search.Claims(SearchQuery.Parse(query), 10));

    [Theory]
    [InlineData("source:ORLO")]
    [InlineData("source:\"dana orlo\"")]
    [InlineData("source:órlo")]
    [InlineData("source:Orlo,")]
    public void A_source_is_found_by_whole_words_of_its_name(string query) => Assert.NotEmpty(_archive.Search.Claims(SearchQuery.Parse(query), 10));

    [Fact]
    public void A_speaker_has_as_many_claims_as_the_list_of_sources_counts()
    {
        var (people, search) = (new PeopleSearch(_archive.Store), _archive.Search);
        var all = people.List(SearchQuery.Parse(""), PeopleShown.Speaking, null, 100).Concat(people.List(SearchQuery.Parse(""), PeopleShown.Unnamed, null, 100)).ToList();
        Assert.NotEmpty(all);
        Assert.All(all, source =>
        {
            var asked = SearchQuery.Parse("").Filtered("speaker", source.Who);
            Assert.Equal(source.Claims, search.CountClaims(asked));
            Assert.Equal(source.Claims, search.Claims(asked, 100).Sum(claim => claim.Copies + 1));
        });
    }

    [Fact]
    public void A_person_whom_documents_call_differently_is_one_source()
    {
        _archive.Add("bridge", "The bridge is safe, Quorn L. Tannaby said on Monday.");
        _archive.Add("tower", "The tower is old, Quorn Tannaby told reporters on Tuesday.");
        _archive.Add("road", "The road is closed, Quornal Tannaby said on Friday.");
        var tannaby = Assert.Single(new PeopleSearch(_archive.Store).List(SearchQuery.Parse("source:\"quorn tannaby\""), PeopleShown.Speaking, null, 10));
        Assert.Equal(("Quorn Tannaby", 2), (tannaby.Name, tannaby.Documents));
        Assert.Single(_archive.Search.Claims(SearchQuery.Parse("source:\"quorn l. tannaby\""), 10));
        Assert.Equal(3, new PeopleSearch(_archive.Store).List(SearchQuery.Parse("source:tannaby"), PeopleShown.Speaking, null, 10).Sum(source => source.Documents));
    }

    [Fact]
    public void What_is_asked_again_and_again_costs_no_more()
    {
        var many = string.Join(' ', Enumerable.Repeat("the OR said OR \"ran aground\" OR ferr*", 100));
        Assert.Equal(_archive.Search.CountDocuments(SearchQuery.Parse("the OR said OR \"ran aground\" OR ferr*")), _archive.Search.CountDocuments(SearchQuery.Parse(many)));
        Assert.Equal(5, SearchQuery.Parse(many).Words.Count);
        Assert.Equal(1, SearchQuery.Parse("ferry FERRY férry").Words.Count);
    }

    [Theory]
    [InlineData("w{0} ", 65, "65 different words")]
    [InlineData("w{0} OR ", 400, "up to 64")]
    [InlineData("x -w{0} ", 80, "up to 64")]
    [InlineData("\"w{0} a b c d\" ", 20, "up to 64")]
    [InlineData("longer{0} ", 2_000, "characters")]
    public void A_query_of_too_many_words_is_told_so(string word, int times, string told) => Assert.Contains(
        told,
        Assert.Throws<QueryException>(() => SearchQuery.Parse(string.Concat(Enumerable.Range(0, times).Select(i => word.Replace("{0}", i.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal))))).Message,
        StringComparison.Ordinal);

    [Fact]
    public void As_many_words_as_a_query_may_hold_can_be_asked()
    {
        var words = SearchQuery.Parse("ferry OR " + string.Join(" OR ", Enumerable.Range(1, SearchQuery.MostWords - 1).Select(i => $"w{i}*")));
        Assert.Equal(SearchQuery.MostWords, words.Words.Count);
        Assert.NotEmpty(_archive.Search.Documents(words, 10));
    }

    [Fact]
    public void Queries_that_have_had_their_time_are_ended()
    {
        _archive.Store.LimitQueries(TimeSpan.FromSeconds(1), new StepClock(TimeSpan.FromSeconds(0.4)));
        Assert.Contains("longer than 1 s", Assert.Throws<QueryException>(() =>
        {
            for (var i = 0; i < 10; i++)
            {
                _archive.Search.CountDocuments(SearchQuery.Parse("ferry"));
            }
        }).Message, StringComparison.Ordinal);
        _archive.Store.LimitQueries(null, TimeProvider.System);
        Assert.NotEmpty(_archive.Search.Documents(SearchQuery.Parse("ferry"), 10));
    }

    [Fact]
    public void What_cannot_be_left_out_is_told_and_great_numbers_are_none_too_great()
    {
        Assert.Contains("skip", Assert.Throws<QueryException>(() => _archive.Search.Documents(SearchQuery.Parse(""), 10, int.MaxValue)).Message, StringComparison.Ordinal);
        Assert.Equal(3, _archive.Search.Documents(SearchQuery.Parse(""), int.MaxValue).Length);
        Assert.Empty(_archive.Search.Claims(SearchQuery.Parse(""), int.MaxValue, RecordSearch.GreatestSkip));
    }

    [Fact]
    public void A_page_of_hits_is_full_however_many_copies_there_are()
    {
        var text = string.Concat(Enumerable.Range(0, 20).Select(i => $"The harbour of town {i} was closed on Monday, the council said. "));
        for (var copy = 0; copy < 40; copy++)
        {
            _archive.Add($"copy{copy}", text + copy.ToString(CultureInfo.InvariantCulture));
        }

        _archive.Add("other", "Another harbour stays open, the mayor said.");
        Assert.Equal(2, _archive.Search.Documents(SearchQuery.Parse("harbour"), 2).Length);
        Assert.Equal(40, _archive.Search.Documents(SearchQuery.Parse("harbour"), 2).Sum(hit => hit.Copies) + 1);
        Assert.Equal(5, _archive.Search.Documents(SearchQuery.Parse(""), 5).Length);
    }

    [Theory]
    [InlineData("who:orlo", "after, before, country")]
    [InlineData("status:maybe", "asserted, possible")]
    [InlineData("kind:blog", "article, teaser")]
    [InlineData("after:yesterday", "2025-08-25")]
    [InlineData("published:2025-13", "2025-08-25")]
    [InlineData("source:", "needs a value")]
    [InlineData("name:ab", "three letters")]
    [InlineData("-ferry", "must occur")]
    public void What_cannot_be_asked_is_told(string query, string told) =>
        Assert.Contains(told, Assert.Throws<QueryException>(() => SearchQuery.Parse(query)).Message, StringComparison.Ordinal);

    [Fact]
    public void An_address_or_a_quoted_filter_is_words() =>
        Assert.All(new[] { "https://news.example/x", "\"who: me\"" }, query => Assert.Empty(_archive.Search.Documents(SearchQuery.Parse(query), 10)));

    [Fact]
    public void The_timeline_goes_by_what_happened_and_counts_what_it_cannot_show()
    {
        var all = SearchQuery.Parse("");
        var line = _archive.Search.Timeline(all, 100);
        Assert.Equal(line.Select(hit => hit.Earliest ?? hit.Latest).Order(StringComparer.Ordinal), line.Select(hit => hit.Earliest ?? hit.Latest));
        Assert.Equal(["2019-03-01", "2020-05-03", "2031-01-01"], line.Select(hit => hit.Earliest).Distinct());
        Assert.Equal(_archive.Search.CountClaims(all), _archive.Search.CountDated(all) + _archive.Search.CountUndated(all));
        Assert.Equal("2020-05-03", Assert.Single(_archive.Search.Timeline(SearchQuery.Parse("aground"), 100)).Latest);
    }

    [Fact]
    public void Facets_count_all_that_was_found()
    {
        var facets = _archive.Search.Facets(SearchQuery.Parse("ferry")).ToDictionary(facet => facet.Name, facet => facet.Values);
        Assert.Equal([new FacetValue("article", 2)], facets["kind"]);
        Assert.Equal([new FacetValue("2023", 1), new FacetValue("2025", 1)], facets["published"].Order(Comparer<FacetValue>.Create((a, b) => string.CompareOrdinal(a.Value, b.Value))));
        Assert.Contains(new FacetValue("EST", 1), facets["country"]);
        Assert.Contains(facets["status"], value => value.Value == "notStated");
    }

    [Fact]
    public void Pages_of_hits_follow_each_other()
    {
        var all = SearchQuery.Parse("kind:article");
        Assert.Equal(
            _archive.Search.Documents(all, 3).Select(hit => hit.RecordId), _archive.Search.Documents(all, 2).Concat(_archive.Search.Documents(all, 2, skip: 2)).Select(hit => hit.RecordId));
    }

    [Fact]
    public void Sources_and_figures_are_counted()
    {
        var (people, profiles) = (new PeopleSearch(_archive.Store), new ProfileSearch(_archive.Store));
        var orlo = Assert.Single(people.List(SearchQuery.Parse("source:orlo"), PeopleShown.Speaking, null, 10));
        Assert.Equal(orlo.Claims, orlo.Statuses.Sum(status => status.Count));
        Assert.Equal(("person", "person/dana-orlo"), (orlo.Type, orlo.Who));
        Assert.Equal(1, people.Count(SearchQuery.Parse("gates"), PeopleShown.Speaking, null));
        var profile = profiles.Find(orlo.Who, 5, 5)!;
        Assert.Equal(orlo.Claims, profile.Claims);
        Assert.Contains(profile.Cues, cue => cue.Value == "deny");
        Assert.Equal("police", profiles.Find("the police", 5, 5)!.Who);
        Assert.Null(profiles.Find("nobody", 5, 5));
        var figures = new FigureSearch(_archive.Store);
        Assert.All(figures.Things(SearchQuery.Parse(""), 10), thing => Assert.NotEmpty(figures.Points(SearchQuery.Parse(""), thing.Kind, thing.Thing)));
    }

    [Theory]
    [InlineData(ClaimOrder.Happened)]
    [InlineData(ClaimOrder.Published)]
    [InlineData(ClaimOrder.Source)]
    [InlineData(ClaimOrder.Status)]
    public void Claims_come_in_the_order_asked_for_and_what_has_no_value_comes_last(ClaimOrder order)
    {
        foreach (var isDescending in new[] { false, true })
        {
            var keys = _archive.Search.Claims(SearchQuery.Parse(""), order, isDescending, 50).Select(hit => order switch
            {
                ClaimOrder.Happened => hit.Earliest ?? hit.Latest,
                ClaimOrder.Published => hit.Published,
                ClaimOrder.Source => hit.Source is null ? null : "told",
                _ => hit.Status,
            }).ToList();
            var known = keys.TakeWhile(key => key is not null).ToList();
            Assert.All(keys.Skip(known.Count), Assert.Null);
            Assert.Equal(isDescending ? known.OrderDescending(StringComparer.Ordinal) : known.Order(StringComparer.Ordinal), known);
        }
    }

    public void Dispose() => _archive.Dispose();

    private static IEnumerable<string> Found(string text, ImmutableArray<Match> matches) => Match.Parts(text, matches).Where(part => part.IsMatch).Select(part => part.Text);

    /// <summary>A clock that goes on each time that it is looked at.</summary>
    private sealed class StepClock(TimeSpan step) : TimeProvider
    {
        private long _ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _ticks += step.Ticks;
    }
}
