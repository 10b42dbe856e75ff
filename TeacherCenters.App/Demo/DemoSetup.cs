using TeacherCenters.Kernel;
using TeacherCenters.Security;
using TeacherCenters.Settings;

namespace TeacherCenters.Demo;

public static class DemoSetup
{
    public static IServiceCollection AddDemo(this IServiceCollection services)
    {
        services.AddSingleton<SampleNetwork>();
        services.AddSingleton<SampleFill>(provider => (progress, cancellation) =>
            provider.GetRequiredService<SampleNetwork>().FillAsync(new SampleSize(AsOf: provider.GetRequiredService<NetworkClock>().Today), progress, cancellation));
        return services;
    }
}
