using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OnRecord.App.Api;
using OnRecord.App.Cli;
using OnRecord.App.Outputs.Hits;
using OnRecord.App.Web.Inboxes;
using OnRecord.App.Web.Safety;
using OnRecord.Archive;

namespace OnRecord.App.Web;

/// <summary>The desk as an application: what answers, and what every request passes first.</summary>
internal static class Desk
{
    /// <summary>What a form has besides the files: names of fields and borders.</summary>
    private const int FormOverhead = 1024 * 1024;

    public static WebApplication Build(DeskSettings settings, Terminal terminal)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, EnvironmentName = "Production" });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls([.. settings.Addresses.Select(address => address.ToString())]);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = settings.MaxBytes + (long)FormOverhead;
        });
        AddServices(builder.Services, settings, terminal);
        var app = builder.Build();
        Guard(app, settings, terminal);
        app.MapAssets();
        app.MapOpenApi("/api/openapi.json");
        var api = app.MapGroup("/api").AddEndpointFilter(Problems.AsJson);
        api.MapDocuments();
        api.MapClaims();
        api.MapSources();
        api.MapTimeline();
        api.MapFigures();
        api.MapSearch();
        api.MapInbox();
        app.MapGroup("").AddEndpointFilter(Problems.AsPage).ExcludeFromDescription().MapViews();
        return app;
    }

    private static void AddServices(IServiceCollection services, DeskSettings settings, Terminal terminal)
    {
        services.Configure<FormOptions>(form =>
        {
            form.MultipartBodyLengthLimit = settings.MaxBytes + (long)FormOverhead;
            form.ValueLengthLimit = settings.MaxBytes;
        });
        services.AddHostFiltering(hosts => hosts.AllowedHosts = [.. settings.Hosts]);
        services.ConfigureHttpJsonOptions(json => json.SerializerOptions.Encoder = HitJson.Options.Encoder);
        services.AddOpenApi(options => options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new() { Title = "OnRecord: the desk", Version = typeof(Desk).Assembly.GetName().Version!.ToString(3), Description = "The JSON twins of the desk's pages. Offsets are Unicode code points of a record's text." };
            document.Servers?.Clear();
            return Task.CompletedTask;
        }));
        services.AddRazorComponents();
        services.AddScoped(_ => RecordStore.Open(settings.Archive));
        services.AddSingleton(settings);
        services.AddSingleton(new Inbox(settings, terminal));
        services.AddHostedService(provider => provider.GetRequiredService<Inbox>());
    }

    private static void Guard(WebApplication app, DeskSettings settings, Terminal terminal)
    {
        app.Use(async (context, next) =>
        {
            try
            {
                await next(context).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
            {
            }
            catch (BadHttpRequestException e) when (!context.Response.HasStarted)
            {
                context.Response.StatusCode = e.StatusCode;
                await context.Response.WriteAsync(e.Message + "\n").ConfigureAwait(false);
            }
            catch (Exception e) when (!context.Response.HasStarted)
            {
                terminal.Say($"{context.Request.Path}: {e}");
                context.Response.StatusCode = StatusCodes.Status500InternalServerError;
                await context.Response.WriteAsync($"Something went wrong: {(e is ArchiveException ? e.Message : "the program's terminal tells more")}\n").ConfigureAwait(false);
            }
        });
        app.UseSafeHeaders();
        app.UseHostFiltering();
        if (settings.Token is { } token)
        {
            app.UseToken(token);
        }

        app.UseOwnPosts();
    }
}
