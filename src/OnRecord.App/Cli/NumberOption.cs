using System.CommandLine;
using System.Globalization;
using System.Numerics;

namespace OnRecord.App.Cli;

/// <summary>Options that take a number within bounds. What is no number, or one beyond them, is an error of usage that says what the option takes.</summary>
internal static class NumberOption
{
    /// <param name="name">Its name.</param>
    /// <param name="description">What <c>--help</c> says of it.</param>
    /// <param name="usual">The number where none is given.</param>
    /// <param name="least">The least that it takes.</param>
    /// <param name="most">The most that it takes.</param>
    /// <param name="aliases">Shorter names.</param>
    public static Option<T> Of<T>(string name, string description, T usual, T least, T most, params string[] aliases)
        where T : struct, INumber<T> => new(name, aliases)
        {
            Description = description,
            DefaultValueFactory = _ => usual,
            CustomParser = result =>
            {
                var given = result.Tokens.Count > 0 ? result.Tokens[^1].Value : "";
                if (T.TryParse(given, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
                {
                    return number;
                }

                result.AddError(string.Create(CultureInfo.InvariantCulture, $"{name} takes a number from {least} to {most}, not '{given}'"));
                return usual;
            },
        };
}
