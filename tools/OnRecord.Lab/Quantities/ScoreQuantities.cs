using System.Collections.Immutable;
using System.CommandLine;
using OnRecord.Data;
using OnRecord.Lab.Scoring;
using OnRecord.Lab.Times;
using OnRecord.Language;
using OnRecord.Quantities;
using OnRecord.Times;

namespace OnRecord.Lab.Quantities;

/// <summary><c>score-quantities</c>: figures on MEANTIME by span, and on the specification cases of the Recognizers by value.</summary>
internal static class ScoreQuantities
{
    private static readonly (string Folder, string File)[] Specs =
    [
        ("recognizers-number-specs", "NumberModel"), ("recognizers-number-specs", "NumberRangeModel"),
        ("recognizers-number-specs", "PercentModel"), ("recognizers-number-specs", "OrdinalModelSuppressExtendedTypes"),
        ("recognizers-unit-specs", "CurrencyModel"), ("recognizers-unit-specs", "DimensionModel"),
        ("recognizers-unit-specs", "AgeModel"), ("recognizers-unit-specs", "TemperatureModel"),
    ];

    public static Command Command()
    {
        var lower = new Option<bool>("--allow-lower") { Description = "Let floors fall." };
        var errors = new Option<bool>("--errors") { Description = "Print every miss, false find and wrong value." };
        var command = new Command("score-quantities", "Scores figures on MEANTIME and on the Recognizers' specification cases.") { lower, errors };
        command.SetAction(parse => Run(parse.GetValue(lower), parse.GetValue(errors)) ? 0 : 1);
        return command;
    }

    private static bool Run(bool allowLower, bool errors)
    {
        var data = DataFolder.English();
        var analyzer = new EnglishAnalyzer(data);
        var finder = new QuantityFinder(data);
        var floors = new Floors();
        var good = Meantime(analyzer, finder, new TimeFinder(data), floors, allowLower, errors);
        double right = 0, cases = 0;
        var paths = Specs.Select(spec => Gold.Path("quantities", spec.Folder, spec.File + ".json")).ToList();
        foreach (var (path, (_, file)) in paths.Zip(Specs))
        {
            var scorer = new SpecScorer(analyzer, finder, file, errors);
            var score = SpecCase.ReadAll(path).Select(scorer.Score).Aggregate((one, other) => one + other);
            Console.WriteLine($"{file,-18} cases {score.Right / score.Predicted:P1} ({score.Right}/{score.Predicted}), results {score.Gold / Math.Max(1, score.Expected):P1} ({score.Gold}/{score.Expected})");
            good &= floors.Hold($"quantities/recognizers/{file}/cases", score.Right / score.Predicted, GoldDocuments.Fingerprint([path]), allowLower);
            right += score.Right;
            cases += score.Predicted;
        }

        Console.WriteLine($"{"all spec files",-18} cases {right / cases:P1} ({right}/{cases})");
        return floors.Hold("quantities/recognizers/cases", right / cases, GoldDocuments.Fingerprint(paths), allowLower) && good;
    }

    /// <summary>Spans alone: MEANTIME gives figures no value. It marks no ordinals in words, so these are not counted as false.</summary>
    private static bool Meantime(EnglishAnalyzer analyzer, QuantityFinder finder, TimeFinder timeFinder, Floors floors, bool allowLower, bool errors)
    {
        Score relaxed = default, strict = default, type = default;
        foreach (var path in MeantimeReader.Files())
        {
            var (document, gold) = MeantimeValues.Read(path);
            var analysis = analyzer.Analyze(document);
            var found = finder.Find(analysis, timeFinder.Find(analysis).Found).Found.Where(quantity => quantity.Rule != "ordinal-in-words").ToList();
            var free = found.ToList();
            double overlapping = 0, equal = 0, sameType = 0;
            foreach (var value in gold)
            {
                var match = free.FirstOrDefault(one => one.Span == value.Span) ?? free.FirstOrDefault(one => one.Span.Overlaps(value.Span));
                if (match is null)
                {
                    Tell(errors, document, "MISS ", value.Span, value.Type);
                    continue;
                }

                free.Remove(match);
                overlapping++;
                equal += match.Span == value.Span ? 1 : 0;
                sameType += TypeOf(match) == value.Type ? 1 : 0;
                Tell(errors && match.Span != value.Span, document, "SPAN ", match.Span, $"gold {value.Span.Of(document.Text)}");
            }

            free.ForEach(extra => Tell(errors, document, "EXTRA", extra.Span, extra.Rule));
            Score Of(double right) => new(right, found.Count, gold.Length);
            (relaxed, strict, type) = (relaxed + Of(overlapping), strict + Of(equal), type + Of(sameType));
        }

        Console.WriteLine($"{"meantime",-18} relaxed {relaxed}\n{"",-18} strict  {strict}\n{"",-18} type    {type}");
        var print = GoldDocuments.Fingerprint(MeantimeReader.Files());
        return floors.Hold("quantities/meantime/relaxed-f1", relaxed.F1, print, allowLower)
            & floors.Hold("quantities/meantime/strict-f1", strict.F1, print, allowLower)
            & floors.Hold("quantities/meantime/type-f1", type.F1, print, allowLower);
    }

