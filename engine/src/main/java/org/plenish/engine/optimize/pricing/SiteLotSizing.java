package org.plenish.engine.optimize.pricing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.plenish.engine.optimize.CostTerms;
import org.plenish.engine.optimize.ExactProblem;
import org.plenish.engine.optimize.ItemPlan;
import org.plenish.engine.optimize.OrderEntry;
import org.plenish.engine.optimize.ReplenishmentProblem.Sku;
import org.plenish.engine.optimize.ReplenishmentProblem.Source;

/**
 * The best orders of one SKU at one warehouse, alone, under given terms: dynamic lot sizing over periods and stock
 * states (Wagner &amp; Whitin 1958, doi:10.1287/mnsc.5.1.89, widened by packs, minimum and maximum quantities,
 * all-units discounts, several sources, backorders, safety stock and shelf life).
 *
 * <p>A state is what was ordered so far less what was scrapped, in multiples of the greatest common divisor of the
 * packs (single units where scrapping may pay); stock follows from it. As the price within a tier is linear, the best
 * predecessor of every state is a sliding-window minimum: a period costs one pass over the states for each tier, not a
 * pass for each quantity. No state above the highest one laid out can be part of a best plan: an order placed when the stock
 * already covers all demand and safety stock to come never pays, and the last useful one need not exceed its own
 * forced minimum.
 *
 * <p>Holds buffers: one instance for each thread.
 */
public final class SiteLotSizing {

    /** Above it states are merged, which makes the answer a good plan but no bound. */
    private static final int MOST_STATES = 20_000;

    private static final double NEVER = Double.POSITIVE_INFINITY;

    private final ExactProblem index;
    private double[] value = new double[256];
    private double[] next = new double[256];
    private int[] queue = new int[256];
    private int[][] choice = new int[0][];

    private int sku;
    private int warehouse;
    private Sku article;
    private SiteTerms terms;
    private boolean scrapping;
    private int grain;
    private int lowest;
    private int states;
    private boolean exact;

    public SiteLotSizing(ExactProblem index) {
        this.index = index;
        this.article = index.sku(0);
        this.terms = new SiteTerms(0, 0);
    }

    /**
     * The best orders and scraps.
     *
     * @param cost under the terms, currency units; infinite if nothing keeps the outflow within the opening stock
     * @param exact the cost is the least possible, so it may serve as a bound
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over, not kept
    public record Answer(double cost, List<OrderEntry> orders, int[] scrapUnits, boolean exact) {

        /** No plan costs less under these terms; 0 where that is all that is known. */
        double bound() {
            return exact && cost < NEVER ? cost : 0;
        }

