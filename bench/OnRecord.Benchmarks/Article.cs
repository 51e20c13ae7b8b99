using System.Text;

namespace OnRecord.Benchmarks;

/// <summary>Input of a known size, made by repeating a passage that we wrote: growth shows as a ratio.</summary>
internal static class Article
{
    private const string Passage =
        "The government of Norland said on Monday that about 15,000 troops had crossed the river since last fall, and its defense "
        + "minister, Ann Lowe, told reporters that another 600 “could follow early next year.” According to the Institute for Peace "
        + "Studies, the army lost 12 percent of its trucks in March 2024. “We did not expect this,” Lowe said, adding that the cabinet "
        + "would ask parliament for US$1.5 billion. She did not specify which units were sent or where they would be stationed. "
        + "Officials in Seaborough, who asked not to be named, denied that the talks had failed.\n";

    /// <summary>A page of bare text with that many paragraphs.</summary>
    public static Page Of(int paragraphs) => Page.Of(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(Passage, paragraphs))), null, "text/plain");
}
