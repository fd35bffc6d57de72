package org.plenish.engine.optimize.pricing;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.optimize.ExactProblem;
import org.plenish.engine.optimize.ItemPlan;
import org.plenish.engine.optimize.OrderEntry;
import org.plenish.engine.optimize.ReplenishmentProblem.Lane;
import org.plenish.engine.optimize.ReplenishmentProblem.Sku;
import org.plenish.engine.optimize.ReplenishmentProblem.Source;
import org.plenish.engine.optimize.pricing.Handovers.Column;

/** Plans one SKU's warehouses apart under given multipliers. Mutable, holds buffers: one for each thread. */
final class SkuPlanner implements Handovers.Warehouses {

    private static final double[] NO_HANDOVERS = new double[0];

    private final ExactProblem problem;
    private final Setups setups;
    private final FlowLanes lanes;
    private final Branch branch;
    private final SiteLotSizing lotSizing;
    private final int[] inLane;
    private int sku;
    private Multipliers multipliers;
    private double[] paymentPrices = NO_HANDOVERS;
    private SiteTerms terms = new SiteTerms(0, 0);
    private @Nullable Column last;

    SkuPlanner(ExactProblem problem, Setups setups, FlowLanes lanes, Branch branch) {
        this.problem = problem;
        this.setups = setups;
        this.lanes = lanes;
        this.branch = branch;
        this.lotSizing = new SiteLotSizing(problem);
        this.inLane = new int[problem.periods()];
        this.multipliers = Multipliers.start(problem, setups);
    }

    void take(int newSku, Multipliers newMultipliers, double[] newPaymentPrices) {
        sku = newSku;
        multipliers = newMultipliers;
        paymentPrices = newPaymentPrices;
        terms = new SiteTerms(problem.sku(sku).sources().size(), problem.periods());
    }

    /** What the SKU would do without transfers: a plan that can be carried out. */
    ItemPlan withoutTransfers() {
        ItemPlan plan = ItemPlan.empty(problem, sku);
        for (int w = 0; w < problem.warehouses(); w++) {
            writeOrders(w);
            plan = lotSizing.solve(sku, w, terms).in(plan, problem, w);
        }
        return plan;
    }

    /** The best orders where the flows are fixed, by period of arrival and of departure. */
    SiteLotSizing.Answer solve(int warehouse, int[] inflowUnits, int[] outflowUnits) {
        writeOrders(warehouse);
        for (int t = 0; t < problem.periods(); t++) {
            terms.flow(t, inflowUnits[t], outflowUnits[t]);
        }
        return lotSizing.solve(sku, warehouse, terms);
    }

    /**
     * What a shipment costs at the multipliers, currency units; infinite where none may go.
     *
     * @param at lane · periods + period of departure
     */
    double shipping(int at, int units) {
        if (units == 0) {
            return 0;
        }
        int l = at / problem.periods();
        if (!lanes.mayMove(sku, l) || at % problem.periods() + lanes.lane(l).leadTimePeriods() >= problem.periods()) {
            return Double.POSITIVE_INFINITY;
        }
        double volumeM3 = problem.sku(sku).volumeM3();
        return multipliers.shares()[sku][setups.firstShipmentSlot(sku) + at]
                + units * (lanes.movingCost(sku, l) + volumeM3 * multipliers.volumePrices()[problem.groups() + at]);
    }

    /** The least cost of an SKU that cannot move. */
    double solve(int warehouse) {
        return solve(warehouse, NO_HANDOVERS);
    }

    @Override
    public double solve(int warehouse, double[] handovers) {
        writeOrders(warehouse);
        if (handovers.length > 0) {
            terms.elsewhereUnits(lanes.elsewhereUnits(sku, warehouse));
            writeWaysOut(warehouse, handovers);
            writeWaysIn(warehouse, handovers);
        }
        SiteLotSizing.Answer answer = lotSizing.solve(sku, warehouse, terms);
        last = column(warehouse, answer, handovers);
        return answer.bound();
    }

