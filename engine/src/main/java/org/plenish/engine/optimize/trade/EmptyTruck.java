package org.plenish.engine.optimize.trade;

import org.plenish.engine.optimize.ItemPlan;
import org.plenish.engine.optimize.TransferEntry;
import org.plenish.engine.optimize.pricing.Replanning;

/** Takes a truck off the road: its load goes a period earlier or later, or is bought. */
final class EmptyTruck implements TradeMove {

    private static final int MOST_SKUS = 8;

    @Override
    public void make(PlanAtHand hand) {
        ItemPlan loaded = hand.anyPlanWithTransfers();
        if (loaded == null) {
            return;
        }
        TransferEntry going = hand.any(loaded.transfers());
        long truck = hand.problem().truckCubicMillimetres(going.lane());
        long load = hand.use().laneCubicMillimetres(going.lane(), going.period())
                - (hand.use().trucks(going.lane(), going.period()) - 1) * truck;
        int shift = hand.random().nextInt(3) - 1;
        Replanning.Prices drawn = hand.drawPrices();
        int changed = 0;
        for (int sku : hand.members()) {
            for (TransferEntry transfer : hand.plan(sku).transfers()) {
                boolean aboard = transfer.lane() == going.lane() && transfer.period() == going.period();
                if (aboard && load > 0 && changed < MOST_SKUS) {
                    unload(hand, sku, transfer, shift, drawn);
                    load -= transfer.units() * hand.problem().unitCubicMillimetres(sku);
                    changed++;
                }
            }
        }
    }

    private static void unload(PlanAtHand hand, int sku, TransferEntry transfer, int shift, Replanning.Prices drawn) {
        TransferEntry less = new TransferEntry(transfer.lane(), transfer.period(), -transfer.units());
        hand.put(hand.replanning().withTransfer(hand.use(), hand.plan(sku), less, drawn));
        int period = transfer.period() + shift;
        int lead = hand.problem().lane(transfer.lane()).leadTimePeriods();
        if (shift != 0 && period >= 0 && period + lead < hand.problem().periods()) {
            int from = hand.problem().lane(transfer.lane()).from();
            int there = hand.plan(sku).site(from).openingUnits(period)
                    - hand.plan(sku).site(from).outflowUnits(period);
            int pack = hand.problem().sku(sku).transferPackUnits();
            int units = Replanning.floorTo(Math.min(there, transfer.units()), pack);
            if (units > 0) {
                TransferEntry shifted = new TransferEntry(transfer.lane(), period, units);
                hand.put(hand.replanning().withTransfer(hand.use(), hand.plan(sku), shifted, drawn));
            }
        }
    }
}
