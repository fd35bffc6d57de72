package org.plenish.web.backtest;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.model.BucketSize;
import org.plenish.engine.simulate.backtest.DemandCorrections;

/**
 * What a backtest has found, as it is stored.
 *
 * @param from first day of the replay
 * @param to the day after its last one
 * @param locations SKU-locations that were replayed
 * @param assumedOpenings of them, those whose opening stock is assumed
 * @param notBought left out as no supplier delivers there
 * @param tooNew left out as they first appear in the last bucket or later
 * @param happenedLocations of {@code locations}, those of which it is known what really happened
 * @param columns the standing rule book first
 * @param atEqualFillRate what each simple policy costs at the standing book's fill rate
 * @param lines SKU-locations where the changed book costs most more or less, or where the standing one costs most
 */
public record BacktestResult(
        String dataset,
        String currency,
        LocalDate from,
        LocalDate to,
        BucketSize bucket,
        int locations,
        int assumedOpenings,
        int notBought,
        int tooNew,
        int happenedLocations,
        boolean correctedDemand,
        DemandCorrections corrections,
        List<Column> columns,
        List<EqualFillRate> atEqualFillRate,
        List<Line> lines) {

    public BacktestResult {
        columns = List.copyOf(columns);
        atEqualFillRate = List.copyOf(atEqualFillRate);
        lines = List.copyOf(lines);
    }

    /** Whose decisions a column shows; {@code backtest.who.} is the prefix of their names. */
    public enum Who {
        STANDING,
        CHANGED,
        MIN_MAX,
        TWO_WEEKS,
        HAPPENED
    }

    /**
     * One contender.
     *
     * @param description a sentence for a planner
     * @param byClass of each class by annual value that there is
     */
    public record Column(
            Who who, String description, List<Figure> figures, List<OfClass> byClass, List<Period> periods) {

        public Column {
            figures = List.copyOf(figures);
            byClass = List.copyOf(byClass);
            periods = List.copyOf(periods);
        }

        /** Null if it has none, or none is known. */
        public @Nullable Double value(String id) {
            return BacktestResult.value(figures, id);
        }
    }

    /** How a figure is written. */
    public enum Unit {
        SHARE,
        MONEY,
        COUNT,
        NUMBER
    }

    /** @param value null: it is not known, or means nothing here */
    public record Figure(String id, Unit unit, @Nullable Double value) {}

    /** Figures of a class. */
    public record OfClass(String abcClass, List<Figure> figures) {

        public OfClass {
            figures = List.copyOf(figures);
        }

        public @Nullable Double value(String id) {
            return BacktestResult.value(figures, id);
        }
    }

    /**
     * A bucket.
     *
     * @param fillRate null without demand
     * @param stock on average, at unit cost
     * @param cost null where orders are not known
     */
    public record Period(
            LocalDate start,
            @Nullable Double fillRate,
            double stock,
            @Nullable Double cost) {}

    /** @param reached false: no scale of the policy serves that share, and this is the nearest */
    public record EqualFillRate(
            Who who,
            String description,
            boolean reached,
            @Nullable Double fillRate,
            double stock,
            double cost) {}

    /** A SKU-location; {@code changed} is null if no rule book is changed. */
    public record Line(
            String item,
            String description,
            String warehouse,
            Decided standing,
            @Nullable Decided changed) {

        public double costChange() {
            return changed == null ? 0 : changed.cost() - standing.cost();
        }
    }

    /** @param fillRate null without demand */
    public record Decided(@Nullable Double fillRate, double stock, double cost) {}

    public Optional<Column> find(Who who) {
        return columns.stream().filter(column -> column.who() == who).findFirst();
    }

    public Column standing() {
        return columns.get(0);
    }

    static @Nullable Double value(List<Figure> figures, String id) {
        return figures.stream()
                .filter(figure -> figure.id().equals(id))
                .findFirst()
                .map(Figure::value)
                .orElse(null);
    }
}
