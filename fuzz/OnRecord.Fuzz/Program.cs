using OnRecord.Fuzz;
using SharpFuzz;

// fuzz TARGET           runs under afl++ (see README.md)
// fuzz TARGET FILE…     reads files once, to look at what a run has found
if (args.Length == 0 || !Targets.All.TryGetValue(args[0], out var target))
{
    Console.Error.WriteLine($"usage: fuzz TARGET [FILE…]; targets: {string.Join(", ", Targets.All.Keys)}");
    return 2;
}

if (args.Length > 1)
{
    foreach (var file in args.Skip(1))
    {
        Console.WriteLine(file);
        target(File.ReadAllBytes(file));
    }
}
else
{
    Fuzzer.OutOfProcess.Run(stream =>
    {
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        target(bytes.ToArray());
    });
}

return 0;
