package org.plenish.engine.forecast.clean;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.plenish.engine.forecast.clean.UpliftEstimates.Estimate;
import org.plenish.engine.model.ItemId;
import org.plenish.engine.model.Promotion;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.model.TimeBuckets;

/**
 * By how much promotions lift the demand of a bucket: the mean over its days of the product of the uplifts of the
 * promotions that run on that day.
 *
 * <p>A promotion to come counts with the uplift given for it; where none is given (an uplift of 1), with the one measured
 * on past promotions without one. A past promotion is taken out with what was measured: the uplift given times the share
 * of it that past promotions reached.
 */
final class PromotionUplift {

    private final PromotionCalendar promotions;
    private final Function<ItemId, String> category;

    /** Of promotions without a given uplift. */
    private final UpliftEstimates measured;

    /** What promotions reach of the uplift given for them. */
    private final UpliftEstimates reached;

    /**
     * @param histories before promotions are taken out, in a fixed order
     * @param shapes of the categories
     */
    PromotionUplift(
            PromotionCalendar promotions,
            Function<ItemId, String> category,
            List<HistoryInWork> histories,
            CategoryShapes shapes) {
        this.promotions = promotions;
        this.category = category;
        List<Map.Entry<ItemId, Estimate>> withoutGiven = new ArrayList<>();
        List<Map.Entry<ItemId, Estimate>> withGiven = new ArrayList<>();
        for (HistoryInWork work : histories) {
            SkuLocation location = work.history().location();
            List<Promotion> own = promotions.of(location);
            if (!own.isEmpty()) {
                TimeBuckets buckets = work.history().buckets();
                double[] units = work.units();
                double[] season = shapes.of(category.apply(location.item()), -units.length, units.length);
                double[] given = factors(own, buckets, 1, 1);
                double[] open = openShares(own, buckets);
                boolean[] usual = new boolean[units.length];
                double[] planned = new double[units.length]; // 1 in buckets of promotions with a given uplift alone
                for (int t = 0; t < units.length; t++) {
                    usual[t] = given[t] == 1 && open[t] == 0;
                    planned[t] = given[t] > 0 && !usual[t] && open[t] == 0 ? 1 : 0;
                }
                Estimate lifted = UpliftEstimates.observe(units, season, given, open, usual);
                if (lifted != null) {
                    withoutGiven.add(Map.entry(location.item(), lifted));
                }
                Estimate share = UpliftEstimates.observe(units, season, given, planned, usual);
                if (share != null) {
                    withGiven.add(Map.entry(location.item(), share));
                }
            }
        }
        measured = new UpliftEstimates(UpliftEstimates.byArticle(withoutGiven), category);
        reached = new UpliftEstimates(UpliftEstimates.byArticle(withGiven), category);
    }

    /** Demand as it would have been without promotions; not known where they were meant to sell nothing. */
    void takeOut(HistoryInWork work) {
        SkuLocation location = work.history().location();
        List<Promotion> own = promotions.of(location);
        if (own.isEmpty()) {
            return;
        }
        String itsCategory = category.apply(location.item());
        TimeBuckets buckets = work.history().buckets();
        double[] given = factors(own, buckets, 1, 1);
        double[] factors = factors(
                own, buckets, measured.of(location.item(), itsCategory), reached.of(location.item(), itsCategory));
        for (int i = 0; i < factors.length; i++) {
            if (factors[i] != 1) {
                double without = factors[i] > 0 ? work.units()[i] / factors[i] : Double.NaN;
                work.correct(i, CorrectionKind.PROMOTION, without, reason(factors[i], given[i]));
            }
        }
    }

    private static String reason(double factor, double given) {
        if (factor == 0) {
            return "A promotion was meant to sell nothing: its usual demand is not known.";
        }
        return given == 1
                ? String.format(Locale.ROOT, "Promotions like this one sell %.2f times the usual, as measured.", factor)
                : String.format(
                        Locale.ROOT, "A promotion sold %.2f times the usual; given for it: %.2f.", factor, given);
    }

    /** Of promotions to come: 1 where none runs; aligned with {@code buckets}. */
    double[] factors(SkuLocation location, TimeBuckets buckets) {
        return factors(
                promotions.of(location), buckets, measured.of(location.item(), category.apply(location.item())), 1);
    }

    private static double[] factors(List<Promotion> own, TimeBuckets buckets, double measured, double reached) {
        double[] factors = new double[buckets.count()];
        Arrays.fill(factors, 1);
        boolean[] free = PromotionCalendar.free(own, buckets);
        for (int i = 0; i < factors.length; i++) {
            if (!free[i]) {
                int days = buckets.days(i);
                double sum = 0;
                for (int d = 0; d < days; d++) {
                    sum += factor(own, buckets.start(i).plusDays(d), measured, reached);
                }
                factors[i] = sum / days;
            }
        }
        return factors;
    }

    private static double factor(List<Promotion> promotions, LocalDate day, double measured, double reached) {
        double factor = 1;
        for (Promotion promotion : promotions) {
            if (runs(promotion, day)) {
                factor *= isGiven(promotion) ? promotion.upliftFactor() * reached : measured;
            }
        }
        return factor;
    }

    /** Share of each bucket's days on which a promotion without a given uplift runs. */
    private static double[] openShares(List<Promotion> own, TimeBuckets buckets) {
        List<Promotion> open =
                own.stream().filter(promotion -> !isGiven(promotion)).toList();
        boolean[] free = PromotionCalendar.free(open, buckets);
        double[] shares = new double[buckets.count()];
        for (int i = 0; i < shares.length; i++) {
            if (!free[i]) {
                int running = 0;
                for (int d = 0; d < buckets.days(i); d++) {
                    LocalDate day = buckets.start(i).plusDays(d);
                    running += open.stream().anyMatch(promotion -> runs(promotion, day)) ? 1 : 0;
                }
                shares[i] = (double) running / buckets.days(i);
            }
        }
        return shares;
    }

    private static boolean runs(Promotion promotion, LocalDate day) {
        return !day.isBefore(promotion.from()) && !day.isAfter(promotion.to());
    }

    /** A dataset that gives no uplift reads as one of 1, which would be no promotion. */
    private static boolean isGiven(Promotion promotion) {
        return promotion.upliftFactor() != 1;
    }
}
