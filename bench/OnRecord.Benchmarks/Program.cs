using BenchmarkDotNet.Running;
using OnRecord.Benchmarks;

// dotnet run -c Release --project bench/OnRecord.Benchmarks -- --filter '*'
// dotnet run -c Release --project bench/OnRecord.Benchmarks -- language FOLDER | lengths | shares [FOLDER] | finders FOLDER | names FOLDER | roles FOLDER
switch (args)
{
    case ["language", var folder]:
        LanguageSpeed.OfFolder(folder);
        break;
    case ["finders", var folder]:
        FinderSpeed.OfFolder(folder);
        break;
    case ["names", var folder]:
        FinderShare.OfNames(folder);
        break;
    case ["roles", var folder]:
        FinderShare.OfRoles(folder);
        break;
    case ["lengths"]:
        LanguageSpeed.ByLength();
        break;
    case ["shares"]:
        StageShares.Print(null);
        break;
    case ["shares", var folder]:
        StageShares.Print(folder);
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Article).Assembly).Run(args);
        break;
}
