package org.plenish.engine.plan.space;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import org.plenish.engine.model.Item;
import org.plenish.engine.model.ItemId;
import org.plenish.engine.model.WarehouseId;
import org.plenish.engine.plan.ReplenishmentPlan;
import org.plenish.engine.plan.SkuLocationPlan;
import org.plenish.engine.policy.ObsolescenceStatus;

/**
 * What lies at a warehouse and has not been sold there for a long time.
 *
 * @param daysSinceLastSale more than {@link #AGED_DAYS}; 100,000: never
 * @param value at unit cost, exact (currency units)
 */
public record AgedStock(
        WarehouseId warehouse,
        ItemId item,
        int daysSinceLastSale,
        ObsolescenceStatus status,
        int onHandUnits,
        BigDecimal value,
        double volumeM3) {

    /** Stock that was sold since is not aged. */
    public static final int AGED_DAYS = 90;

    private static final Comparator<AgedStock> DEAREST_FIRST =
            Comparator.comparing(AgedStock::value).reversed().thenComparing(AgedStock::item);

    /** Dearest first, at most {@code most} of each warehouse. */
    public static Map<WarehouseId, List<AgedStock>> of(ReplenishmentPlan plan, int most) {
        Map<WarehouseId, PriorityQueue<AgedStock>> kept = new TreeMap<>();
        for (SkuLocationPlan location : plan.locations()) {
            int units = Math.max(0, location.profile().stock().onHandUnits());
            if (units > 0 && location.profile().demand().daysSinceLastSale() > AGED_DAYS) {
                PriorityQueue<AgedStock> queue = kept.computeIfAbsent(
                        location.location().warehouse(), key -> new PriorityQueue<>(DEAREST_FIRST.reversed()));
                queue.add(aged(location, units));
                if (queue.size() > most) {
                    queue.remove();
                }
            }
        }
        Map<WarehouseId, List<AgedStock>> sorted = new TreeMap<>();
        kept.forEach((warehouse, queue) -> {
            List<AgedStock> list = new ArrayList<>(queue);
            list.sort(DEAREST_FIRST);
            sorted.put(warehouse, list);
        });
        return sorted;
    }

    private static AgedStock aged(SkuLocationPlan location, int units) {
        Item item = location.profile().item();
        return new AgedStock(
                location.location().warehouse(),
                item.id(),
                location.profile().demand().daysSinceLastSale(),
                location.choice().obsolescenceStatus(),
                units,
                item.unitCost().amount().multiply(BigDecimal.valueOf(units)),
                units * item.unitVolumeM3());
    }
}
