package org.plenish.engine.forecast.clean;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.plenish.engine.forecast.clean.UpliftEstimates.Estimate;
import org.plenish.engine.model.BucketSize;
import org.plenish.engine.model.ItemId;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.model.TimeBuckets;

/**
 * By how much days of the calendar move the demand of a week beyond what its season tells. An event counts for a category
 * that has seen it in two years at least, if its effect is clear: further from none than twice what chance makes of it.
 * Weeks only: in a month an event and its absence weigh each other up, and a day's demand follows its weekday first.
 */
final class EventUplift {

    private static final int LEAST_YEARS = 2;

    /** Effects smaller than this are not worth a planner's attention. */
    private static final double LEAST_EFFECT = 0.1;

    private static final double CLEAR_DEVIATIONS = 2;

    /** All articles share the weather of a week: what more of them cannot average out (standard deviation a year). */
    private static final double COMMON_SD = 0.1;

    private final Map<CalendarEvent, UpliftEstimates> estimates = new EnumMap<>(CalendarEvent.class);
    private final Map<CalendarEvent, Integer> years = new EnumMap<>(CalendarEvent.class);
    private final Function<ItemId, String> category;

    /**
     * @param histories without promotions, in a fixed order
     * @param shapes of the categories
     */
    EventUplift(
            Function<ItemId, String> category,
            List<HistoryInWork> histories,
            CategoryShapes shapes,
            PromotionCalendar promotions,
            int threads) {
        this.category = category;
        TimeBuckets longest = histories.stream()
                .map(work -> work.history().buckets())
                .reduce((one, other) -> one.count() >= other.count() ? one : other)
                .orElse(null);
        if (longest == null || longest.size() != BucketSize.WEEK) {
            return;
        }
        for (CalendarEvent event : CalendarEvent.values()) {
            int seen = event.occurrences(longest);
            if (seen >= LEAST_YEARS) {
                years.put(event, seen);
                estimates.put(event, estimate(event, histories, shapes, promotions, longest, threads));
            }
        }
    }

    private UpliftEstimates estimate(
            CalendarEvent event,
            List<HistoryInWork> histories,
            CategoryShapes shapes,
            PromotionCalendar promotions,
            TimeBuckets longest,
            int threads) {
        double[] shares = event.shares(longest);
        List<Optional<Map.Entry<ItemId, Estimate>>> observed =
                InOrder.map(histories, threads, work -> observe(work, shares, shapes, promotions));
        return new UpliftEstimates(
                UpliftEstimates.byArticle(
                        observed.stream().flatMap(Optional::stream).toList()),
                category);
    }

    private Optional<Map.Entry<ItemId, Estimate>> observe(
            HistoryInWork work, double[] shares, CategoryShapes shapes, PromotionCalendar promotions) {
        double[] units = work.units();
        ItemId item = work.history().location().item();
        double[] share = Arrays.copyOfRange(shares, shares.length - units.length, shares.length);
        boolean[] usual =
                promotions.free(work.history().location(), work.history().buckets());
        double[] planned = new double[units.length];
        Arrays.fill(planned, 1);
        for (int t = 0; t < units.length; t++) {
            share[t] = usual[t] ? share[t] : 0;
            usual[t] &= share[t] == 0;
        }
        double[] season = shapes.of(category.apply(item), -units.length, units.length);
        return Optional.ofNullable(UpliftEstimates.observe(units, season, planned, share, usual))
                .map(estimate -> Map.entry(item, estimate));
    }

    void takeOut(HistoryInWork work) {
        SkuLocation location = work.history().location();
        TimeBuckets buckets = work.history().buckets();
        estimates.forEach((event, estimate) -> {
            double uplift = uplift(event, location);
            if (uplift != 1) {
                double[] shares = event.shares(buckets);
                for (int t = 0; t < shares.length; t++) {
                    double factor = 1 + shares[t] * (uplift - 1);
                    if (factor != 1) {
                        work.correct(
                                t,
                                CorrectionKind.EVENT,
                                work.units()[t] / factor,
                                String.format(
                                        Locale.ROOT,
                                        "%s: such a week sells %.2f times the usual of its season.",
                                        event.title(),
                                        factor));
                    }
                }
            }
        });
    }

    /** Of events to come: 1 where there is none; aligned with {@code buckets}. */
    double[] factors(SkuLocation location, TimeBuckets buckets) {
        double[] factors = new double[buckets.count()];
        Arrays.fill(factors, 1);
        estimates.keySet().forEach(event -> {
            double uplift = uplift(event, location);
            if (uplift != 1) {
                double[] shares = event.shares(buckets);
                for (int t = 0; t < factors.length; t++) {
                    factors[t] *= 1 + shares[t] * (uplift - 1);
                }
            }
        });
        return factors;
    }

    /** 1 if the effect on the article's category is not clear. */
    private double uplift(CalendarEvent event, SkuLocation location) {
        UpliftEstimates estimate = estimates.get(event);
        Integer seen = years.get(event);
        if (estimate == null || seen == null) {
            return 1;
        }
        String itsCategory = category.apply(location.item());
        Estimate ofCategory = estimate.of(itsCategory);
        double sd = Math.sqrt(ofCategory.variance() + COMMON_SD * COMMON_SD / seen);
        double effect = Math.abs(ofCategory.uplift() - 1);
        return effect > LEAST_EFFECT && effect > CLEAR_DEVIATIONS * sd ? estimate.of(location.item(), itsCategory) : 1;
    }
}
