package org.plenish.engine.optimize;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.plenish.engine.optimize.OrderLevels.Level;
import org.plenish.engine.optimize.OrderLevels.Review;
import org.plenish.engine.optimize.ReplenishmentProblem.Lane;
import org.plenish.engine.optimize.ReplenishmentProblem.Sku;
import org.plenish.engine.optimize.ReplenishmentProblem.Source;

/**
 * Plans the way most systems do, to compare with: period by period every SKU-location whose inventory position is at or
 * below its reorder point is topped up to its order-up-to level from its cheapest source, in packs, on the supplier's
 * order dates. The most urgent goes first; each line is cut to what space and cash still allow. An order below its
 * supplier's minimum waits, unless an article in it would run out before the next could arrive: then it is filled up.
 * Keeps every limit that an optimized plan keeps and is counted by the same {@link SharedUse} and cost terms.
 */
public final class TopUpPlanner {

    private static final int NONE = -1;

    private final ExactProblem problem;
    private final OrderLevels levels;
    private final boolean rebalances;
    private final int[][] cheapestSource;
    private final ItemPlan[] plans;
    private final SharedUse use;

    /** @param rebalances first moves what another warehouse has above its own order-up-to level */
    public TopUpPlanner(ExactProblem problem, OrderLevels levels, boolean rebalances) {
        this.problem = problem;
        this.levels = levels;
        this.rebalances = rebalances;
        this.cheapestSource = new int[problem.skus()][problem.warehouses()];
        this.plans = new ItemPlan[problem.skus()];
        for (int sku = 0; sku < plans.length; sku++) {
            plans[sku] = ItemPlan.empty(problem, sku);
            for (int w = 0; w < problem.warehouses(); w++) {
                cheapestSource[sku][w] = cheapestSource(problem.sku(sku), w);
            }
        }
        this.use = SharedUse.of(problem, plans);
    }

    private static int cheapestSource(Sku sku, int warehouse) {
        int cheapest = NONE;
        for (int k = 0; k < sku.sources().size(); k++) {
            Source source = sku.sources().get(k);
            if (source.deliversTo()[warehouse]
                    && (cheapest == NONE
                            || source.tierUnitPrice()[0]
                                    < sku.sources().get(cheapest).tierUnitPrice()[0])) {
                cheapest = k;
            }
        }
        return cheapest;
    }

    public TopUpPlan plan() {
        for (int period = 0; period < problem.periods(); period++) {
            List<Stock> reviewed = review(period);
            for (Stock stock : reviewed) {
                if (stock.isDue() && rebalances) {
                    rebalance(stock);
                }
            }
            Map<Integer, List<Stock>> groups = new TreeMap<>();
            for (Stock stock : reviewed) {
                if (stock.mayBuy()) {
                    groups.computeIfAbsent(group(stock), key -> new ArrayList<>())
                            .add(stock);
                    if (stock.isDue()) {
                        buy(stock, stock.level().orderUpToUnits() - position(stock.review()));
                    }
                }
            }
            groups.forEach(this::keepMinimum);
        }
        return TopUpPlan.of(problem, plans.clone());
    }

    /**
     * A SKU-location under review.
     *
     * @param source {@link #NONE} where nothing can be bought now
     * @param lastsPeriods how long the position lasts, less what an order takes to arrive
     */
    private record Stock(Review review, int source, Level level, int positionUnits, double lastsPeriods) {

        boolean isDue() {
            return positionUnits <= level.reorderPointUnits() && positionUnits < level.orderUpToUnits();
        }

        boolean mayBuy() {
            return source != NONE;
        }

        /** Stock would be gone before the next order could arrive. */
        boolean isUrgent() {
            return lastsPeriods < review.nextArrivalPeriod() - review.arrivalPeriod();
        }
    }

    /** Most urgent first. */
    private List<Stock> review(int period) {
        List<Stock> reviewed = new ArrayList<>();
        for (int sku = 0; sku < plans.length; sku++) {
            for (int w = 0; w < problem.warehouses(); w++) {
                int k = cheapestSource[sku][w];
                boolean mayBuy =
                        k != NONE && problem.mayOrder(problem.sku(sku).sources().get(k), w, period);
                boolean mayMove = rebalances && problem.sku(sku).transferableTo()[w];
                if (mayBuy || mayMove) {
                    Review review = mayBuy ? buying(sku, w, k, period) : moving(sku, w, period);
                    Level level = levels.at(review);
                    int position = position(review);
                    double lasts = lasts(review, position) - (review.arrivalPeriod() - period);
                    reviewed.add(new Stock(review, mayBuy ? k : NONE, level, position, lasts));
                }
            }
        }
        reviewed.sort(Comparator.comparingDouble(Stock::lastsPeriods)); // stable: then by SKU and warehouse
        return reviewed;
    }

