using System.Globalization;
using Microsoft.VisualBasic.FileIO;

namespace OnRecord.Lab.Claims;

/// <summary>An item of the CommitmentBank: a sentence whose verb embeds a clause, and how sure readers are that its writer holds the clause true, from −3 to 3.</summary>
/// <param name="Context">What stands before the sentence.</param>
/// <param name="Target">The sentence.</param>
/// <param name="Verb">Lemma of the verb that embeds.</param>
/// <param name="Clause">The clause, with its pronouns resolved.</param>
/// <param name="Under">What the verb stands under: negation, question, modal or conditional.</param>
/// <param name="Rating">The mean of the readers.</param>
internal sealed record CommitmentItem(string Context, string Target, string Verb, string Clause, string Under, double Rating);

/// <summary>Reads the CommitmentBank (de Marneffe, Simons and Tonhauser, 2019).</summary>
internal static class CommitmentGold
{
    public static string File => Gold.Path("factuality", "commitmentbank-items.csv");

    public static IEnumerable<CommitmentItem> Read()
    {
        using var parser = new TextFieldParser(File) { Delimiters = [","], HasFieldsEnclosedInQuotes = true };
        var header = parser.ReadFields()!;
        var (verb, under, context, target, prompt, mean) = (Column("Verb"), Column("Embedding"), Column("Context"), Column("Target"), Column("Prompt"), Column("Mean"));
        while (parser.ReadFields() is { } row)
        {
            yield return new CommitmentItem(row[context], row[target], row[verb], row[prompt], row[under], double.Parse(row[mean], CultureInfo.InvariantCulture));
        }

        int Column(string name) => Array.IndexOf(header, name);
    }
}
