package org.plenish.engine.forecast.clean;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.model.ItemId;

/**
 * By how much one kind of event (a promotion, a feast) multiplies demand, measured for each article and shrunk towards its
 * category, that towards all, and those towards no effect, by how exactly each is known.
 *
 * <p>Sources: Bühlmann &amp; Gisler (2005), A Course in Credibility Theory and its Applications, ch. 3 and 6 (weights of
 * own and collective experience; hierarchical credibility); Cooper, Baron, Levy, Swisher &amp; Gogos (1999), PromoCast,
 * Marketing Science 18(3), 301-316 (regression of promoted on usual sales).
 */
final class UpliftEstimates {

    /** Articles of a category differ in their uplift by about as much (standard deviation). */
    private static final double ARTICLES_SD = 0.3;

    private static final double CATEGORIES_SD = 0.2;

    /** Before any promotion was seen, the uplift is 1, give or take this. */
    private static final double PRIOR_SD = 0.5;

    private static final int AROUND_BUCKETS = 8;
    private static final int LEAST_USUAL_BUCKETS = 3;
    private static final double LEAST_RELATIVE_VARIANCE = 0.02;
    private static final double LEAST_UPLIFT = 0.1;
    private static final double MOST_UPLIFT = 10;

    private final Map<ItemId, Estimate> articles = new HashMap<>();
    private final Map<String, Estimate> categories = new HashMap<>();
    private final Estimate all;

    /**
     * @param observed by article, in a fixed order
     * @param category of an article
     */
    UpliftEstimates(Map<ItemId, Estimate> observed, Function<ItemId, String> category) {
        Map<String, Precision> byCategory = new LinkedHashMap<>();
        observed.forEach((item, estimate) -> byCategory
                .computeIfAbsent(category.apply(item), key -> new Precision())
                .add(estimate.plus(ARTICLES_SD)));
        Precision total = new Precision();
        byCategory.values().forEach(own -> total.add(own.mean().plus(CATEGORIES_SD)));
        all = total.add(new Estimate(1, PRIOR_SD * PRIOR_SD)).mean();
        byCategory.forEach((name, own) ->
                categories.put(name, own.add(all.plus(CATEGORIES_SD)).mean()));
        observed.forEach((item, estimate) -> articles.put(
                item,
                new Precision()
                        .add(estimate)
                        .add(of(category.apply(item)).plus(ARTICLES_SD))
                        .mean()));
    }

    /** The uplift of an article: its own as far as it is known, else that of its category. */
    double of(ItemId item, String category) {
        return articles.getOrDefault(item, of(category)).uplift();
    }

    /** What is known of a category, that of all others counted in. */
    Estimate of(String category) {
        return categories.getOrDefault(category, all.plus(CATEGORIES_SD));
    }

    /** Whether anything was seen of this article itself. */
    boolean knows(ItemId item) {
        return articles.containsKey(item);
    }

    /** Several SKU-locations of an article together. */
    static Estimate together(Iterable<Estimate> estimates) {
        Precision precision = new Precision();
        estimates.forEach(precision::add);
        return precision.mean();
    }

    /** Groups estimates of SKU-locations by article, in the order in which they come. */
    static Map<ItemId, Estimate> byArticle(List<Map.Entry<ItemId, Estimate>> observed) {
        return observed.stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey,
                        LinkedHashMap::new,
                        Collectors.collectingAndThen(
                                Collectors.mapping(Map.Entry::getValue, Collectors.toList()),
                                UpliftEstimates::together)));
    }

    /**
     * The uplift of one SKU-location by Poisson regression on a dummy, with its usual demand as offset, which is the ratio
     * of totals: what was sold in the buckets concerned by what they would usually have sold, where the event takes only a
     * share of a bucket's days by as much more.
     *
     * @param units oldest first; NaN is not known
     * @param season what each bucket usually sells, 1 is the average; aligned
     * @param planned by what each bucket is multiplied for other reasons, 1 for none; aligned
     * @param share of each bucket's days that the event takes, 0 to 1; aligned
     * @param usual whether a bucket tells usual demand; aligned
     * @return null if too little is known to tell
     */
    static @Nullable Estimate observe(
            double[] units, double[] season, double[] planned, double[] share, boolean[] usual) {
        double sold = 0;
        double expected = 0;
        double moved = 0;
        double buckets = 0;
        for (int t = 0; t < units.length; t++) {
            if (share[t] > 0 && !Double.isNaN(units[t])) {
                double base = usualUnits(units, season, usual, t) * planned[t];
                if (base > 0) {
                    sold += units[t];
                    expected += base;
                    moved += base * share[t];
                    buckets += share[t];
                }
            }
        }
        if (moved == 0) {
            return null;
        }
        double uplift = Math.max(LEAST_UPLIFT, Math.min(MOST_UPLIFT, 1 + (sold - expected) / moved));
        double relative = Math.max(LEAST_RELATIVE_VARIANCE, relativeVariance(units, season, usual));
        return new Estimate(uplift, relative * Math.max(1, uplift) / buckets);
    }

    /** The mean of what is usual around a bucket, at its season; NaN if too little is known. */
    private static double usualUnits(double[] units, double[] season, boolean[] usual, int bucket) {
        double sum = 0;
        int known = 0;
        int last = Math.min(units.length - 1, bucket + AROUND_BUCKETS);
        for (int t = Math.max(0, bucket - AROUND_BUCKETS); t <= last; t++) {
            if (usual[t] && !Double.isNaN(units[t])) {
                sum += units[t] / season[t];
                known++;
            }
        }
        return known < LEAST_USUAL_BUCKETS ? Double.NaN : sum / known * season[bucket];
    }

    /** Variance of usual demand by its squared mean. */
    private static double relativeVariance(double[] units, double[] season, boolean[] usual) {
        double sum = 0;
        double squares = 0;
        int known = 0;
        for (int t = 0; t < units.length; t++) {
            if (usual[t] && !Double.isNaN(units[t])) {
                double level = units[t] / season[t];
                sum += level;
                squares += level * level;
                known++;
            }
        }
        return sum == 0 ? 0 : Math.max(0, squares * known / (sum * sum) - 1);
    }

    /**
     * A factor and how exactly it is known.
     *
     * @param variance of its error, above 0
     */
    record Estimate(double uplift, double variance) {

        Estimate plus(double sd) {
            return new Estimate(uplift, variance + sd * sd);
        }
    }

    /** A mean weighted by precision, while it is added up. */
    private static final class Precision {

        private double weight;
        private double sum;

        Precision add(Estimate estimate) {
            weight += 1 / estimate.variance();
            sum += estimate.uplift() / estimate.variance();
            return this;
        }

        Estimate mean() {
            return new Estimate(sum / weight, 1 / weight);
        }
    }
}
