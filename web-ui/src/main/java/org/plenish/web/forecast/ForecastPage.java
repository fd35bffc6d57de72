package org.plenish.web.forecast;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The forecast of one level as the page shows it.
 *
 * @param past the last year
 * @param lines the plan's buckets
 * @param spread what the typed change does to the level's parts; empty if nothing is typed, or there are none
 */
public record ForecastPage(
        LevelView view, List<Past> past, List<Line> lines, NextPlan next, List<Part> spread, Total total) {

    public ForecastPage {
        past = List.copyOf(past);
        lines = List.copyOf(lines);
        spread = List.copyOf(spread);
    }

    /** Units sold in a bucket of the last year. */
    public record Past(LocalDate start, double sold) {}

    /**
     * A bucket that is planned; all in units.
     *
     * @param lastYear sold in the same bucket a year ago
     * @param next of the next plan, with what is typed
     * @param typed what stands in the cell
     */
    public record Line(
            LocalDate start,
            LocalDate lastDay,
            double lastYear,
            double statistical,
            double planned,
            double next,
            String typed,
            boolean touched) {

        /** Of what was computed, how much people have changed; NaN if nothing was. */
        public double changedShare() {
            return statistical > 0 ? (next - statistical) / statistical : Double.NaN;
        }
    }

    /** A part of the level, over the buckets that are changed (whole units that add up to those of the level). */
    public record Part(Level level, String name, long before, long after) {

        public long change() {
            return after - before;
        }
    }

    /** Over the whole horizon, in units. */
    public record Total(double lastYear, double statistical, double planned, double next) {}

    public boolean isChanged() {
        return lines.stream().anyMatch(Line::touched);
    }

    public @Nullable Long spreadBefore() {
        return spread.isEmpty() ? null : spread.stream().mapToLong(Part::before).sum();
    }

    public @Nullable Long spreadAfter() {
        return spread.isEmpty() ? null : spread.stream().mapToLong(Part::after).sum();
    }
}
