using System.ComponentModel.DataAnnotations;

namespace TeacherCenters.Security;

public sealed class UserForm
{
    [Required(ErrorMessageResourceType = typeof(SecurityText), ErrorMessageResourceName = nameof(SecurityText.FullNameMissing))]
    public string FullName { get; set; } = "";

    [Required(ErrorMessageResourceType = typeof(SecurityText), ErrorMessageResourceName = nameof(SecurityText.EmailInvalid))]
    [EmailAddress(ErrorMessageResourceType = typeof(SecurityText), ErrorMessageResourceName = nameof(SecurityText.EmailInvalid))]
    public string Email { get; set; } = "";

    /// <summary>The person's key; a refusal of it stands at the field.</summary>
    public int? Person { get; set; }

    public List<GrantForm> Grants { get; } = [];
}

public sealed class GrantForm
{
    public Role Role { get; set; } = Role.Coordinator;

    public int? CenterId { get; set; }
}

/// <summary>A temporary password on its way to the one screen that shows it.</summary>
public sealed record ShownPassword(string Email, string Password);
