package org.plenish.engine.optimize.pricing;

import java.util.function.BooleanSupplier;
import org.plenish.engine.optimize.ExactProblem;
import org.plenish.engine.optimize.FixedPoint;
import org.plenish.engine.optimize.ItemPlan;
import org.plenish.engine.optimize.SharedUse;

/**
 * Prices of space and cash by subgradient steps on the Lagrangian dual (Fisher 1981, doi:10.1287/mnsc.27.1.1; step by
 * target level, Brännlund 1995): given prices every SKU and warehouse stands alone.
 *
 * <p>Every step works in shares of a limit, so that m³ and money meet on one scale. Headers are split among the
 * lines under them ({@link HeaderShares}), supplier minimums left out of the bound; what transfers may save is for {@link TransferBound}.
 */
public final class Pricing {

    /** How far the first target lies above the first bound. */
    private static final double FIRST_TARGET_SHARE = 0.1;

    /** Where no limit binds, so many steps let headers find their lines. */
    private static final int HEADER_STEPS = 12;

    /** Of the best prices without transfers, at which the bound with transfers is tried. */
    private static final double[] PRICE_SHARES = {1, 0.7, 0.5, 0.35, 0.25, 0.12, 0};

    private static final int PATIENCE = 4;
    private static final double MOMENTUM = 0.3;

    private final ExactProblem index;
    private final InParallel parallel;

    public Pricing(ExactProblem index, InParallel parallel) {
        this.index = index;
        this.parallel = parallel;
    }

    /**
     * @param prices the best found
     * @param lowerBound no plan that keeps the limits costs less, currency units
     * @param plans what each SKU alone would do at these prices, without transfers
     */
    @SuppressWarnings("ArrayRecordComponent") // by SKU
    public record Outcome(LimitPrices prices, double lowerBound, ItemPlan[] plans) {}

    /** One evaluation of the dual function. */
    private record Point(LimitPrices prices, HeaderShares headers, double dual, ItemPlan[] plans, SharedUse use) {}

    /** @param enough asked before each further step; with a clock in it the outcome depends on the machine */
    public Outcome run(int steps, BooleanSupplier enough) {
        Point point = evaluate(LimitPrices.zero(index), HeaderShares.even(index));
        Point best = point;
        double reach = FIRST_TARGET_SHARE * Math.max(Math.abs(point.dual()), 1);
        double[] direction = new double[dimensions()];
        int failures = 0;
        for (int step = 0; step < steps && !enough.getAsBoolean(); step++) {
            double[] prices = shares(point.prices());
            double norm = steer(direction, prices, point.use());
            if (norm == 0 && (!anyHeaders() || step >= HEADER_STEPS)) {
                break;
            }
            double length = norm == 0 ? 0 : (best.dual() + reach - point.dual()) / norm;
            for (int d = 0; d < prices.length; d++) {
                prices[d] = Math.max(0, prices[d] + length * direction[d]);
            }
            HeaderShares headers = point.headers().after(point.plans(), 1.0 / (step + 2));
            point = evaluate(unshare(prices), headers);
            if (point.dual() > best.dual() + reach / 20) {
                failures = 0;
            } else {
                failures++;
            }
            if (point.dual() > best.dual()) {
                best = point;
            }
            if (failures >= PATIENCE) {
                reach /= 2;
                failures = 0;
                point = best;
                java.util.Arrays.fill(direction, 0);
            }
        }
        TransferBound transfers = new TransferBound(index, parallel);
        double bound = transfers.anyTransfers() ? boundWithTransfers(transfers, best) : best.dual();
        return new Outcome(best.prices(), bound, best.plans());
    }

    private int dimensions() {
        return index.warehouses() * index.periods() + index.cashPeriods();
    }

    /** Prices of a whole limit, space first. */
    private double[] shares(LimitPrices prices) {
        double[] shares = new double[dimensions()];
        for (int d = 0; d < shares.length; d++) {
            shares[d] = price(prices, d) * limit(d);
        }
        return shares;
    }

    private double price(LimitPrices prices, int dimension) {
        int cells = index.warehouses() * index.periods();
        return dimension < cells
                ? prices.space()[dimension / index.periods()][dimension % index.periods()]
                : prices.cashLimit()[dimension - cells];
    }

