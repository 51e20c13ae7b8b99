using System.CommandLine;
using System.Security.Cryptography;
using System.Text;
using OnRecord.Data;
using OnRecord.Lab.Scoring;
using OnRecord.Pages;

namespace OnRecord.Lab.TextPages;

/// <summary>Measures how well bare text is separated, on pages put together from the gold articles.</summary>
internal static class ScoreTextPages
{
    public static Command Command()
    {
        var tune = new Option<bool>("--tune") { Description = "Score the half for tuning; without it the other half, and its floors" };
        var show = new Option<int>("--show") { Description = "Print so many errors of role and border" };
        var allowLower = new Option<bool>("--allow-lower") { Description = "Let floors fall" };
        var command = new Command("score-text-pages", "Separation of bare text: borders of documents, roles, words of the article") { tune, show, allowLower };
        command.SetAction(result => Run(result.GetValue(tune), result.GetValue(show), result.GetValue(allowLower)));
        return command;
    }

    private static int Run(bool tune, int show, bool allowLower)
    {
        var reader = new PageReader(DataFolder.English());
        var tally = new Dictionary<string, TextPageScore>();
        var errors = new List<string>();
        var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (page, index) in TextPageMaker.Make(GoldStories.Read()).Select((page, index) => (page, index)))
        {
            // Half of the pages of each style.
            if (index / 3 % 2 == (tune ? 1 : 0))
            {
                continue;
            }

            var bytes = Encoding.UTF8.GetBytes(page.Text);
            hash.AppendData(bytes);
            var score = TextPageScore.Of(page, reader.Read(Page.Of(bytes, mediaType: "text/plain"), ReadOptions.Default), errors);
            tally[page.Style] = tally.TryGetValue(page.Style, out var sum) ? sum + score : score;
        }

        var all = tally.Values.Aggregate((left, right) => left + right);
        foreach (var (style, score) in tally.OrderBy(pair => pair.Key, StringComparer.Ordinal).Append(KeyValuePair.Create("all", all)))
        {
            Console.WriteLine(FormattableString.Invariant($"{style,-9} {score.Pages,3} pages  borders {score.Borders}  roles {score.Roles:F3}  article words {score.Words}"));
        }

        Console.WriteLine(string.Join('\n', all.Confusions.OrderByDescending(pair => pair.Value).Take(12).Select(pair => $"  {pair.Value,4} {pair.Key}")));
        Console.WriteLine(string.Join('\n', errors.Where((_, i) => i % Math.Max(1, errors.Count / Math.Max(1, show)) == 0).Take(show)));
        if (tune)
        {
            return 0;
        }

        var gold = Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
        var floors = new Floors();
        var holds = floors.Hold("pages/text/border-f1", all.Borders.F1, gold, allowLower);
        holds &= floors.Hold("pages/text/role-accuracy", all.Roles, gold, allowLower);
        holds &= floors.Hold("pages/text/article-word-f1", all.Words.F1, gold, allowLower);
        return holds ? 0 : 1;
    }
}
