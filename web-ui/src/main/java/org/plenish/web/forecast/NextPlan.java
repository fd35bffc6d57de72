package org.plenish.web.forecast;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.IntStream;
import org.plenish.engine.model.TimeBuckets;

/**
 * What the next plan would have of one level if nothing but the standing changes were otherwise. Exact where all changes
 * that touch the level are its own, or percentages of more than it; where others touch it as well, those that the plan has
 * already are taken from it, and the rest is told, not guessed.
 *
 * @param units by bucket
 * @param exact whether nothing is left out
 * @param waiting changes that touch the level and that the plan does not have yet
 */
record NextPlan(List<Double> units, boolean exact, int waiting) {

    /** @param begun when the plan was begun that is shown: it has what stood then */
    static NextPlan of(LevelView view, TimeBuckets buckets, List<StandingChange> standing, OffsetDateTime begun) {
        List<StandingChange> touching = standing.stream()
                .filter(change -> change.kind() != ForecastKind.LIKE)
                .filter(change ->
                        change.isAheadOf(buckets.start()) && change.fromDay().isBefore(buckets.end()))
                .filter(change -> change.level().overlaps(view.level(), view.itemCategory()))
                .toList();
        boolean exact = touching.stream().allMatch(change -> isExact(change, view));
        List<StandingChange> applied = touching.stream()
                .filter(change -> isExact(change, view))
                .filter(change -> exact || change.setAt().isAfter(begun))
                .toList();
        List<Double> from = exact ? view.statistical() : view.planned();
        List<Double> units = IntStream.range(0, buckets.count())
                .mapToObj(i -> {
                    double value = from.get(i);
                    for (StandingChange change : applied) {
                        double share = share(buckets, i, change);
                        value = share == 0 ? value : applied(change, value, share);
                    }
                    return value;
                })
                .toList();
        int waiting = (int) touching.stream()
                .filter(change -> change.setAt().isAfter(begun))
                .count();
        return new NextPlan(units, exact, waiting);
    }

    private static boolean isExact(StandingChange change, LevelView view) {
        boolean ofShare = change.kind() == ForecastKind.PERCENT || change.kind() == ForecastKind.PROMOTION;
        return change.level().equals(view.level())
                || (ofShare && change.level().covers(view.level(), view.itemCategory()));
    }

    /** As the engine does it: the days of a bucket that the change does not hold stay as they are. */
    private static double applied(StandingChange change, double units, double share) {
        return switch (change.kind()) {
            case SET -> (1 - share) * units + share * change.amount();
            case ADD -> Math.max(0, units + share * change.amount());
            case PERCENT, PROMOTION -> units * (1 + share * change.amount() / 100);
            case LIKE -> units;
        };
    }

    private static double share(TimeBuckets buckets, int bucket, StandingChange change) {
        LocalDate start = buckets.start(bucket);
        LocalDate end = buckets.start(bucket + 1);
        long first = Math.max(start.toEpochDay(), change.fromDay().toEpochDay());
        LocalDate toDay = change.toDay();
        long last = toDay == null ? end.toEpochDay() : Math.min(end.toEpochDay(), toDay.toEpochDay() + 1);
        return (double) Math.max(0, last - first) / (end.toEpochDay() - start.toEpochDay());
    }
}
