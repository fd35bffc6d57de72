package org.plenish.engine.forecast.clean;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.plenish.engine.forecast.method.Histories;

/**
 * The common demand of each category, from which seasons are read: the mean over its series, each by its own mean of its
 * first season, so that a fast mover counts as much as a slow one. Series shorter than a season stay out. What a bucket
 * of a pool holds does not depend on later buckets, so a backtest may read a pool up to its origin.
 */
public final class SeasonalPools {

    /** From so many on, methods read the season themselves and are judged with it. */
    private static final int SURE_SEASONS = 2;

    private static final int CROWD = 20;

    private final Map<String, double[]> poolUnits;
    private final Map<String, Integer> members;
    private final int period;

    private SeasonalPools(Map<String, double[]> poolUnits, Map<String, Integer> members, int period) {
        this.poolUnits = poolUnits;
        this.members = members;
        this.period = period;
    }

    /**
     * @param series all end at the same bucket
     * @param period buckets in a season
     */
    public static SeasonalPools of(List<Member> series, int period) {
        int length = series.stream()
                .mapToInt(member -> member.demandUnits().length)
                .max()
                .orElse(0);
        Map<String, double[]> sums = new HashMap<>();
        Map<String, int[]> counts = new HashMap<>();
        Map<String, Integer> members = new HashMap<>();
        for (Member member : series) {
            double[] demand = member.demandUnits();
            double scale = demand.length < period ? 0 : Histories.mean(Arrays.copyOf(demand, period));
            if (!(scale > 0)) {
                continue;
            }
            members.merge(member.category(), 1, Integer::sum);
            double[] sum = sums.computeIfAbsent(member.category(), key -> new double[length]);
            int[] count = counts.computeIfAbsent(member.category(), key -> new int[length]);
            int offset = length - demand.length;
            for (int i = 0; i < demand.length; i++) {
                if (!Double.isNaN(demand[i])) {
                    sum[offset + i] += demand[i] / scale;
                    count[offset + i]++;
                }
            }
        }
        sums.forEach((category, sum) -> {
            int[] count = counts.getOrDefault(category, new int[length]);
            Arrays.setAll(sum, i -> count[i] == 0 ? Double.NaN : sum[i] / count[i]);
        });
        return new SeasonalPools(sums, members, period);
    }

    /** As long as the longest series; empty if no series of the category spans a season. */
    public double[] pool(String category) {
        return poolUnits.getOrDefault(category, new double[0]);
    }

    /**
     * Whether one season is all that the pool has seen, but of so many series, each with a chance of its own, that what they share
     * in it is more than chance.
     */
    public boolean hasOneSeasonOfACrowd(String category) {
        int length = pool(category).length;
        return length >= period && length < SURE_SEASONS * period && members.getOrDefault(category, 0) >= CROWD;
    }

    /** A series that takes part. */
    @SuppressWarnings("ArrayRecordComponent") // read once, inside the package
    public record Member(String category, double[] demandUnits) {}
}
