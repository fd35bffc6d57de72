package org.plenish.engine.optimize.trade;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.plenish.engine.optimize.ItemPlan;
import org.plenish.engine.optimize.ReplenishmentProblem.Sku;
import org.plenish.engine.optimize.TransferEntry;
import org.plenish.engine.optimize.pricing.LaneOffers;
import org.plenish.engine.optimize.pricing.Replanning;

/**
 * Plans a SKU's warehouses together: drops some of its transfers, then lets warehouses in turn choose between buying
 * and what the others could send, at a drawn price of the senders' stock and of trucks.
 */
final class PlanFlowsAgain implements TradeMove {

    @Override
    public void make(PlanAtHand hand) {
        int sku = hand.anyPlan().sku();
        if (!hand.problem().sku(sku).transferable()) {
            return;
        }
        drop(hand, sku);
        List<Integer> warehouses = new ArrayList<>(
                IntStream.range(0, hand.problem().warehouses()).boxed().toList());
        Collections.shuffle(warehouses, hand.random());
        Replanning.Prices drawn = hand.drawPrices();
        int receivers = 1 + hand.random().nextInt(warehouses.size());
        for (int w : warehouses.subList(0, receivers)) {
            hand.put(hand.replanning().receive(hand.use(), hand.plan(sku), w, drawn, offered(hand, sku)));
        }
        for (int w : warehouses.subList(receivers, warehouses.size())) {
            hand.planAgain(sku, w, drawn);
        }
    }

    /** All transfers, those of one lane, or none. */
    private static void drop(PlanAtHand hand, int sku) {
        ItemPlan plan = hand.plan(sku);
        int kind = hand.random().nextInt(4);
        if (plan.transfers().isEmpty() || kind == 0) {
            return;
        }
        int lane = hand.any(plan.transfers()).lane();
        List<TransferEntry> kept = kind == 1
                ? plan.transfers().stream()
                        .filter(transfer -> transfer.lane() != lane)
                        .toList()
                : List.of();
        hand.put(plan.withTransfers(hand.problem(), kept));
    }

    /** A sender loses what it would have to keep for, or is rid of what it would hold to the end. */
    private static LaneOffers.Price offered(PlanAtHand hand, int sku) {
        Sku article = hand.problem().sku(sku);
        double keeping = article.terminalObsolescence()[0]
                + article.holding()[0] * hand.problem().periods() / 2;
        double loss = hand.random().nextBoolean() ? 0 : (2 * hand.random().nextDouble() - 1) * keeping;
        double truckShare = hand.random().nextInt(3) == 0 ? 0 : hand.random().nextDouble();
        return new LaneOffers.Price(
                loss, truckShare, hand.random().nextInt(4) == 0, hand.random().nextBoolean());
    }
}
