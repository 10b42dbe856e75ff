using System.Linq.Expressions;

namespace TeacherCenters.Data;

/// <summary>Statuses are stored as words, and the store would sort them by the alphabet of their English names.</summary>
internal static class Chain
{
    /// <summary>The place of a row in the chain of its statuses: the order in which the enum names them.</summary>
    public static Expression<Func<TRow, int>> Place<TRow, TStatus>(Expression<Func<TRow, TStatus>> status) where TStatus : struct, Enum
    {
        var places = Enum.GetValues<TStatus>().Index().Aggregate((Expression)Expression.Constant(int.MaxValue), (rest, x) =>
            Expression.Condition(Expression.Equal(status.Body, Expression.Constant(x.Item)), Expression.Constant(x.Index), rest));
        return Expression.Lambda<Func<TRow, int>>(places, status.Parameters);
    }
}
