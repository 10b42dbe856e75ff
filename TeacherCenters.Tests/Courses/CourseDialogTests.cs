using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using MudBlazor.Services;
using TeacherCenters.Courses;
using TeacherCenters.Security;
using TeacherCenters.Tests.Data;
using TeacherCenters.Tests.Ui;
using TeacherCenters.Ui;
using TeacherCenters.Ui.Culture;

namespace TeacherCenters.Tests.Courses;

public sealed class CourseDialogTests
{
    private const string TooShort = "не меньше 16 часов";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_refusal_beside_the_hours_goes_when_another_kind_or_document_is_chosen(bool byKind)
    {
        await using var store = await TestStore.CreateAsync();
        using var spoken = new Spoken(AppCultures.Russian);
        await using var context = new BunitContext();
        context.JSInterop.Mode = JSRuntimeMode.Loose;
        context.Services.AddMudServices(options => options.PopoverOptions.CheckForPopoverProvider = false);
        context.Services.AddSingleton(new CourseCommands(store.Store)).AddSingleton(new CourseQueries(store.Store, store.Clock));
        context.RenderTree.Add<CascadingValue<Actor>>(x => x.Add(y => y.Value, A.Administrator()));
        var dialogs = context.Render<MudDialogProvider>();
        await dialogs.InvokeAsync(() => { _ = context.Services.GetRequiredService<IDialogService>().ShowSheetAsync<CourseDialog>(new() { { x => x.Form, new CourseForm { Title = "Коротко", Hours = 8 } } }); });
        dialogs.WaitForElement("form", Patience).Submit();
        dialogs.WaitForAssertion(() => Assert.Contains(TooShort, dialogs.Find("form").TextContent, StringComparison.Ordinal), Patience);

        await dialogs.InvokeAsync(() => byKind
            ? dialogs.FindComponent<MudSelect<EventKind>>().Instance.ValueChanged.InvokeAsync(EventKind.Seminar)
            : dialogs.FindComponent<MudSelect<DocumentKind>>().Instance.ValueChanged.InvokeAsync(DocumentKind.ParticipantCertificate));

        dialogs.WaitForAssertion(() => Assert.DoesNotContain(TooShort, dialogs.Find("form").TextContent, StringComparison.Ordinal), Patience);
        Assert.Equal("8", dialogs.FindComponent<MudNumericField<int?>>().Find("input").GetAttribute("value"));
    }
}
