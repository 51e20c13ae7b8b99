using OnRecord.Data;
using OnRecord.Names;

namespace OnRecord.Tests.Names;

/// <summary>Words that are used alike.</summary>
public sealed class WordClassesTests
{
    private static readonly ushort[] Families = [0, .. Enumerable.Range(1, WordClasses.Classes - 1).Select(number => (ushort)(1 + number % (WordClasses.Families - 1)))];

    [Fact]
    public void What_was_written_is_read()
    {
        var classes = new WordClasses(WordClasses.Write(["riga", "lamp", "oslo"], [7, 8, 7], Families), "test");
        Assert.Equal([7, 8, 7, 0], new[] { "riga", "lamp", "oslo", "tannaby" }.Select(word => classes.ClassOf(word)));
        Assert.Equal(8, classes.FamilyOf(7));
        Assert.Equal(0, classes.FamilyOf(0));
    }

    [Fact]
    public void The_shipped_classes_put_like_to_like()
    {
        var classes = new WordClasses(DataFolder.English());
        Assert.Equal(classes.ClassOf("monday"), classes.ClassOf("tuesday"));
        Assert.NotEqual(classes.ClassOf("monday"), classes.ClassOf("lamp"));
        Assert.NotEqual(0, classes.ClassOf("lamp"));
        Assert.Equal(0, classes.ClassOf("Monday"));
    }

    [Fact]
    public void Damaged_bytes_are_told()
    {
        var bytes = WordClasses.Write(["riga", "lamp"], [7, 8], Families);
        Assert.Throws<DataFileException>(() => new WordClasses(bytes.AsSpan(0, bytes.Length - 1), "test"));
        Assert.Throws<DataFileException>(() => new WordClasses([1, 2, 3], "test"));
        bytes[^1] = 255;
        Assert.Throws<DataFileException>(() => new WordClasses(bytes, "test"));
    }
}
