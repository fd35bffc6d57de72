package org.plenish.engine.plan;

import java.time.LocalDate;
import java.util.List;
import org.plenish.engine.inventory.InventoryProjection;
import org.plenish.engine.model.Money;
import org.plenish.engine.model.PurchaseOrder;
import org.plenish.engine.model.TimeBuckets;
import org.plenish.engine.policy.ObsolescenceStatus;
import org.plenish.engine.policy.SkuLocationProfile.StockProfile;

/** Adds the plan up. */
final class KpiCalculator {

    private static final double DAYS_PER_YEAR = 365;

    private KpiCalculator() {}

    static Kpis of(
            TimeBuckets buckets,
            List<SkuLocationPlan> locations,
            List<PurchaseOrder> purchaseOrders,
            List<LimitUse> limits) {
        long bucketsWithDemand = 0;
        long bucketsServed = 0;
        long demandUnits = 0;
        long shortUnits = 0;
        double openingValue = 0;
        double averageValue = 0;
        double costOfSales = 0;
        double deadValue = 0;
        double excessValue = 0;
        double provision = 0;
        for (SkuLocationPlan location : locations) {
            InventoryProjection stock = location.withProposals();
            double unitCost = location.profile().item().unitCost().toDouble();
            double onHandValue = Math.max(0, location.profile().stock().onHandUnits()) * unitCost;
            openingValue += onHandValue;
            ObsolescenceStatus status = location.choice().obsolescenceStatus();
            switch (status) {
                case DEAD, DISCONTINUED -> deadValue += onHandValue;
                case EXPIRED -> deadValue += location.profile().stock().expiredUnits() * unitCost;
                case EXCESS -> excessValue += onHandValue;
                case HEALTHY, SLOW, EXPIRING -> {}
            }
            provision += location.choice().provisionRate() * unitsProvidedFor(location) * unitCost;
            for (int t = 0; t < buckets.count(); t++) {
                int demand = stock.demandUnits()[t];
                int newlyShort = Math.min(demand, stock.backorderUnits()[t]);
                demandUnits += demand;
                shortUnits += newlyShort;
                costOfSales += (demand - newlyShort) * unitCost;
                averageValue += stock.closingUnits()[t] * unitCost / buckets.count();
                if (demand > 0) {
                    bucketsWithDemand++;
                    bucketsServed += newlyShort == 0 ? 1 : 0;
                }
            }
        }
        double days = buckets.end().toEpochDay() - buckets.start().toEpochDay();
        double salesPerDay = costOfSales / days;
        return new Kpis(
                share(bucketsServed, bucketsWithDemand),
                share(demandUnits - shortUnits, demandUnits),
                Money.of(openingValue),
                Money.of(averageValue),
                averageValue == 0 ? 0 : salesPerDay * DAYS_PER_YEAR / averageValue,
                salesPerDay == 0 ? 0 : averageValue / salesPerDay,
                Money.of(deadValue),
                Money.of(excessValue),
                Money.of(provision),
                highestUse(limits, LimitUse.Kind.SPACE),
                highestUse(limits, LimitUse.Kind.CASH),
                value(purchaseOrders, buckets.start(), true),
                value(purchaseOrders, buckets.start(), false));
    }

    /** What has expired or will is provided for, not what lies beside it. */
    private static int unitsProvidedFor(SkuLocationPlan location) {
        StockProfile stock = location.profile().stock();
        return switch (location.choice().obsolescenceStatus()) {
            case EXPIRED -> stock.expiredUnits();
            case EXPIRING -> stock.expiringUnits();
            case HEALTHY, SLOW, EXCESS, DEAD, DISCONTINUED -> Math.max(0, stock.onHandUnits());
        };
    }

    private static double share(long part, long whole) {
        return whole == 0 ? 1 : (double) part / whole;
    }

    private static double highestUse(List<LimitUse> limits, LimitUse.Kind kind) {
        return limits.stream()
                .filter(limit -> limit.kind() == kind && limit.limit() > 0)
                .mapToDouble(limit -> limit.used() / limit.limit())
                .max()
                .orElse(Double.NaN);
    }

    private static Money value(List<PurchaseOrder> orders, LocalDate planDate, boolean now) {
        return orders.stream()
                .filter(order -> order.isDueForReleaseOn(planDate) == now)
                .map(PurchaseOrder::value)
                .reduce(Money.ZERO, Money::plus);
    }
}
