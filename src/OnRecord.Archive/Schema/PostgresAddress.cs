using Npgsql;

namespace OnRecord.Archive.Schema;

/// <summary>How users name a PostgreSQL database: <c>postgresql://user@host:5432/database</c>, as libpq reads it, or Npgsql's <c>Host=…;Database=…</c>.</summary>
internal static class PostgresAddress
{
    private static readonly string[] Schemes = ["postgresql://", "postgres://"];

    /// <summary>Whether this names a database and not a file.</summary>
    public static bool Is(string archive) => Schemes.Any(scheme => archive.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
        || (archive.Contains("Host=", StringComparison.OrdinalIgnoreCase) && archive.Contains(';', StringComparison.Ordinal));

    /// <summary>The settings of a connection. What is not named comes from libpq's variables (<c>PGUSER</c>, <c>PGPASSWORD</c>, …) and <c>~/.pgpass</c>.</summary>
    /// <exception cref="ArchiveException">The address is malformed.</exception>
    public static NpgsqlConnectionStringBuilder Read(string archive)
    {
        try
        {
            return Schemes.Any(scheme => archive.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)) ? OfUri(new Uri(archive)) : new NpgsqlConnectionStringBuilder(archive);
        }
        catch (Exception e) when (e is UriFormatException or ArgumentException or FormatException or InvalidCastException or OverflowException)
        {
            // The message of the parser may repeat the address, and with it a password.
            throw new ArchiveException("--archive: is no address of a PostgreSQL database; write postgresql://user@host:5432/database or Host=…;Database=…");
        }
    }

    /// <summary>The address without user and password.</summary>
    public static string Told(NpgsqlConnectionStringBuilder settings) => $"postgresql://{settings.Host}:{settings.Port}/{settings.Database}";

    private static NpgsqlConnectionStringBuilder OfUri(Uri uri)
    {
        var settings = new NpgsqlConnectionStringBuilder();
        foreach (var pair in uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, value) = pair.IndexOf('=', StringComparison.Ordinal) is var equals and > 0 ? (pair[..equals], pair[(equals + 1)..]) : throw new FormatException();
            settings[Names.GetValueOrDefault(name, name)] = Uri.UnescapeDataString(value);
        }

        if (uri.Host.Length > 0)
        {
            settings.Host = Uri.UnescapeDataString(uri.Host);
        }

        if (uri.Port > 0)
        {
            settings.Port = uri.Port;
        }

        if (uri.AbsolutePath.Length > 1)
        {
            settings.Database = Uri.UnescapeDataString(uri.AbsolutePath[1..]);
        }

        if (uri.UserInfo.Split(':', 2) is [{ Length: > 0 } user, ..] parts)
        {
            settings.Username = Uri.UnescapeDataString(user);
            settings.Password = parts.Length > 1 ? Uri.UnescapeDataString(parts[1]) : settings.Password;
        }

        return settings;
    }

    /// <summary>Parameters of libpq's addresses under the names that Npgsql gives them.</summary>
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["host"] = "Host",
        ["port"] = "Port",
        ["dbname"] = "Database",
        ["user"] = "Username",
        ["password"] = "Password",
        ["sslmode"] = "SSL Mode",
        ["sslrootcert"] = "Root Certificate",
        ["sslcert"] = "SSL Certificate",
        ["sslkey"] = "SSL Key",
        ["application_name"] = "Application Name",
        ["connect_timeout"] = "Timeout",
        ["search_path"] = "Search Path",
    };
}
