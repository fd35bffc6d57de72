package org.plenish.engine.forecast.clean;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.model.Item;
import org.plenish.engine.model.ItemId;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.model.TimeBuckets;

/**
 * An article that has sold for less than half a year and those it replaces, at the same warehouse, meet one demand: the
 * sum of what they sold. Each is forecast from that sum, and the changeover shares it out, so that no demand counts twice:
 * the successor has the share of the latest four buckets and gains the rest evenly within a quarter of a year from now, or
 * from its introduction if that is still to come; its predecessors fade out by what it gains. Only direct predecessors
 * count; where several are replaced by one, they share what is left as they sold before.
 *
 * <p>An article is replaced by one only, so a predecessor belongs to one changeover; one that is itself young and replaces
 * another is forecast as a successor.
 */
final class Supersession {

    private static final int LATEST_BUCKETS = 4;

    private final Map<ItemId, List<ItemId>> predecessors;
    private final Map<ItemId, Item> items;
    private final int youngBuckets;
    private final int changeoverBuckets;
    private final Map<SkuLocation, Share> shares = new HashMap<>();

    Supersession(Collection<Item> items, int bucketsPerYear) {
        this.items = items.stream().collect(Collectors.toMap(Item::id, item -> item));
        predecessors = items.stream()
                .filter(item -> item.replacedBy() != null && !item.id().equals(item.replacedBy()))
                .collect(Collectors.groupingBy(
                        item -> Objects.requireNonNull(item.replacedBy()),
                        Collectors.mapping(Item::id, Collectors.toList())));
        predecessors.values().forEach(members -> members.sort(null));
        youngBuckets = bucketsPerYear / 2;
        changeoverBuckets = Math.max(1, bucketsPerYear / 4);
    }

    /** @param series all end at the same bucket */
    List<CleanSeries> join(List<CleanSeries> series) {
        if (predecessors.isEmpty()) {
            return series;
        }
        Map<SkuLocation, CleanSeries> joined = new LinkedHashMap<>();
        Map<SkuLocation, CleanSeries> before = new TreeMap<>();
        series.forEach(member -> {
            before.put(member.location(), member);
            joined.put(member.location(), member);
        });
        // successors first, so that an article in the middle of a chain is forecast as one
        series.forEach(successor -> share(successor, before, joined, true));
        series.forEach(successor -> share(successor, before, joined, false));
        return new ArrayList<>(joined.values());
    }

    /** What a SKU-location's forecast is multiplied by; 1 outside a changeover. */
    double[] factors(SkuLocation location, TimeBuckets future) {
        double[] factors = new double[future.count()];
        Arrays.fill(factors, 1);
        Share share = shares.get(location);
        if (share != null) {
            int start = share.start() == null ? 0 : future.indexOf(share.start());
            for (int i = 0; i < factors.length; i++) {
                double gained = Math.max(0, i - start + 1) / (double) changeoverBuckets;
                double successor = Math.min(1, share.successorNow() + gained);
                factors[i] = share.weight() * (share.ofSuccessor() ? successor : 1 - successor);
            }
        }
        return factors;
    }

    private void share(
            CleanSeries successor,
            Map<SkuLocation, CleanSeries> before,
            Map<SkuLocation, CleanSeries> joined,
            boolean asSuccessor) {
        double[] own = fromFirstDemand(successor.demandUnits());
        List<CleanSeries> old = predecessors.getOrDefault(successor.location().item(), List.of()).stream()
                .map(item ->
                        before.get(new SkuLocation(item, successor.location().warehouse())))
                .filter(Objects::nonNull)
                .toList();
        double[] oldUnits = new double[0];
        for (CleanSeries predecessor : old) {
            oldUnits = sum(oldUnits, predecessor.demandUnits());
        }
        double soldBefore = total(oldUnits, youngBuckets * 2);
        if (own.length >= youngBuckets || !(soldBefore > 0)) {
            return;
        }
        double[] both = sum(oldUnits, own);
        double now = successorNow(own, both);
        LocalDate start = now > 0 ? null : introducedOn(successor.location().item());
        if (asSuccessor) {
            List<ItemId> names = old.stream()
                    .map(CleanSeries::location)
                    .map(SkuLocation::item)
                    .toList();
            joined.put(successor.location(), new CleanSeries(successor.history(), both, names, successor.notices()));
            shares.put(successor.location(), new Share(true, 1, now, start));
            return;
        }
        for (CleanSeries predecessor : old) {
            double weight = total(predecessor.demandUnits(), youngBuckets * 2) / soldBefore;
            if (!shares.containsKey(predecessor.location())) {
                List<String> notices = new ArrayList<>(predecessor.notices());
                notices.add(String.format(
                        Locale.ROOT,
                        "It gives way to %s, which has %.0f %% of their common demand now and takes over the rest.",
                        successor.location().item(),
                        100 * now));
                joined.put(
                        predecessor.location(),
                        new CleanSeries(predecessor.history(), both, predecessor.predecessors(), notices));
                shares.put(predecessor.location(), new Share(false, weight, now, start));
            }
        }
    }

    private @Nullable LocalDate introducedOn(ItemId id) {
        Item item = items.get(id);
        return item == null ? null : item.introducedOn();
    }

    /** The successor's share of the latest buckets since it sold first; 0 if it never did. */
    private static double successorNow(double[] own, double[] both) {
        int count = Math.min(LATEST_BUCKETS, own.length);
        double ownUnits = total(own, count);
        double units = total(both, count);
        return units > 0 ? Math.min(1, ownUnits / units) : own.length > 0 ? 1 : 0;
    }

    /** Of what is known of the last buckets. */
    private static double total(double[] units, int lastBuckets) {
        double total = 0;
        for (int t = Math.max(0, units.length - lastBuckets); t < units.length; t++) {
            total += Double.isNaN(units[t]) ? 0 : units[t];
        }
        return total;
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

    /**
     * What one SKU-location has of a changeover.
     *
     * @param weight of a predecessor among those that are replaced together; 1 for the successor
     * @param successorNow the successor's share of the latest buckets
     * @param start when the successor starts to gain; null: now
     */
    private record Share(
            boolean ofSuccessor,
            double weight,
            double successorNow,
            @Nullable LocalDate start) {}
}