    /** m³ or currency; a limit of 0 counts as one thousandth, an infinite one as 0: it never has a price. */
    private double limit(int dimension) {
        int cells = index.warehouses() * index.periods();
        long exact = dimension < cells
                ? index.spaceCubicMillimetres(dimension / index.periods(), dimension % index.periods())
                : index.cashMicros(dimension - cells);
        if (exact == FixedPoint.UNLIMITED) {
            return 0;
        }
        return Math.max(1e-3, dimension < cells ? FixedPoint.cubicMetres(exact) : FixedPoint.currency(exact));
    }

    private double used(SharedUse use, int dimension) {
        int cells = index.warehouses() * index.periods();
        return dimension < cells
                ? FixedPoint.cubicMetres(
                        use.spaceCubicMillimetres(dimension / index.periods(), dimension % index.periods()))
                : FixedPoint.currency(use.spentMicros(dimension - cells));
    }

    private LimitPrices unshare(double[] shares) {
        LimitPrices prices = LimitPrices.zero(index);
        int cells = index.warehouses() * index.periods();
        for (int d = 0; d < shares.length; d++) {
            double price = limit(d) == 0 ? 0 : shares[d] / limit(d);
            if (d < cells) {
                prices.space()[d / index.periods()][d % index.periods()] = price;
            } else {
                prices.cashLimit()[d - cells] = price;
            }
        }
        return prices;
    }

    /** Turns the direction to the excess at this point; what pushes a zero price further down does not count. */
    private double steer(double[] direction, double[] prices, SharedUse use) {
        double norm = 0;
        for (int d = 0; d < direction.length; d++) {
            double excess = limit(d) == 0 ? 0 : used(use, d) / limit(d) - 1;
            direction[d] = excess + MOMENTUM * direction[d];
            if (prices[d] == 0 && direction[d] < 0) {
                direction[d] = 0;
            }
            norm += direction[d] * direction[d];
        }
        return norm;
    }

    private Point evaluate(LimitPrices prices, HeaderShares headers) {
        ItemPlan[] plans = new ItemPlan[index.skus()];
        double[] costs = new double[index.skus()];
        double[] paymentPrices = prices.paymentPrices(index);
        parallel.forEach(index.skus(), () -> new SiteLotSizing(index), (lotSizing, sku) -> {
            ItemPlan plan = ItemPlan.empty(index, sku);
            SiteTerms terms = new SiteTerms(index.sku(sku).sources().size(), index.periods());
            for (int w = 0; w < index.warehouses(); w++) {
                prices.writeTo(terms, index, sku, w, paymentPrices);
                headers.writeTo(terms, sku, w);
                SiteLotSizing.Answer answer = lotSizing.solve(sku, w, terms);
                costs[sku] += answer.bound();
                plan = answer.in(plan, index, w);
            }
            plans[sku] = plan;
        });
        return new Point(prices, headers, sum(costs) - limitsAt(prices), plans, SharedUse.of(index, plans));
    }

    private boolean anyHeaders() {
        return index.problem().suppliers().stream().anyMatch(supplier -> supplier.headerCost() > 0);
    }

    /**
     * Transfers make dear stock of one warehouse worth less, so that lower prices bound better: the pooled bound, which
     * is quick, finds how much lower.
     */
    private double boundWithTransfers(TransferBound transfers, Point best) {
        HeaderShares across = best.headers().acrossWarehouses();
        LimitPrices bestPrices = best.prices();
        double bestPooled = 0;
        for (double share : PRICE_SHARES) {
            LimitPrices prices = best.prices().scaled(share, share);
            double bound = transfers.pooledCost(prices, across) - limitsAt(prices);
            if (bound > bestPooled) {
                bestPooled = bound;
                bestPrices = prices;
            }
        }
        double worth = limitsAt(bestPrices);
        double bound = Math.max(
                transfers.cost(bestPrices, across) - worth, transfers.cost(bestPrices, best.headers()) - worth);
        return Math.max(bound, 0);
    }

    private static double sum(double[] costs) {
        double sum = 0;
        for (double cost : costs) {
            sum += cost;
        }
        return sum;
    }

    /** What the limits themselves are worth: the constant of the Lagrangian. */
    private double limitsAt(LimitPrices prices) {
        double sum = 0;
        for (int d = 0; d < dimensions(); d++) {
            sum += price(prices, d) * limit(d);
        }
        return sum;
    }
}