    private static string TypeOf(Quantity quantity) => quantity.Kind switch
    {
        QuantityKind.Money => "MONEY",
        QuantityKind.Percent => "PERCENT",
        _ => "QUANTITY",
    };

    internal static void Tell(bool print, Document document, string kind, TextSpan span, string note)
    {
        if (print)
        {
            var around = new TextSpan(Math.Max(0, span.Start - 50), Math.Min(document.Text.Length, span.End + 40));
            var context = document.Text[around.Start..span.Start] + "[" + span.Of(document.Text) + "]" + document.Text[span.End..around.End];
            Console.WriteLine($"{kind} …{context.ReplaceLineEndings(" ")}… {note}");
        }
    }
}

/// <summary>Cases right and tried, and results right and expected.</summary>
internal readonly record struct SpecScore(double Right, double Predicted, double Gold, double Expected)
{
    public static SpecScore operator +(SpecScore one, SpecScore other) =>
        new(one.Right + other.Right, one.Predicted + other.Predicted, one.Gold + other.Gold, one.Expected + other.Expected);
}

/// <summary>
/// Compares findings with the cases of one file. A result is right where a finding overlaps it and has its value (and its
/// currency and unit, where both name one). A case with results is right where all of them are; one without results, where
/// nothing of the file's kind is found. No expressions of time are given: the cases expect numbers inside dates as well.
/// </summary>
internal sealed class SpecScorer(EnglishAnalyzer analyzer, QuantityFinder finder, string file, bool errors)
{
    public SpecScore Score(SpecCase one)
    {
        var document = GoldDocuments.Make(one.Input, MeantimeReader.Lines(one.Input), null);
        var found = finder.Find(analyzer.Analyze(document), ImmutableArray<TimeExpression>.Empty).Found;
        var expected = one.Results.Where(result => result.Value is not null).ToList();
        var right = expected.Count(result => found.Any(quantity => quantity.Span.Overlaps(result.Span) && Same(quantity, result)));
        var good = right == expected.Count && (expected.Count > 0 || one.Results.Length > 0 || !found.Any(IsOfFile));
        if (errors && !good)
        {
            Console.WriteLine($"{file}: {one.Input.ReplaceLineEndings(" ")}\n   expected {string.Join("; ", expected.Select(r => $"[{Text(one.Input, r.Span)}] {r.Value} {r.Unit} {r.Currency}"))}\n   found    {string.Join("; ", found.Select(q => FormattableString.Invariant($"[{q.Span.Of(one.Input)}] {q.Low}..{q.High} {q.Best} {q.Unit}{q.Currency} {q.Rule}")))}");
        }

        return new SpecScore(good ? 1 : 0, 1, right, expected.Count);
    }

    private static string Text(string input, TextSpan span) => span.End <= input.Length ? span.Of(input) : "?";

    private bool IsOfFile(Quantity quantity) => file switch
    {
        "PercentModel" => quantity.Kind == QuantityKind.Percent,
        "OrdinalModelSuppressExtendedTypes" => quantity.Kind == QuantityKind.Ordinal,
        "CurrencyModel" => quantity.Kind == QuantityKind.Money,
        "DimensionModel" or "TemperatureModel" => quantity.Kind == QuantityKind.Measure && quantity.Rule != "magnitude-of-quake",
        "AgeModel" => quantity.Kind == QuantityKind.Age,
        "NumberModel" => quantity.Kind is QuantityKind.Count,
        "NumberRangeModel" => quantity.Relation is not (QuantityRelation.Exact or QuantityRelation.About),
        _ => true,
    };

    private static bool Same(Quantity quantity, SpecResult result)
    {
        if (result.Range is { } range)
        {
            return Close(quantity.Low, range.Low) && Close(quantity.High, range.High);
        }

        return result.Number is { } number && (Close(quantity.Best, number) || Close(quantity.Low, number) || Close(quantity.High, number))
            && (result.Currency is null || quantity.Currency is null || result.Currency == quantity.Currency);
    }

    private static bool Close(decimal? found, double? expected) =>
        found is null || expected is null ? found is null && expected is null : Math.Abs((double)found - expected.Value) <= Math.Abs(expected.Value) * 0.0001;
}
