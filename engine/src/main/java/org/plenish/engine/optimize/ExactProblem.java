package org.plenish.engine.optimize;

import java.util.Arrays;
import org.plenish.engine.optimize.ReplenishmentProblem.Lane;
import org.plenish.engine.optimize.ReplenishmentProblem.Sku;
import org.plenish.engine.optimize.ReplenishmentProblem.Source;

/** What follows from a problem once and is asked often: exact limits, cheapest prices, most that may be kept. Immutable. */
public final class ExactProblem {

    private final ReplenishmentProblem problem;
    private final double[] cheapestUnitPrice;
    private final long[] unitCubicMillimetres;
    private final long[][] spaceCubicMillimetres;
    private final long[] cashMicros;
    private final long[] minOrderMicros;
    private final long[] headerMicros;
    private final long[] truckCubicMillimetres;
    private final long[] truckMicros;
    private final int paymentPeriods;

    public ExactProblem(ReplenishmentProblem problem) {
        this.problem = problem;
        this.cheapestUnitPrice =
                problem.skus().stream().mapToDouble(ExactProblem::cheapest).toArray();
        this.unitCubicMillimetres = problem.skus().stream()
                .mapToLong(sku -> FixedPoint.cubicMillimetresOfUnit(sku.volumeM3()))
                .toArray();
        this.spaceCubicMillimetres = exactSpace(problem);
        this.cashMicros = exactCash(problem.cash(), problem.cashCarriesForward());
        this.minOrderMicros = problem.suppliers().stream()
                .mapToLong(supplier -> FixedPoint.micros(supplier.minOrderValue()))
                .toArray();
        this.headerMicros = problem.suppliers().stream()
                .mapToLong(supplier -> FixedPoint.micros(CostTerms.orderHeader(supplier)))
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
    }

    private static double cheapest(Sku sku) {
        return sku.sources().stream()
                .flatMapToDouble(source -> Arrays.stream(source.tierUnitPrice()))
                .min()
                .orElse(0);
    }

    private static long[][] exactSpace(ReplenishmentProblem problem) {
        long[][] exact = new long[problem.warehouses().size()][problem.periods()];
        for (int w = 0; w < exact.length; w++) {
            for (int t = 0; t < problem.periods(); t++) {
                exact[w][t] = FixedPoint.cubicMillimetresOfLimit(problem.spaceM3()[w][t]);
            }
        }
        return exact;
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

    public Sku sku(int sku) {
        return problem.skus().get(sku);
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

    public long spaceCubicMillimetres(int warehouse, int period) {
        return spaceCubicMillimetres[warehouse][period];
    }

    /** Periods with a limit on cash; 0 where cash is not limited. */
    public int cashPeriods() {
        return cashMicros.length;
    }

    /** What may be spent in a period, together with all before it where cash carries forward. */
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

    public long headerMicros(int supplier) {
        return headerMicros[supplier];
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

    /** Whether a line of that source may be placed: the supplier takes orders, delivers there and it arrives in time. */
    public boolean mayOrder(Source source, int warehouse, int period) {
        return period >= 0
                && period < periods()
                && source.deliversTo()[warehouse]
                && source.canOrder()[period]
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
