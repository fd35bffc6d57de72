package org.plenish.engine.policy;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.model.ItemId;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.model.SupplyOption;
import org.plenish.engine.model.TransferLane;
import org.plenish.engine.model.WarehouseId;

/** Where an article usually comes from: what its policy is made for. The optimizer may buy elsewhere. */
final class PreferredSupply {

    private final LocalDate asOf;
    private final Map<ItemId, List<SupplyOption>> optionsByItem;
    private final Map<WarehouseId, TransferLane> fastestLaneTo = new HashMap<>();
    private final Set<WarehouseId> senders = new HashSet<>();

    PreferredSupply(Dataset dataset) {
        this.asOf = dataset.settings().asOf();
        this.optionsByItem = dataset.supplyOptionsByItem();
        for (TransferLane lane : dataset.lanes()) {
            senders.add(lane.from());
            fastestLaneTo.merge(
                    lane.to(), lane, (one, other) -> other.leadTimeDays() < one.leadTimeDays() ? other : one);
        }
    }

    /** The option of best priority that delivers here and is valid on the plan's date. */
    Optional<SupplyOption> findOption(SkuLocation location) {
        return optionsByItem.getOrDefault(location.item(), List.of()).stream()
                .filter(option -> option.delivers(location.warehouse()) && option.isValidOn(asOf))
                .findFirst();
    }

    /**
     * The last day on which an option that delivers here takes an order, {@link LocalDate#MAX} if one has no end; empty
     * if all have ended.
     */
    Optional<LocalDate> findLastOrderDay(SkuLocation location) {
        return optionsByItem.getOrDefault(location.item(), List.of()).stream()
                .filter(option -> option.delivers(location.warehouse()))
                .map(option -> option.validTo() == null ? LocalDate.MAX : option.validTo())
                .filter(lastDay -> !lastDay.isBefore(asOf))
                .max(Comparator.naturalOrder());
    }

    Optional<TransferLane> findLaneTo(WarehouseId warehouse) {
        return Optional.ofNullable(fastestLaneTo.get(warehouse));
    }

    boolean hasLaneFrom(WarehouseId warehouse) {
        return senders.contains(warehouse);
    }
}
