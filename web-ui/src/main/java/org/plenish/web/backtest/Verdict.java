package org.plenish.web.backtest;

import java.util.Objects;
import org.plenish.web.backtest.BacktestResult.Column;
import org.plenish.web.backtest.BacktestResult.Who;
import org.plenish.web.shared.Figures;

/**
 * What one contender would have done against another, in the words of one sentence.
 *
 * @param cost by how much its total cost differs
 * @param fillRate its share of demand served, and how it differs, in points of a hundred
 * @param stock by how much its average stock differs
 */
public record Verdict(Who who, Who against, Difference cost, FillRate fillRate, Difference stock) {

    /** @param points the difference without its sign, such as {@code 0.4} */
    public record FillRate(Direction direction, String points, String own, String other) {}

    /**
     * Of an amount of money.
     *
     * @param amount without its sign
     * @param percent of the other's amount, without its sign
     */
    public record Difference(Direction direction, String amount, String percent) {}

    /** Part of a message's key. */
    public enum Direction {
        LESS,
        SAME,
        MORE
    }

    static Verdict of(Column own, Column other, Figures figures) {
        return new Verdict(
                own.who(),
                other.who(),
                difference(own, other, "total_cost", figures),
                fillRate(value(own, "fill_rate"), value(other, "fill_rate"), figures),
                difference(own, other, "average_stock", figures));
    }

    private static double value(Column column, String id) {
        return Objects.requireNonNullElse(column.value(id), 0.0);
    }

    private static Difference difference(Column own, Column other, String id, Figures figures) {
        double before = value(other, id);
        double change = value(own, id) - before;
        String amount = figures.wholeMoney(Math.abs(change));
        return new Difference(
                direction(change, amount, figures.wholeMoney(0)),
                amount,
                figures.percent(before == 0 ? Double.NaN : Math.abs(change) / Math.abs(before)));
    }

    private static FillRate fillRate(double own, double other, Figures figures) {
        double change = own - other;
        String points = figures.decimal(Math.abs(100 * change));
        return new FillRate(
                direction(change, points, figures.decimal(0)), points, figures.percent(own), figures.percent(other));
    }

    /** What rounds to nothing is the same. */
    private static Direction direction(double change, String size, String nothing) {
        return size.equals(nothing) ? Direction.SAME : change < 0 ? Direction.LESS : Direction.MORE;
    }
}
