package org.plenish.engine.plan.value;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.plenish.engine.inventory.InventoryProjection;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.model.Item;
import org.plenish.engine.plan.ReplenishmentPlan;
import org.plenish.engine.plan.SkuLocationPlan;
import org.plenish.engine.policy.ObsolescenceStatus;
import org.plenish.engine.policy.SkuLocationProfile.StockProfile;

/**
 * Values a plan's stock by warehouse, category and ABC class, and by every wider group of them. The whole agrees with the
 * plan's own key figures: opening stock, turns, service level, fill rate, dead stock, excess and provision.
 */
public final class StockValuation {

    private StockValuation() {}

    /** @param dataset that the plan was made from: it knows what was sold at which price */
    public static Map<StockGroup, StockFigures> of(Dataset dataset, ReplenishmentPlan plan) {
        SellingPrices prices = new SellingPrices(dataset);
        Map<StockGroup, StockFigures> narrow = new LinkedHashMap<>();
        for (SkuLocationPlan location : plan.locations()) {
            StockGroup group = new StockGroup(
                    location.location().warehouse(),
                    location.profile().item().category(),
                    location.choice().abcClass());
            narrow.merge(group, figures(location, prices), StockFigures::plus);
        }
        Map<StockGroup, StockFigures> all = new HashMap<>();
        narrow.forEach(
                (group, figures) -> group.andWider().forEach(wider -> all.merge(wider, figures, StockFigures::plus)));
        all.putIfAbsent(StockGroup.ALL, StockFigures.NONE);
        return all;
    }

    private static StockFigures figures(SkuLocationPlan location, SellingPrices prices) {
        StockProfile stock = location.profile().stock();
        Item item = location.profile().item();
        ObsolescenceStatus status = location.choice().obsolescenceStatus();
        int onHandUnits = Math.max(0, stock.onHandUnits());
        ValueAndSpace onHand = stock(item, onHandUnits);
        Flow flow = flow(location.withProposals(), item.unitCost().toDouble());
        return new StockFigures(
                1,
                onHand,
                switch (status) {
                    case DEAD, DISCONTINUED -> onHand;
                    case EXPIRED -> stock(item, stock.expiredUnits());
                    case HEALTHY, SLOW, EXCESS, EXPIRING -> ValueAndSpace.NONE;
                },
                status == ObsolescenceStatus.EXCESS ? onHand : ValueAndSpace.NONE,
                provision(location, onHandUnits),
                Map.of(AgeClass.of(location.profile().demand().daysSinceLastSale()), onHand),
                flow,
                margin(location, item, prices, flow));
    }

    private static ValueAndSpace stock(Item item, int units) {
        return new ValueAndSpace(
                item.unitCost().amount().multiply(BigDecimal.valueOf(units)), units * item.unitVolumeM3());
    }

    /** What has expired or will is provided for, not what lies beside it. */
    private static BigDecimal provision(SkuLocationPlan location, int onHandUnits) {
        StockProfile stock = location.profile().stock();
        int units = switch (location.choice().obsolescenceStatus()) {
            case EXPIRED -> stock.expiredUnits();
            case EXPIRING -> stock.expiringUnits();
            case HEALTHY, SLOW, EXCESS, DEAD, DISCONTINUED -> onHandUnits;
        };
        return location.profile()
                .item()
                .unitCost()
                .amount()
                .multiply(BigDecimal.valueOf(units))
                .multiply(BigDecimal.valueOf(location.choice().provisionRate()));
    }

    private static Flow flow(InventoryProjection stock, double unitCost) {
        int count = stock.buckets().count();
        long demandUnits = 0;
        long shortUnits = 0;
        long closingUnits = 0;
        int withDemand = 0;
        int served = 0;
        for (int t = 0; t < count; t++) {
            int demand = stock.demandUnits()[t];
            int newlyShort = Math.min(demand, stock.backorderUnits()[t]);
            demandUnits += demand;
            shortUnits += newlyShort;
            closingUnits += stock.closingUnits()[t];
            withDemand += demand > 0 ? 1 : 0;
            served += demand > 0 && newlyShort == 0 ? 1 : 0;
        }
        return new Flow(
                closingUnits * unitCost / count,
                (demandUnits - shortUnits) * unitCost,
                demandUnits,
                shortUnits,
                withDemand,
                served);
    }

    private static Margin margin(SkuLocationPlan location, Item item, SellingPrices prices, Flow flow) {
        double price = prices.of(location.location(), item);
        return Double.isNaN(price)
                ? Margin.NONE
                : new Margin(
                        (flow.demandUnits() - flow.shortUnits())
                                * (price - item.unitCost().toDouble()),
                        flow.averageValue(),
                        1);
    }
}
