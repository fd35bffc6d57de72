package org.plenish.engine.optimize;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.plenish.engine.optimize.OptimizationResult.OrderLine;
import org.plenish.engine.optimize.OptimizationResult.TransferLine;
import org.plenish.engine.optimize.ReplenishmentProblem.Lane;
import org.plenish.engine.optimize.ReplenishmentProblem.Sku;
import org.plenish.engine.optimize.ReplenishmentProblem.Source;
import org.plenish.engine.optimize.ReplenishmentProblem.Zone;

/**
 * What follows from a problem once and is asked often: exact limits, cheapest prices, most that may be kept. Pinned
 * lines are in it: their goods among the receipts, their payments out of the cash, so that what is planned is the rest.
 * Immutable.
 */
public final class ExactProblem {

    private final ReplenishmentProblem problem;
    private final PinnedLines pinned;
    private final int[] pinnedGroupLines;
    private final double[] cheapestUnitPrice;
    private final long[] unitCubicMillimetres;
    private final long[][] spaceCubicMillimetres;
    /** {@code [sku][warehouse]} */
    private final int[][][] zonesOf;

    private final long[] cashMicros;
    private final long[] minOrderMicros;
    private final long[] headerMicros;
    private final long[] containerCubicMillimetres;
    private final long[] containerMicros;
    private final long[] truckCubicMillimetres;
    private final long[] truckMicros;
    private final int paymentPeriods;

    public ExactProblem(ReplenishmentProblem problem) {
        this.problem = problem;
        this.pinned = new PinnedLines(problem);
        this.cheapestUnitPrice =
                problem.skus().stream().mapToDouble(ExactProblem::cheapest).toArray();
        this.unitCubicMillimetres = problem.skus().stream()
                .mapToLong(sku -> FixedPoint.cubicMillimetresOfUnit(sku.volumeM3()))
                .toArray();
        this.spaceCubicMillimetres = exactSpace(problem);
        this.zonesOf = zonesOf(problem);
        this.cashMicros = exactCash(problem.cash(), problem.cashCarriesForward());
        this.minOrderMicros = problem.suppliers().stream()
                .mapToLong(supplier -> FixedPoint.micros(supplier.minOrderValue()))
                .toArray();
        this.headerMicros = problem.suppliers().stream()
                .mapToLong(supplier -> FixedPoint.micros(CostTerms.orderHeader(supplier)))
                .toArray();
        this.containerCubicMillimetres = problem.suppliers().stream()
                .mapToLong(supplier -> FixedPoint.cubicMillimetresOfLimit(supplier.containerM3()))
                .toArray();
        this.containerMicros = problem.suppliers().stream()
                .mapToLong(supplier -> FixedPoint.micros(CostTerms.furtherContainers(supplier, 2)))
                .toArray();
        this.truckCubicMillimetres = problem.lanes().stream()
                .mapToLong(lane -> FixedPoint.cubicMillimetresOfLimit(lane.truckM3()))
                .toArray();
        this.truckMicros = problem.lanes().stream()
                .mapToLong(lane -> FixedPoint.micros(CostTerms.trucks(lane, 1)))
                .toArray();
        int lastOffset = problem.suppliers().stream()
                .mapToInt(ReplenishmentProblem.ProblemSupplier::payOffsetPeriods)
                .max()
                .orElse(0);
        this.paymentPeriods = Math.max(cashMicros.length, problem.periods() + lastOffset);
        this.pinnedGroupLines = new int[groups()];
        takePinnedLines();
    }

    private void takePinnedLines() {
        for (OrderLine line : problem.pinnedOrders()) {
            Source source = sku(line.sku()).sources().get(line.source());
            pinnedGroupLines[group(line)]++;
            int paid = paymentPeriod(source, line.period());
            int last = cashCarriesForward() ? cashMicros.length - 1 : Math.min(paid, cashMicros.length - 1);
            for (int period = paid; period <= last; period++) {
                if (cashMicros[period] != FixedPoint.UNLIMITED) {
                    cashMicros[period] -= lineValueMicros(source, line.quantityUnits());
                }
            }
        }
    }

    private static double cheapest(Sku sku) {
        return sku.sources().stream()
                .flatMapToDouble(source -> Arrays.stream(source.tierUnitPrice()))
                .min()
                .orElse(0);
    }

