using System.CommandLine;

var root = new RootCommand("Turns raw news pages into a record that can be checked.");
return root.Parse(args).Invoke();
