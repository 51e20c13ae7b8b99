using System.Text;
using OnRecord.Data;
using OnRecord.Pages.Html;

namespace OnRecord.Tests.Pages;

/// <summary>The model of what words alone say of a run, and its file.</summary>
public sealed class WordModelTests
{
    private static readonly WordModel Shipped = WordModel.Open(DataFolder.English());

    [Theory]
    [InlineData("Sign up for our newsletter and get the latest news", "The minister said on Tuesday that the law would be changed")]
    [InlineData("Join the conversation in the comments", "It was the second time this year that the crews had walked out")]
    [InlineData("All rights reserved.", "He was arrested on Friday, police said.")]
    public void Words_of_furniture_count_less_than_those_of_news(string furniture, string news) =>
        Assert.True(Shipped.Score(furniture) + 1 < Shipped.Score(news), $"{Shipped.Score(furniture)} and {Shipped.Score(news)}");

    [Fact]
    public void What_is_written_is_read_again()
    {
        var read = WordModel.Read(Encoding.UTF8.GetBytes(Shipped.Write()));
        Assert.Equal(Shipped.Score("Sign up for our newsletter"), read.Score("Sign up for our newsletter"), 3);
        Assert.Equal(Shipped.Bias, read.Score("— … —"));
    }

    [Fact]
    public void A_long_text_fits()
    {
        var text = string.Join(' ', Enumerable.Range(0, 5000).Select(i => $"word{i}"));
        Assert.InRange(Shipped.Score(text), -50, 50);
    }

    [Theory]
    [InlineData("")]
    [InlineData("buckets\t7\nbias\t0\n")]
    [InlineData("buckets\t32768\nbias\t0\n40000 1\n")]
    [InlineData("buckets\t32768\nbias\t0\n-1 1\n")]
    [InlineData("buckets\t32768\nbias\t0\nnonsense\n")]
    public void A_damaged_file_is_refused(string file) =>
        Assert.Throws<FormatException>(() => WordModel.Read(Encoding.UTF8.GetBytes(file)));
}
