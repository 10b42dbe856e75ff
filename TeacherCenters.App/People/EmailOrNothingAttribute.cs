using System.ComponentModel.DataAnnotations;

namespace TeacherCenters.People;

/// <summary>An address of e-mail, or an empty field: the framework's own attribute goes on refusing a field that was emptied again.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class EmailOrNothingAttribute : ValidationAttribute
{
    private static readonly EmailAddressAttribute Address = new();

    public override bool IsValid(object? value) => value is not string text || string.IsNullOrWhiteSpace(text) || Address.IsValid(text.Trim());
}
