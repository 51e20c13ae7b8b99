using OnRecord.App.Cli;

using var terminal = Terminal.OfConsole();
return CommandLine.Run(args, terminal);
