using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using OnRecord.Archive;

namespace OnRecord.Lab.Archives;

/// <summary><c>kill-serve</c>: kills <c>onrecord serve</c> at random times while uploads run, many times, and looks whether anything that it had accepted is lost.</summary>
internal static class KillServe
{
    private const int AtOnce = 4;

    /// <summary>Milliseconds between two uploads of one sender.</summary>
    private const int Pause = 100;

    /// <summary>Milliseconds after the desk's opening between which it is killed.</summary>
    private const int Earliest = 20;
    private const int Latest = 2_500;

    public static Command Command()
    {
        var program = new Argument<string>("program") { Description = "OnRecord.App.dll" };
        var runs = new Option<int>("--runs") { Description = "How often", DefaultValueFactory = _ => 200 };
        var seed = new Option<int>("--seed") { Description = "Seed of the times", DefaultValueFactory = _ => 11 };
        var size = new Option<int>("--bytes") { Description = "Bytes of every tenth upload, so that kills fall into bodies", DefaultValueFactory = _ => 200_000 };
        var command = new Command("kill-serve", "Kills 'onrecord serve' at random times while uploads run and checks that nothing accepted is lost.") { program, runs, seed, size };
        command.SetAction(parsed => Run(parsed.GetValue(program)!, parsed.GetValue(runs), parsed.GetValue(seed), parsed.GetValue(size)).GetAwaiter().GetResult() ? 0 : 1);
        return command;
    }

    private static async Task<bool> Run(string program, int runs, int seed, int size)
    {
        var folder = Directory.CreateTempSubdirectory("onrecord-kill-");
        var archive = Path.Combine(folder.FullName, "desk.db");
        var (random, accepted, sent, lost, bad) = (new Random(seed), new HashSet<string>(StringComparer.Ordinal), 0, 0, 0);
        try
        {
            for (var run = 1; run <= runs; run++)
            {
                using var desk = Desk.Open(program, archive);
                using var end = new CancellationTokenSource();
                var uploads = Enumerable.Range(0, AtOnce).Select(_ => Task.Run(async () =>
                {
                    while (!end.IsCancellationRequested)
                    {
                        var number = Interlocked.Increment(ref sent);
                        var text = Text(number, number % 10 == 0 ? size : 0);
                        if (await desk.Accepts(text).ConfigureAwait(false))
                        {
                            lock (accepted)
                            {
                                accepted.Add(Page.Of(Encoding.UTF8.GetBytes(text)).Sha256);
                            }
                        }

                        await Task.Delay(Pause).ConfigureAwait(false);
                    }
                })).ToList();
                await Task.Delay(random.Next(Earliest, Latest)).ConfigureAwait(false);
                desk.Kill();
                await end.CancelAsync().ConfigureAwait(false);
                await Task.WhenAll(uploads).ConfigureAwait(false);
                lost += Lost(archive, accepted);
                if (run % 20 == 0)
                {
                    bad += Problems(archive);
                    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{run} runs, {accepted.Count} of {sent} uploads accepted, {lost} lost, {bad} problems"));
                }
            }

            // At the end all of it is read, that too at which the desk was killed again and again, if somebody says so.
            using (var desk = Desk.Open(program, archive))
            {
                await desk.TryAgain().ConfigureAwait(false);
                while (await desk.IsReading().ConfigureAwait(false))
                {
                    await Task.Delay(500).ConfigureAwait(false);
                }
            }

            using var store = RecordStore.Open(archive);
            var unread = accepted.Except(store.Hashes()).Count();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{runs} kills, {accepted.Count} of {sent} uploads accepted, {lost} lost, {unread} of them not in the archive at the end, {bad} problems found by verify"));
            return lost == 0 && unread == 0 && bad == 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Text(int number, int size)
    {
        // No language that is read, since the bytes are what counts here: thousands are to be in the archive at the end.
        var text = new StringBuilder($"Die Brücke {number} hielt am Montag nicht, sagte der Bürgermeister von Norrick. Sie wurde vor {number} Tagen gebaut, und niemand weiß, warum.");
        while (text.Length < size)
        {
            text.Append(CultureInfo.InvariantCulture, $" Brücke {text.Length} hielt nicht, sagte der Bürgermeister von Norrick am Montag.");
        }

        return text.ToString();
    }

    /// <summary>Accepted uploads that are neither in the archive nor in the inbox.</summary>
    private static int Lost(string archive, HashSet<string> accepted)
    {
        using var store = RecordStore.Open(archive);
        var kept = store.Hashes().Concat(Directory.EnumerateFiles(Path.Combine(archive + ".inbox", "waiting"), "content", SearchOption.AllDirectories).Select(path => Page.Of(File.ReadAllBytes(path)).Sha256))
            .ToHashSet(StringComparer.Ordinal);
        return accepted.Count(hash => !kept.Contains(hash));
    }

    private static int Problems(string archive)
    {
        using var store = RecordStore.Open(archive);
        return Verification.Check(store).Length;
    }

    /// <summary>A desk in a process of its own.</summary>
    private sealed class Desk : IDisposable
    {
        private readonly Process _process;
        private readonly HttpClient _client;

        private Desk(Process process, Uri address)
        {
            _process = process;
            _client = new HttpClient { BaseAddress = address };
        }

        public static Desk Open(string program, string archive)
        {
            var process = Process.Start(new ProcessStartInfo("dotnet", [program, "serve", "--archive", archive, "--urls", "http://127.0.0.1:0"]) { RedirectStandardError = true })!;
            while (process.StandardError.ReadLine() is { } line)
            {
                if (line.Contains(" is on the desk at ", StringComparison.Ordinal))
                {
                    // Whatever else it says is read, so that it never waits to be heard.
                    _ = process.StandardError.ReadToEndAsync();
                    return new Desk(process, new Uri(line.Split(" is on the desk at ")[1]));
                }
            }

            throw new InvalidOperationException($"the desk did not open: {process.ExitCode}");
        }

        public async Task<bool> Accepts(string text)
        {
            try
            {
                using var form = new MultipartFormDataContent { { new ByteArrayContent(Encoding.UTF8.GetBytes(text)), "files", "page.txt" } };
                using var answer = await _client.PostAsync(new Uri("/api/inbox", UriKind.Relative), form).ConfigureAwait(false);
                return answer.StatusCode == HttpStatusCode.Accepted;
            }
            catch (Exception e) when (e is HttpRequestException or SocketException or IOException)
            {
                return false;
            }
        }

        public async Task TryAgain()
        {
            using var json = JsonDocument.Parse(await _client.GetStringAsync(new Uri("/api/inbox", UriKind.Relative)).ConfigureAwait(false));
            foreach (var item in json.RootElement.GetProperty("items").EnumerateArray().Where(item => item.GetProperty("isKept").GetBoolean()))
            {
                using var answer = await _client.PostAsync(new Uri($"/api/inbox/{item.GetProperty("id").GetInt32()}/again", UriKind.Relative), null).ConfigureAwait(false);
                answer.EnsureSuccessStatusCode();
            }
        }

        public async Task<bool> IsReading()
        {
            using var json = JsonDocument.Parse(await _client.GetStringAsync(new Uri("/api/inbox", UriKind.Relative)).ConfigureAwait(false));
            return json.RootElement.GetProperty("open").GetInt32() > 0;
        }

        public void Kill()
        {
            _process.Kill();
            _process.WaitForExit();
        }

        public void Dispose()
        {
            if (!_process.HasExited)
            {
                Kill();
            }

            _client.Dispose();
            _process.Dispose();
        }
    }
}
