package org.plenish.web.override;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.inventory.InventoryProjection;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.model.ItemId;
import org.plenish.engine.model.Money;
import org.plenish.engine.model.PolicyOverride;
import org.plenish.engine.model.PurchaseOrder;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.model.WarehouseId;
import org.plenish.engine.plan.ReplenishmentPlan;
import org.plenish.engine.plan.SkuLocationPlan;
import org.plenish.engine.policy.ReplenishmentPolicy;
import org.plenish.web.override.LatestPlan.Kept;
import org.plenish.web.override.OverrideEffect.Alone;
import org.plenish.web.override.OverrideEffect.Point;
import org.plenish.web.override.OverrideEffect.Policy;
import org.plenish.web.override.PolicyRework.Reworked;
import org.springframework.stereotype.Component;

/** Works out what other overrides would do, before they are kept. */
@Component
class OverrideEffects {

    private final LatestPlan latest;

    OverrideEffects(LatestPlan latest) {
        this.latest = latest;
    }

    /**
     * Of one SKU-location of a plan, if its values were these.
     *
     * @return empty if the plan is not at hand: it was made before the product was started
     */
    Optional<OverrideEffect> find(long runId, String item, String warehouse, Map<OverrideField, Double> values) {
        SkuLocation location = new SkuLocation(new ItemId(item), new WarehouseId(warehouse));
        return latest.find(runId).map(kept -> effect(kept, location, values));
    }

    private static @Nullable OverrideEffect effect(Kept kept, SkuLocation location, Map<OverrideField, Double> values) {
        SkuLocationPlan planned = kept.locations().get(location);
        if (planned == null) {
            return null;
        }
        Dataset dataset = kept.planned().dataset();
        PolicyOverride given = PeoplesOverrides.given(kept.making().given()).get(location);
        List<PolicyOverride> others = dataset.policyOverrides().stream()
                .filter(override -> !override.item().equals(location.item())
                        || !location.warehouse().equals(override.warehouse()))
                .toList();
        List<PolicyOverride> changed = new ArrayList<>(others);
        if (!values.isEmpty() || given != null) {
            changed.add(PeoplesOverrides.over(location, given, values, "As typed", null));
        }
        PolicyRework now = rework(kept, dataset.policyOverrides());
        PolicyRework then = rework(kept, changed);
        AloneRun alone = new AloneRun(kept, location.item());
        ReplenishmentPlan before = alone.plan(now);
        ReplenishmentPlan after = alone.plan(then);
        return new OverrideEffect(
                policy(now.of(List.of(planned)).get(0)),
                policy(then.of(List.of(planned)).get(0)),
                alone(before, location),
                alone(after, location),
                points(at(before, location), at(after, location)));
    }

    private static PolicyRework rework(Kept kept, List<PolicyOverride> overrides) {
        return new PolicyRework(
                kept.planned().dataset(), kept.profiles(), kept.making().policies(), overrides);
    }

    private static Policy policy(Reworked reworked) {
        ReplenishmentPolicy policy = reworked.calculation().policy();
        return new Policy(
                reworked.choice().serviceTarget(),
                policy.safetyStockUnits(),
                policy.reorderPointUnits(),
                policy.orderUpToLevelUnits(),
                policy.orderQuantityUnits(),
                reworked.choice().stopBuy());
    }

    private static SkuLocationPlan at(ReplenishmentPlan plan, SkuLocation location) {
        return plan.locations().stream()
                .filter(each -> each.location().equals(location))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(location + " was planned, but is not in the plan."));
    }

    private static Alone alone(ReplenishmentPlan plan, SkuLocation location) {
        SkuLocationPlan here = at(plan, location);
        InventoryProjection stock = here.withProposals();
        double average = IntStream.of(stock.closingUnits()).average().orElse(0);
        PurchaseOrder first = null;
        int firstUnits = 0;
        int bought = 0;
        for (PurchaseOrder order : plan.purchaseOrders()) {
            if (!order.warehouse().equals(location.warehouse())) {
                continue;
            }
            int units = order.lines().stream()
                    .mapToInt(PurchaseOrder.Line::quantityUnits)
                    .sum();
            bought = Math.addExact(bought, units);
            if (first == null || order.orderDate().isBefore(first.orderDate())) {
                first = order;
                firstUnits = units;
            }
        }
        return new Alone(
                average,
                Money.of(average * here.profile().item().unitCost().toDouble()),
                (int) IntStream.of(stock.backorderUnits())
                        .filter(units -> units > 0)
                        .count(),
                first == null ? null : first.orderDate(),
                firstUnits,
                bought);
    }

    private static List<Point> points(SkuLocationPlan before, SkuLocationPlan after) {
        InventoryProjection one = before.withProposals();
        InventoryProjection other = after.withProposals();
        return IntStream.range(0, one.buckets().count())
                .mapToObj(t -> new Point(
                        one.buckets().start(t),
                        one.closingUnits()[t] - one.backorderUnits()[t],
                        other.closingUnits()[t] - other.backorderUnits()[t],
                        one.safetyStockUnits()[t],
                        other.safetyStockUnits()[t]))
                .toList();
    }
}
