package org.plenish.engine.optimize.pricing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.plenish.engine.optimize.ExactProblem;
import org.plenish.engine.optimize.ItemPlan;
import org.plenish.engine.optimize.ReplenishmentProblem.Lane;
import org.plenish.engine.optimize.TransferEntry;
import org.plenish.engine.optimize.pricing.Handovers.Column;

/**
 * Makes one SKU's plan with transfers out of what the relaxation mixes: what its weighted columns send or receive is
 * tried as a shipment, heaviest columns first, the warehouses at both ends plan again given what then moves, and what
 * costs less at the multipliers stays. At the end shipments are taken back, made larger or smaller, sent earlier or
 * later.
 */
final class FlowRounding {

    /** Each plans the warehouses again whose flows change, mostly two: together a few evaluations of the relaxation. */
    private static final int MOST_TRIALS = 100;

    private static final double LEAST_GAIN = 1e-6;

    private final ExactProblem problem;
    private final FlowLanes lanes;
    private final SkuPlanner planner;
    private final int sku;
    private final SiteLotSizing.Answer[] answers;
    /** {@code [lane · periods + period of departure]}, units. */
    private int[] flow;

    private double cost;
    private int trials;

    FlowRounding(ExactProblem problem, FlowLanes lanes, SkuPlanner planner, int sku) {
        this.problem = problem;
        this.lanes = lanes;
        this.planner = planner;
        this.sku = sku;
        this.answers = new SiteLotSizing.Answer[problem.warehouses()];
        this.flow = new int[lanes.count() * problem.periods()];
        for (int w = 0; w < answers.length; w++) {
            answers[w] = solve(w, flow);
            cost += answers[w].cost();
        }
    }

    private record Weighted(int warehouse, Column column, double weight) {}

    ItemPlan plan(Handovers handovers) {
        List<Weighted> columns = new ArrayList<>();
        handovers.forEachWeighted((w, column, weight) -> columns.add(new Weighted(w, column, weight)));
        columns.sort(Comparator.comparingDouble(Weighted::weight).reversed().thenComparingInt(Weighted::warehouse));
        for (Weighted weighted : columns) {
            ship(weighted.column());
        }
        boolean improved = true;
        while (improved && trials < MOST_TRIALS) {
            improved = change();
        }
        return plan();
    }

    /** All that the column sends, all that it receives, then each shipment by itself. */
    private void ship(Column column) {
        int[] sent = flow.clone();
        int[] received = flow.clone();
        for (int i = 0; i < column.at().length; i++) {
            int units = column.netUnits()[i];
            int[] changed = units < 0 ? sent : received;
            changed[column.at()[i]] = Math.max(flow[column.at()[i]], Math.abs(units));
        }
        keepIfCheaper(sent);
        keepIfCheaper(received);
        for (int i = 0; i < column.at().length; i++) {
            int at = column.at()[i];
            keepIfCheaper(with(at, Math.max(flow[at], Math.abs(column.netUnits()[i]))));
        }
    }

    private boolean change() {
        boolean improved = false;
        int pack = problem.sku(sku).transferPackUnits();
        int periods = problem.periods();
        for (int at = 0; at < flow.length; at++) {
            if (flow[at] > 0) {
                improved |= keepIfCheaper(with(at, 0));
                improved |= keepIfCheaper(with(at, flow[at] + pack));
                improved |= keepIfCheaper(with(at, Math.max(0, flow[at] - pack)));
                improved |= at % periods > 0 && keepIfCheaper(shifted(at, at - 1));
                improved |= at % periods < periods - 1 && keepIfCheaper(shifted(at, at + 1));
            }
        }
        return improved;
    }

    private int[] with(int at, int units) {
        int[] changed = flow.clone();
        changed[at] = units;
        return changed;
    }

    private int[] shifted(int from, int to) {
        int[] changed = flow.clone();
        changed[to] += changed[from];
        changed[from] = 0;
        return changed;
    }

    private boolean keepIfCheaper(int[] changed) {
        boolean[] touched = new boolean[answers.length];
        boolean any = false;
        double newCost = cost;
        for (int at = 0; at < changed.length; at++) {
            if (changed[at] != flow[at]) {
                Lane lane = lanes.lane(at / problem.periods());
                touched[lane.from()] = true;
                touched[lane.to()] = true;
                newCost += planner.shipping(at, changed[at]) - planner.shipping(at, flow[at]);
                any = true;
            }
        }
        if (!any || newCost == Double.POSITIVE_INFINITY || trials >= MOST_TRIALS) {
            return false;
        }
        trials++;
        SiteLotSizing.Answer[] found = answers.clone();
        for (int w = 0; w < found.length; w++) {
            if (touched[w]) {
                found[w] = solve(w, changed);
                newCost += found[w].cost() - answers[w].cost();
            }
        }
        if (!(newCost < cost - LEAST_GAIN)) {
            return false;
        }
        System.arraycopy(found, 0, answers, 0, found.length);
        flow = changed;
        cost = newCost;
        return true;
    }

    private SiteLotSizing.Answer solve(int warehouse, int[] flows) {
        int periods = problem.periods();
        int[] inflow = new int[periods];
        int[] outflow = new int[periods];
        for (int at = 0; at < flows.length; at++) {
            if (flows[at] > 0) {
                Lane lane = lanes.lane(at / periods);
                if (lane.from() == warehouse) {
                    outflow[at % periods] += flows[at];
                }
                if (lane.to() == warehouse) {
                    inflow[at % periods + lane.leadTimePeriods()] += flows[at];
                }
            }
        }
        return planner.solve(warehouse, inflow, outflow);
    }

    private ItemPlan plan() {
        List<TransferEntry> transfers = new ArrayList<>();
        for (int at = 0; at < flow.length; at++) {
            if (flow[at] > 0) {
                transfers.add(new TransferEntry(at / problem.periods(), at % problem.periods(), flow[at]));
            }
        }
        ItemPlan plan = ItemPlan.empty(problem, sku);
        if (!transfers.isEmpty()) {
            plan = plan.withTransfers(problem, transfers);
        }
        for (int w = 0; w < answers.length; w++) {
            plan = answers[w].in(plan, problem, w);
        }
        return plan;
    }
}
