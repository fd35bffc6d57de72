package org.plenish.web.override;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.model.ItemId;
import org.plenish.engine.model.PolicyOverride;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.model.WarehouseId;
import org.plenish.web.run.DatasetCopies;
import org.plenish.web.run.Decisions;
import org.springframework.stereotype.Component;

/**
 * Adds what people have set to the overrides of a dataset: a person's value goes before the dataset's of the same field,
 * whose other fields stay. What has expired on the plan's date, or is of an article or warehouse that the dataset lacks,
 * is left out.
 */
@Component
class PeoplesOverrides implements Decisions {

    private final OverrideStore store;

    PeoplesOverrides(OverrideStore store) {
        this.store = store;
    }

    @Override
    public Dataset addTo(Dataset dataset) {
        LocalDate asOf = dataset.settings().asOf();
        Map<SkuLocation, List<StandingOverride>> byLocation = new LinkedHashMap<>();
        for (StandingOverride one : store.standing()) {
            SkuLocation location = new SkuLocation(new ItemId(one.item()), new WarehouseId(one.warehouse()));
            if (one.isInForceOn(asOf)
                    && dataset.items().containsKey(location.item())
                    && dataset.warehouses().containsKey(location.warehouse())) {
                byLocation.computeIfAbsent(location, any -> new ArrayList<>()).add(one);
            }
        }
        if (byLocation.isEmpty()) {
            return dataset;
        }
        List<PolicyOverride> all = new ArrayList<>(dataset.policyOverrides());
        Map<SkuLocation, PolicyOverride> given = given(dataset);
        byLocation.forEach(
                (location, own) -> all.add(over(location, given.get(location), values(own), reason(own), end(own))));
        return DatasetCopies.withPolicyOverrides(dataset, all);
    }

    /** The rows that the dataset has for single SKU-locations and that are in force. */
    static Map<SkuLocation, PolicyOverride> given(Dataset dataset) {
        Map<SkuLocation, PolicyOverride> given = new LinkedHashMap<>();
        for (PolicyOverride override : dataset.policyOverrides()) {
            if (override.warehouse() != null
                    && override.isInForceOn(dataset.settings().asOf())) {
                given.put(new SkuLocation(override.item(), override.warehouse()), override);
            }
        }
        return given;
    }

    /**
     * A person's values over what the dataset gives there.
     *
     * @param given null: nothing
     * @param expiresOn of what the person set
     */
    static PolicyOverride over(
            SkuLocation location,
            @Nullable PolicyOverride given,
            Map<OverrideField, Double> values,
            String reason,
            @Nullable LocalDate expiresOn) {
        Double serviceLevel = values.get(OverrideField.SERVICE_LEVEL);
        return new PolicyOverride(
                location.item(),
                location.warehouse(),
                units(values, OverrideField.SAFETY_STOCK, given == null ? null : given.safetyStockUnits()),
                units(values, OverrideField.REORDER_POINT, given == null ? null : given.reorderPointUnits()),
                units(values, OverrideField.ORDER_UP_TO_LEVEL, given == null ? null : given.orderUpToLevelUnits()),
                units(values, OverrideField.MIN_QUANTITY, given == null ? null : given.minQuantityUnits()),
                units(values, OverrideField.MAX_QUANTITY, given == null ? null : given.maxQuantityUnits()),
                serviceLevel != null || given == null ? serviceLevel : given.serviceLevel(),
                values.containsKey(OverrideField.STOP_BUY) || (given != null && given.stopBuy()),
                reason,
                expiresOn);
    }

    private static @Nullable Integer units(
            Map<OverrideField, Double> values, OverrideField field, @Nullable Integer otherwise) {
        Double value = values.get(field);
        return value == null ? otherwise : Integer.valueOf(value.intValue());
    }

    private static Map<OverrideField, Double> values(Collection<StandingOverride> own) {
        Map<OverrideField, Double> values = new EnumMap<>(OverrideField.class);
        own.forEach(one -> values.put(one.field(), one.value()));
        return values;
    }

    /** The reasons of all values there, each once, with who gave them. */
    private static String reason(Collection<StandingOverride> own) {
        return own.stream()
                .map(one -> one.reason() + " (" + one.setBy() + ")")
                .distinct()
                .collect(Collectors.joining("; "));
    }

    /** The first of their last days: from the day after on, another plan is made. */
    private static @Nullable LocalDate end(Collection<StandingOverride> own) {
        LocalDate end = null;
        for (StandingOverride one : own) {
            LocalDate expires = one.expiresOn();
            end = expires == null || (end != null && end.isBefore(expires)) ? end : expires;
        }
        return end;
    }
}
