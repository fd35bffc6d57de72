package org.plenish.engine.forecast;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.plenish.engine.model.GivenForecast;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.model.TimeBuckets;

/**
 * Forecasts from outside. A row covers one bucket of the plan, unless the rows of the dataset tell that theirs are other
 * periods: where no article's rows ever follow each other in less than a month, and always start on the same day of the
 * month, each covers a month (or the two, three, four, six or twelve months between them); where some follow each other
 * in fewer days than a bucket has, each covers as many. A period is spread over the buckets it touches by days, its
 * variance likewise; what of a bucket is not covered keeps the computed forecast.
 */
final class GivenForecasts {

    private static final int MONTHS_PER_YEAR = 12;

    private final Map<SkuLocation, List<GivenForecast>> byLocation;
    private final int months;
    private final long days;

    GivenForecasts(Collection<GivenForecast> forecasts) {
        byLocation = forecasts.stream().collect(Collectors.groupingBy(GivenForecast::location));
        long shortestDays = Long.MAX_VALUE;
        long shortestMonths = Long.MAX_VALUE;
        boolean wholeMonths = true;
        for (List<GivenForecast> own : byLocation.values()) {
            LocalDate before = null;
            for (LocalDate start :
                    own.stream().map(GivenForecast::periodStart).collect(Collectors.toCollection(TreeSet::new))) {
                if (before != null) {
                    shortestDays = Math.min(shortestDays, ChronoUnit.DAYS.between(before, start));
                    shortestMonths = Math.min(shortestMonths, ChronoUnit.MONTHS.between(before, start));
                    wholeMonths &= before.getDayOfMonth() == start.getDayOfMonth();
                }
                before = start;
            }
        }
        boolean ofMonths = wholeMonths && shortestMonths >= 1 && shortestMonths <= MONTHS_PER_YEAR;
        months = ofMonths && MONTHS_PER_YEAR % shortestMonths == 0 ? Math.toIntExact(shortestMonths) : 0;
        days = shortestDays;
    }

    /**
     * Puts what is given for {@code location} in place of what was computed. Rows that share days are added up, their
     * deviations as independent. Where no deviation is given, that of the computed forecast is scaled to the given mean.
     */
    Replaced replace(
            SkuLocation location, TimeBuckets future, double[] meanUnits, double[] sdUnits, ErrorSpread computed) {
        Spread given = spread(location, future);
        double[] covered = given.coveredShare();
        int touched = 0;
        boolean whole = true;
        for (int i = 0; i < covered.length; i++) {
            whole &= covered[i] >= 1;
            if (covered[i] > 0) {
                touched++;
                double rest = Math.max(0, 1 - covered[i]);
                double computedSd = sdUnits[i];
                double variance = given.variance()[i];
                meanUnits[i] = given.meanUnits()[i] + rest * meanUnits[i];
                sdUnits[i] = Double.isNaN(variance)
                        ? computed.sdUnits(meanUnits[i], i)
                        : Math.sqrt(variance + rest * computedSd * computedSd);
            }
        }
        return new Replaced(touched, whole);
    }

    /** What is given for each bucket; NaN where nothing is, or for a part of it only. */
    double[] meanUnits(SkuLocation location, TimeBuckets buckets) {
        Spread given = spread(location, buckets);
        double[] mean = given.meanUnits();
        for (int i = 0; i < mean.length; i++) {
            mean[i] = given.coveredShare()[i] >= 1 ? mean[i] : Double.NaN;
        }
        return mean;
    }

    private Spread spread(SkuLocation location, TimeBuckets future) {
        double[] covered = new double[future.count()];
        double[] mean = new double[future.count()];
        double[] variance = new double[future.count()];
        for (GivenForecast forecast : byLocation.getOrDefault(location, List.of())) {
            LocalDate from = from(forecast.periodStart(), future);
            LocalDate to = to(forecast.periodStart(), future);
            double periodDays = ChronoUnit.DAYS.between(from, to);
            int last = Math.min(future.count() - 1, future.indexOf(to.minusDays(1)));
            for (int i = Math.max(0, future.indexOf(from)); i <= last; i++) {
                double shared = sharedDays(future, i, from, to);
                Double sd = forecast.sdUnits();
                covered[i] += shared / future.days(i);
                mean[i] += forecast.meanUnits() * (shared / periodDays);
                variance[i] += sd == null ? Double.NaN : sd * sd * (shared / periodDays);
            }
        }
        return new Spread(covered, mean, variance);
    }

    private boolean isOneBucket(TimeBuckets future) {
        return months == 0 && days >= future.days(0);
    }

    private LocalDate from(LocalDate start, TimeBuckets future) {
        return isOneBucket(future) ? future.start(future.indexOf(start)) : start;
    }

    private LocalDate to(LocalDate start, TimeBuckets future) {
        if (isOneBucket(future)) {
            return future.start(future.indexOf(start) + 1);
        }
        return months > 0 ? start.plusMonths(months) : start.plusDays(days);
    }

    private static double sharedDays(TimeBuckets future, int bucket, LocalDate from, LocalDate to) {
        long start = Math.max(future.start(bucket).toEpochDay(), from.toEpochDay());
        long end = Math.min(future.start(bucket + 1).toEpochDay(), to.toEpochDay());
        return Math.max(0, end - start);
    }

    /**
     * @param buckets that are given at least in part
     * @param everyBucket whether nothing computed is left
     */
    record Replaced(int buckets, boolean everyBucket) {}

    /** By bucket; {@code coveredShare} of its days, a variance of NaN where no deviation is given. */
    @SuppressWarnings("ArrayRecordComponent") // handed over once, inside this class
    private record Spread(double[] coveredShare, double[] meanUnits, double[] variance) {}
}
