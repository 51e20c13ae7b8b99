using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
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
    /// <summary>How long what is under way may take when the desk is closed.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static WebApplication Build(DeskSettings settings, Terminal terminal, InboxFolder folder)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, EnvironmentName = "Production" });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls([.. settings.Addresses.Select(address => address.ToString())]);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = settings.MostOfBody;
        });
        using (var store = RecordStore.Open(settings.Archive))
        {
            settings = settings with { ArchiveId = store.Id };
        }

        AddServices(builder.Services, settings, terminal, folder);
        var app = builder.Build();
        Guard(app, settings, terminal);
        app.MapAssets();
        app.MapOpenApi("/api/openapi.json");
        var api = app.MapGroup("/api");
        api.MapDocuments();
        api.MapStories();
        api.MapClaims();
        api.MapPeople();
        api.MapTimeline();
        api.MapFigures();
        api.MapSearch();
        api.MapAsk();
        api.MapInbox();
        app.MapGroup("").ExcludeFromDescription().MapViews();
        return app;
    }

    private static void AddServices(IServiceCollection services, DeskSettings settings, Terminal terminal, InboxFolder folder)
    {
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.Configure<HostOptions>(host => host.ShutdownTimeout = Patience);
        services.AddHostFiltering(hosts => hosts.AllowedHosts = [.. settings.Hosts]);
        services.ConfigureHttpJsonOptions(json => json.SerializerOptions.Encoder = HitJson.Options.Encoder);
        services.AddOpenApi(options => options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new() { Title = "OnRecord: the desk", Version = typeof(Desk).Assembly.GetName().Version!.ToString(3), Description = "The JSON twins of the desk's pages. Offsets are Unicode code points of a record's text." };
            document.Servers?.Clear();
            return Task.CompletedTask;
        }));
        services.AddRazorComponents();
        services.AddScoped(_ =>
        {
            var store = RecordStore.OpenSame(settings.Archive, settings.ArchiveId, toRead: true);
            store.LimitQueries(settings.QueryTime, TimeProvider.System);
            return store;
        });
        services.AddSingleton(settings);
        services.AddSingleton(folder);
        services.AddSingleton(new Exports(folder));
        services.AddSingleton(new Inbox(settings, terminal, folder));
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
            catch (Exception e) when (!context.Response.HasStarted)
            {
                var (code, title, message) = Problems.Of(e);
                if (code == StatusCodes.Status500InternalServerError)
                {
                    terminal.Say($"{context.Request.Path}: {(e is ArchiveException ? e.Message : Faults.Told(e))}");
                }

                context.Response.Clear();
                Headers.Set(context.Response.Headers);
                await Problems.AnswerAsync(context, code, title, message).ConfigureAwait(false);
            }
        });
        if (settings.Proxy is { } proxy)
        {
            var forwarded = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto };
            forwarded.KnownIPNetworks.Clear();
            forwarded.KnownProxies.Clear();
            forwarded.KnownProxies.Add(proxy);
            app.UseForwardedHeaders(forwarded);
        }

        app.UseSafeHeaders();
        app.UseHostFiltering();
        if (settings.Token is { } token)
        {
            app.UseToken(token, new Guesses(TimeProvider.System, terminal), TimeProvider.System);
        }

        app.UseOwnRequests();
        app.UseStatusCodePages(context => Problems.AnswerAsync(context.HttpContext, context.HttpContext.Response.StatusCode));
        app.Use((context, next) =>
        {
            // What GET answers, HEAD does without the body, which the server leaves out by itself.
            if (HttpMethods.IsHead(context.Request.Method))
            {
                context.Request.Method = HttpMethods.Get;
            }

            return next(context);
        });
        app.UseRouting();
    }
}
