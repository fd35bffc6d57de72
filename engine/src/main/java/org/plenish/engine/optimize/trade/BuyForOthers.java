package org.plenish.engine.optimize.trade;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.plenish.engine.optimize.ItemPlan;
import org.plenish.engine.optimize.OrderEntry;
import org.plenish.engine.optimize.ReplenishmentProblem.Lane;
import org.plenish.engine.optimize.ReplenishmentProblem.Source;
import org.plenish.engine.optimize.TransferEntry;
import org.plenish.engine.optimize.pricing.Replanning;

/**
 * One warehouse buys for another: a whole order of a supplier is placed there instead, and one truck brings what was
 * ordered. A header less, which no article alone would save.
 */
final class BuyForOthers implements TradeMove {

    private static final int MOST_SKUS = 40;
    /** Periods that the truck may wait, as the stock that is there lasts for a while. */
    private static final int LONGEST_WAIT = 4;

    @Override
    public void make(PlanAtHand hand) {
        PlanAtHand.Line line = hand.anyLine();
        if (line == null) {
            return;
        }
        int receiver = line.warehouse();
        List<Lane> lanes = hand.problem().problem().lanes();
        int[] into = IntStream.range(0, lanes.size())
                .filter(lane -> lanes.get(lane).to() == receiver)
                .toArray();
        if (into.length == 0) {
            return;
        }
        int lane = into[hand.random().nextInt(into.length)];
        Source source = hand.source(line.plan().sku(), line.order());
        int period = line.order().period();
        int arrival = period + source.leadTimePeriods()[lanes.get(lane).from()];
        int departure = arrival + 1 + hand.random().nextInt(LONGEST_WAIT);
        if (departure + lanes.get(lane).leadTimePeriods() >= hand.problem().periods()) {
            return;
        }
        int changed = 0;
        for (int sku : hand.membersOfSupplier(source.supplier())) {
            for (OrderEntry order : hand.plan(sku).site(receiver).orders()) {
                boolean ofTheOrder = order.period() == period && hand.isOf(sku, order, source.supplier());
                if (ofTheOrder && changed < MOST_SKUS) {
                    buyThere(hand, sku, receiver, order, new TransferEntry(lane, departure, order.units()));
                    changed++;
                }
            }
        }
    }

    private static void buyThere(PlanAtHand hand, int sku, int receiver, OrderEntry order, TransferEntry wanted) {
        Lane lane = hand.problem().lane(wanted.lane());
        int units = Replanning.floorTo(wanted.units(), hand.problem().sku(sku).transferPackUnits());
        if (units == 0
                || !hand.problem().sku(sku).transferableTo()[receiver]
                || !hand.problem().mayOrder(hand.source(sku, order), lane.from(), order.period())) {
            return;
        }
        ItemPlan before = hand.plan(sku);
        ItemPlan bought =
                Lines.with(hand.problem(), Lines.without(hand.problem(), before, receiver, order), lane.from(), order);
        List<TransferEntry> transfers = new ArrayList<>();
        for (TransferEntry transfer : before.transfers()) {
            if (transfer.lane() == wanted.lane() && transfer.period() == wanted.period()) {
                units += transfer.units();
            } else {
                transfers.add(transfer);
            }
        }
        transfers.add(new TransferEntry(wanted.lane(), wanted.period(), units));
        ItemPlan sent = bought.withTransfers(hand.problem(), transfers);
        if (sent.overdrawnUnits() <= before.overdrawnUnits()) {
            hand.put(sent);
        }
    }
}
