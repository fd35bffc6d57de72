package org.plenish.engine.plan;

import org.plenish.engine.forecast.Forecast;
import org.plenish.engine.inventory.InventoryProjection;
import org.plenish.engine.model.DemandHistory;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.policy.PolicyCalculation;
import org.plenish.engine.policy.PolicyChoice;
import org.plenish.engine.policy.ReplenishmentPolicy;
import org.plenish.engine.policy.SkuLocationProfile;

/**
 * Everything a run found out about one SKU-location.
 *
 * @param withoutProposals stock if nothing new is bought or moved
 * @param withProposals stock if everything proposed is done
 */
public record SkuLocationPlan(
        DemandHistory history,
        Forecast forecast,
        SkuLocationProfile profile,
        PolicyChoice choice,
        PolicyCalculation calculation,
        InventoryProjection withoutProposals,
        InventoryProjection withProposals) {

    public ReplenishmentPolicy policy() {
        return calculation.policy();
    }

    public SkuLocation location() {
        return profile.location();
    }
}
