using System.Globalization;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection.Extensions;
using MudBlazor;
using MudBlazor.Services;
using TeacherCenters.Ui.Culture;

namespace TeacherCenters.Ui;

public static class UiSetup
{
    public static WebApplicationBuilder AddUi(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = AppCultures.Russian;
        services.AddRazorComponents().AddInteractiveServerComponents(options =>
        {
            options.DisconnectedCircuitMaxRetained = 50;
            options.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMinutes(3);
            options.MaxBufferedUnacknowledgedRenderBatches = 10;
            options.DetailedErrors = builder.Environment.IsDevelopment();
        });
        services.Configure<HubOptions>(options => options.MaximumReceiveMessageSize = 32 * 1024);
        services.AddMudServices(options => Snackbars(options.SnackbarConfiguration));
        services.AddTransient<MudLocalizer, RussianMudLocalizer>();
        services.TryAddScoped(_ => new CenterChoices((_, _) => Task.FromResult<IReadOnlyList<CenterChoice>>([])));
        return builder;
    }

    /// <summary>How messages are shown. A refusal that is met again while it stands there is not shown twice.</summary>
    public static void Snackbars(SnackbarConfiguration options)
    {
        options.PositionClass = Defaults.Classes.Position.BottomCenter;
        options.VisibleStateDuration = 6000;
        options.PreventDuplicates = true;
        // Else a message with a button stays until somebody closes it, over what stands at the foot of the page.
        options.RequireInteraction = false;
    }

    /// <summary>What must stand before authentication: headers, error pages, language.</summary>
    public static WebApplication UseUi(this WebApplication app)
    {
        app.UseSecurityHeaders();
        if (!app.Environment.IsDevelopment()) app.UseExceptionHandler("/error", createScopeForErrors: true);
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.UseRequestLocalization(AppCultures.Options);
        return app;
    }

    public static WebApplication MapUi(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        app.MapCulture();
        // The policy of frames stands in our own header; a second one would have to agree with it.
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);
        return app;
    }
}
