using System.Collections.Immutable;

namespace OnRecord;

/// <summary>An array inside a model type: two are equal where their items are, in order. <see cref="ImmutableArray{T}"/> compares by reference.</summary>
/// <remarks>It stands behind a property of type <see cref="ImmutableArray{T}"/>, so that the equality that a record makes of its fields is true. One that nobody set is empty.</remarks>
internal readonly struct EquatableArray<T> : IEquatable<EquatableArray<T>>
{
    private readonly ImmutableArray<T> _items;

    private EquatableArray(ImmutableArray<T> items)
    {
        _items = items;
    }

    private ImmutableArray<T> Items => _items.IsDefault ? [] : _items;

    /// <exception cref="ArgumentException">The array was never made: it would fail where nobody looks for the reason.</exception>
    public static implicit operator EquatableArray<T>(ImmutableArray<T> items) =>
        items.IsDefault ? throw new ArgumentException("This array was never made (it is 'default'); give an empty one instead.", nameof(items)) : new(items);

    public static implicit operator ImmutableArray<T>(EquatableArray<T> array) => array.Items;

    public bool Equals(EquatableArray<T> other) => Items.AsSpan().SequenceEqual(other.Items.AsSpan());

    public override bool Equals(object? obj) => obj is EquatableArray<T> other && Equals(other);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var item in Items)
        {
            hash.Add(item);
        }

        return hash.ToHashCode();
    }
}
