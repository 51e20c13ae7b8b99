using System.Collections.Frozen;
using System.Globalization;
using OnRecord.Data;

namespace OnRecord.Times;

/// <summary>A word for a unit of time.</summary>
/// <param name="Unit">The unit; null for seconds, which have no place in a calendar.</param>
/// <param name="Count">How many of the unit the word stands for: a fortnight is two weeks.</param>
/// <param name="Many">Whether the word is a plural.</param>
internal readonly record struct UnitWord(Granularity? Unit, int Count, bool Many);

/// <summary>A number word and how it takes part in a number.</summary>
internal readonly record struct NumberWord(string Kind, double Value);

/// <summary>The lexicons of time, read once.</summary>
internal sealed class TimeWords
{
    public TimeWords(DataFolder data)
    {
        ReadCalendar(data.Lexicon("time-calendar"));
        Units = ReadUnits(data.Lexicon("time-units"));
        ReadNumbers(data.Lexicon("time-numbers"));
        Fill(Sets, data.Lexicon("time-sets"), row => row["period"]);
        Fill(Parts, data.Lexicon("time-parts"), row => row["part"]);
        Fill(DayParts, data.Lexicon("time-dayparts"), row => row["code"]);
        Fill(Clock, data.Lexicon("time-clock"), row => row["time"]);
        Fill(Zones, data.Lexicon("time-zones"), row => row["offset"]);
        Fill(Hedges, data.Lexicon("time-hedges"), row => row["mod"]);
        Fill(Traps, data.Lexicon("time-traps"), _ => true);
        Fill(Fixed, data.Lexicon("time-words"), row => (row["kind"], row["value"]));
        var ahead = data.Lexicon("time-ahead");
        Ahead = Forms(ahead, what => what is "date" or "infinitive");
        AheadWithDate = Forms(ahead, what => what == "date");
        Scheduled = Forms(ahead, what => what == "schedule");
        Lasting = Forms(ahead, what => what == "lasting");
        Reporting = Forms(ahead, what => what == "report");
        Streets = data.Lexicon("street-words").Rows.Select(row => row["word"]).ToFrozenSet(StringComparer.Ordinal);
        Fill(Holidays, data.Lexicon("time-holidays"), HolidayRule.Read);
        Years = new YearNeighbors(data);
    }

    public Dictionary<string, int> Months { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, int> Weekdays { get; } = new(StringComparer.Ordinal);

    /// <summary>Weekdays in the plural.</summary>
    public Dictionary<string, int> EveryWeekday { get; } = new(StringComparer.Ordinal);

    /// <summary>0 = spring … 3 = winter.</summary>
    public Dictionary<string, int> Seasons { get; } = new(StringComparer.Ordinal);

    /// <summary>Words that are names of the calendar only with a capital letter.</summary>
    public HashSet<string> NeedsCapital { get; } = new(StringComparer.Ordinal);

    /// <summary>Short forms, which need a number or another word of time beside them.</summary>
    public HashSet<string> Abbreviations { get; } = new(StringComparer.Ordinal);

    public FrozenDictionary<string, UnitWord> Units { get; }

    public Dictionary<string, NumberWord> Numbers { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, int> Ordinals { get; } = new(StringComparer.Ordinal);

    /// <summary>Words for the tens of years of the last century: the sixties.</summary>
    public Dictionary<string, int> Decades { get; } = new(StringComparer.Ordinal);

    public Phrases<string> Vague { get; } = new();

    public Phrases<double> Halves { get; } = new();

    public Phrases<string> Sets { get; } = new();

    public Phrases<string> Parts { get; } = new();

    public Phrases<string> DayParts { get; } = new();

    public Phrases<string> Clock { get; } = new();

    public Phrases<string> Zones { get; } = new();

    public Phrases<string> Hedges { get; } = new();

    public Phrases<bool> Traps { get; } = new();

    public Phrases<(string Kind, string Value)> Fixed { get; } = new();

    /// <summary>Words whose infinitive lies ahead: plan to, vow to.</summary>
    public FrozenSet<string> Ahead { get; }

    /// <summary>Those of them whose date lies ahead too: scheduled for, due on.</summary>
    public FrozenSet<string> AheadWithDate { get; }

    /// <summary>Verbs of what goes on: in the past "until Friday" beside them is over.</summary>
    public FrozenSet<string> Lasting { get; }

    /// <summary>Verbs whose present tense tells of what has been: "police say", "she has".</summary>
    public FrozenSet<string> Reporting { get; }

    /// <summary>Last words of the names of streets.</summary>
    public FrozenSet<string> Streets { get; }

    /// <summary>Verbs whose present tense tells of what is planned: the trial begins on Monday.</summary>
    public FrozenSet<string> Scheduled { get; }

    public Phrases<HolidayRule> Holidays { get; } = new();

    /// <summary>What stands beside years.</summary>
    public YearNeighbors Years { get; }

    private static FrozenSet<string> Forms(Lexicon lexicon, Func<string, bool> isWanted) =>
        lexicon.Rows.Where(row => isWanted(row["what"])).SelectMany(row => row["forms"].Split(' ')).ToFrozenSet(StringComparer.Ordinal);

    private static void Fill<T>(Phrases<T> phrases, Lexicon lexicon, Func<LexiconRow, T> value)
    {
        foreach (var row in lexicon.Rows)
        {
            phrases.Add(row["phrase"], value(row));
        }
    }

    private static FrozenDictionary<string, UnitWord> ReadUnits(Lexicon lexicon) => lexicon.Rows.ToFrozenDictionary(
        row => row["word"],
        row => new UnitWord(
            row["unit"] == "Second" ? null : Enum.TryParse<Granularity>(row["unit"], out var unit) ? unit : throw row.Error($"unknown unit '{row["unit"]}'"),
            Integer(row, "count"),
            row["number"] == "many"),
        StringComparer.Ordinal);

    private static int Integer(LexiconRow row, string column) =>
        int.TryParse(row[column], NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw row.Error($"'{row[column]}' is not a whole number");

    private void ReadCalendar(Lexicon lexicon)
    {
        foreach (var row in lexicon.Rows)
        {
            var word = row["word"];
            switch (row["kind"])
            {
                case "month": Months[word] = Integer(row, "value"); break;
                case "weekday": Weekdays[word] = Integer(row, "value"); break;
                case "weekdays": EveryWeekday[word] = Integer(row, "value"); break;
                case "season": Seasons[word] = Array.IndexOf(["SP", "SU", "FA", "WI"], row["value"]); break;
                default: throw row.Error($"unknown kind '{row["kind"]}'");
            }

            if (row["needs"].Length > 0)
            {
                NeedsCapital.Add(word);
            }

            if (row["needs"] == "abbreviation")
            {
                Abbreviations.Add(word);
            }
        }
    }

    private void ReadNumbers(Lexicon lexicon)
    {
        foreach (var row in lexicon.Rows)
        {
            switch (row["kind"])
            {
                case "decade": Decades[row["word"]] = Integer(row, "value"); break;
                case "ordinal": Ordinals[row["word"]] = Integer(row, "value"); break;
                case "vague": Vague.Add(row["word"], "X"); break;
                case "half": Halves.Add(row["word"], double.Parse(row["value"], CultureInfo.InvariantCulture)); break;
                default: Numbers[row["word"]] = new NumberWord(row["kind"], Integer(row, "value")); break;
            }
        }
    }
}
