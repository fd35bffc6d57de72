package org.plenish.engine.plan.supply;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * How a supplier has kept its word. On time in full (OTIF) is the share of lines due that came complete by the day they were
 * promised for: {@code lines on time in full / lines due}. Source: McKinsey & Company with Trading Partner Alliance (2019),
 * "Defining on-time, in-full in the consumer sector". Lead times are of lines of which anything has come.
 *
 * @param dueLines whose day was before the day of the count, with and without receipts
 * @param lines of which something came, by day of completion: what the lead times are of
 * @param meanDays of the lead time, order to complete; NaN without lines
 * @param sdDays of it, with n - 1; NaN with fewer than two lines
 * @param medianDays half came sooner or that soon (nearest rank); NaN without lines
 * @param ninetiethDays nine in ten came sooner or that soon (nearest rank); NaN without lines
 * @param meanPromisedDays of the same lines; NaN without lines
 * @param byPunctuality the same lines; every class is a key
 */
public record DeliveryRecord(
        int dueLines,
        int onTimeLines,
        int inFullLines,
        int onTimeInFullLines,
        int lines,
        double meanDays,
        double sdDays,
        double medianDays,
        double ninetiethDays,
        double meanPromisedDays,
        Map<Punctuality, Integer> byPunctuality) {

    public DeliveryRecord {
        byPunctuality = Collections.unmodifiableMap(new EnumMap<>(byPunctuality));
    }

    /** @param today lines that are due on it or later are not yet counted as due */
    public static DeliveryRecord of(List<DeliveryLine> all, LocalDate today) {
        List<DeliveryLine> due =
                all.stream().filter(line -> line.dueDate().isBefore(today)).toList();
        List<DeliveryLine> come =
                all.stream().filter(line -> !line.receipts().isEmpty()).toList();
        long[] days = come.stream()
                .map(DeliveryLine::leadTimeDays)
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .sorted()
                .toArray();
        Map<Punctuality, Integer> byPunctuality = new EnumMap<>(Punctuality.class);
        for (Punctuality punctuality : Punctuality.values()) {
            byPunctuality.put(punctuality, 0);
        }
        for (DeliveryLine line : come) {
            Long leadTimeDays = line.leadTimeDays();
            if (leadTimeDays != null) {
                byPunctuality.merge(Punctuality.of(leadTimeDays - line.promisedDays()), 1, Integer::sum);
            }
        }
        double mean = mean(days);
        return new DeliveryRecord(
                due.size(),
                count(due, DeliveryLine::isOnTime),
                count(due, DeliveryLine::isInFull),
                count(due, DeliveryLine::isOnTimeInFull),
                come.size(),
                mean,
                sd(days, mean),
                quantile(days, 0.5),
                quantile(days, 0.9),
                mean(come.stream().mapToLong(DeliveryLine::promisedDays).toArray()),
                byPunctuality);
    }

    /** Share of the lines due; NaN if none is. */
    public double onTimeInFullShare() {
        return share(onTimeInFullLines);
    }

    /** Share of the lines due; NaN if none is. */
    public double onTimeShare() {
        return share(onTimeLines);
    }

    /** Share of the lines due; NaN if none is. */
    public double inFullShare() {
        return share(inFullLines);
    }

    private double share(int part) {
        return dueLines == 0 ? Double.NaN : (double) part / dueLines;
    }

    private static int count(List<DeliveryLine> lines, Predicate<DeliveryLine> which) {
        return (int) lines.stream().filter(which).count();
    }

    private static double mean(long[] values) {
        double sum = 0;
        for (long value : values) {
            sum += value;
        }
        return values.length == 0 ? Double.NaN : sum / values.length;
    }

    private static double sd(long[] values, double mean) {
        double squares = 0;
        for (long value : values) {
            squares += (value - mean) * (value - mean);
        }
        return values.length < 2 ? Double.NaN : Math.sqrt(squares / (values.length - 1));
    }

    private static double quantile(long[] sorted, double share) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) Math.ceil(share * sorted.length) - 1];
    }
}
