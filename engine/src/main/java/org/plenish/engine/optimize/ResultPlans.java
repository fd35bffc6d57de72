package org.plenish.engine.optimize;

import java.util.ArrayList;
import java.util.List;
import org.plenish.engine.optimize.OptimizationResult.OrderLine;
import org.plenish.engine.optimize.OptimizationResult.ScrapLine;
import org.plenish.engine.optimize.OptimizationResult.TransferLine;

/** A result's lines as item plans again, simulated; pinned ones are in the problem. */
final class ResultPlans {

    private ResultPlans() {}

    /** @return by SKU */
    static ItemPlan[] of(ExactProblem index, OptimizationResult result) {
        List<List<TransferEntry>> transfers = lists(index.skus());
        for (TransferLine line : result.transfers()) {
            if (!line.pinned()) {
                transfers.get(line.sku()).add(new TransferEntry(line.lane(), line.period(), line.quantityUnits()));
            }
        }
        List<List<OrderEntry>> orders = lists(index.skus() * index.warehouses());
        for (OrderLine line : result.orders()) {
            if (!line.pinned()) {
                orders.get(line.sku() * index.warehouses() + line.warehouse())
                        .add(new OrderEntry(line.source(), line.period(), line.quantityUnits()));
            }
        }
        int[][] scraps = new int[index.skus() * index.warehouses()][index.periods()];
        for (ScrapLine line : result.scraps()) {
            scraps[line.sku() * index.warehouses() + line.warehouse()][line.period()] = line.quantityUnits();
        }
        ItemPlan[] plans = new ItemPlan[index.skus()];
        for (int sku = 0; sku < plans.length; sku++) {
            ItemPlan plan = ItemPlan.empty(index, sku).withTransfers(index, transfers.get(sku));
            for (int w = 0; w < index.warehouses(); w++) {
                int site = sku * index.warehouses() + w;
                plan = plan.withOrders(index, w, orders.get(site), scraps[site]);
            }
            plans[sku] = plan;
        }
        return plans;
    }

    private static <T> List<List<T>> lists(int count) {
        List<List<T>> lists = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            lists.add(new ArrayList<>(1));
        }
        return lists;
    }
}
