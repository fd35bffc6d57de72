package org.plenish.engine.forecast;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.plenish.engine.model.Item;
import org.plenish.engine.model.ItemId;
import org.plenish.engine.model.SkuLocation;

/**
 * Gives an article that has sold for less than half a year the demand of those it replaces, at the same warehouse, for
 * the buckets before its own first demand. Only its direct predecessors; each keeps its own history as well.
 */
final class Supersession {

    private final Map<ItemId, List<ItemId>> predecessors;
    private final int youngBuckets;

    Supersession(Collection<Item> items, int bucketsPerYear) {
        predecessors = items.stream()
                .filter(item -> item.replacedBy() != null && !item.id().equals(item.replacedBy()))
                .collect(Collectors.groupingBy(
                        item -> Objects.requireNonNull(item.replacedBy()),
                        Collectors.mapping(Item::id, Collectors.toList())));
        youngBuckets = bucketsPerYear / 2;
    }

    /** @param series all end at the same bucket */
    List<CleanSeries> join(List<CleanSeries> series) {
        if (predecessors.isEmpty()) {
            return series;
        }
        Map<SkuLocation, double[]> demand = new TreeMap<>();
        series.forEach(member -> demand.put(member.location(), member.demandUnits()));
        return series.stream().map(member -> join(member, demand)).toList();
    }

    private CleanSeries join(CleanSeries successor, Map<SkuLocation, double[]> demandByLocation) {
        double[] own = fromFirstDemand(successor.demandUnits());
        List<ItemId> old = predecessors.getOrDefault(successor.location().item(), List.of()).stream()
                .filter(item -> demandByLocation.containsKey(at(item, successor)))
                .toList();
        if (old.isEmpty() || own.length >= youngBuckets) {
            return successor;
        }
        double[] joined = new double[0];
        for (ItemId item : old) {
            joined = sum(joined, demandByLocation.getOrDefault(at(item, successor), own));
        }
        joined = longer(joined, own.length);
        System.arraycopy(own, 0, joined, joined.length - own.length, own.length);
        return new CleanSeries(successor.location(), joined, old);
    }

    private static SkuLocation at(ItemId item, CleanSeries successor) {
        return new SkuLocation(item, successor.location().warehouse());
    }

    private static double[] fromFirstDemand(double[] demandUnits) {
        int first = 0;
        while (first < demandUnits.length && !(demandUnits[first] > 0)) {
            first++;
        }
        return Arrays.copyOfRange(demandUnits, first, demandUnits.length);
    }

    /** Aligned at their ends; where one is not known or not there, the other stands alone. */
    private static double[] sum(double[] one, double[] other) {
        int length = Math.max(one.length, other.length);
        double[] sum = longer(one, length);
        double[] added = longer(other, length);
        for (int i = 0; i < length; i++) {
            if (Double.isNaN(sum[i])) {
                sum[i] = added[i];
            } else if (!Double.isNaN(added[i])) {
                sum[i] += added[i];
            }
        }
        return sum;
    }

    /** A copy of at least {@code length} buckets that ends as {@code demandUnits} does; what is put before is not known. */
    private static double[] longer(double[] demandUnits, int length) {
        int added = Math.max(0, length - demandUnits.length);
        double[] longer = new double[added + demandUnits.length];
        Arrays.fill(longer, 0, added, Double.NaN);
        System.arraycopy(demandUnits, 0, longer, added, demandUnits.length);
        return longer;
    }
}
