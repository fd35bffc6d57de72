package org.plenish.web.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.simulate.sample.SimulationSettings.Conduct;
import org.plenish.web.scenario.Comparison.Entry;
import org.plenish.web.scenario.ScenarioFutures.Range;
import org.plenish.web.shared.Figures;

/**
 * How the figures of scenarios are spread, beside those of the base of the first.
 *
 * @param entries whose futures are worked out
 */
public record FutureComparison(List<Entry> entries, Figures money) {

    private static final List<String> SHARES = List.of("SERVICE_LEVEL", "FILL_RATE");

    public FutureComparison {
        entries = List.copyOf(entries);
    }

    /** A figure; its cells are those of the entries. */
    public record Row(Conduct conduct, String figure, Cell base, List<Cell> cells) {}

    /**
     * Texts of a spread.
     *
     * @param low one future in twenty is below
     * @param high one in twenty is above
     */
    public record Cell(String low, String median, String high) {}

    public boolean isEmpty() {
        return entries.isEmpty();
    }

    /** Of the first; to be asked for only if there is one. */
    public ScenarioFutures first() {
        return futures(entries.get(0));
    }

    /** Whether all have met the same futures. */
    public boolean isOfOneSeed() {
        return entries.stream()
                        .map(entry -> List.of(
                                futures(entry).seed(), (long) futures(entry).paths()))
                        .distinct()
                        .count()
                <= 1;
    }

    public List<Row> rows() {
        if (isEmpty()) {
            return List.of();
        }
        List<Row> rows = new ArrayList<>();
        for (Range base : first().base()) {
            rows.add(new Row(
                    base.conduct(),
                    base.figure(),
                    cell(base),
                    entries.stream()
                            .map(entry -> cell(find(futures(entry).scenario(), base)))
                            .toList()));
        }
        return rows;
    }

    private static @Nullable Range find(List<Range> ranges, Range like) {
        return ranges.stream()
                .filter(range ->
                        range.conduct() == like.conduct() && range.figure().equals(like.figure()))
                .findFirst()
                .orElse(null);
    }

    private Cell cell(@Nullable Range range) {
        return range == null
                ? new Cell("–", "–", "–")
                : new Cell(text(range, range.low()), text(range, range.median()), text(range, range.high()));
    }

    private String text(Range range, double value) {
        return SHARES.contains(range.figure()) ? money.percent(value) : money.wholeMoney(value);
    }

    private static ScenarioFutures futures(Entry entry) {
        return Objects.requireNonNull(entry.futures());
    }
}