    private Review buying(int sku, int warehouse, int k, int period) {
        Source source = problem.sku(sku).sources().get(k);
        int leadTime = source.leadTimePeriods()[warehouse];
        int next = period + 1;
        while (next < problem.periods() && !problem.mayOrder(source, warehouse, next)) {
            next++;
        }
        int nextArrival = next < problem.periods() ? next + leadTime : problem.periods();
        return new Review(sku, warehouse, period, period + leadTime, nextArrival);
    }

    /** What cannot be bought now may be moved now or in the next period. */
    private Review moving(int sku, int warehouse, int period) {
        int leadTime = problem.problem().lanes().stream()
                .filter(lane -> lane.to() == warehouse)
                .mapToInt(Lane::leadTimePeriods)
                .min()
                .orElse(0);
        int arrival = Math.min(period + leadTime, problem.periods() - 1);
        return new Review(sku, warehouse, period, arrival, arrival + 1);
    }

    private int position(Review review) {
        Sku sku = problem.sku(review.sku());
        int w = review.warehouse();
        SitePlan site = plans[review.sku()].site(w);
        int units = site.openingUnits(review.period());
        for (int t = review.period(); t < problem.periods(); t++) {
            units += sku.receiptUnits()[w][t] + site.inflowUnits(t) - site.outflowUnits(t);
        }
        for (OrderEntry order : site.orders()) {
            Source source = sku.sources().get(order.source());
            if (order.period() + source.leadTimePeriods()[w] >= review.period()) {
                units += order.units();
            }
        }
        return units;
    }

    private double lasts(Review review, int positionUnits) {
        int[] demand = problem.sku(review.sku()).demandUnits()[review.warehouse()];
        int left = positionUnits;
        for (int t = review.period(); t < demand.length; t++) {
            if (left < demand[t]) {
                return t - review.period() + (double) left / demand[t];
            }
            left -= demand[t];
        }
        return demand.length;
    }

    /** Buys what is needed, or as much of it as the limits leave. */
    private void buy(Stock stock, int neededUnits) {
        Source source = source(stock);
        int least = Math.max(1, ceilDiv(source.minOrderQuantityUnits(), source.packUnits()));
        int packs = wishedPacks(stock, neededUnits, least);
        if (packs < least || place(stock, packs) || !place(stock, least)) {
            return;
        }
        int fitting = least;
        int tooMany = packs;
        while (fitting + 1 < tooMany) {
            int middle = (fitting + tooMany) / 2;
            if (place(stock, middle)) {
                fitting = middle;
            } else {
                tooMany = middle;
            }
        }
    }

    /** Rounded up to packs, the minimum and a price break that pays; down where what is too much expires. */
    private int wishedPacks(Stock stock, int neededUnits, int leastPacks) {
        Source source = source(stock);
        int most = source.maxOrderQuantityUnits() / source.packUnits();
        if (neededUnits <= 0) {
            return 0;
        }
        if (problem.sku(stock.review().sku()).shelfLifePeriods() > 0) {
            int packs = Math.min(most, neededUnits / source.packUnits());
            boolean halfSells = 2L * neededUnits >= (long) leastPacks * source.packUnits();
            return packs < leastPacks && halfSells ? leastPacks : packs;
        }
        int packs = Math.min(most, Math.max(leastPacks, ceilDiv(neededUnits, source.packUnits())));
        for (int from : source.tierFromUnits()) {
            int atBreak = ceilDiv(from, source.packUnits());
            if (atBreak > packs && atBreak <= most) {
                return breakPays(stock, packs * source.packUnits(), atBreak * source.packUnits()) ? atBreak : packs;
            }
        }
        return packs;
    }

    /** The discount is worth more than holding what is bought too early, and all of it sells within the horizon. */
    private boolean breakPays(Stock stock, int units, int unitsAtBreak) {
        Review review = stock.review();
        Sku sku = problem.sku(review.sku());
        int[] demand = sku.demandUnits()[review.warehouse()];
        int left = 0;
        for (int t = review.period(); t < demand.length; t++) {
            left += demand[t];
        }
        if (stock.positionUnits() + unitsAtBreak > left) {
            return false;
        }
        double meanUnits = (double) left / (demand.length - review.period());
        int early = unitsAtBreak - units;
        double periodsHeld = (units + early / 2.0) / meanUnits;
        double saved =
                unitsAtBreak * (source(stock).unitPriceAt(units) - source(stock).unitPriceAt(unitsAtBreak));
        return saved > sku.holding()[review.warehouse()] * early * periodsHeld;
    }

    /** Sets the line's quantity if space and cash allow it. */
    private boolean place(Stock stock, int packs) {
        int units = packs * source(stock).packUnits();
        List<OrderEntry> orders = otherLines(stock);
        orders.add(new OrderEntry(stock.source(), stock.review().period(), units));
        return replaceIfKept(
                plans[stock.review().sku()].withOrders(problem, stock.review().warehouse(), orders));
    }

