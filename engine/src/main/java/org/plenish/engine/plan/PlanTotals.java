package org.plenish.engine.plan;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.plenish.engine.model.Money;
import org.plenish.engine.model.PurchaseOrder;
import org.plenish.engine.model.TransferOrder;
import org.plenish.engine.optimize.CostBreakdown;
import org.plenish.engine.policy.ObsolescenceStatus;
import org.plenish.engine.policy.Severity;

/**
 * A plan added up, to be held against another.
 *
 * @param safetyStockUnits of all policies
 * @param safetyStockValue the same at unit cost
 * @param ordersNow due for release on the plan's date
 * @param ordersLater the outlook
 * @param transfersNow due for release on the plan's date; valued at what moving costs, without the shipment's own cost
 * @param transfersLater the outlook
 * @param byStatus SKU-locations by obsolescence status; every status is a key
 * @param exceptions by severity; every severity is a key
 * @param lowerBound no plan within the limits costs less (currency units)
 */
public record PlanTotals(
        long safetyStockUnits,
        Money safetyStockValue,
        Orders ordersNow,
        Orders ordersLater,
        Orders transfersNow,
        Orders transfersLater,
        Map<ObsolescenceStatus, Integer> byStatus,
        Map<Severity, Integer> exceptions,
        Kpis kpis,
        CostBreakdown cost,
        double lowerBound) {

    public PlanTotals {
        byStatus = Collections.unmodifiableMap(new EnumMap<>(byStatus));
        exceptions = Collections.unmodifiableMap(new EnumMap<>(exceptions));
    }

    /**
     * Orders added up.
     *
     * @param value of all lines
     */
    public record Orders(int count, int lines, long units, Money value) {

        static final Orders NONE = new Orders(0, 0, 0, Money.ZERO);

        private Orders plus(int moreLines, long moreUnits, Money moreValue) {
            return new Orders(count + 1, lines + moreLines, units + moreUnits, value.plus(moreValue));
        }
    }

    public static PlanTotals of(ReplenishmentPlan plan) {
        long safetyStockUnits = 0;
        Money safetyStockValue = Money.ZERO;
        Map<ObsolescenceStatus, Integer> byStatus = new EnumMap<>(ObsolescenceStatus.class);
        for (ObsolescenceStatus status : ObsolescenceStatus.values()) {
            byStatus.put(status, 0);
        }
        for (SkuLocationPlan location : plan.locations()) {
            int units = location.policy().safetyStockUnits();
            safetyStockUnits += units;
            safetyStockValue =
                    safetyStockValue.plus(location.profile().item().unitCost().times(units));
            byStatus.merge(location.choice().obsolescenceStatus(), 1, Integer::sum);
        }
        Map<Severity, Integer> exceptions = new EnumMap<>(Severity.class);
        for (Severity severity : Severity.values()) {
            exceptions.put(severity, 0);
        }
        plan.exceptions().forEach(exception -> exceptions.merge(exception.severity(), 1, Integer::sum));
        return new PlanTotals(
                safetyStockUnits,
                safetyStockValue,
                purchases(plan, true),
                purchases(plan, false),
                transfers(plan, true),
                transfers(plan, false),
                byStatus,
                exceptions,
                plan.kpis(),
                plan.cost(),
                plan.lowerBound());
    }

    private static Orders purchases(ReplenishmentPlan plan, boolean now) {
        Orders sum = Orders.NONE;
        for (PurchaseOrder order : plan.purchaseOrders()) {
            if (order.isDueForReleaseOn(plan.buckets().start()) == now) {
                List<PurchaseOrder.Line> lines = order.lines();
                sum = sum.plus(
                        lines.size(),
                        lines.stream()
                                .mapToLong(PurchaseOrder.Line::quantityUnits)
                                .sum(),
                        order.value());
            }
        }
        return sum;
    }

    private static Orders transfers(ReplenishmentPlan plan, boolean now) {
        Orders sum = Orders.NONE;
        for (TransferOrder order : plan.transfers()) {
            if (order.isDueForReleaseOn(plan.buckets().start()) == now) {
                List<TransferOrder.Line> lines = order.lines();
                sum = sum.plus(
                        lines.size(),
                        lines.stream()
                                .mapToLong(TransferOrder.Line::quantityUnits)
                                .sum(),
                        lines.stream().map(TransferOrder.Line::cost).reduce(Money.ZERO, Money::plus));
            }
        }
        return sum;
    }
}
