package org.plenish.engine.forecast.clean;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.model.Item;
import org.plenish.engine.model.ItemId;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.model.TimeBuckets;

/**
 * Forecasts of articles that are too new for methods to be compared on them: the shape of their category over the year,
 * times how earlier introductions started, times a level. The level is what was sold so far by what that shape would have
 * sold at a level of 1, weighed against a prior by how much buckets differ from each other, and articles from each other:
 * {@code (Σ sold + κ·prior) / (Σ shape + κ)}, κ the variance of a bucket by that of the levels, both by their squared means.
 * The prior is the level of the article that it is said to be like, else the mean of its category at its warehouse.
 *
 * <p>Source: Bühlmann &amp; Gisler (2005), A Course in Credibility Theory and its Applications, ch. 3.
 */
final class ShortHistories {

    /** An article named as alike sells about as much, give or take half (squared). */
    private static final double ALIKE_VARIANCE = 0.25;

    private static final int LEAST_ARTICLES = 5;

    /** A prior never counts for more than this many buckets; for an article said to be alike, that is more. */
    private static final double MOST_PRIOR_BUCKETS = 4;

    private final Map<ItemId, Item> items;
    private final CategoryShapes shapes;
    private final int shortBuckets;
    private final int youngBuckets;
    private final Map<String, LaunchCurve> curves = new HashMap<>();
    private final LaunchCurve curveOfAll;
    private final Map<String, Crowd> crowds = new TreeMap<>();
    private final Map<SkuLocation, Double> levels = new HashMap<>();

    /** @param series cleaned, before supersessions join them; all end at the plan's date */
    ShortHistories(List<CleanSeries> series, Map<ItemId, Item> items, CategoryShapes shapes, int bucketsPerYear) {
        this.items = items;
        this.shapes = shapes;
        shortBuckets = Math.max(2, bucketsPerYear / 4);
        youngBuckets = Math.max(2, bucketsPerYear / 2);
        int longest = series.stream()
                .mapToInt(member -> member.demandUnits().length)
                .max()
                .orElse(0);
        Map<String, List<double[]>> launches = new TreeMap<>();
        List<double[]> allLaunches = new ArrayList<>();
        Map<String, List<double[]>> mature = new TreeMap<>();
        for (CleanSeries member : series) {
            double[] demand = member.demandUnits();
            if (demand.length < youngBuckets) {
                continue;
            }
            double[] level = withoutShape(member);
            String category = category(member.location().item());
            mature.computeIfAbsent(key(member.location()), key -> new ArrayList<>())
                    .add(level);
            levels.put(member.location(), mean(level, Math.max(0, level.length - bucketsPerYear)));
            if (isIntroduced(member) && demand.length < longest && demand.length >= youngBuckets + shortBuckets) {
                launches.computeIfAbsent(category, key -> new ArrayList<>()).add(level);
                allLaunches.add(level);
            }
        }
        launches.forEach((category, own) -> curves.put(category, LaunchCurve.of(own, youngBuckets)));
        launches.values().removeIf(own -> own.size() < LEAST_ARTICLES);
        curves.keySet().retainAll(launches.keySet());
        curveOfAll = LaunchCurve.of(allLaunches, youngBuckets);
        mature.forEach((key, own) -> {
            if (own.size() >= LEAST_ARTICLES) {
                crowds.put(key, Crowd.of(own));
            }
        });
    }

