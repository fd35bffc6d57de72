package org.plenish.engine.policy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.model.ItemId;
import org.plenish.engine.model.PolicyOverride;
import org.plenish.engine.model.SkuLocation;

/**
 * What a person decided, by SKU-location. A field given for the warehouse goes before the same field given for all
 * warehouses; purchasing is stopped if either says so. Of two rows for the same key the later one holds.
 */
public final class PolicyOverrides {

    private final Map<ItemId, PolicyOverride> everywhere = new HashMap<>();
    private final Map<SkuLocation, PolicyOverride> byLocation = new HashMap<>();

    public PolicyOverrides(List<PolicyOverride> overrides) {
        for (PolicyOverride override : overrides) {
            if (override.warehouse() == null) {
                everywhere.put(override.item(), override);
            } else {
                byLocation.put(new SkuLocation(override.item(), override.warehouse()), override);
            }
        }
    }

    public Optional<PolicyOverride> find(SkuLocation location) {
        PolicyOverride general = everywhere.get(location.item());
        PolicyOverride special = byLocation.get(location);
        if (general == null || special == null) {
            return Optional.ofNullable(special == null ? general : special);
        }
        return Optional.of(new PolicyOverride(
                location.item(),
                location.warehouse(),
                first(special.safetyStockUnits(), general.safetyStockUnits()),
                first(special.reorderPointUnits(), general.reorderPointUnits()),
                first(special.orderUpToLevelUnits(), general.orderUpToLevelUnits()),
                first(special.minQuantityUnits(), general.minQuantityUnits()),
                first(special.maxQuantityUnits(), general.maxQuantityUnits()),
                first(special.serviceLevel(), general.serviceLevel()),
                special.stopBuy() || general.stopBuy(),
                special.reason().isBlank() ? general.reason() : special.reason()));
    }

    private static <T> @Nullable T first(@Nullable T special, @Nullable T general) {
        return special == null ? general : special;
    }
}
