using CsCheck;

namespace OnRecord.Tests;

#pragma warning disable RS0030 // The one place that may ask CsCheck itself.

/// <summary>
/// The samples of property tests, the same ones in each run: a check that fails fails for everybody. With ONRECORD_FRESH_SAMPLES in the environment they are new ones, CsCheck's own;
/// one that fails there becomes a test of its own. Standing in this namespace, these methods go before CsCheck's of the same name.
/// </summary>
internal static class FixedSamples
{
    /// <summary>The variable that asks for new samples; its number multiplies how many.</summary>
    public const string Fresh = "ONRECORD_FRESH_SAMPLES";

    private const long DefaultCount = 100;
    private const uint Stream = 1;
    private const ulong Seed = 20_250_825;

    public static void Sample<T>(this Gen<T> gen, Action<T> check, long iter = DefaultCount, int threads = -1) => gen.Sample(
        sample =>
        {
            check(sample);
            return true;
        },
        iter, threads);

    public static void Sample<T1, T2>(this Gen<(T1, T2)> gen, Action<T1, T2> check, long iter = DefaultCount, int threads = -1) => gen.Sample(both => check(both.Item1, both.Item2), iter, threads);

    public static void Sample<T1, T2, T3>(this Gen<(T1, T2, T3)> gen, Action<T1, T2, T3> check, long iter = DefaultCount, int threads = -1) =>
        gen.Sample(all => check(all.Item1, all.Item2, all.Item3), iter, threads);

    public static void Sample<T1, T2, T3>(this Gen<(T1, T2, T3)> gen, Func<T1, T2, T3, bool> check, long iter = DefaultCount, int threads = -1) =>
        gen.Sample(all => check(all.Item1, all.Item2, all.Item3), iter, threads);

    public static void Sample<T1, T2, T3, T4>(this Gen<(T1, T2, T3, T4)> gen, Action<T1, T2, T3, T4> check, long iter = DefaultCount, int threads = -1) =>
        gen.Sample(all => check(all.Item1, all.Item2, all.Item3, all.Item4), iter, threads);

    public static void Sample<T1, T2, T3, T4>(this Gen<(T1, T2, T3, T4)> gen, Func<T1, T2, T3, T4, bool> check, long iter = DefaultCount, int threads = -1) =>
        gen.Sample(all => check(all.Item1, all.Item2, all.Item3, all.Item4), iter, threads);

    public static void Sample<T>(this Gen<T> gen, Func<T, bool> check, long iter = DefaultCount, int threads = -1)
    {
        if (int.TryParse(Environment.GetEnvironmentVariable(Fresh), out var times))
        {
            Check.Sample(gen, check, iter: iter * Math.Max(1, times), threads: threads);
            return;
        }

        // One after the other from one state, so that the samples do not depend on the number of processors.
        var chance = new PCG(Stream, Seed);
        for (var place = 0L; place < iter; place++)
        {
            var state = chance.State;
            var sample = gen.Generate(chance, null, out _);
            if (!Holds(check, sample))
            {
                // Told, and made smaller, by CsCheck itself.
                Check.Sample(gen, check, seed: chance.ToString(state), iter: iter, threads: threads);
                Assert.Fail($"sample {place} does not hold");
            }
        }
    }

    private static bool Holds<T>(Func<T, bool> check, T sample)
    {
        try
        {
            return check(sample);
        }
        catch (Exception)
        {
            return false;
        }
    }
}