    /** @return null if the history is long enough for methods, or there is nothing to go by */
    @Nullable
    Profile profile(CleanSeries member, int horizonBuckets) {
        SkuLocation location = member.location();
        double[] demand = member.demandUnits();
        ItemId alike = like(location);
        Double alikeLevel = alike == null ? null : levels.get(new SkuLocation(alike, location.warehouse()));
        double sold = 0;
        double expected = 0;
        int known = 0;
        String category = category(alike == null || alikeLevel == null ? location.item() : alike);
        LaunchCurve curve = isIntroduced(member) ? curves.getOrDefault(category, curveOfAll) : LaunchCurve.NONE;
        double[] shape = shapes.of(category, -demand.length, demand.length);
        for (int t = 0; t < demand.length; t++) {
            if (!Double.isNaN(demand[t])) {
                sold += demand[t];
                expected += shape[t] * curve.at(t);
                known++;
            }
        }
        Crowd crowd = crowds.get(key(location));
        boolean compares = crowd != null || alikeLevel != null || shapes.knows(category);
        if (known >= shortBuckets || !compares || sold == 0 && alikeLevel == null || sold < 0) {
            return null;
        }
        double prior = 0;
        double weight = 0;
        if (alikeLevel != null) {
            prior = alikeLevel;
            weight = (crowd == null ? 1 : crowd.bucketVariance()) / ALIKE_VARIANCE;
        } else if (crowd != null) {
            prior = crowd.meanLevel();
            weight = Math.min(MOST_PRIOR_BUCKETS, crowd.bucketVariance() / crowd.levelVariance());
        }
        if (expected + weight == 0) {
            return null;
        }
        double level = (sold + weight * prior) / (expected + weight);
        double[] future = shapes.of(category, 0, horizonBuckets);
        double[] mean = new double[horizonBuckets];
        Arrays.setAll(mean, j -> level * future[j] * curve.at(demand.length + j));
        return new Profile(mean, why(known, sold, alikeLevel == null ? null : alike, curve.at(demand.length)));
    }

    private static String why(int known, double sold, @Nullable ItemId alike, double share) {
        String what =
                alike == null ? "the shape of its category" : "the level and shape of " + alike + ", which it is like";
        String start = Math.abs(share - 1) < 0.05
                ? ""
                : String.format(Locale.ROOT, "; new articles sell %.0f %% of their later demand by now", 100 * share);
        return String.format(
                Locale.ROOT,
                "Its history of %d %s, %.0f sold, is too short to compare methods: it is held against %s%s.",
                known,
                known == 1 ? "bucket" : "buckets",
                sold,
                what,
                start);
    }

    private @Nullable ItemId like(SkuLocation location) {
        Item item = items.get(location.item());
        return item == null ? null : item.likeItem();
    }

    /** Where only the first sale tells when an article started, that sale makes its start look better than it was. */
    private boolean isIntroduced(CleanSeries member) {
        Item item = items.get(member.location().item());
        LocalDate introduced = item == null ? null : item.introducedOn();
        TimeBuckets buckets = member.history().buckets();
        return introduced != null && buckets.indexOf(introduced) == 0;
    }

    private String category(ItemId id) {
        Item item = items.get(id);
        return item == null ? "" : item.category();
    }

    private String key(SkuLocation location) {
        return category(location.item()) + '\n' + location.warehouse();
    }

    private double[] withoutShape(CleanSeries member) {
        double[] demand = member.demandUnits().clone();
        double[] shape = shapes.of(category(member.location().item()), -demand.length, demand.length);
        Arrays.setAll(demand, t -> demand[t] / shape[t]);
        return demand;
    }

    private static double mean(double[] values, int from) {
        double sum = 0;
        int known = 0;
        for (int i = from; i < values.length; i++) {
            if (!Double.isNaN(values[i])) {
                sum += values[i];
                known++;
            }
        }
        return known == 0 ? 0 : sum / known;
    }

    /**
     * The articles of a category at a warehouse.
     *
     * @param bucketVariance of one article's buckets by its squared mean; the middle one
     * @param levelVariance of the articles' levels by their squared mean
     */
    private record Crowd(double meanLevel, double bucketVariance, double levelVariance) {

        private static final double LEAST_LEVEL_VARIANCE = 0.1;

        static Crowd of(List<double[]> levels) {
            List<Double> means = new ArrayList<>();
            List<Double> variances = new ArrayList<>();
            for (double[] own : levels) {
                double mean = mean(own, 0);
                if (mean > 0) {
                    double sum = 0;
                    int known = 0;
                    for (double units : own) {
                        if (!Double.isNaN(units)) {
                            sum += (units - mean) * (units - mean);
                            known++;
                        }
                    }
                    means.add(mean);
                    variances.add(sum / known / (mean * mean));
                }
            }
            if (means.isEmpty()) {
                return new Crowd(0, 1, 1);
            }
            double mean =
                    means.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
            double squares = means.stream()
                    .mapToDouble(level -> (level - mean) * (level - mean))
                    .average()
                    .orElseThrow();
            return new Crowd(
                    mean,
                    Outliers.median(
                            variances.stream().mapToDouble(Double::doubleValue).toArray()),
                    Math.max(LEAST_LEVEL_VARIANCE, squares / (mean * mean)));
        }
    }
}
