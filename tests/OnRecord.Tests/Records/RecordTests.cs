using System.Text;
using CsCheck;
using NJsonSchema;
using OnRecord.Fuzz;

namespace OnRecord.Tests.Records;

/// <summary>Promises of the contract that hold for every record, whatever the page.</summary>
public sealed class RecordTests
{
    private static readonly Lazy<JsonSchema> Schema = new(() =>
        JsonSchema.FromFileAsync(Path.Combine(Repository.Root, "docs", "record.schema.json")).GetAwaiter().GetResult());

    [Theory]
    [MemberData(nameof(SamplePages.Rows), MemberType = typeof(SamplePages))]
    public void A_sample_page_keeps_every_promise(string name)
    {
        var records = SamplePages.Read(name);
        Assert.NotEmpty(records);
        Assert.All(records, KeepsEveryPromise);
    }

    [Fact]
    public void A_page_of_emoji_and_rare_characters_keeps_every_promise()
    {
        const string Text = "The mayor of Springvale, Ann 𠮷野 Lowe, said on Monday 😀 that about 1,500 people — “great 𪚥 people” — had left.\n"
            + "She did not say where they went. 👩‍👩‍👧‍👦 The council’s report said US$2 million was spent in March 2024.\n";
        var records = SamplePages.Reading.Read(Page.Of(Encoding.UTF8.GetBytes(Text)), ReadOptions.Default);
        Assert.All(records, KeepsEveryPromise);
    }

    [Fact]
    public void Any_text_gives_a_record_that_keeps_every_promise() =>
        AnyText.Sample(
            text => Assert.All(SamplePages.Reading.Read(Page.Of(Encoding.UTF8.GetBytes(text)), ReadOptions.Default), KeepsEveryPromise),
            iter: 300,
            threads: 1);

    [Fact]
    public void The_same_page_gives_the_same_bytes() =>
        Assert.All(SamplePages.Names, name =>
            Assert.Equal(SamplePages.Read(name).Select(RecordJson.Write), Reading.Open().Read(Page.Of(File.ReadAllBytes(SamplePages.PagePath(name))), ReadOptions.Default).Select(RecordJson.Write)));

    [Fact]
    public void A_later_paragraph_changes_nothing_said_of_the_times_and_figures_of_an_earlier_one() =>
        AnyText.Select(AnyText).Sample(
            (earlier, later) =>
            {
                var alone = ReadPlain(earlier.ReplaceLineEndings(" "));
                var both = ReadPlain(earlier.ReplaceLineEndings(" ") + "\n" + later);
                Assert.Equal(alone.Times, both.Times.Where(time => time.Span.End <= earlier.Length));
                Assert.Equal(alone.Quantities, both.Quantities.Where(figure => figure.Span.End <= earlier.Length));
            },
            iter: 200,
            threads: 1);

    [Fact]
    public void Any_bytes_give_records_or_none_but_no_exception() =>
        Gen.Byte.Array[0, 400].Sample(
            bytes => Assert.All(SamplePages.Reading.Read(Page.Of(bytes), ReadOptions.Default), KeepsEveryPromise),
            iter: 200,
            threads: 1);

    private static Record ReadPlain(string text) =>
        SamplePages.Reading.Read(Page.Of(Encoding.UTF8.GetBytes(text)), new ReadOptions { Plain = true })[0];

    /// <summary>Words that the finders look for, and marks that break them.</summary>
    private static readonly string[] Words =
    [
        "The minister", "Ann Lowe", "North Korea", "Seoul", "said", "told reporters", "did not say", "according to", "on Monday", "yesterday",
        "last fall", "Jan. 6", "2024", "about 15,000", "US$", "NT$12 million", "(", ")", "percent", "troops", "“", "”", "‘", "’", "\"", ".", ",", "!", "…",
        "\n", "\n\n", "that", "could", "will", "if", "it", "He", "WATCH:", "Photo: X", "😀", "𠮷", "\u200b", "\u202e", "\0", "�", "-", "—", "U.S.", "http://a.b/c",
    ];

    private static Gen<string> AnyText { get; } =
        Gen.Int[0, Words.Length - 1].Select(index => Words[index]).Array[0, 60].Select(words => string.Join(' ', words));

    internal static void KeepsEveryPromise(Record record)
    {
        var json = RecordJson.Write(record);
        var errors = Schema.Value.Validate(json);
        Assert.True(errors.Count == 0, string.Join("\n", errors.Select(error => $"{error.Path}: {error.Kind}")));
        Promises.Check(record);
    }
}
