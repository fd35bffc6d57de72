package org.plenish.engine.io;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.model.PolicyOverride;

/** {@code policy_overrides.csv} */
final class PolicyOverridesTable extends CsvTable {

    private static final double LEAST_SERVICE_LEVEL = 0.5;
    private static final double LARGEST_SERVICE_LEVEL = 0.9999;

    private final Column item = required("item");
    private final Column warehouse = optional("warehouse");
    private final Column safetyStock = optional("safety_stock");
    private final Column reorderPoint = optional("reorder_point");
    private final Column orderUpToLevel = optional("order_up_to_level");
    private final Column minQuantity = optional("min_quantity");
    private final Column maxQuantity = optional("max_quantity");
    private final Column serviceLevel = optional("service_level");
    private final Column stopBuy = optional("stop_buy");
    private final Column reason = optional("reason");
    private final Column expiresOn = optional("expires_on");

    private final References references;
    private final Once once = new Once("item and warehouse");
    private final List<PolicyOverride> overrides = new ArrayList<>();

    PolicyOverridesTable(References references) {
        this.references = references;
    }

    @Override
    protected void read(CsvRow row) {
        PolicyOverride read = new PolicyOverride(
                references.items().refer(row, item),
                references.warehouses().referIfGiven(row, warehouse),
                row.wholeNumberIfGiven(safetyStock, 0),
                row.wholeNumberIfGiven(reorderPoint, 0),
                row.wholeNumberIfGiven(orderUpToLevel, 0),
                row.wholeNumberIfGiven(minQuantity, 0),
                row.wholeNumberIfGiven(maxQuantity, 0),
                row.numberIfGiven(serviceLevel, LEAST_SERVICE_LEVEL, LARGEST_SERVICE_LEVEL),
                row.flag(stopBuy),
                row.text(reason),
                row.dateIfGiven(expiresOn));
        notBelow(row, orderUpToLevel, read.orderUpToLevelUnits(), reorderPoint, read.reorderPointUnits());
        notBelow(row, maxQuantity, read.maxQuantityUnits(), minQuantity, read.minQuantityUnits());
        if (row.isGood()) {
            once.claim(row, item, read.item(), read.warehouse());
            overrides.add(read);
        }
    }

    private static void notBelow(
            CsvRow row, Column upper, @Nullable Integer most, Column lower, @Nullable Integer least) {
        if (most != null && least != null && most < least) {
            row.error(upper, "must be " + lower.name() + " " + least + " or more", null);
        }
    }

    List<PolicyOverride> overrides() {
        return overrides;
    }
}
