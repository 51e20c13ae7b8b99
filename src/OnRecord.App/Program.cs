using OnRecord.App.Cli;

using var terminal = Terminal.OfConsole();

// Whatever escapes a thread of its own ends the program as any fault does, with a line and an exit code.
AppDomain.CurrentDomain.UnhandledException += (_, unhandled) => Environment.Exit(CommandLine.CodeOf((Exception)unhandled.ExceptionObject, terminal));
return CommandLine.Run(args, terminal);
