using CsCheck;
using OnRecord.Archive.Stories;

namespace OnRecord.Tests.Archives.Stories;

public sealed class NearListsTests
{
    [Fact]
    public void Two_that_name_each_other_alone_are_one_story() => Assert.Equal(Of((1, 1), (2, 1)), NearLists.Stories(Lists((1, [2]), (2, [1]))));

    [Fact]
    public void One_is_enough_to_name_the_other() => Assert.Equal(Of((1, 1), (2, 1), (3, 1)), NearLists.Stories(Lists((1, [2, 3]), (2, [1, 3]), (3, [1]))));

    [Fact]
    public void A_document_between_two_stories_does_not_chain_them_together()
    {
        // 5 names two of each side and is named by one of each.
        var stories = NearLists.Stories(Lists(
            (1, [2, 3, 4]), (2, [1, 3, 4]), (3, [1, 2, 4, 5]), (4, [1, 2, 3]), (5, [3, 4, 6, 7]), (6, [7, 8, 9, 5]), (7, [6, 8, 9]), (8, [6, 7, 9]), (9, [6, 7, 8])));
        Assert.Equal(stories[1], stories[4]);
        Assert.Equal(stories[6], stories[9]);
        Assert.NotEqual(stories[1], stories[6]);
    }

    [Fact]
    public void Names_of_documents_that_are_not_there_join_nothing() => Assert.Equal(Of((1, 1), (2, 2)), NearLists.Stories(Lists((1, [7]), (2, [7]))));

    [Fact]
    public void Stories_do_not_depend_on_the_order_of_documents_or_of_names() => Gen.Select(Gen.Int[0, 30], Gen.Int[0, 30]).List[0, 120].Sample(pairs =>
    {
        var lists = pairs.Where(pair => pair.Item1 != pair.Item2).GroupBy(pair => (long)pair.Item1, pair => (long)pair.Item2)
            .ToDictionary(list => list.Key, list => list.Distinct().Take(NearLists.Most).ToList());
        var turned = lists.Reverse().ToDictionary(list => list.Key, list => Enumerable.Reverse(list.Value).ToList());
        Assert.Equal(NearLists.Stories(lists).OrderBy(story => story.Key), NearLists.Stories(turned).OrderBy(story => story.Key));
    }, iter: 1_000);

    private static Dictionary<long, List<long>> Lists(params (long One, List<long> Named)[] lists) => lists.ToDictionary(list => list.One, list => list.Named);

    private static Dictionary<long, long> Of(params (long One, long Story)[] stories) => stories.ToDictionary(story => story.One, story => story.Story);
}
