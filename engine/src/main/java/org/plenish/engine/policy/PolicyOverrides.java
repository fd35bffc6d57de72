package org.plenish.engine.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.model.ItemId;
import org.plenish.engine.model.PolicyOverride;
import org.plenish.engine.model.SkuLocation;

/**
 * What a person decided, by SKU-location, as far as it is in force on the plan's date. A field given for the warehouse
 * goes before the same field given for all warehouses; purchasing is stopped if either says so. Of two rows for the same
 * key the later one holds.
 */
public final class PolicyOverrides {

    private final Map<ItemId, PolicyOverride> everywhere = new HashMap<>();
    private final Map<SkuLocation, PolicyOverride> byLocation = new HashMap<>();

    private final List<PolicyOverride> expired = new ArrayList<>();
    private final List<PolicyOverride> withoutReason = new ArrayList<>();

    /** @param asOf the plan's date: an override whose last day lies before it is not in force */
    public PolicyOverrides(List<PolicyOverride> overrides, LocalDate asOf) {
        for (PolicyOverride override : overrides) {
            if (!override.isInForceOn(asOf)) {
                expired.add(override);
                continue;
            }
            if (override.reason().isBlank()) {
                withoutReason.add(override);
            }
            if (override.warehouse() == null) {
                everywhere.put(override.item(), override);
            } else {
                byLocation.put(new SkuLocation(override.item(), override.warehouse()), override);
            }
        }
    }

    /** Those whose last day has passed, in the order of their file: renew them or take them out. */
    public List<PolicyOverride> expired() {
        return List.copyOf(expired);
    }

    /** Those in force of which nobody says why, in the order of their file. */
    public List<PolicyOverride> withoutReason() {
        return List.copyOf(withoutReason);
    }

    /** What is in force there; where both the warehouse's and the general row are, it ends when the first of them does. */
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
                special.reason().isBlank() ? general.reason() : special.reason(),
                earlier(special.expiresOn(), general.expiresOn())));
    }

    private static <T> @Nullable T first(@Nullable T special, @Nullable T general) {
        return special == null ? general : special;
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one == null || (other != null && other.isBefore(one)) ? other : one;
    }
}
