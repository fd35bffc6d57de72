package org.plenish.web.value;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The same group at two points.
 *
 * @param lines figure by figure
 */
public record Comparison(ValueRow before, ValueRow after, List<Line> lines) {

    public Comparison {
        lines = List.copyOf(lines);
    }

    /** How a figure is written. */
    public enum Unit {
        MONEY,
        SHARE,
        NUMBER,
        DAYS
    }

    /** @param figure its name among the texts */
    public record Line(String figure, Unit unit, double before, double after) {

        public double change() {
            return after - before;
        }

        public boolean isChanged() {
            return Math.abs(change()) > 1e-9;
        }
    }

    static Comparison of(ValueRow before, ValueRow after) {
        List<Line> lines = new ArrayList<>();
        add(lines, "value", Unit.MONEY, before, after, row -> row.value().doubleValue());
        add(lines, "average", Unit.MONEY, before, after, ValueRow::average);
        add(lines, "turns", Unit.NUMBER, before, after, ValueRow::turns);
        add(lines, "supply", Unit.DAYS, before, after, ValueRow::daysOfSupply);
        add(lines, "gmroi", Unit.NUMBER, before, after, ValueRow::marginReturn);
        add(lines, "serviceLevel", Unit.SHARE, before, after, ValueRow::serviceLevel);
        add(lines, "fillRate", Unit.SHARE, before, after, ValueRow::fillRate);
        add(lines, "dead", Unit.MONEY, before, after, row -> row.dead().doubleValue());
        add(lines, "excess", Unit.MONEY, before, after, row -> row.excess().doubleValue());
        add(lines, "aged", Unit.MONEY, before, after, row -> row.aged().doubleValue());
        add(lines, "provision", Unit.MONEY, before, after, row -> row.provision().doubleValue());
        return new Comparison(before, after, lines);
    }

    private static void add(
            List<Line> lines,
            String figure,
            Unit unit,
            ValueRow before,
            ValueRow after,
            ToDoubleFunction<ValueRow> value) {
        lines.add(new Line(figure, unit, value.applyAsDouble(before), value.applyAsDouble(after)));
    }
}
