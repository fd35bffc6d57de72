package org.plenish.engine.optimize.pricing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.plenish.engine.optimize.ExactProblem;
import org.plenish.engine.optimize.ItemPlan;
import org.plenish.engine.optimize.OrderEntry;
import org.plenish.engine.optimize.ReplenishmentProblem.Lane;
import org.plenish.engine.optimize.ReplenishmentProblem.Sku;
import org.plenish.engine.optimize.ReplenishmentProblem.Source;
import org.plenish.engine.optimize.SharedUse;
import org.plenish.engine.optimize.SitePlan;
import org.plenish.engine.optimize.TransferEntry;

/**
 * Plans one SKU again at a warehouse while the rest of the plan stays; the one step that assembly and solver share.
 * Holds buffers: one instance for each thread.
 */
public final class Replanning {

    private final ExactProblem problem;
    private final SiteLotSizing lotSizing;
    private final MarginalTerms marginal;

    public Replanning(ExactProblem problem) {
        this.problem = problem;
        this.lotSizing = new SiteLotSizing(problem);
        this.marginal = new MarginalTerms(problem);
    }

    /**
     * Prices under which to plan; see {@link MarginalTerms}.
     *
     * @param capped whether the plan is held to what the rest leaves of space and cash, or prices alone restrain it
     */
    @SuppressWarnings("ArrayRecordComponent") // derived from the prices once
    public record Prices(LimitPrices limits, double[] payments, double headerShare, boolean capped) {

        public static Prices of(ExactProblem problem, LimitPrices limits, double headerShare) {
            return new Prices(limits, limits.paymentPrices(problem), headerShare, false);
        }

        public Prices capped(boolean whether) {
            return new Prices(limits, payments, headerShare, whether);
        }
    }

    /** The terms at the warehouse, to be narrowed before {@link #solve}. */
    public SiteTerms terms(SharedUse use, ItemPlan plan, int warehouse, Prices prices) {
        SiteTerms terms = new SiteTerms(problem.sku(plan.sku()).sources().size(), problem.periods());
        marginal.write(terms, use, plan, warehouse, prices.limits(), prices.payments(), prices.headerShare());
        if (prices.capped()) {
            marginal.cap(terms, use, plan, warehouse);
        }
        return terms;
    }

    public ItemPlan solve(ItemPlan plan, int warehouse, SiteTerms terms) {
        return lotSizing.solve(plan.sku(), warehouse, terms).in(plan, problem, warehouse);
    }

    /** The answer alone, for a plan that may meanwhile have changed at other warehouses. */
    SiteLotSizing.Answer answer(SharedUse use, ItemPlan plan, int warehouse, Prices prices) {
        return lotSizing.solve(plan.sku(), warehouse, terms(use, plan, warehouse, prices));
    }

    /**
     * Orders and what comes from other warehouses decided together, given what those would do without. What was asked
     * for twice is cut, earliest shipments first served; then every warehouse touched plans again.
     *
     * @param use of all plans, with {@code plan} among them
     */
    public ItemPlan receive(SharedUse use, ItemPlan plan, int warehouse, Prices prices, LaneOffers.Price offered) {
        SiteTerms terms = terms(use, plan, warehouse, prices);
        new LaneOffers(problem).write(terms, use, plan, warehouse, offered);
        SiteLotSizing.Answer answer = lotSizing.solve(plan.sku(), warehouse, terms);
        if (answer.accepted().isEmpty()) {
            return answer.in(plan, problem, warehouse);
        }
        ItemPlan moved = plan.withTransfers(problem, served(plan, answer.accepted()));
        ItemPlan planned = site(use, moved, warehouse, prices);
        for (int w = 0; w < problem.warehouses(); w++) {
            if (w != warehouse && moved.site(w) != plan.site(w)) {
                planned = site(use, planned, w, prices);
            }
        }
        return planned;
    }

    /** The plan's transfers and those wished, as far as the senders have the stock. */
    private List<TransferEntry> served(ItemPlan plan, List<TransferEntry> wished) {
        List<TransferEntry> byDeparture = new ArrayList<>(wished);
        byDeparture.sort(Comparator.comparingInt(TransferEntry::period).thenComparing(TransferEntry.ORDER));
        List<TransferEntry> all = new ArrayList<>(plan.transfers());
        int[][] left = new int[problem.warehouses()][];
        int pack = problem.sku(plan.sku()).transferPackUnits();
        for (TransferEntry wish : byDeparture) {
            int sender = problem.lane(wish.lane()).from();
            if (left[sender] == null) {
                left[sender] = leftToSend(plan.site(sender));
            }
            int units = floorTo(Math.min(wish.units(), left[sender][wish.period()]), pack);
            if (units > 0) {
                add(all, new TransferEntry(wish.lane(), wish.period(), units));
                for (int t = 0; t < problem.periods(); t++) {
                    left[sender][t] -= units;
                }
            }
        }
        return all;
    }

    /** By departure: what can leave then without making a later transfer impossible. */
    private int[] leftToSend(SitePlan site) {
        int[] left = new int[problem.periods()];
        int least = Integer.MAX_VALUE;
        for (int t = left.length - 1; t >= 0; t--) {
            int there = site.openingUnits(t) - site.outflowUnits(t);
            least = site.outflowUnits(t) > 0 ? Math.min(least, there) : least;
            left[t] = Math.min(there, least);
        }
        return left;
    }

