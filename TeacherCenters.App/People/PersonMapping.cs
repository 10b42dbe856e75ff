using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeacherCenters.Centers;

namespace TeacherCenters.People;

internal sealed class PersonMapping : IEntityTypeConfiguration<Person>, IEntityTypeConfiguration<PersonWord>,
    IEntityTypeConfiguration<NameWord>, IEntityTypeConfiguration<NamePair>, IEntityTypeConfiguration<PersonLink>, IEntityTypeConfiguration<Employment>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.Ignore(x => x.Name);
        builder.Property(x => x.FamilyName).HasMaxLength(50);
        builder.Property(x => x.GivenName).HasMaxLength(50);
        builder.Property(x => x.Patronymic).HasMaxLength(50);
        builder.Property(x => x.SearchText).HasMaxLength(152);
        builder.Property(x => x.Snils).HasMaxLength(11);
        builder.Property(x => x.Phone).HasMaxLength(50);
        builder.Property(x => x.Email).HasMaxLength(100);
        builder.Property(x => x.Citizenship).HasMaxLength(3);
        builder.HasIndex(x => x.PublicKey).IsUnique();
        builder.HasIndex(x => x.Snils).IsUnique();
        builder.HasIndex(x => new { x.SearchText, x.BirthDate });
        builder.HasIndex(x => x.TeachingSince);
        builder.HasMany(x => x.Words).WithOne().HasForeignKey(x => x.PersonId);
        builder.Navigation(x => x.Words).HasField("_words").UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.ToTable(t => t.HasCheckConstraint("CK_Person_Snils", "\"Snils\" IS NULL OR length(\"Snils\") = 11"));
    }

    public void Configure(EntityTypeBuilder<PersonWord> builder)
    {
        builder.Property(x => x.Word).HasMaxLength(50);
        builder.Property(x => x.SearchText).HasMaxLength(1000);
        // Ordered as the search reads it: a common prefix stops after twenty rows, whatever the size of the table.
        builder.HasIndex(x => new { x.Word, x.SearchText, x.PersonId });
        builder.HasIndex(x => new { x.PersonId, x.Word }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<NameWord> builder)
    {
        builder.Property(x => x.Word).HasMaxLength(50);
        builder.HasKey(x => x.Word);
    }

    public void Configure(EntityTypeBuilder<NamePair> builder)
    {
        // Both tables follow PersonWord by its triggers, as an index would. A migration that rebuilds PersonWord drops them: it must make them again.
        builder.Property(x => x.First).HasMaxLength(50);
        builder.Property(x => x.Second).HasMaxLength(50);
        builder.Property(x => x.SearchText).HasMaxLength(1000);
        builder.HasKey(x => new { x.First, x.Second, x.SearchText, x.PersonId });
    }

    public void Configure(EntityTypeBuilder<PersonLink> builder)
    {
        builder.HasIndex(x => new { x.PersonId, x.CenterId }).IsUnique();
        builder.HasIndex(x => new { x.CenterId, x.PersonId });
        builder.HasOne(x => x.Person).WithMany().HasForeignKey(x => x.PersonId);
        builder.HasOne<Center>().WithMany().HasForeignKey(x => x.CenterId);
    }

    public void Configure(EntityTypeBuilder<Employment> builder)
    {
        builder.Property(x => x.Position).HasMaxLength(200);
        builder.Property(x => x.Subject).HasMaxLength(100);
        builder.Property(x => x.SchoolWritten).HasMaxLength(SchoolNames.MaxWritten);
        builder.HasIndex(x => x.PersonId);
        builder.HasIndex(x => x.SchoolId);
        builder.HasIndex(x => x.SchoolWritten).HasFilter("\"SchoolWritten\" IS NOT NULL");
        builder.ToTable(t => t.HasCheckConstraint("CK_Employment_School", "(\"SchoolId\" IS NULL) <> (\"SchoolWritten\" IS NULL) AND \"SchoolWritten\" <> ''"));
        // Heads are few among all who work: the list of their terms reads these rows only.
        builder.HasIndex(x => new { x.Category, x.PersonId }).HasFilter("\"Category\" = 'Head'");
        builder.HasOne(x => x.Person).WithMany().HasForeignKey(x => x.PersonId);
        builder.HasOne<School>().WithMany().HasForeignKey(x => x.SchoolId);
    }
}
