package org.plenish.web.item.life;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.model.TimeBuckets;

/**
 * What earlier plans foresaw for the buckets that a page shows, and how far off they were.
 *
 * @param shown the latest of them, latest first
 * @param lags by how long before, shortest first; empty as long as no bucket that a plan foresaw has passed
 */
public record PastForecasts(List<Past> shown, List<Lag> lags) {

    /** Lines of a chart that can be told from each other. */
    private static final int MOST_SHOWN = 3;

    private static final int LONGEST_LAG = 8;

    public PastForecasts {
        shown = List.copyOf(shown);
        lags = List.copyOf(lags);
    }

    /**
     * The forecast of one plan.
     *
     * @param buckets that plan's
     */
    public record Past(long runId, TimeBuckets buckets, List<Double> meanUnits) {

        public Past {
            meanUnits = List.copyOf(meanUnits);
        }

        public LocalDate planDate() {
            return buckets.start();
        }

        /**
         * Of the days from {@code start} to the one before {@code end}, each bucket's forecast spread evenly over its days.
         * Null: the plan does not cover them all.
         */
        public @Nullable Double unitsOf(LocalDate start, LocalDate end) {
            if (start.isBefore(buckets.start()) || end.isAfter(buckets.end())) {
                return null;
            }
            double units = 0;
            for (int t = Math.max(0, buckets.indexOf(start));
                    t < meanUnits.size() && buckets.start(t).isBefore(end);
                    t++) {
                LocalDate from = buckets.start(t).isBefore(start) ? start : buckets.start(t);
                LocalDate to = buckets.start(t + 1).isAfter(end) ? end : buckets.start(t + 1);
                units += meanUnits.get(t) * ChronoUnit.DAYS.between(from, to) / buckets.days(t);
            }
            return units;
        }
    }

    /**
     * How far off forecasts were that were made the same time ahead.
     *
     * @param ahead buckets, 1: made on the bucket's first day, or less than a bucket before
     * @param forecasts compared
     * @param meanErrorUnits forecast less demand: above zero where too much was foreseen
     */
    public record Lag(int ahead, int forecasts, double meanAbsoluteErrorUnits, double meanErrorUnits) {}

    /**
     * @param latestFirst of each plan's date the latest plan; plans of other buckets are left out
     * @param demandUnits of each bucket of the history; NaN: not known
     */
    public static PastForecasts of(List<Past> latestFirst, TimeBuckets history, List<Double> demandUnits) {
        Map<Integer, List<Double>> errors = new TreeMap<>();
        for (Past past : latestFirst) {
            for (int i = Math.max(0, history.indexOf(past.planDate())); i < demandUnits.size(); i++) {
                Double foreseen = past.unitsOf(history.start(i), history.start(i + 1));
                int ahead = past.buckets().indexOf(history.start(i)) + 1;
                if (foreseen != null
                        && ahead <= LONGEST_LAG
                        && !demandUnits.get(i).isNaN()) {
                    errors.computeIfAbsent(ahead, none -> new ArrayList<>()).add(foreseen - demandUnits.get(i));
                }
            }
        }
        return new PastForecasts(
                latestFirst.subList(0, Math.min(MOST_SHOWN, latestFirst.size())),
                errors.entrySet().stream()
                        .map(entry -> lag(entry.getKey(), entry.getValue()))
                        .toList());
    }

    private static Lag lag(int ahead, List<Double> errors) {
        return new Lag(
                ahead,
                errors.size(),
                errors.stream().mapToDouble(Math::abs).average().orElse(Double.NaN),
                errors.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN));
    }
}
