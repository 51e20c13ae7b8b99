using System.CommandLine;
using System.Globalization;

namespace OnRecord.Lab.Lexicons;

/// <summary><c>make-noun-kinds FOLDER</c>: the nouns for persons, organisations, groups and places, out of WordNet 3.0 (Debian's package wordnet-base), into <c>noun-kinds.tsv</c>.</summary>
internal static class MakeNounKinds
{
    /// <summary>Least share of a noun's uses that have the type.</summary>
    private const double LeastShare = 0.6;

    /// <summary>The first sense of these words stands above all nouns of a type.</summary>
    private static readonly (string Word, string Type)[] Roots =
    [
        ("person", "person"), ("organization", "organization"), ("social_group", "group"), ("people", "group"), ("gathering", "group"), ("military_personnel", "group"),
        ("location", "place"), ("building", "place"), ("body_of_water", "place"), ("geological_formation", "place"), ("road", "place"),
    ];

    private static readonly (string Word, string Gender)[] Genders = [("male_person", "m"), ("female_person", "f")];

    public static Command Command()
    {
        var folder = new Argument<string>("FOLDER") { Description = "The folder with data.noun, index.noun and cntlist.rev." };
        var command = new Command("make-noun-kinds", "Makes data/en/lexicons/noun-kinds.tsv out of WordNet.") { folder };
        command.SetAction(parse => Run(parse.GetValue(folder)!));
        return command;
    }

    private static void Run(string folder)
    {
        var nouns = new WordNetNouns(folder);
        var roots = Roots.ToDictionary(root => nouns.Senses(root.Word)[0], root => root.Type);
        var genders = Genders.ToDictionary(root => nouns.Senses(root.Word)[0], root => root.Gender);
        var rows = new List<string>();
        foreach (var noun in nouns.Words().Where(noun => noun.Length > 2 && noun.All(char.IsAsciiLetterLower)).Order(StringComparer.Ordinal))
        {
            var senses = nouns.Senses(noun);
            var weights = senses.Select((_, i) => nouns.Uses(noun, i) + 1.0 / (i + 1)).ToList();
            var types = senses.Select(sense => nouns.IsCommon(sense, noun) ? nouns.Above(sense, roots) : null).ToList();
            var best = types.Zip(weights).Where(one => one.First is not null).GroupBy(one => one.First!).Select(group => (Type: group.Key, Sum: group.Sum(one => one.Second))).OrderByDescending(one => one.Sum).FirstOrDefault();
            if (best.Type is not null && best.Sum >= LeastShare * weights.Sum())
            {
                var gender = best.Type == "person" ? nouns.Above(senses[types.IndexOf("person")], genders) : null;
                rows.Add($"{noun}\t{best.Type}\t{gender}".TrimEnd('\t'));
            }
        }

        var path = Path.Combine(Gold.Repository, "data", "en", "lexicons", "noun-kinds.tsv");
        File.WriteAllText(path, Head + string.Join('\n', rows) + "\n");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rows.Count} nouns in {path}"));
    }

    private const string Head = """
        # Common nouns for persons, organisations, groups of people and places: where WordNet 3.0 has at least three fifths of a noun's uses under one of these. gender: m or f.
        # Made by the Lab's make-noun-kinds from Debian's package wordnet-base. Licence of these data: WordNet 3.0, not the program's Apache-2.0:
        # This software and database is being provided to you, the LICENSEE, by Princeton University under the following license. By obtaining, using and/or copying this
        # software and database, you agree that you have read, understood, and will comply with these terms and conditions.:
        # Permission to use, copy, modify and distribute this software and database and its documentation for any purpose and without fee or royalty is hereby granted, provided
        # that you agree to comply with the following copyright notice and statements, including the disclaimer, and that the same appear on ALL copies of the software, database
        # and documentation, including modifications that you make for internal use or for distribution.
        # WordNet 3.0 Copyright 2006 by Princeton University. All rights reserved.
        # THIS SOFTWARE AND DATABASE IS PROVIDED "AS IS" AND PRINCETON UNIVERSITY MAKES NO REPRESENTATIONS OR WARRANTIES, EXPRESS OR IMPLIED. BY WAY OF EXAMPLE, BUT NOT
        # LIMITATION, PRINCETON UNIVERSITY MAKES NO REPRESENTATIONS OR WARRANTIES OF MERCHANTABILITY OR FITNESS FOR ANY PARTICULAR PURPOSE OR THAT THE USE OF THE LICENSED
        # SOFTWARE, DATABASE OR DOCUMENTATION WILL NOT INFRINGE ANY THIRD PARTY PATENTS, COPYRIGHTS, TRADEMARKS OR OTHER RIGHTS.
        # The name of Princeton University or Princeton may not be used in advertising or publicity pertaining to distribution of the software and/or database. Title to copyright
        # in this software, database and any associated documentation shall at all times remain with Princeton University and LICENSEE agrees to preserve same.
        noun	type	gender

        """;
}
