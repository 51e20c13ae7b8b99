namespace OnRecord.Quantities;

/// <summary>Adds up a cardinal or ordinal word by word, and refuses the word that no longer belongs to it.</summary>
internal sealed class CardinalSum
{
    private readonly NumberWords _words;
    private readonly bool _startsWithOne;
    private decimal _total;
    private decimal _current;
    private bool _hasCurrent;
    private bool _any;
    private bool _overflow;

    /// <param name="words">The words that make numbers.</param>
    /// <param name="startsWithOne">Whether an article stands before the number: "a hundred".</param>
    public CardinalSum(NumberWords words, bool startsWithOne)
    {
        _words = words;
        _startsWithOne = startsWithOne;
        _current = startsWithOne ? 1 : 0;
        _hasCurrent = startsWithOne;
    }

    /// <summary>The number so far; null where a decimal does not hold it.</summary>
    public decimal? Value => _overflow ? null : _total + _current;

    /// <summary>Whether its last word was an ordinal.</summary>
    public bool IsOrdinal { get; private set; }

    /// <summary>The number before its last magnitude word.</summary>
    public decimal Mantissa { get; private set; }

    /// <summary>The last magnitude word's value; 1 where there is none.</summary>
    public decimal LastMagnitude { get; private set; } = 1;

    /// <summary>Whether "and" may follow: "three hundred and two".</summary>
    public bool TakesAnd { get; private set; }

    /// <summary>Takes a word into the number; false leaves the number as it was.</summary>
    public bool Add(string word)
    {
        if (!AddSmall(word) && !AddLarge(word))
        {
            return false;
        }

        _any = true;
        return true;
    }

    /// <summary>Whether a word may follow "and" in this number.</summary>
    public bool CanAddAfterAnd(string word) =>
        Small(word) is { } small && _current % small.Room == 0 && !(small.Value == 1 && _current == 0 && _total == 0);

    private (decimal Value, decimal Room, bool Ordinal)? Small(string word)
    {
        if ((_words.Value(word, NumberPart.Unit) ?? _words.Value(word, NumberPart.OrdinalUnit)) is { } unit)
        {
            // A unit goes behind nothing, a ten or a hundred, but not behind ten itself or another unit.
            return (unit, 10, _words.Is(word, NumberPart.OrdinalUnit));
        }

        if ((_words.Value(word, NumberPart.Teen) ?? _words.Value(word, NumberPart.OrdinalTeen)) is { } teen)
        {
            return (teen, 100, _words.Is(word, NumberPart.OrdinalTeen));
        }

        return (_words.Value(word, NumberPart.Ten) ?? _words.Value(word, NumberPart.OrdinalTen)) is { } ten
            ? (ten, 100, _words.Is(word, NumberPart.OrdinalTen))
            : null;
    }

    private bool AddSmall(string word)
    {
        if (Small(word) is not { } small || (_hasCurrent && _current % small.Room != 0) || (_current % 100 == 10 && small.Room == 10)
            || (_hasCurrent && _current == 0) || (_startsWithOne && !_any) || (small.Value == 0 && (_any || _hasCurrent)))
        {
            return false;
        }

        _current += small.Value;
        _hasCurrent = true;
        IsOrdinal = small.Ordinal;
        TakesAnd = false;
        return true;
    }

    private bool AddLarge(string word)
    {
        if ((_words.Value(word, NumberPart.Hundred) ?? _words.Value(word, NumberPart.OrdinalHundred)) is { } hundred)
        {
            if (!_hasCurrent && !IsOrdinalWord(word) && !_any || _current >= 100)
            {
                return false;
            }

            Multiply(_hasCurrent ? _current : 1, hundred, word);
            return true;
        }

        var magnitude = _words.Value(word, NumberPart.Magnitude) ?? _words.Value(word, NumberPart.OrdinalMagnitude);
        if (magnitude is { } power && (_hasCurrent || _any || IsOrdinalWord(word)))
        {
            Raise(power, word);
            return true;
        }

        if (_words.Value(word, NumberPart.Group) is { } group && _hasCurrent)
        {
            Multiply(_current, group, word);
            return true;
        }

        return false;
    }

    private bool IsOrdinalWord(string word) => _words.Is(word, NumberPart.OrdinalHundred) || _words.Is(word, NumberPart.OrdinalMagnitude);

    private void Multiply(decimal left, decimal right, string word)
    {
        _current = left * right;
        _hasCurrent = true;
        IsOrdinal = IsOrdinalWord(word);
        TakesAnd = !IsOrdinal;
    }

    private void Raise(decimal power, string word)
    {
        var mantissa = _hasCurrent ? _current : Math.Max(_total, 1);
        Mantissa = mantissa;
        LastMagnitude = power;
        if (NumberParser.Multiply(mantissa, power) is { } product && product < decimal.MaxValue / 2)
        {
            _total = _hasCurrent ? _total + product : product;
        }
        else
        {
            _overflow = true;
        }

        _current = 0;
        _hasCurrent = false;
        IsOrdinal = IsOrdinalWord(word);
        TakesAnd = !IsOrdinal;
    }
}