    private void writeOrders(int warehouse) {
        multipliers.limits().writeTo(terms, problem, sku, warehouse, paymentPrices);
        double[] shares = multipliers.shares()[sku];
        List<Source> sources = problem.sku(sku).sources();
        for (int k = 0; k < sources.size(); k++) {
            for (int t = 0; t < problem.periods(); t++) {
                double share = shares[setups.orderSlot(k, warehouse, t)];
                if (share == Double.POSITIVE_INFINITY) {
                    terms.close(k, t);
                } else {
                    terms.lineExtra(k, t, share);
                    int group = problem.group(sources.get(k).supplier(), warehouse, t);
                    terms.leastUnits(k, t, setups.leastUnits(group, sources.get(k)));
                    narrow(k, t, branch.units(new Branch.Place(sku, setups.orderSlot(k, warehouse, t))));
                    terms.unitExtra(
                            k,
                            t,
                            multipliers.volumePrices()[group] * problem.sku(sku).volumeM3());
                    terms.paymentPrice(
                            k,
                            t,
                            paymentPrices[problem.paymentPeriod(sources.get(k), t)]
                                    - multipliers.premiums()[group]);
                }
            }
        }
    }

    private void narrow(int source, int period, Branch.Units units) {
        terms.mostUnits(source, period, units.most());
        if (units.least() > 0) {
            terms.force(source, period);
            terms.leastUnits(source, period, Math.max(terms.leastUnits[source][period], units.least()));
        }
    }

    private void writeWaysOut(int warehouse, double[] handovers) {
        int[] out = lanes.from(warehouse);
        terms.waysOut(out.length);
        for (int way = 0; way < out.length; way++) {
            int departures = problem.periods() - lanes.lane(out[way]).leadTimePeriods();
            for (int t = 0; t < departures && lanes.mayMove(sku, out[way]); t++) {
                double share = multipliers.shares()[sku][setups.shipmentSlot(sku, out[way], t)];
                if (share < Double.POSITIVE_INFINITY) {
                    terms.outflow(way, t, handovers[out[way] * problem.periods() + t], share);
                }
            }
        }
    }

    private void writeWaysIn(int warehouse, double[] handovers) {
        int periods = problem.periods();
        double volumeM3 = problem.sku(sku).volumeM3();
        double[] cheapest = new double[periods];
        Arrays.fill(cheapest, Double.POSITIVE_INFINITY);
        for (int l = 0; l < lanes.count(); l++) {
            Lane lane = lanes.lane(l);
            if (lane.to() == warehouse && lanes.mayMove(sku, l)) {
                double moving = lanes.movingCost(sku, l);
                for (int arrival = lane.leadTimePeriods(); arrival < periods; arrival++) {
                    int t = arrival - lane.leadTimePeriods();
                    double price = handovers[l * periods + t]
                            + moving
                            + multipliers.volumePrices()[setups.shipments(l, t)] * volumeM3;
                    if (price < cheapest[arrival]) {
                        cheapest[arrival] = price;
                        inLane[arrival] = l;
                    }
                }
            }
        }
        for (int t = 0; t < periods; t++) {
            terms.inflowPrice(t, cheapest[t]);
        }
    }

