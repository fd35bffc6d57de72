package org.plenish.engine.plan.value;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.model.WarehouseId;
import org.plenish.engine.policy.AbcClass;

/** Of which stock figures are: null means all of them. */
public record StockGroup(
        @Nullable WarehouseId warehouse,
        @Nullable String category,
        @Nullable AbcClass abcClass) {

    /** The whole business. */
    public static final StockGroup ALL = new StockGroup(null, null, null);

    /** This group and the seven that leave one of the three open or more. */
    List<StockGroup> andWider() {
        List<StockGroup> groups = new ArrayList<>(8);
        for (int open = 0; open < 8; open++) {
            groups.add(new StockGroup(
                    (open & 1) == 0 ? warehouse : null,
                    (open & 2) == 0 ? category : null,
                    (open & 4) == 0 ? abcClass : null));
        }
        return groups;
    }
}
