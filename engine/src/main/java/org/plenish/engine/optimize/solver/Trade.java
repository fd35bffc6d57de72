package org.plenish.engine.optimize.solver;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.plenish.engine.optimize.ExactProblem;
import org.plenish.engine.optimize.FixedPoint;
import org.plenish.engine.optimize.ItemPlan;
import org.plenish.engine.optimize.OrderEntry;
import org.plenish.engine.optimize.ReplenishmentProblem.Lane;
import org.plenish.engine.optimize.ReplenishmentProblem.Sku;
import org.plenish.engine.optimize.ReplenishmentProblem.Source;
import org.plenish.engine.optimize.TransferEntry;
import org.plenish.engine.optimize.pricing.Replanning;
import org.plenish.engine.optimize.pricing.SiteTerms;

/**
 * The moves of the trade. Each proposes plans that keep packs, minimum and maximum quantities, order calendars and the
 * horizon; whether they keep the shared limits is for the score to say.
 */
final class Trade {

    private static final int ATTEMPTS = 10;
    private static final int FEW_SKUS = 100;

    private final SearchSpace space;
    private final ExactProblem problem;
    private final ItemPlan[] plans;
    private final Random random;
    private final Replanning replanning;
    private final boolean lanes;

    /** @param plans the working plans, read at each proposal */
    Trade(SearchSpace space, ItemPlan[] plans, Random random) {
        this.space = space;
        this.problem = space.problem();
        this.plans = plans;
        this.random = random;
        this.replanning = new Replanning(problem);
        this.lanes = !problem.problem().lanes().isEmpty();
    }

