using BenchmarkDotNet.Running;
using OnRecord.Benchmarks;

// dotnet run -c Release --project bench/OnRecord.Benchmarks -- --filter '*'
// dotnet run -c Release --project bench/OnRecord.Benchmarks -- language FOLDER | finders FOLDER | lengths
switch (args)
{
    case ["language", var folder]:
        LanguageSpeed.OfFolder(folder);
        break;
    case ["finders", var folder]:
        FinderSpeed.OfFolder(folder);
        break;
    case ["lengths"]:
        LanguageSpeed.ByLength();
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Article).Assembly).Run(args);
        break;
}
