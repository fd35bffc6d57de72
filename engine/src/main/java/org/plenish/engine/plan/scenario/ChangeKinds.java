package org.plenish.engine.plan.scenario;

import java.util.List;
import java.util.Optional;

/** The kinds of change that a scenario may list. */
public final class ChangeKinds {

    private static final List<ChangeKind> ALL = List.of(
            DemandChange.KIND,
            PromotionChange.KIND,
            NewItem.KIND,
            EndOfLife.KIND,
            LeadTimeChange.KIND,
            SupplierStop.KIND,
            LaneClosed.KIND,
            ServiceTargetChange.KIND,
            CashChange.KIND,
            SpaceChange.KIND,
            StockClearance.KIND,
            PurchaseTermsChange.KIND,
            SellingPriceChange.KIND,
            WarehouseOpened.KIND,
            WarehouseClosed.KIND);

    private ChangeKinds() {}

    public static List<ChangeKind> all() {
        return ALL;
    }

    public static Optional<ChangeKind> find(String id) {
        return ALL.stream().filter(kind -> kind.id().equals(id)).findFirst();
    }
}
