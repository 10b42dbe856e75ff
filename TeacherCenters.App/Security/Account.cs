using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeacherCenters.Kernel;
using TeacherCenters.People;

namespace TeacherCenters.Security;

/// <summary>Someone who may sign in. A nullable person ties an assessor's or mentor's account to their card.</summary>
public sealed class Account : IdentityUser<int>
{
    public required string FullName { get; set; }

    public int? PersonId { get; set; }

    /// <summary>A disabled account cannot sign in, and its open circuits end within a minute.</summary>
    public bool IsDisabled { get; set; }

    /// <summary>True until the owner has chosen a password in place of the one that was handed over.</summary>
    public bool MustChangePassword { get; set; }

    public List<RoleGrant> Grants { get; } = [];
}

/// <summary>A role of an account in one center, or in the whole network.</summary>
public sealed class RoleGrant : Entity
{
    public int AccountId { get; init; }

    public required Role Role { get; init; }

    public int? CenterId { get; init; }
}

internal sealed class AccountMapping : IEntityTypeConfiguration<Account>, IEntityTypeConfiguration<RoleGrant>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.Property(x => x.FullName).HasMaxLength(200);
        builder.HasOne<Person>().WithMany().HasForeignKey(x => x.PersonId);
        builder.HasMany(x => x.Grants).WithOne().HasForeignKey(x => x.AccountId);
    }

    public void Configure(EntityTypeBuilder<RoleGrant> builder)
    {
        builder.HasIndex(x => new { x.AccountId, x.Role, x.CenterId }).IsUnique();
    }
}
