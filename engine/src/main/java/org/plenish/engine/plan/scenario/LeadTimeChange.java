package org.plenish.engine.plan.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.model.Supplier;
import org.plenish.engine.model.SupplierId;
import org.plenish.engine.model.TransferLane;
import org.plenish.engine.model.WarehouseId;

/**
 * Goods of suppliers, or over lanes, arrive later, earlier or less reliably. What is on order keeps its date.
 *
 * @param suppliers empty where {@code fromWarehouse} or {@code toWarehouse} names lanes
 * @param factor times the lead time, 1 if not changed
 * @param addedDays after that, may be negative
 * @param sdFactor times its standard deviation, 1 if not changed
 * @param sdDays the standard deviation itself (days), null if not changed
 */
record LeadTimeChange(
        Set<SupplierId> suppliers,
        @Nullable WarehouseId fromWarehouse,
        @Nullable WarehouseId toWarehouse,
        double factor,
        int addedDays,
        double sdFactor,
        @Nullable Double sdDays)
        implements Change {

    static final ChangeKind KIND = new ChangeKind("lead_time", LeadTimeChange::read);
    private static final double LARGEST_FACTOR = 20;
    private static final int LARGEST_DAYS = 1_000;

    LeadTimeChange {
        suppliers = Set.copyOf(suppliers);
    }

    private static LeadTimeChange read(ChangeFields fields) {
        fields.requireSomeOf("suppliers", "from_warehouse", "to_warehouse");
        fields.requireSomeOf("factor", "add_days", "sd_factor", "sd_days");
        boolean ofLanes = fields.isGiven("from_warehouse") || fields.isGiven("to_warehouse");
        if (ofLanes && fields.isGiven("suppliers")) {
            fields.error("suppliers", "must not be given beside a lane", "two changes are meant: write one for each");
        }
        for (String spread : List.of("sd_factor", "sd_days")) {
            if (ofLanes && fields.isGiven(spread)) {
                fields.error(spread, "must not be given for a lane, which is planned without spread", null);
            }
        }
        Double factor = fields.numberIfGiven("factor", 0, LARGEST_FACTOR);
        Integer addedDays = fields.wholeNumberIfGiven("add_days", -LARGEST_DAYS);
        if (addedDays != null && addedDays > LARGEST_DAYS) {
            fields.error("add_days", "must be " + LARGEST_DAYS + " or less", null);
        }
        Double sdFactor = fields.numberIfGiven("sd_factor", 0, LARGEST_FACTOR);
        return new LeadTimeChange(
                fields.suppliers("suppliers"),
                fields.isGiven("from_warehouse") ? fields.warehouse("from_warehouse") : null,
                fields.isGiven("to_warehouse") ? fields.warehouse("to_warehouse") : null,
                factor == null ? 1 : factor,
                addedDays == null ? 0 : addedDays,
                sdFactor == null ? 1 : sdFactor,
                fields.numberIfGiven("sd_days", 0, LARGEST_DAYS));
    }

    @Override
    public Driver driver() {
        return Driver.LEAD_TIME;
    }

    @Override
    public String sentence() {
        List<String> parts = new ArrayList<>();
        if (factor != 1) {
            parts.add("× " + Words.number(factor));
        }
        if (addedDays != 0) {
            parts.add((addedDays > 0 ? "+" : "−") + Math.abs(addedDays) + " days");
        }
        if (sdFactor != 1) {
            parts.add("its spread × " + Words.number(sdFactor));
        }
        if (sdDays != null) {
            parts.add("its spread " + Words.number(sdDays) + " days");
        }
        String of = suppliers.isEmpty()
                ? "lanes" + (fromWarehouse == null ? "" : " from " + fromWarehouse)
                        + (toWarehouse == null ? "" : " to " + toWarehouse)
                : Selection.names(suppliers);
        return "Lead time of " + of + " " + String.join(", ", parts) + ".";
    }

    @Override
    public @Nullable NoReplay noReplay() {
        return suppliers.isEmpty() ? NoReplay.TRANSFERS : null;
    }

    @Override
    public void applyTo(Draft draft) {
        if (suppliers.isEmpty()) {
            Draft.replaceAll(draft.lanes, lane -> isMeant(lane) ? changed(lane) : lane);
            return;
        }
        draft.suppliers.replaceAll((id, supplier) -> suppliers.contains(id) ? changed(supplier) : supplier);
        Draft.replaceAll(
                draft.supplyOptions,
                option -> suppliers.contains(option.supplier())
                        ? Terms.withLeadTime(option, days(option.leadTimeDays()))
                        : option);
    }

    private boolean isMeant(TransferLane lane) {
        return (fromWarehouse == null || fromWarehouse.equals(lane.from()))
                && (toWarehouse == null || toWarehouse.equals(lane.to()));
    }

    private Supplier changed(Supplier supplier) {
        return Terms.withLeadTime(
                supplier,
                days(supplier.leadTimeDays()),
                sdDays == null ? supplier.leadTimeSdDays() * sdFactor : sdDays);
    }

    private TransferLane changed(TransferLane lane) {
        return new TransferLane(
                lane.from(),
                lane.to(),
                days(lane.leadTimeDays()),
                lane.costPerUnit(),
                lane.costPerM3(),
                lane.shipmentCost(),
                lane.shipmentCapacityM3(),
                lane.weekdays());
    }

    /** In whole days, 0 or more. */
    private int days(int leadTimeDays) {
        return Math.toIntExact(Math.max(0, Math.round(leadTimeDays * factor) + addedDays));
    }
}
