using BenchmarkDotNet.Running;

// dotnet run -c Release --project bench/OnRecord.Benchmarks -- --filter '*'
BenchmarkSwitcher.FromAssembly(typeof(OnRecord.Benchmarks.Article).Assembly).Run(args);
