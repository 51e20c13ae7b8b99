using System.CommandLine;
using OnRecord.Lab;

// A command a file; each trains, scores or inspects one thing against the gold beside the checkout.
var root = new RootCommand("Trains, scores and inspects OnRecord against gold corpora. Never needed by users.");
foreach (var command in LabCommands.All())
{
    root.Subcommands.Add(command);
}

return root.Parse(args).Invoke();