    private static long[][] exactSpace(ReplenishmentProblem problem) {
        long[][] exact = new long[problem.zones().size()][problem.periods()];
        for (int zone = 0; zone < exact.length; zone++) {
            for (int t = 0; t < problem.periods(); t++) {
                exact[zone][t] = FixedPoint.cubicMillimetresOfLimit(
                        problem.zones().get(zone).spaceM3()[t]);
            }
        }
        return exact;
    }

    private static int[][][] zonesOf(ReplenishmentProblem problem) {
        List<Zone> zones = problem.zones();
        Map<String, int[][]> byStorageClass = new HashMap<>();
        int[][][] zonesOf = new int[problem.skus().size()][][];
        for (int sku = 0; sku < zonesOf.length; sku++) {
            Sku article = problem.skus().get(sku);
            zonesOf[sku] = byStorageClass.computeIfAbsent(
                    article.storageClass(),
                    none -> IntStream.range(0, problem.warehouses().size())
                            .mapToObj(w -> IntStream.range(0, zones.size())
                                    .filter(zone -> zones.get(zone).warehouse() == w
                                            && zones.get(zone).holds(article))
                                    .toArray())
                            .toArray(int[][]::new));
        }
        return zonesOf;
    }

    private static long[] exactCash(double[] cash, boolean carriesForward) {
        long[] exact = new long[cash.length];
        long available = 0;
        for (int period = 0; period < cash.length; period++) {
            long added =
                    cash[period] * 1e6 >= FixedPoint.UNLIMITED ? FixedPoint.UNLIMITED : FixedPoint.micros(cash[period]);
            available = carriesForward ? Math.min(FixedPoint.UNLIMITED, available + added) : added;
            exact[period] = available;
        }
        return exact;
    }

    public ReplenishmentProblem problem() {
        return problem;
    }

    public int periods() {
        return problem.periods();
    }

    public int warehouses() {
        return problem.warehouses().size();
    }

    public int skus() {
        return problem.skus().size();
    }

    /** With what pinned lines bring and take among its receipts. */
    public Sku sku(int sku) {
        return pinned.skus().get(sku);
    }

    /** What pinned transfers take at the period's start; the receipts count it as less. */
    int pinnedOutflowUnits(int sku, int warehouse, int period) {
        return pinned.outflowUnits(sku, warehouse, period);
    }

    public Lane lane(int lane) {
        return problem.lanes().get(lane);
    }

    /** Currency units. */
    public double cheapestUnitPrice(int sku) {
        return cheapestUnitPrice[sku];
    }

    public long unitCubicMillimetres(int sku) {
        return unitCubicMillimetres[sku];
    }

    /** Spaces with a limit of their own: the first are the whole warehouses. */
    public int zones() {
        return spaceCubicMillimetres.length;
    }

    /** What the SKU takes space of at the warehouse: first the whole of it. Not to be changed. */
    public int[] zonesOf(int sku, int warehouse) {
        return zonesOf[sku][warehouse];
    }

    public long spaceCubicMillimetres(int zone, int period) {
        return spaceCubicMillimetres[zone][period];
    }

    /** Periods with a limit on cash; 0 where cash is not limited. */
    public int cashPeriods() {
        return cashMicros.length;
    }

    /**
     * What may be spent on all but the pinned lines in a period, together with all before it where cash carries
     * forward; negative where not even they can be paid.
     */
    public long cashMicros(int period) {
        return cashMicros[period];
    }

    public boolean cashCarriesForward() {
        return problem.cashCarriesForward();
    }

    /** Periods in which money may leave: the horizon and the longest terms of payment. */
    public int paymentPeriods() {
        return paymentPeriods;
    }

    public int paymentPeriod(Source source, int orderPeriod) {
        return orderPeriod + problem.suppliers().get(source.supplier()).payOffsetPeriods();
    }

    public long lineValueMicros(Source source, int units) {
        return FixedPoint.micros(source.unitPriceAt(units) * units);
    }

    public long minOrderMicros(int supplier) {
        return minOrderMicros[supplier];
    }

    /** What a group pays for being opened: its header and its first container. */
    public long headerMicros(int supplier) {
        return headerMicros[supplier];
    }

