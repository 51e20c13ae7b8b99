using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using OnRecord.App.Cli;

namespace OnRecord.Tests.Docs;

/// <summary>What the program and the tree have, the docs tell.</summary>
public sealed partial class DocsTests
{
    [Fact]
    public void Every_verb_and_option_is_documented()
    {
        using var terminal = new Terminal { Input = Stream.Null, Output = Stream.Null, Error = TextWriter.Null };
        var cli = Read("docs", "cli.md");
        Assert.All(CommandLine.Root(terminal).Subcommands, verb =>
        {
            Assert.Contains($"onrecord {verb.Name}", cli, StringComparison.Ordinal);
            Assert.All(verb.Options.Where(option => option is not System.CommandLine.Help.HelpOption), option =>
                Assert.Contains($"`{option.Name}", cli, StringComparison.Ordinal));
        });
    }

    [Fact]
    public void Every_exit_code_is_documented() => Assert.All(
        typeof(ExitCode).GetFields(),
        code => Assert.Contains($"| {code.GetRawConstantValue()} |", Read("docs", "cli.md"), StringComparison.Ordinal));

    [Fact]
    public void Every_package_has_a_reason()
    {
        var reasons = Read("docs", "dependencies.md");
        var packages = XDocument.Load(PathOf("Directory.Packages.props")).Descendants("PackageVersion").Select(package => package.Attribute("Include")!.Value).ToList();
        Assert.NotEmpty(packages);
        Assert.All(packages, package => Assert.Contains($"| {package} |", reasons, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_lexicon_says_what_it_is_for_and_whose_it_is() => Assert.All(
        Directory.EnumerateFiles(PathOf("data", "en", "lexicons"), "*.tsv"),
        path =>
        {
            var head = string.Join('\n', File.ReadLines(path).TakeWhile(line => line.StartsWith('#')));
            Assert.True(head.Length > 0 && head.Contains("Apache-2.0", StringComparison.Ordinal), $"{path}: the head does not name source and licence");
        });

    [Fact]
    public void Every_field_of_the_schema_is_documented()
    {
        var told = Read("docs", "record.md");
        using var schema = JsonDocument.Parse(Read("docs", "record.schema.json"));
        Assert.All(FieldNames(schema.RootElement).Distinct(), field => Assert.Contains($"`{field}`", told, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_link_between_the_docs_leads_somewhere() => Assert.All(Pages(), page =>
        Assert.All(Link().Matches(File.ReadAllText(page)).Select(match => match.Groups[1].Value), link =>
            Assert.True(Path.Exists(Path.Combine(Path.GetDirectoryName(page)!, link)), $"{page}: {link} leads nowhere")));

    [Fact]
    public void The_commands_of_the_readme_run()
    {
        var commands = ReadmeCommand().Matches(Read("README.md")).Select(match => match.Groups[1].Value).ToList();
        Assert.NotEmpty(commands);
        // An archive of an earlier run may be of another release.
        foreach (var file in Directory.EnumerateFiles("/tmp", "onrecord-example.db*"))
        {
            File.Delete(file);
        }

        Assert.All(commands, command =>
        {
            using var program = new Cli.ProgramRun();
            var args = command.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(FromRoot).ToArray();
            Assert.True(program.Run(args) == ExitCode.Success, $"{command}: {program.Error}");
        });
    }

    /// <summary>The names under each <c>properties</c> of a JSON Schema, at any depth.</summary>
    private static IEnumerable<string> FieldNames(JsonElement schema) => schema.ValueKind switch
    {
        JsonValueKind.Array => schema.EnumerateArray().SelectMany(FieldNames),
        JsonValueKind.Object => schema.EnumerateObject().SelectMany(member => member.NameEquals("properties")
            ? member.Value.EnumerateObject().SelectMany(field => FieldNames(field.Value).Prepend(field.Name))
            : FieldNames(member.Value)),
        _ => [],
    };

    /// <summary>The README's commands are run at the root of the checkout.</summary>
    private static string FromRoot(string argument) =>
        argument.StartsWith("corpus/", StringComparison.Ordinal) ? PathOf(argument) : argument;

    private static IEnumerable<string> Pages() =>
        Directory.EnumerateFiles(Repository.Root, "*.md").Concat(Directory.EnumerateFiles(PathOf("docs"), "*.md", SearchOption.AllDirectories)).Append(PathOf("corpus", "README.md"));

    private static string PathOf(params string[] parts) => Path.Combine([Repository.Root, .. parts]);

    private static string Read(params string[] parts) => File.ReadAllText(PathOf(parts));

    [GeneratedRegex(@"\]\((?!https?:|#)([^)#\s]+)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^\./onrecord ((?:read|claims|names|explain|add|search|timeline|export) .+)$", RegexOptions.Multiline)]
    private static partial Regex ReadmeCommand();
}
