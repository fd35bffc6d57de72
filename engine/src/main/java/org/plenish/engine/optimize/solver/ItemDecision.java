package org.plenish.engine.optimize.solver;

import java.util.List;
import org.optaplanner.core.api.domain.entity.PlanningEntity;
import org.optaplanner.core.api.domain.valuerange.ValueRangeProvider;
import org.optaplanner.core.api.domain.variable.PlanningVariable;
import org.plenish.engine.optimize.ItemPlan;

/** What to do about one SKU: the entity. It writes through to the solution's array, which is all that is ever cloned. */
@PlanningEntity
public class ItemDecision {

    private final ItemPlan[] plans;
    private final int sku;

    ItemDecision(ItemPlan[] plans, int sku) {
        this.plans = plans;
        this.sku = sku;
    }

    /** The moves bring their own values; the range only has to be there. */
    @ValueRangeProvider(id = "plans")
    public List<ItemPlan> getRange() {
        return List.of(plans[sku]);
    }

    @PlanningVariable(valueRangeProviderRefs = "plans")
    public ItemPlan getPlan() {
        return plans[sku];
    }

    public void setPlan(ItemPlan plan) {
        plans[sku] = plan;
    }
}