    /** What a container of the supplier holds; {@link FixedPoint#UNLIMITED} where it ships in none. */
    public long containerCubicMillimetres(int supplier) {
        return containerCubicMillimetres[supplier];
    }

    /**
     * What each further container of a group costs. As the first is paid with the header, a group of volume {@code v}
     * costs at least {@code max(headerMicros, headerMicros + containerMicros · (v / container - 1))}.
     */
    public long containerMicros(int supplier) {
        return containerMicros[supplier];
    }

    public long truckCubicMillimetres(int lane) {
        return truckCubicMillimetres[lane];
    }

    public long truckMicros(int lane) {
        return truckMicros[lane];
    }

    /** An order group: what one supplier delivers to one warehouse from orders of one period. */
    public int group(int supplier, int warehouse, int period) {
        return (supplier * warehouses() + warehouse) * periods() + period;
    }

    /** What opening the group costs; 0 where a pinned line opens it. */
    public long openingMicros(int group) {
        return pinnedGroupLines[group] > 0 ? 0 : headerMicros[supplierOfGroup(group)];
    }

    int pinnedGroupLines(int group) {
        return pinnedGroupLines[group];
    }

    /** The group of a line. */
    int group(OrderLine line) {
        int supplier = sku(line.sku()).sources().get(line.source()).supplier();
        return group(supplier, line.warehouse(), line.period());
    }

    /** What pinned lines cost by themselves; their headers and trucks may be shared with others. */
    CostBreakdown pinnedCost() {
        double premium = 0;
        double lines = 0;
        double transferUnits = 0;
        for (OrderLine line : problem.pinnedOrders()) {
            Source source = sku(line.sku()).sources().get(line.source());
            premium += CostTerms.purchasePremium(source, cheapestUnitPrice[line.sku()], line.quantityUnits());
            lines += CostTerms.orderLine(sku(line.sku()));
        }
        for (TransferLine line : problem.pinnedTransfers()) {
            transferUnits += CostTerms.transferUnits(sku(line.sku()), lane(line.lane()), line.quantityUnits());
        }
        return new CostBreakdown(premium, lines, 0, 0, 0, 0, 0, transferUnits, 0, 0, 0);
    }

    /** What pinned lines add to any plan at least: their own cost and the headers they open. */
    double leastPinnedCost() {
        double cost = pinnedCost().total();
        for (int group = 0; group < pinnedGroupLines.length; group++) {
            cost += pinnedGroupLines[group] > 0
                    ? CostTerms.orderHeader(problem.suppliers().get(supplierOfGroup(group)))
                    : 0;
        }
        return cost;
    }

    public int groups() {
        return problem.suppliers().size() * warehouses() * periods();
    }

    public int supplierOfGroup(int group) {
        return group / (warehouses() * periods());
    }

    public int warehouseOfGroup(int group) {
        return group / periods() % warehouses();
    }

    public int periodOfGroup(int group) {
        return group % periods();
    }

    /** Whether a line of that source may be placed: the supplier takes orders, delivers there, it arrives in time and is not pinned. */
    public boolean mayOrder(Source source, int warehouse, int period) {
        return period >= 0
                && period < periods()
                && source.deliversTo()[warehouse]
                && source.canOrder()[period]
                && !source.isTaken(warehouse, period)
                && period + source.leadTimePeriods()[warehouse] < periods();
    }

    /**
     * The most that may be left at a period's end: the demand of the shelf life's next periods; after the horizon the
     * ceiling of the mean of the last four. {@link Integer#MAX_VALUE} if it does not expire.
     */
    public int mostKeptUnits(int sku, int warehouse, int period) {
        Sku article = sku(sku);
        if (article.shelfLifePeriods() == 0) {
            return Integer.MAX_VALUE;
        }
        int[] demand = article.demandUnits()[warehouse];
        int tailPeriods = Math.min(4, demand.length);
        long tailSum = 0;
        for (int t = demand.length - tailPeriods; t < demand.length; t++) {
            tailSum += demand[t];
        }
        long tail = (tailSum + tailPeriods - 1) / tailPeriods;
        long kept = 0;
        for (int t = period + 1; t <= period + article.shelfLifePeriods(); t++) {
            kept += t < demand.length ? demand[t] : tail;
        }
        return (int) Math.min(kept, Integer.MAX_VALUE);
    }
}
