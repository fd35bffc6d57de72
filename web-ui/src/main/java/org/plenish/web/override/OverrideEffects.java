package org.plenish.web.override;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.model.ItemId;
import org.plenish.engine.model.PolicyOverride;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.model.WarehouseId;
import org.plenish.engine.plan.SkuLocationPlan;
import org.plenish.engine.policy.ReplenishmentPolicy;
import org.plenish.web.override.LatestPlan.Kept;
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
        Reworked now = rework(kept, planned, dataset.policyOverrides());
        Reworked then = rework(kept, planned, changed);
        PolicyProjection before = PolicyProjection.of(now);
        PolicyProjection after = PolicyProjection.of(then);
        double unitCost = planned.profile().item().unitCost().toDouble();
        return new OverrideEffect(
                policy(now),
                policy(then),
                before.summary(unitCost),
                after.summary(unitCost),
                IntStream.range(0, planned.forecast().buckets().count())
                        .mapToObj(t -> new Point(
                                planned.forecast().buckets().start(t),
                                before.netUnits(t),
                                after.netUnits(t),
                                now.calculation().policy().safetyStockUnits(),
                                then.calculation().policy().safetyStockUnits()))
                        .toList());
    }

    private static Reworked rework(Kept kept, SkuLocationPlan planned, List<PolicyOverride> overrides) {
        return new PolicyRework(
                        kept.planned().dataset(), kept.profiles(), kept.making().policies(), overrides)
                .of(List.of(planned))
                .get(0);
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
}