    private Column column(int warehouse, SiteLotSizing.Answer answer, double[] handovers) {
        Sku article = problem.sku(sku);
        int periods = problem.periods();
        int[] arrivals = new int[periods];
        for (OrderEntry order : answer.orders()) {
            Source source = article.sources().get(order.source());
            arrivals[order.period() + source.leadTimePeriods()[warehouse]] += order.units();
        }
        int[] peakUnits = new int[periods];
        int[] net = new int[handovers.length];
        int stock = article.initialUnits()[warehouse];
        for (int t = 0; t < periods; t++) {
            int sold = 0;
            int bought = answer.boughtUnits()[t];
            for (int way = 0; way < answer.soldUnits().length; way++) {
                net[lanes.from(warehouse)[way] * periods + t] -= answer.soldUnits()[way][t];
                sold += answer.soldUnits()[way][t];
            }
            if (bought > 0) {
                net[inLane[t] * periods + t - lanes.lane(inLane[t]).leadTimePeriods()] += bought;
            }
            int received = arrivals[t] + bought + article.receiptUnits()[warehouse][t];
            peakUnits[t] = Math.max(stock, 0) - sold + received;
            stock += received - sold - article.demandUnits()[warehouse][t] - answer.scrapUnits()[t];
        }
        int[] at = java.util.stream.IntStream.range(0, net.length)
                .filter(i -> net[i] != 0)
                .toArray();
        int[] netUnits = Arrays.stream(at).map(i -> net[i]).toArray();
        Column column = new Column(0, answer.orders(), peakUnits, at, netUnits);
        return column.withOwnCost(answer.cost() - column.handedOver(handovers) - price(warehouse, column));
    }

    @Override
    public Column lastColumn() {
        if (last == null) {
            throw new IllegalStateException("A column is asked for before anything was planned.");
        }
        return last;
    }

    @Override
    public double price(int warehouse, Column column) {
        double cost = column.ownCost();
        for (int t = 0; t < problem.periods(); t++) {
            int units = column.peakUnits()[t];
            cost += units == 0 ? 0 : units * multipliers.limits().peakPrice(problem, sku, warehouse, t);
        }
        double volumeM3 = problem.sku(sku).volumeM3();
        for (int i = 0; i < column.at().length; i++) {
            int at = column.at()[i];
            cost += column.netUnits()[i] < 0
                    ? multipliers.shares()[sku][setups.firstShipmentSlot(sku) + at]
                    : column.netUnits()[i] * volumeM3 * multipliers.volumePrices()[problem.groups() + at];
        }
        for (OrderEntry order : column.orders()) {
            Source source = problem.sku(sku).sources().get(order.source());
            int group = problem.group(source.supplier(), warehouse, order.period());
            double earned = paymentPrices[problem.paymentPeriod(source, order.period())]
                    - multipliers.premiums()[group];
            cost += multipliers.shares()[sku][setups.orderSlot(order.source(), warehouse, order.period())]
                    + earned * source.unitPriceAt(order.units()) * order.units()
                    + multipliers.volumePrices()[group] * volumeM3 * order.units();
        }
        return cost;
    }

    /** Adds what the column uses. */
    void gather(int warehouse, Column column, double weight, Use use, double[] slotUse, double[] slotUnits) {
        Sku article = problem.sku(sku);
        double unit = weight * problem.unitCubicMillimetres(sku);
        for (OrderEntry order : column.orders()) {
            Source source = article.sources().get(order.source());
            int group = problem.group(source.supplier(), warehouse, order.period());
            use.addOrder(
                    problem.paymentPeriod(source, order.period()),
                    group,
                    weight * problem.lineValueMicros(source, order.units()));
            use.addVolume(group, unit * order.units());
            int slot = setups.orderSlot(order.source(), warehouse, order.period());
            slotUse[slot] += weight;
            if (slotUnits.length > 0) {
                slotUnits[slot] += weight * order.units();
            }
        }
        for (int i = 0; i < column.at().length; i++) {
            int at = column.at()[i];
            if (column.netUnits()[i] < 0) {
                slotUse[setups.firstShipmentSlot(sku) + at] += weight;
            } else {
                use.addVolume(problem.groups() + at, unit * column.netUnits()[i]);
            }
        }
        for (int zone : problem.zonesOf(sku, warehouse)) {
            for (int t = 0; t < problem.periods(); t++) {
                use.addSpace(zone, t, unit * column.peakUnits()[t]);
            }
        }
    }
}