    /** One move's plans, of different SKUs; empty if a few draws found nothing to change. */
    List<ItemPlan> propose() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            List<ItemPlan> drawn = draw();
            drawn.removeIf(plan ->
                    plan.costMicros() == plans[plan.sku()].costMicros() && sameDecisions(plan, plans[plan.sku()]));
            if (!drawn.isEmpty()) {
                return drawn;
            }
        }
        return List.of();
    }

    private boolean sameDecisions(ItemPlan a, ItemPlan b) {
        if (!a.transfers().equals(b.transfers())) {
            return false;
        }
        for (int w = 0; w < problem.warehouses(); w++) {
            if (!a.site(w).orders().equals(b.site(w).orders())) {
                return false;
            }
        }
        return true;
    }

    private List<ItemPlan> draw() {
        ItemPlan plan = plans[random.nextInt(plans.length)];
        int warehouse = random.nextInt(problem.warehouses());
        int kind = random.nextInt(100);
        if (lanes && kind < 30 && problem.sku(plan.sku()).transferable()) {
            return list(kind < 20 ? moveInstead(plan) : buyInstead(plan));
        }
        if (kind < (problem.skus() <= FEW_SKUS ? 3 : 1)) {
            // All of a supplier's SKUs plan again, which takes long where they are many.
            return rearrangeGroup(plan, warehouse);
        }
        if (kind < 58) {
            return list(planAgain(plan, warehouse));
        }
        List<OrderEntry> orders = plan.site(warehouse).orders();
        if (orders.isEmpty() || kind < 63) {
            return list(addLine(plan, warehouse));
        }
        OrderEntry order = orders.get(random.nextInt(orders.size()));
        if (kind < 70) {
            return list(splitLine(plan, warehouse, order));
        }
        if (kind < 77) {
            return list(changePacks(plan, warehouse, order));
        }
        if (kind < 88) {
            return list(shiftLine(plan, warehouse, order));
        }
        if (kind < 93) {
            return list(stepToPriceBreak(plan, warehouse, order));
        }
        return list(dropLine(plan, warehouse, order));
    }

    private static List<ItemPlan> list(ItemPlan plan) {
        List<ItemPlan> plans = new ArrayList<>(1);
        plans.add(plan);
        return plans;
    }

    /** Prices of the decomposition, space and cash each scaled by {@code e^u}, u in -1..1, headers by 0 to 1. */
    private Replanning.Prices drawPrices() {
        double spaceFactor = StrictMath.exp(2 * random.nextDouble() - 1);
        double cashFactor = StrictMath.exp(2 * random.nextDouble() - 1);
        double headerShare = random.nextBoolean() ? 1 : random.nextDouble();
        return Replanning.Prices.of(problem, space.prices().scaled(spaceFactor, cashFactor), headerShare);
    }

    /** The whole plan at the warehouse by lot sizing under drawn prices, sometimes without one of its lines. */
    private ItemPlan planAgain(ItemPlan plan, int warehouse) {
        SiteTerms terms = replanning.terms(space.use(), plan, warehouse, drawPrices());
        List<OrderEntry> orders = plan.site(warehouse).orders();
        if (!orders.isEmpty() && random.nextInt(3) == 0) {
            OrderEntry closed = orders.get(random.nextInt(orders.size()));
            terms.close(closed.source(), closed.period());
        }
        return replanning.solve(plan, warehouse, terms);
    }

    private ItemPlan addLine(ItemPlan plan, int warehouse) {
        Sku sku = problem.sku(plan.sku());
        if (sku.sources().isEmpty()) {
            return plan;
        }
        int k = random.nextInt(sku.sources().size());
        int period = random.nextInt(problem.periods());
        int units = openingUnits(sku.sources().get(k), warehouse, period);
        return units == 0 ? plan : withLine(plan, warehouse, new OrderEntry(k, period, units));
    }

    /** Part of the line at another time or from another source: cash may allow some of it earlier. */
    private ItemPlan splitLine(ItemPlan plan, int warehouse, OrderEntry order) {
        Sku sku = problem.sku(plan.sku());
        int k = random.nextInt(3) > 0
                ? order.source()
                : random.nextInt(sku.sources().size());
        int period = random.nextInt(problem.periods());
        int least = openingUnits(sku.sources().get(k), warehouse, period);
        if (least == 0 || least >= order.units() || (k == order.source() && period == order.period())) {
            return plan;
        }
        int pack = sku.sources().get(k).packUnits();
        int moved = least + random.nextInt((order.units() - least) / pack + 1) * pack;
        Source source = sku.sources().get(order.source());
        int left = Replanning.floorTo(order.units() - moved, source.packUnits());
        ItemPlan rest = dropLine(plan, warehouse, order);
        if (left >= leastUnits(source)) {
            rest = withLine(rest, warehouse, order.withUnits(left));
        }
        return withLine(rest, warehouse, new OrderEntry(k, period, moved));
    }

    /** The least line that may be placed then, enough for the supplier's minimum if it opens a group; 0 if none may. */
    private int openingUnits(Source source, int warehouse, int period) {
        if (!problem.mayOrder(source, warehouse, period)) {
            return 0;
        }
        int units = leastUnits(source);
        boolean opens = space.use().groupLines(problem.group(source.supplier(), warehouse, period)) == 0;
        double value = source.unitPriceAt(units) * source.packUnits();
        long missing = problem.minOrderMicros(source.supplier()) - problem.lineValueMicros(source, units);
        if (opens && missing > 0 && value > 0) {
            double packs = Math.ceil(FixedPoint.currency(missing) / value);
            units = (int) Math.min(Integer.MAX_VALUE / 2, units + packs * source.packUnits());
        }
        return units > source.maxOrderQuantityUnits() ? 0 : units;
    }

    /** Adds the line; to what is already ordered there. */
    private ItemPlan withLine(ItemPlan plan, int warehouse, OrderEntry line) {
        List<OrderEntry> orders = new ArrayList<>();
        int units = line.units();
        for (OrderEntry order : plan.site(warehouse).orders()) {
            if (order.source() == line.source() && order.period() == line.period()) {
                units += order.units();
            } else {
                orders.add(order);
            }
        }
        Source source = problem.sku(plan.sku()).sources().get(line.source());
        int most = Replanning.floorTo(source.maxOrderQuantityUnits(), source.packUnits());
        orders.add(line.withUnits(Math.min(units, most)));
        return plan.withOrders(problem, warehouse, orders);
    }

    private static int leastUnits(Source source) {
        int least = Math.max(1, source.minOrderQuantityUnits());
        return (least + source.packUnits() - 1) / source.packUnits() * source.packUnits();
    }

    private ItemPlan dropLine(ItemPlan plan, int warehouse, OrderEntry order) {
        List<OrderEntry> orders = new ArrayList<>(plan.site(warehouse).orders());
        orders.remove(order);
        return plan.withOrders(problem, warehouse, orders);
    }

    private ItemPlan changePacks(ItemPlan plan, int warehouse, OrderEntry order) {
        Source source = problem.sku(plan.sku()).sources().get(order.source());
        int packs = 1 + random.nextInt(3);
        int units = order.units() + (random.nextBoolean() ? packs : -packs) * source.packUnits();
        return units < leastUnits(source) || units > source.maxOrderQuantityUnits()
                ? plan
                : withLine(dropLine(plan, warehouse, order), warehouse, order.withUnits(units));
    }

    /** To the supplier's next or last order date; merges with a line that is already there. */
    private ItemPlan shiftLine(ItemPlan plan, int warehouse, OrderEntry order) {
        Source source = problem.sku(plan.sku()).sources().get(order.source());
        int step = random.nextBoolean() ? 1 : -1;
        int period = order.period() + step;
        while (period >= 0 && period < problem.periods() && !problem.mayOrder(source, warehouse, period)) {
            period += step;
        }
        return problem.mayOrder(source, warehouse, period)
                ? withLine(dropLine(plan, warehouse, order), warehouse, order.withPeriod(period))
                : plan;
    }

    private ItemPlan stepToPriceBreak(ItemPlan plan, int warehouse, OrderEntry order) {
        Source source = problem.sku(plan.sku()).sources().get(order.source());
        int tier = random.nextInt(source.tierFromUnits().length);
        int units = Math.max(
                leastUnits(source),
                (source.tierFromUnits()[tier] + source.packUnits() - 1) / source.packUnits() * source.packUnits());
        return units > source.maxOrderQuantityUnits()
                ? plan
                : withLine(dropLine(plan, warehouse, order), warehouse, order.withUnits(units));
    }

    /** A transfer more: one that seems to pay, or any that the sender's stock allows. */
    private ItemPlan moveInstead(ItemPlan plan) {
        TransferEntry transfer;
        List<TransferEntry> proposals = replanning.proposals(plan);
        if (!proposals.isEmpty() && random.nextInt(3) > 0) {
            transfer = proposals.get(random.nextInt(proposals.size()));
        } else {
            int l = random.nextInt(problem.problem().lanes().size());
            transfer = new TransferEntry(l, random.nextInt(problem.periods()), Integer.MAX_VALUE);
        }
        Lane lane = problem.lane(transfer.lane());
        if (transfer.period() + lane.leadTimePeriods() >= problem.periods()
                || !problem.sku(plan.sku()).transferableTo()[lane.to()]) {
            return plan;
        }
        int pack = problem.sku(plan.sku()).transferPackUnits();
        int there = plan.site(lane.from()).openingUnits(transfer.period())
                - plan.site(lane.from()).outflowUnits(transfer.period());
        int packs = Math.min(there, transfer.units()) / pack;
        if (packs <= 0) {
            return plan;
        }
        int moved = random.nextBoolean() ? packs : 1 + random.nextInt(packs);
        return replanning.withTransfer(
                space.use(), plan, new TransferEntry(transfer.lane(), transfer.period(), moved * pack), drawPrices());
    }

    /** A transfer less, in whole or in part. */
    private ItemPlan buyInstead(ItemPlan plan) {
        if (plan.transfers().isEmpty()) {
            return plan;
        }
        TransferEntry transfer =
                plan.transfers().get(random.nextInt(plan.transfers().size()));
        int pack = problem.sku(plan.sku()).transferPackUnits();
        int packs = transfer.units() / pack;
        int less = random.nextBoolean() ? packs : 1 + random.nextInt(packs);
        return replanning.withTransfer(
                space.use(), plan, new TransferEntry(transfer.lane(), transfer.period(), -less * pack), drawPrices());
    }

    /**
     * Opens an order group, drops it, or moves it to another period: all SKUs of a supplier at the warehouse plan
     * again, with one period's header free and its minimum lifted, or another closed.
     */
    private List<ItemPlan> rearrangeGroup(ItemPlan seed, int warehouse) {
        Sku sku = problem.sku(seed.sku());
        if (sku.sources().isEmpty()) {
            return new ArrayList<>(0);
        }
        Source chosen = sku.sources().get(random.nextInt(sku.sources().size()));
        int closed = random.nextInt(3) > 0 ? random.nextInt(problem.periods()) : -1;
        int opened = random.nextInt(3) > 0 ? random.nextInt(problem.periods()) : -1;
        boolean wasOpen =
                closed >= 0 && space.use().groupLines(problem.group(chosen.supplier(), warehouse, closed)) > 0;
        if (!wasOpen && opened < 0) {
            return new ArrayList<>(0);
        }
        // What a currency unit of order value is worth to bring the group to its minimum.
        double premium = random.nextBoolean() ? 0 : 0.3 * random.nextDouble();
        Replanning.Prices prices = Replanning.Prices.of(problem, space.prices(), 1);
        List<ItemPlan> changed = new ArrayList<>();
        for (int member : space.skusOfSupplier(chosen.supplier())) {
            SiteTerms terms = replanning.terms(space.use(), plans[member], warehouse, prices);
            List<Source> sources = problem.sku(member).sources();
            for (int k = 0; k < sources.size(); k++) {
                if (sources.get(k).supplier() == chosen.supplier()) {
                    if (opened >= 0) {
                        terms.lineExtra(k, opened, 0);
                        terms.leastUnits(k, opened, 0);
                        terms.paymentPrice(
                                k, opened, prices.payments()[problem.paymentPeriod(sources.get(k), opened)] - premium);
                    }
                    if (wasOpen && closed != opened) {
                        terms.close(k, closed);
                    }
                }
            }
            changed.add(replanning.solve(plans[member], warehouse, terms));
        }
        return changed;
    }
}
