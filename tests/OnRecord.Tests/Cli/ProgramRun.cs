using System.Text;
using OnRecord.App.Cli;
using OnRecord.App.Inputs;
using OnRecord.App.Inputs.Fetching;

namespace OnRecord.Tests.Cli;

/// <summary>Runs the program inside the test's own process, in a folder of its own.</summary>
internal sealed class ProgramRun : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("onrecord-");

    public FetchSettings Fetching { get; init; } = new();

    public Func<ReadPage, ReadPage> Around { get; set; } = read => read;

    /// <summary>Stands for standard output where a test has its own; <see cref="Output"/> stays empty then.</summary>
    public Stream? Into { get; init; }

    public bool IsOutputTerminal { get; init; }

    public string Output { get; private set; } = "";

    public string Error { get; private set; } = "";

    /// <summary>Makes a file in the folder and gives its path.</summary>
    public string File(string name, byte[] bytes)
    {
        var path = Path.Combine(_folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        System.IO.File.WriteAllBytes(path, bytes);
        return path;
    }

    public string File(string name, string text) => File(name, Encoding.UTF8.GetBytes(text));

    public string PathOf(string name) => Path.Combine(_folder.FullName, name);

    /// <summary>Runs a command line and gives the exit code.</summary>
    public int Run(params string[] args) => Run([], args);

    /// <summary>Runs a command line with bytes on standard input.</summary>
    public int Run(byte[] input, string[] args)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter { NewLine = "\n" };
        using var terminal = new Terminal { Input = new MemoryStream(input), Output = Into ?? output, Error = error, Fetching = Fetching, IsOutputTerminal = IsOutputTerminal, Around = Around };
        var code = CommandLine.Run(args, terminal);
        Output = Encoding.UTF8.GetString(output.ToArray());
        Error = error.ToString();
        return code;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
