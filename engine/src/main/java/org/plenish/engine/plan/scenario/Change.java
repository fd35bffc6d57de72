package org.plenish.engine.plan.scenario;

import org.jspecify.annotations.Nullable;

/** One thing that is otherwise in a scenario. A new kind is a record here and a line in {@link ChangeKinds}. */
public sealed interface Change
        permits CashChange,
                DemandChange,
                DemandUnits,
                EndOfLife,
                LaneClosed,
                LeadTimeChange,
                NewItem,
                PromotionChange,
                PurchaseTermsChange,
                SellingPriceChange,
                ServiceTargetChange,
                SpaceChange,
                StockClearance,
                SupplierStop,
                WarehouseClosed,
                WarehouseOpened {

    /** What differences that it makes are put down to. */
    Driver driver();

    /** What changes, in a sentence for a planner. */
    String sentence();

    /** Why a replay of the past cannot make it; null: it can, and means the same there as in a plan. */
    @Nullable
    NoReplay noReplay();

    /** Makes the change; it sees what changes before it in the scenario have made. */
    void applyTo(Draft draft);
}