        /** The item plan with this answer at the warehouse. */
        public ItemPlan in(ItemPlan plan, ExactProblem index, int warehouse) {
            return plan.withOrders(index, warehouse, orders, scrapUnits);
        }
    }

    public Answer solve(int sku, int warehouse, SiteTerms terms) {
        this.sku = sku;
        this.warehouse = warehouse;
        this.article = index.sku(sku);
        this.terms = terms;
        int periods = index.periods();
        layOutStates();
        int stages = periods * (article.sources().size() + 3);
        if (choice.length < stages) {
            choice = Arrays.copyOf(choice, stages);
        }
        Arrays.fill(value, 0, states, NEVER);
        value[-lowest] = 0;
        int stock = article.initialUnits()[warehouse];
        double constant = 0;
        for (int t = 0; t < periods; t++) {
            int received = terms.inflowUnits[t] + article.receiptUnits()[warehouse][t];
            give(t, stock);
            open(t, stock);
            constant += terms.peakPrice[t] * (received - terms.outflowUnits[t]);
            for (int k = 0; k < article.sources().size(); k++) {
                order(t, k);
            }
            buyFromOthers(t);
            stock += received - terms.outflowUnits[t] - article.demandUnits()[warehouse][t];
            scrap(t, stock);
            close(t, stock);
        }
        return trace(constant);
    }

    private void layOutStates() {
        int periods = index.periods();
        scrapping = mayScrap();
        grain = scrapping ? 1 : 0;
        boolean relaxed = false;
        for (int t = 0; t < periods; t++) {
            relaxed |= terms.mayGive[t] || terms.inflowPrice[t] < NEVER;
        }
        if (relaxed) {
            grain = 1;
        }
        long lastUseful = 0;
        int lastForced = 0;
        for (int k = 0; k < article.sources().size(); k++) {
            Source source = article.sources().get(k);
            int forced = 0;
            for (int t = 0; t < periods; t++) {
                if (mayOrder(k, t)) {
                    forced = Math.max(forced, forcedUnits(source, k, t));
                }
            }
            if (forced > 0) {
                grain = gcd(grain, source.packUnits());
                lastForced = Math.max(lastForced, forced);
            }
        }
        grain = Math.max(grain, 1);
        int stock = article.initialUnits()[warehouse];
        int highestStock = Math.max(stock, 0);
        for (int t = 0; t < periods; t++) {
            lastUseful = Math.max(lastUseful, (long) terms.outflowUnits[t] - stock);
            stock += terms.inflowUnits[t] + article.receiptUnits()[warehouse][t] - terms.outflowUnits[t];
            highestStock = Math.max(highestStock, stock);
            stock -= article.demandUnits()[warehouse][t];
            lastUseful = Math.max(lastUseful, (long) article.safetyStockUnits()[warehouse] - stock);
        }
        long above = lastUseful <= 0 && !relaxed ? 0 : Math.max(lastUseful, 0) + lastForced;
        long below = scrapping || relaxed ? highestStock : 0;
        exact = above / grain + below / grain < MOST_STATES;
        if (!exact) {
            long wanted = (above + below) / MOST_STATES + 1;
            grain = (int) Math.multiplyExact((long) grain, (wanted + grain - 1) / grain);
        }
        lowest = (int) -((below + grain - 1) / grain);
        states = (int) ((above + grain - 1) / grain) - lowest + 1;
        if (value.length < states) {
            value = new double[2 * states];
            next = new double[2 * states];
            queue = new int[2 * states];
        }
    }

    /** Scrapping pays only where the shelf life forces it or keeping a unit to the end costs more. */
    private boolean mayScrap() {
        if (article.shelfLifePeriods() > 0) {
            return true;
        }
        double keeping = article.terminalObsolescence()[warehouse] + article.holding()[warehouse] * index.periods();
        for (double price : terms.peakPrice) {
            keeping += price;
        }
        return keeping > article.scrapCost();
    }

    private boolean mayOrder(int source, int period) {
        return terms.open[source][period] && index.mayOrder(article.sources().get(source), warehouse, period);
    }

    /** A line of that size can always be made a pack smaller, unless a minimum or a price break holds it. */
    private int forcedUnits(Source source, int k, int period) {
        int tiers = source.tierFromUnits().length;
        int forced = Math.max(source.minOrderQuantityUnits(), source.tierFromUnits()[tiers - 1]);
        forced = Math.max(forced, terms.leastUnits[k][period]);
        return Math.min(ceilTo(Math.max(forced, 1), source.packUnits()), source.maxOrderQuantityUnits());
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    private static int ceilTo(int units, int multiple) {
        return (int) Math.min(Integer.MAX_VALUE / 2, ((long) units + multiple - 1) / multiple * multiple);
    }

    private int stockAt(int state, int base) {
        return base + grain * (lowest + state);
    }

    private int[] choiceOf(int stage) {
        if (choice[stage] == null || choice[stage].length < states) {
            choice[stage] = new int[Math.max(states, 64)];
        }
        return choice[stage];
    }

    private int stage(int period, int part) {
        return period * (article.sources().size() + 3) + part;
    }

    /** Relaxation: stock leaves for nothing at the opening. */
    private void give(int period, int stock) {
        if (terms.mayGive[period]) {
            fall(stage(period, 0), stock, 0, Integer.MAX_VALUE);
        }
    }

    /** Opening: the outflow must be there; space is used by what is there. */
    private void open(int period, int stock) {
        int outflow = terms.outflowUnits[period];
        double price = terms.peakPrice[period];
        if (outflow == 0 && price == 0) {
            return;
        }
        for (int n = 0; n < states; n++) {
            int opening = Math.max(stockAt(n, stock), 0);
            value[n] = opening < outflow ? NEVER : value[n] + price * opening;
        }
    }

    private void order(int period, int k) {
        Source source = article.sources().get(k);
        int orderPeriod = period - source.leadTimePeriods()[warehouse];
        int[] chosen = choiceOf(stage(period, 1 + k));
        Arrays.fill(chosen, 0, states, 0);
        if (orderPeriod < 0 || !mayOrder(k, orderPeriod)) {
            return;
        }
        System.arraycopy(value, 0, next, 0, states);
        int pack = (int) ((long) source.packUnits() / gcd(source.packUnits(), grain) * grain);
        double fixed = CostTerms.orderLine(article) + terms.lineExtra[k][orderPeriod];
        int least = Math.max(source.minOrderQuantityUnits(), terms.leastUnits[k][orderPeriod]);
        int[] from = source.tierFromUnits();
        for (int tier = 0; tier < from.length; tier++) {
            int low = ceilTo(Math.max(1, Math.max(least, from[tier])), pack);
            int most = tier + 1 < from.length ? from[tier + 1] - 1 : Integer.MAX_VALUE;
            int high = Math.min(most, source.maxOrderQuantityUnits()) / pack * pack;
            if (low <= high) {
                double price = source.tierUnitPrice()[tier];
                double perUnit = price
                        - index.cheapestUnitPrice(sku)
                        + terms.paymentPrice[k][orderPeriod] * price
                        + terms.peakPrice[period];
                window(low / grain, high / grain, pack / grain, fixed, perUnit * grain, chosen);
            }
        }
        double[] swap = value;
        value = next;
        next = swap;
    }

    /**
     * For every state the best predecessor {@code low..high} states below it, in strides: a monotone queue of the
     * predecessors' value less the linear cost up to them.
     */
    private void window(int low, int high, int stride, double fixed, double perState, int[] chosen) {
        for (int offset = 0; offset < stride; offset++) {
            int head = 0;
            int tail = 0;
            for (int n = offset + low; n < states; n += stride) {
                int entering = n - low;
                double key = value[entering] - perState * entering;
                if (key < NEVER) {
                    while (tail > head && value[queue[tail - 1]] - perState * queue[tail - 1] >= key) {
                        tail--;
                    }
                    queue[tail++] = entering;
                }
                while (tail > head && queue[head] < n - high) {
                    head++;
                }
                if (tail > head) {
                    int best = queue[head];
                    double cost = value[best] + fixed + perState * (n - best);
                    if (cost < next[n]) {
                        next[n] = cost;
                        chosen[n] = n - best;
                    }
                }
            }
        }
    }

    /** Relaxation: units of other warehouses at a price, in any number. */
    private void buyFromOthers(int period) {
        double price = terms.inflowPrice[period];
        if (price == NEVER) {
            return;
        }
        int[] chosen = choiceOf(stage(period, article.sources().size() + 1));
        chosen[0] = 0;
        double step = (price + terms.peakPrice[period]) * grain;
        for (int n = 1; n < states; n++) {
            chosen[n] = 0;
            if (value[n - 1] + step < value[n]) {
                value[n] = value[n - 1] + step;
                chosen[n] = chosen[n - 1] + 1;
            }
        }
    }

    /** What may be left at the period's end is capped by the shelf life; more is scrapped. */
    private void scrap(int period, int stock) {
        if (scrapping) {
            fall(
                    stage(period, article.sources().size() + 2),
                    stock,
                    article.scrapCost() * grain,
                    index.mostKeptUnits(sku, warehouse, period));
        }
    }

    /** Stock may fall, at a price for each step, to 0 at the least and must not stay above the cap. */
    private void fall(int stage, int stock, double step, int cap) {
        int[] chosen = choiceOf(stage);
        chosen[states - 1] = 0;
        for (int n = states - 2; n >= 0; n--) {
            chosen[n] = 0;
            if (value[n + 1] + step < value[n] && stockAt(n, stock) >= 0) {
                value[n] = value[n + 1] + step;
                chosen[n] = chosen[n + 1] + 1;
            }
        }
        for (int n = states - 1; n >= 0 && stockAt(n, stock) > cap; n--) {
            value[n] = NEVER;
        }
    }

    private void close(int period, int stock) {
        boolean last = period == index.periods() - 1;
        for (int n = 0; n < states; n++) {
            if (value[n] < NEVER) {
                value[n] += CostTerms.periodEnd(article, warehouse, stockAt(n, stock), last);
            }
        }
    }

    private Answer trace(double constant) {
        int n = 0;
        for (int s = 1; s < states; s++) {
            if (value[s] < value[n]) {
                n = s;
            }
        }
        int periods = index.periods();
        int[] scraps = new int[periods];
        double cost = value[n] + constant;
        if (cost == NEVER) {
            return new Answer(NEVER, List.of(), scraps, exact);
        }
        List<OrderEntry> orders = new ArrayList<>();
        int sources = article.sources().size();
        for (int t = periods - 1; t >= 0; t--) {
            if (scrapping) {
                int scrapped = choice[stage(t, sources + 2)][n];
                scraps[t] = scrapped * grain;
                n += scrapped;
            }
            if (terms.inflowPrice[t] < NEVER) {
                n -= choice[stage(t, sources + 1)][n];
            }
            for (int k = sources - 1; k >= 0; k--) {
                int ordered = choice[stage(t, 1 + k)][n];
                if (ordered > 0) {
                    orders.add(new OrderEntry(
                            k, t - article.sources().get(k).leadTimePeriods()[warehouse], ordered * grain));
                    n -= ordered;
                }
            }
            if (terms.mayGive[t]) {
                n += choice[stage(t, 0)][n];
            }
        }
        orders.sort(OrderEntry.ORDER);
        return new Answer(cost, orders, scraps, exact);
    }
}
