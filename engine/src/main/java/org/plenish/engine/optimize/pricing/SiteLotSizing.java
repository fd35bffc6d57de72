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
import org.plenish.engine.optimize.TransferEntry;
import org.plenish.engine.optimize.pricing.SiteTerms.LaneOffer;

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
 * forced minimum. Lines that the terms force are placed all the same.
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
    /** Most units that can be there, or come in a period. */
    private long mostUnits;

    /** What may arrive in the period at hand; where there is backlog, the stock itself does not tell. */
    private long room;

    public SiteLotSizing(ExactProblem index) {
        this.index = index;
        this.article = index.sku(0);
        this.terms = new SiteTerms(0, 0);
    }

    /**
     * The best orders and scraps.
     *
     * @param cost under the terms, currency units; infinite if nothing keeps the outflow within the opening stock
     * @param boughtUnits of the relaxation, by period of arrival
     * @param soldUnits of the relaxation, by way out and period of departure
     * @param accepted of the offers of other warehouses
     * @param bound no plan costs less under these terms, currency units; 0 if there is none
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over, not kept
    public record Answer(
            double cost,
            List<OrderEntry> orders,
            List<TransferEntry> accepted,
            int[] scrapUnits,
            int[] boughtUnits,
            int[][] soldUnits,
            double bound) {

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
        int stages = periods * parts();
        if (choice.length < stages) {
            choice = Arrays.copyOf(choice, stages);
        }
        Arrays.fill(value, 0, states, NEVER);
        value[-lowest] = 0;
        int stock = article.initialUnits()[warehouse];
        double constant = 0;
        for (int t = 0; t < periods; t++) {
            int received = terms.inflowUnits[t] + article.receiptUnits()[warehouse][t];
            sell(t, stock);
            open(t, stock);
            room = Math.max(0, (long) terms.mostPeakUnits[t] - received + terms.outflowUnits[t]);
            constant += terms.peakPrice[t] * (received - terms.outflowUnits[t]);
            for (int k = 0; k < article.sources().size(); k++) {
                order(t, k);
            }
            buyFromOthers(t);
            for (int l = 0; l < terms.offers.size(); l++) {
                takeOffer(t, l);
            }
            cap(t, stock + received - terms.outflowUnits[t]);
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
        boolean relaxed = terms.outflowPrice.length > 0;
        for (int t = 0; t < periods; t++) {
            relaxed |= terms.inflowPrice[t] < NEVER;
        }
        if (relaxed) {
            grain = gcd(grain, article.transferPackUnits());
        }
        long lastUseful = 0;
        int lastForced = 0;
        long placedAnyway = 0;
        if (!terms.offers.isEmpty()) {
            grain = gcd(grain, article.transferPackUnits());
            lastForced = article.transferPackUnits();
        }
        for (int k = 0; k < article.sources().size(); k++) {
            Source source = article.sources().get(k);
            int forced = 0;
            for (int t = 0; t < periods; t++) {
                if (mayOrder(k, t)) {
                    forced = Math.max(forced, forcedUnits(source, k, t));
                    placedAnyway += terms.forced[k][t] ? forcedUnits(source, k, t) : 0;
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
        lastUseful = Math.max(lastUseful, 0) + terms.elsewhereUnits;
        boolean nothingToDo = lastUseful == 0 && placedAnyway == 0 && !relaxed && !scrapping;
        long above = nothingToDo ? 0 : lastUseful + lastForced + placedAnyway;
        long below = scrapping || relaxed ? highestStock : 0;
        mostUnits = above + below;
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

    /** Orders of each source, what comes from others, scrap, each way out, each lane's offers. */
    private int parts() {
        return article.sources().size() + 2 + terms.outflowPrice.length + terms.offers.size();
    }

    private int offerStage(int period, int slot) {
        return stage(period, article.sources().size() + 2 + terms.outflowPrice.length + slot);
    }

    private int stage(int period, int part) {
        return period * parts() + part;
    }

    /** Relaxation: stock is sold to other warehouses at the opening, in transfer packs, one way after the other. */
    private void sell(int period, int stock) {
        for (int way = 0; way < terms.outflowPrice.length; way++) {
            double price = terms.outflowPrice[way][period];
            if (price > -NEVER) {
                sell(stage(period, article.sources().size() + 2 + way), stock, -price, terms.outflowFixed[way][period]);
            }
        }
    }

    /** States in the least that is whole in both transfer packs and states, which may be merged. */
    private int transferStride() {
        return article.transferPackUnits() / gcd(article.transferPackUnits(), grain);
    }

    /** {@code next} is the least cost of a state that was reached by sending something, but for what sending costs at all. */
    private void sell(int stage, int stock, double perUnit, double fixed) {
        int[] chosen = choiceOf(stage);
        int stride = transferStride();
        double step = perUnit * grain * stride;
        Arrays.fill(chosen, Math.max(0, states - stride), states, 0);
        Arrays.fill(next, Math.max(0, states - stride), states, NEVER);
        for (int n = states - 1 - stride; n >= 0; n--) {
            boolean more = next[n + stride] < value[n + stride];
            next[n] = (more ? next[n + stride] : value[n + stride]) + step;
            queue[n] = (more ? queue[n + stride] : 0) + stride;
        }
        for (int n = 0; n < states - stride; n++) {
            boolean better = next[n] + fixed < value[n] && stockAt(n, stock) >= 0;
            // In rising order: what a state above was before anything was sent is not needed any more.
            value[n] = better ? next[n] + fixed : value[n];
            chosen[n] = better ? queue[n] : 0;
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
        int[] chosen = choiceOf(stage(period, k));
        Arrays.fill(chosen, 0, states, 0);
        if (orderPeriod < 0 || !mayOrder(k, orderPeriod)) {
            return;
        }
        if (terms.forced[k][orderPeriod]) {
            Arrays.fill(next, 0, states, NEVER);
        } else {
            System.arraycopy(value, 0, next, 0, states);
        }
        int pack = (int) ((long) source.packUnits() / gcd(source.packUnits(), grain) * grain);
        double fixed = CostTerms.orderLine(article) + terms.lineExtra[k][orderPeriod];
        int least = Math.max(source.minOrderQuantityUnits(), terms.leastUnits[k][orderPeriod]);
        int[] from = source.tierFromUnits();
        for (int tier = 0; tier < from.length; tier++) {
            int low = ceilTo(Math.max(1, Math.max(least, from[tier])), pack);
            int most = tier + 1 < from.length ? from[tier + 1] - 1 : Integer.MAX_VALUE;
            int allowed = Math.min(source.maxOrderQuantityUnits(), terms.mostUnits[k][orderPeriod]);
            int high = (int) Math.min(room, Math.min(most, allowed)) / pack * pack;
            if (low <= high) {
                double price = source.tierUnitPrice()[tier];
                double perUnit = price
                        - index.cheapestUnitPrice(sku)
                        + terms.paymentPrice[k][orderPeriod] * price
                        + terms.unitExtra[k][orderPeriod]
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
        int[] chosen = choiceOf(stage(period, article.sources().size()));
        int stride = transferStride();
        double step = (price + terms.peakPrice[period]) * grain * stride;
        Arrays.fill(chosen, 0, Math.min(stride, states), 0);
        for (int n = stride; n < states; n++) {
            chosen[n] = 0;
            if (value[n - stride] + step < value[n]) {
                value[n] = value[n - stride] + step;
                chosen[n] = chosen[n - stride] + stride;
            }
        }
    }

    private void takeOffer(int period, int slot) {
        LaneOffer offer = terms.offers.get(slot)[period];
        if (offer == null) {
            return;
        }
        int[] chosen = choiceOf(offerStage(period, slot));
        Arrays.fill(chosen, 0, states, 0);
        System.arraycopy(value, 0, next, 0, states);
        int pack = article.transferPackUnits() / gcd(article.transferPackUnits(), grain) * grain;
        if (pack <= offer.mostUnits()) {
            double perUnit = offer.unitPrice() + terms.peakPrice[period];
            int high = (int) Math.min(room, offer.mostUnits()) / pack * (pack / grain);
            window(pack / grain, high, pack / grain, offer.fixed(), perUnit * grain, chosen);
        }
        double[] swap = value;
        value = next;
        next = swap;
    }

    /** States that only orders can reach and the limits have no room for. */
    private void cap(int period, int stock) {
        long peak = terms.mostPeakUnits[period];
        long ordered = terms.mostOrderedUnits[period];
        long highest = Math.min(Math.floorDiv(peak - stock, grain), Math.floorDiv(ordered, grain));
        for (long n = Math.max(0, highest) - lowest + 1; n < states; n++) {
            value[(int) n] = NEVER;
        }
    }

    /** What may be left at the period's end is capped by the shelf life; more is scrapped. */
    private void scrap(int period, int stock) {
        if (scrapping) {
            fall(stage(period, article.sources().size() + 1), stock, 1, article.scrapCost() * grain);
            int cap = index.mostKeptUnits(sku, warehouse, period);
            for (int n = states - 1; n >= 0 && stockAt(n, stock) > cap; n--) {
                value[n] = NEVER;
            }
        }
    }

    /** Stock may fall in strides, at a price for each state, to 0 at the least. */
    private void fall(int stage, int stock, int stride, double perState) {
        int[] chosen = choiceOf(stage);
        Arrays.fill(chosen, Math.max(0, states - stride), states, 0);
        double step = perState * stride;
        for (int n = states - 1 - stride; n >= 0; n--) {
            chosen[n] = 0;
            if (value[n + stride] + step < value[n] && stockAt(n, stock) >= 0) {
                value[n] = value[n + stride] + step;
                chosen[n] = chosen[n + stride] + stride;
            }
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
        int[] bought = new int[periods];
        int[][] sold = new int[terms.outflowPrice.length][periods];
        double cost = value[n] + constant;
        if (cost == NEVER) {
            return new Answer(NEVER, List.of(), List.of(), scraps, bought, sold, exact ? 0 : -mostGain());
        }
        List<OrderEntry> orders = new ArrayList<>();
        List<TransferEntry> accepted = new ArrayList<>();
        int sources = article.sources().size();
        for (int t = periods - 1; t >= 0; t--) {
            if (scrapping) {
                int scrapped = choice[stage(t, sources + 1)][n];
                scraps[t] = scrapped * grain;
                n += scrapped;
            }
            for (int l = terms.offers.size() - 1; l >= 0; l--) {
                LaneOffer offer = terms.offers.get(l)[t];
                if (offer != null && choice[offerStage(t, l)][n] > 0) {
                    int taken = choice[offerStage(t, l)][n];
                    accepted.add(new TransferEntry(offer.lane(), offer.departure(), taken * grain));
                    n -= taken;
                }
            }
            if (terms.inflowPrice[t] < NEVER) {
                int received = choice[stage(t, sources)][n];
                bought[t] = received * grain;
                n -= received;
            }
            for (int k = sources - 1; k >= 0; k--) {
                int ordered = choice[stage(t, k)][n];
                if (ordered > 0) {
                    orders.add(new OrderEntry(
                            k, t - article.sources().get(k).leadTimePeriods()[warehouse], ordered * grain));
                    n -= ordered;
                }
            }
            for (int way = terms.outflowPrice.length - 1; way >= 0; way--) {
                if (terms.outflowPrice[way][t] > -NEVER) {
                    int given = choice[stage(t, sources + 2 + way)][n];
                    sold[way][t] = given * grain;
                    n += given;
                }
            }
        }
        orders.sort(OrderEntry.ORDER);
        return new Answer(cost, orders, accepted, scraps, bought, sold, exact ? cost : -mostGain());
    }

    /** What selling, buying and ordering could earn at most, if all that could be there did: where states are merged. */
    private double mostGain() {
        double gain = 0;
        for (int t = 0; t < index.periods(); t++) {
            for (double[] way : terms.outflowPrice) {
                gain += Math.max(0, way[t]) * mostUnits;
            }
            gain += Math.max(0, -terms.inflowPrice[t]) * mostUnits;
            for (int k = 0; k < article.sources().size(); k++) {
                gain += mayOrder(k, t) ? mostGain(article.sources().get(k), k, t) : 0;
            }
        }
        return gain;
    }

    private double mostGain(Source source, int k, int period) {
        double perUnit = 0;
        for (double price : source.tierUnitPrice()) {
            double cost = price
                    - index.cheapestUnitPrice(sku)
                    + terms.paymentPrice[k][period] * price
                    + terms.unitExtra[k][period];
            perUnit = Math.max(perUnit, -cost);
        }
        return perUnit * Math.min(mostUnits, source.maxOrderQuantityUnits());
    }
}
