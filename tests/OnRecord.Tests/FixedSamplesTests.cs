using CsCheck;

namespace OnRecord.Tests;

public sealed class FixedSamplesTests
{
    [Fact]
    public void The_same_samples_come_in_every_run()
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable(FixedSamples.Fresh) is not null, "new samples were asked for");
        var (first, second) = (new List<string>(), new List<string>());
        Gen.String.Sample(first.Add, iter: 50);
        Gen.String.Sample(second.Add, iter: 50);
        Assert.Equal(50, first.Count);
        Assert.Equal(first, second);
        Assert.True(first.Distinct().Count() > 25);

        // Those of this release: a change of the generator is seen here, and not as another check.
        var numbers = new List<int>();
        Gen.Int[0, 999].Sample(numbers.Add, iter: 5);
        Assert.Equal(Known, numbers);
    }

    [Fact]
    public void A_sample_that_does_not_hold_fails_the_test() => Assert.ThrowsAny<Exception>(() => Gen.Int[0, 9].Sample(number => number < 9, iter: 200));

    private static readonly int[] Known = [306, 702, 420, 655, 826];
}
