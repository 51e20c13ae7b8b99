namespace OnRecord.Quantities;

/// <summary>
/// Digits that stand in a name somewhere in the document: once "Boeing 737" was said, "its 737 jets" is no count of jets.
/// </summary>
internal sealed class NameNumbers
{
    /// <summary>Shorter digits are too often figures as well ("iOS 5", "5 people").</summary>
    private const int ShortestForm = 3;

    private readonly HashSet<string> _forms = new(StringComparer.Ordinal);

    /// <summary>Remembers the names in a sentence.</summary>
    public void Remember(ReadOnlySpan<Token> parts, NotFigures notFigures, Func<Token, bool> isFree)
    {
        for (var i = 1; i < parts.Length; i++)
        {
            if (parts[i].Form.Length >= ShortestForm && FigureLexer.IsDigits(parts[i]) && parts[i].Form.All(FigureLexer.IsDigit) && isFree(parts[i])
                && notFigures.IsName(parts, new NumberReading(i, i + 1, 0, NumberForm.Digits), isFree))
            {
                _forms.Add(parts[i].Form);
            }
        }
    }

    /// <summary>Whether a number is one of the names said again: with an article, an owner or an adjective before it.</summary>
    public bool Says(ReadOnlySpan<Token> parts, NumberReading number) =>
        number.Form == NumberForm.Digits && number.Magnitude == 1 && _forms.Contains(parts[number.Start].Form)
        && (number.Start == 0 || parts[number.Start - 1].Upos is Upos.DET or Upos.ADJ or Upos.PART or Upos.PRON or Upos.PROPN or Upos.NOUN or Upos.NUM);
}