    private boolean replaceIfKept(ItemPlan changed) {
        ItemPlan old = plans[changed.sku()];
        long space = use.spaceExcess();
        long cash = use.cashExcess();
        use.replace(old, changed);
        if (use.spaceExcess() > space || use.cashExcess() > cash) {
            use.replace(changed, old);
            return false;
        }
        plans[changed.sku()] = changed;
        return true;
    }

    private List<OrderEntry> otherLines(Stock stock) {
        List<OrderEntry> orders = new ArrayList<>(
                plans[stock.review().sku()].site(stock.review().warehouse()).orders());
        orders.removeIf(order -> order.source() == stock.source()
                && order.period() == stock.review().period());
        return orders;
    }

    private int orderedUnits(Stock stock) {
        return plans[stock.review().sku()].site(stock.review().warehouse()).orders().stream()
                .filter(order -> order.source() == stock.source()
                        && order.period() == stock.review().period())
                .mapToInt(OrderEntry::units)
                .sum();
    }

    private Source source(Stock stock) {
        return problem.sku(stock.review().sku()).sources().get(stock.source());
    }

    private int group(Stock stock) {
        return problem.group(
                source(stock).supplier(),
                stock.review().warehouse(),
                stock.review().period());
    }

    /** @param articles all that may be bought in the group, most urgent first */
    private void keepMinimum(int group, List<Stock> articles) {
        if (!isBelowMinimum(group)) {
            return;
        }
        if (articles.stream().anyMatch(stock -> orderedUnits(stock) > 0 && stock.isUrgent())) {
            fill(group, articles);
        }
        if (isBelowMinimum(group)) {
            for (Stock stock : articles) {
                if (orderedUnits(stock) > 0) {
                    drop(stock);
                }
            }
        }
    }

    private boolean isBelowMinimum(int group) {
        return use.groupLines(group) > 0
                && use.groupValueMicros(group) < problem.minOrderMicros(problem.supplierOfGroup(group));
    }

    /** With what is not due yet, up to its level; then with packs more of what is ordered. */
    private void fill(int group, List<Stock> articles) {
        for (Stock stock : articles) {
            if (isBelowMinimum(group) && orderedUnits(stock) == 0) {
                buy(stock, stock.level().orderUpToUnits() - position(stock.review()));
            }
        }
        boolean grown = true;
        while (grown && isBelowMinimum(group)) {
            grown = false;
            for (Stock stock : articles) {
                int packs = orderedUnits(stock) / source(stock).packUnits() + 1;
                if (packs > 1
                        && isBelowMinimum(group)
                        && packs * source(stock).packUnits() <= source(stock).maxOrderQuantityUnits()) {
                    grown |= place(stock, packs);
                }
            }
        }
    }

    private void drop(Stock stock) {
        ItemPlan old = plans[stock.review().sku()];
        ItemPlan less = old.withOrders(problem, stock.review().warehouse(), otherLines(stock));
        use.replace(old, less);
        plans[old.sku()] = less;
    }

    /** Moves what others have to spare, as far as it is needed and no later than what could be bought. */
    private void rebalance(Stock stock) {
        Review review = stock.review();
        Sku sku = problem.sku(review.sku());
        List<Lane> lanes = problem.problem().lanes();
        for (int l = 0; l < lanes.size(); l++) {
            Lane lane = lanes.get(l);
            if (lane.to() == review.warehouse()
                    && sku.transferableTo()[lane.to()]
                    && review.period() + lane.leadTimePeriods() <= review.arrivalPeriod()) {
                int needed = stock.level().orderUpToUnits() - position(review);
                int units = Math.min(needed, spareUnits(review, lane.from()));
                int whole = Math.max(0, units) / sku.transferPackUnits() * sku.transferPackUnits();
                if (whole > 0) {
                    move(review, l, whole);
                }
            }
        }
    }

    /** In hand at a warehouse and above its own order-up-to level. */
    private int spareUnits(Review receiver, int from) {
        int k = cheapestSource[receiver.sku()][from];
        Review own = k == NONE
                ? new Review(receiver.sku(), from, receiver.period(), receiver.period(), problem.periods())
                : buying(receiver.sku(), from, k, receiver.period());
        SitePlan site = plans[receiver.sku()].site(from);
        int inHand = site.openingUnits(receiver.period()) - site.outflowUnits(receiver.period());
        return Math.min(inHand, position(own) - levels.at(own).orderUpToUnits());
    }

    private void move(Review review, int lane, int units) {
        ItemPlan old = plans[review.sku()];
        List<TransferEntry> transfers = new ArrayList<>(old.transfers());
        transfers.add(new TransferEntry(lane, review.period(), units)); // one review a lane and period
        ItemPlan moved = old.withTransfers(problem, transfers);
        if (moved.overdrawnUnits() == 0) {
            replaceIfKept(moved);
        }
    }

    private static int ceilDiv(int units, int pack) {
        return (units + pack - 1) / pack;
    }
}
