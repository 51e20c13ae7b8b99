using OnRecord.App.Cli;
using OnRecord.Archive;
using OnRecord.Tests;
using OnRecord.Tests.Archives;

namespace OnRecord.ServiceTests;

public sealed class PostgresSearchTests(PostgresServer server) : SearchContract(server.NewArchive());

public sealed class PostgresPeopleTests(PostgresServer server) : PeopleContract(server.NewArchive());

public sealed class PostgresFamilyTests(PostgresServer server) : FamilyContract(server.NewArchive);

public sealed class PostgresStoryTests(PostgresServer server) : StoryContract(server.NewArchive);

public sealed class PostgresProofTests(PostgresServer server) : ProofContract(server.NewArchive);

/// <summary>The archive in PostgreSQL, and what is true of servers only.</summary>
public sealed class PostgresStoreTests(PostgresServer server) : RecordStoreContract(server.NewArchive)
{
    [Fact]
    public void What_is_no_archive_is_refused_with_the_reason_and_without_the_password()
    {
        var address = server.NewArchive();
        var secret = address.Replace("tester@", "tester:hush@", StringComparison.Ordinal);
        Assert.Contains("no such archive", Told(() => RecordStore.Open(secret)), StringComparison.Ordinal);
        Assert.Contains("cannot be opened", Told(() => RecordStore.Open(secret.Replace("/postgres?", "/nowhere?", StringComparison.Ordinal))), StringComparison.Ordinal);
        Assert.Contains("name a schema", Told(() => RecordStore.Open(secret.Replace("=archive", "=a;b", StringComparison.Ordinal))), StringComparison.Ordinal);
        Assert.Contains("is no address", Told(() => RecordStore.Open("postgresql://tester:hush@[/x")), StringComparison.Ordinal);
        using var store = RecordStore.OpenOrCreate(secret);
        Assert.DoesNotContain("hush", store.Place, StringComparison.Ordinal);
        store.Database.Execute("UPDATE archive_version SET version = 99");
        Assert.Contains("later release", Told(() => RecordStore.Open(secret)), StringComparison.Ordinal);

        static string Told(Action action)
        {
            var told = Assert.Throws<ArchiveException>(action).Message;
            Assert.DoesNotContain("hush", told, StringComparison.Ordinal);
            return told;
        }
    }

    [Fact]
    public void Verify_finds_words_that_are_not_those_of_the_text()
    {
        using var archive = new TempArchive(server.NewArchive());
        archive.Add("one.txt", "The dam failed on Monday, Orlo said.");
        archive.Store.Database.Execute("UPDATE record_words SET words = ''; UPDATE claim_words SET words = ''");
        Assert.Equal(2, Verification.Check(archive.Store).Count(problem => problem.StartsWith("full text", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_server_that_goes_away_is_told_as_such()
    {
        using var archive = new TempArchive(server.NewArchive());
        var id = archive.Store.Database.Scalar<int>("SELECT pg_backend_pid()");
        using (var other = RecordStore.Open(archive.Address))
        {
            other.Database.Scalar<bool>("SELECT pg_terminate_backend(@id)", ("@id", id));
        }

        Assert.Throws<ArchiveException>(() => archive.Search.Documents(TempArchive.Query("dam"), 5));
        Assert.Throws<ArchiveException>(() => archive.Add("one.txt", "The dam failed on Monday."));
    }

    [Fact]
    public void The_verbs_take_an_address_and_say_the_same_of_it_as_of_a_file()
    {
        var (file, address) = (Path.Combine(Directory.CreateTempSubdirectory("onrecord-twin-").FullName, "twin.db"), server.NewArchive());
        string[][] verbs = [["add", Path.Combine(Repository.Root, "corpus", "pages")], ["timeline", "earthquake"], ["search", "status:denied", "--format", "json"], ["export", "--format", "csv"], ["search", "country:EST", "--facets"]];
        foreach (var verb in verbs)
        {
            Assert.Equal(Output([.. verb, "--archive", file]), Output([.. verb, "--archive", address]));
        }

        static string Output(string[] arguments)
        {
            using var output = new MemoryStream();
            using var error = new StringWriter();
            using var terminal = new Terminal { Input = Stream.Null, Output = output, Error = error };
            Assert.True(CommandLine.Run(arguments, terminal) == ExitCode.Success, error.ToString());
            return System.Text.Encoding.UTF8.GetString(output.ToArray());
        }
    }
}
