namespace OnRecord.Lab.Scoring;

/// <summary>Counts of a comparison with gold, and the measures made from them.</summary>
internal readonly record struct Score(double Right, double Predicted, double Gold)
{
    public double Precision => Predicted == 0 ? 0 : Right / Predicted;

    public double Recall => Gold == 0 ? 0 : Right / Gold;

    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    public static Score operator +(Score left, Score right) =>
        new(left.Right + right.Right, left.Predicted + right.Predicted, left.Gold + right.Gold);

    public override string ToString() => FormattableString.Invariant($"P {Precision:F3}  R {Recall:F3}  F1 {F1:F3}  ({Right:F0}/{Predicted:F0}/{Gold:F0})");
}
