package org.plenish.web.forecast;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.plenish.engine.forecast.Forecast;
import org.plenish.engine.model.DemandHistory;
import org.plenish.engine.plan.SkuLocationPlan;
import org.plenish.web.run.PlannedDataset;

/** Sales of the last year and forecasts before and after people's changes, added up by category and warehouse. */
final class LevelSums {

    /** One level; all arrays by bucket, in units. */
    static final class Sum {

        final double[] sold;
        final double[] statistical;
        final double[] last;
        int skuLocations;

        Sum(int past, int future) {
            sold = new double[past];
            statistical = new double[future];
            last = new double[future];
        }

        /** Recorded sales, the latest last; a history that is shorter adds to the latest. */
        private void add(DemandHistory history, double[] computed, Forecast after) {
            skuLocations++;
            int length = history.soldUnits().length();
            for (int back = 1; back <= Math.min(length, sold.length); back++) {
                double units = history.soldUnits().get(length - back);
                sold[sold.length - back] += Double.isNaN(units) ? 0 : units;
            }
            for (int i = 0; i < last.length; i++) {
                statistical[i] += computed[i];
                last[i] += after.meanUnits().get(i);
            }
        }
    }

    private LevelSums() {}

    /** By level: all, each category, each warehouse, and each category at each warehouse. */
    static Map<Key, Sum> of(PlannedDataset planned) {
        int future = planned.plan().buckets().count();
        int past = planned.plan().buckets().size().bucketsPerYear();
        Map<Key, Sum> sums = new TreeMap<>();
        for (SkuLocationPlan location : planned.plan().locations()) {
            String category = location.profile().item().category();
            String warehouse = location.location().warehouse().value();
            double[] computed = computed(planned, location);
            for (Key key : Arrays.asList(
                    new Key("", ""), new Key(category, ""), new Key("", warehouse), new Key(category, warehouse))) {
                // Without a category an article is in no other level than those of all categories.
                if (!category.isEmpty() || key.category().isEmpty()) {
                    sums.computeIfAbsent(key, any -> new Sum(past, future))
                            .add(location.history(), computed, location.forecast());
                }
            }
        }
        return sums;
    }

    /** Means as computed, before people's changes; of what they alone have made, nothing. */
    static double[] computed(PlannedDataset planned, SkuLocationPlan location) {
        PlannedDataset.Making making = planned.making();
        if (making == null) {
            return location.forecast().meanUnits().toArray();
        }
        Forecast before = making.statistical().get(location.location());
        return before == null
                ? new double[planned.plan().buckets().count()]
                : before.meanUnits().toArray();
    }

    /** Blank: all. */
    record Key(String category, String warehouse) implements Comparable<Key> {

        @Override
        public int compareTo(Key other) {
            int byCategory = category.compareTo(other.category);
            return byCategory != 0 ? byCategory : warehouse.compareTo(other.warehouse);
        }
    }
}
