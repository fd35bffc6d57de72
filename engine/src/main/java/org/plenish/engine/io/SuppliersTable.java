package org.plenish.engine.io;

import java.util.HashMap;
import java.util.Map;
import org.plenish.engine.model.Money;
import org.plenish.engine.model.Supplier;
import org.plenish.engine.model.SupplierId;

/** {@code suppliers.csv} */
final class SuppliersTable extends CsvTable {

    /** Five years: a longer lead time or term is a slip of the keyboard, and would blow up the planning horizon. */
    static final int LONGEST_DAYS = 5 * 365;

    private static final double LEAST_CONTAINER_M3 = 0.001;

    private final Column supplier = required("supplier");
    private final Column name = optional("name");
    private final Column leadTimeDays = required("lead_time_days");
    private final Column leadTimeSdDays = optional("lead_time_sd_days");
    private final Column minOrderValue = optional("min_order_value");
    private final Column orderCost = optional("order_cost");
    private final Column orderWeekdays = optional("order_weekdays");
    private final Column paymentTermsDays = optional("payment_terms_days");
    private final Column containerVolumeM3 = optional("container_volume_m3");
    private final Column containerCost = optional("container_cost");

    private final Keys<SupplierId> keys;
    private final Map<SupplierId, Supplier> suppliers = new HashMap<>();

    SuppliersTable(Keys<SupplierId> keys) {
        this.keys = keys;
    }

    @Override
    protected void read(CsvRow row) {
        SupplierId id = keys.define(row, supplier);
        Supplier read = new Supplier(
                id,
                row.textOr(name, id.value()),
                row.wholeNumber(leadTimeDays, 0, LONGEST_DAYS),
                row.numberOr(leadTimeSdDays, 0, LONGEST_DAYS, 0),
                row.moneyOr(minOrderValue, Money.ZERO),
                row.moneyOr(orderCost, Money.ZERO),
                row.weekdays(orderWeekdays),
                row.isGiven(paymentTermsDays) ? row.wholeNumber(paymentTermsDays, 0, LONGEST_DAYS) : 0,
                row.numberIfGiven(containerVolumeM3, LEAST_CONTAINER_M3, CsvRow.LARGEST_NUMBER),
                row.isGiven(containerCost) ? row.moneyOr(containerCost, Money.ZERO) : null);
        if (row.isGood()) {
            suppliers.put(id, read);
        }
    }

    Map<SupplierId, Supplier> suppliers() {
        return suppliers;
    }
}