    private static void add(List<TransferEntry> transfers, TransferEntry more) {
        for (int i = 0; i < transfers.size(); i++) {
            TransferEntry transfer = transfers.get(i);
            if (transfer.lane() == more.lane() && transfer.period() == more.period()) {
                transfers.set(i, new TransferEntry(more.lane(), more.period(), transfer.units() + more.units()));
                return;
            }
        }
        transfers.add(more);
    }

    public ItemPlan site(SharedUse use, ItemPlan plan, int warehouse, Prices prices) {
        return solve(plan, warehouse, terms(use, plan, warehouse, prices));
    }

    /**
     * The plan with a transfer more (or, of negative quantity, less), receiver and sender planned again.
     *
     * @param units multiple of the transfer pack
     */
    public ItemPlan withTransfer(SharedUse use, ItemPlan plan, TransferEntry change, Prices prices) {
        List<TransferEntry> transfers = new ArrayList<>();
        int units = change.units();
        for (TransferEntry transfer : plan.transfers()) {
            if (transfer.lane() == change.lane() && transfer.period() == change.period()) {
                units += transfer.units();
            } else {
                transfers.add(transfer);
            }
        }
        if (units > 0) {
            transfers.add(new TransferEntry(change.lane(), change.period(), units));
        }
        ItemPlan moved = plan.withTransfers(problem, transfers);
        Lane lane = problem.lane(change.lane());
        return site(use, site(use, moved, lane.to(), prices), lane.from(), prices);
    }

    /**
     * The plan with what goes on a lane in a period sent in another one, receiver and sender planned again.
     *
     * @param instead period of departure; where none can be, it is not sent at all
     */
    ItemPlan shifted(SharedUse use, ItemPlan plan, int lane, int period, int instead, Prices prices) {
        Lane way = problem.lane(lane);
        boolean sent = instead >= 0 && instead + way.leadTimePeriods() < problem.periods();
        List<TransferEntry> transfers = new ArrayList<>();
        List<TransferEntry> moved = new ArrayList<>();
        for (TransferEntry transfer : plan.transfers()) {
            (transfer.lane() == lane && transfer.period() == period ? moved : transfers).add(transfer);
        }
        for (TransferEntry transfer : sent ? moved : List.<TransferEntry>of()) {
            add(transfers, new TransferEntry(lane, instead, transfer.units()));
        }
        ItemPlan changed = plan.withTransfers(problem, transfers);
        return site(use, site(use, changed, way.to(), prices), way.from(), prices);
    }

    /**
     * Transfers that may pay: a sender keeps more than it needs before it can order again, a receiver buys, or lacks
     * stock.
     *
     * @return with what they would move at most, in whole transfer packs; empty where nothing may be moved
     */
    public List<TransferEntry> proposals(ItemPlan plan) {
        Sku sku = problem.sku(plan.sku());
        if (!sku.transferable()) {
            return List.of();
        }
        List<TransferEntry> proposals = new ArrayList<>();
        List<Lane> lanes = problem.problem().lanes();
        for (int l = 0; l < lanes.size(); l++) {
            Lane lane = lanes.get(l);
            int need = sku.transferableTo()[lane.to()] ? need(plan.site(lane.to()), sku, lane.to()) : 0;
            if (need > 0) {
                int depart = Math.max(0, firstNeed(plan.site(lane.to()), sku, lane.to()) - lane.leadTimePeriods());
                if (depart + lane.leadTimePeriods() < problem.periods()) {
                    int spare = spare(plan.site(lane.from()), sku, lane.from(), depart);
                    int units =
                            Math.min(ceilTo(need, sku.transferPackUnits()), floorTo(spare, sku.transferPackUnits()));
                    if (units > 0) {
                        proposals.add(new TransferEntry(l, depart, units));
                    }
                }
            }
        }
        return proposals;
    }

    /** What is there when it leaves and not needed above safety stock until an order of then could arrive. */
    private int spare(SitePlan site, Sku sku, int warehouse, int depart) {
        int spare = site.openingUnits(depart) - site.outflowUnits(depart);
        int last = problem.periods() - 1;
        for (Source source : sku.sources()) {
            if (source.deliversTo()[warehouse]) {
                last = Math.min(last, depart + source.leadTimePeriods()[warehouse]);
            }
        }
        for (int t = depart; t <= last; t++) {
            spare = Math.min(spare, site.closingUnits(t) - sku.safetyStockUnits()[warehouse]);
        }
        return spare;
    }

    /** Units ordered, or lacking at worst. */
    private int need(SitePlan site, Sku sku, int warehouse) {
        int ordered = site.orders().stream().mapToInt(OrderEntry::units).sum();
        int lacking = 0;
        for (int t = 0; t < problem.periods(); t++) {
            lacking = Math.max(lacking, sku.safetyStockUnits()[warehouse] - site.closingUnits(t));
        }
        return ordered + lacking;
    }

    /** The first period that ends below safety stock, or in which an order arrives; the last if none. */
    private int firstNeed(SitePlan site, Sku sku, int warehouse) {
        int first = problem.periods() - 1;
        for (OrderEntry order : site.orders()) {
            first = Math.min(
                    first, order.period() + sku.sources().get(order.source()).leadTimePeriods()[warehouse]);
        }
        for (int t = 0; t < first; t++) {
            if (site.closingUnits(t) < sku.safetyStockUnits()[warehouse]) {
                return t;
            }
        }
        return first;
    }

    public static int floorTo(int units, int multiple) {
        return Math.max(units, 0) / multiple * multiple;
    }

    static int ceilTo(int units, int multiple) {
        return (Math.max(units, 0) + multiple - 1) / multiple * multiple;
    }
}
