package org.plenish.engine.optimize.trade;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.optimize.ExactProblem;
import org.plenish.engine.optimize.ItemPlan;
import org.plenish.engine.optimize.OrderEntry;
import org.plenish.engine.optimize.ReplenishmentProblem.Source;
import org.plenish.engine.optimize.SharedUse;
import org.plenish.engine.optimize.pricing.LimitPrices;
import org.plenish.engine.optimize.pricing.Replanning;
import org.plenish.engine.optimize.pricing.SiteTerms;

/**
 * The plan as a move sees and changes it: the SKUs that may change, and what all SKUs use together. A move's changes
 * are seen by its own later steps and taken back before the next move; the solver decides whether they come to stay.
 */
public final class PlanAtHand {

    private static final int ATTEMPTS = 10;

    private final ExactProblem problem;
    private final Random random;
    private final Members members;
    private final IntFunction<ItemPlan> plans;
    private final SharedUse use;
    private final LimitPrices prices;
    private final Replanning replanning;
    private final TradeMoves moves;
    private final Map<Integer, ItemPlan> changed = new LinkedHashMap<>();
    private final Map<Integer, ItemPlan> counted = new LinkedHashMap<>();

    /**
     * @param plans the working plan of a member, by SKU; read at each proposal
     * @param use of the working plans of all SKUs; changed and restored
     * @param prices of the limits
     */
    public PlanAtHand(Members members, IntFunction<ItemPlan> plans, SharedUse use, LimitPrices prices, Random random) {
        this.problem = use.index();
        this.members = members;
        this.plans = plans;
        this.use = use;
        this.prices = prices;
        this.random = random;
        this.replanning = new Replanning(problem);
        this.moves = new TradeMoves(problem);
    }

    /** One move's plans, of different SKUs; empty if a few draws found nothing to change. */
    public List<ItemPlan> propose() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            List<ItemPlan> proposed = propose(moves.draw(random));
            if (!proposed.isEmpty()) {
                return proposed;
            }
        }
        return List.of();
    }

    List<ItemPlan> propose(TradeMove move) {
        move.make(this);
        List<ItemPlan> proposed = new ArrayList<>(changed.size());
        for (ItemPlan plan : changed.values()) {
            if (!plan.sameDecisions(plans.apply(plan.sku()))) {
                proposed.add(plan);
            }
        }
        for (ItemPlan plan : counted.values()) {
            use.replace(plan, plans.apply(plan.sku()));
        }
        counted.clear();
        changed.clear();
        return proposed;
    }

    ExactProblem problem() {
        return problem;
    }

    Random random() {
        return random;
    }

    Replanning replanning() {
        return replanning;
    }

    LimitPrices prices() {
        return prices;
    }

    /** What all SKUs use together, this move's changes included. */
    SharedUse use() {
        for (ItemPlan plan : changed.values()) {
            ItemPlan before = counted.getOrDefault(plan.sku(), plans.apply(plan.sku()));
            if (before != plan) {
                use.replace(before, plan);
                counted.put(plan.sku(), plan);
            }
        }
        return use;
    }

    ItemPlan plan(int sku) {
        ItemPlan own = changed.get(sku);
        return own == null ? plans.apply(sku) : own;
    }

    void put(ItemPlan plan) {
        changed.put(plan.sku(), plan);
    }

    ItemPlan anyPlan() {
        return plan(members.any(random));
    }

    int anyWarehouse() {
        return random.nextInt(problem.warehouses());
    }

    /** Those of a supplier's SKUs that may change, in drawn order. */
    List<Integer> membersOfSupplier(int supplier) {
        return members.shuffled(members.ofSupplier(supplier), random);
    }

    List<Integer> members() {
        return members.shuffled(members.skus(), random);
    }

    /** An order line of the plan at hand. */
    record Line(ItemPlan plan, int warehouse, OrderEntry order) {}

    /** Any order line; null if a few draws found none. */
    @Nullable
    Line anyLine() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            ItemPlan plan = anyPlan();
            int warehouse = anyWarehouse();
            List<OrderEntry> orders = plan.site(warehouse).orders();
            if (!orders.isEmpty()) {
                return new Line(plan, warehouse, orders.get(random.nextInt(orders.size())));
            }
        }
        return null;
    }

    /** Any transfer's plan; null if a few draws found none. */
    @Nullable
    ItemPlan anyPlanWithTransfers() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            ItemPlan plan = anyPlan();
            if (!plan.transfers().isEmpty()) {
                return plan;
            }
        }
        return null;
    }

    <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /**
     * Prices of the decomposition, space and cash each scaled by {@code e^u}, u in -1..1, or none at all where the
     * plan is held to what is free; headers by 0 to 1.
     */
    Replanning.Prices drawPrices() {
        boolean capped = random.nextInt(4) > 0;
        boolean free = capped && random.nextInt(3) == 0;
        double spaceFactor = free ? 0 : StrictMath.exp(2 * random.nextDouble() - 1);
        double cashFactor = free ? 0 : StrictMath.exp(2 * random.nextDouble() - 1);
        double headerShare = random.nextBoolean() ? 1 : random.nextDouble();
        return Replanning.Prices.of(problem, prices.scaled(spaceFactor, cashFactor), headerShare)
                .capped(capped);
    }

    /** Plans the SKU's orders at a warehouse again. */
    void planAgain(int sku, int warehouse, Replanning.Prices drawn) {
        put(replanning.site(use(), plan(sku), warehouse, drawn));
    }

    SiteTerms terms(int sku, int warehouse, Replanning.Prices drawn) {
        return replanning.terms(use(), plan(sku), warehouse, drawn);
    }

    void planOn(SiteTerms terms, int sku, int warehouse) {
        put(replanning.solve(plan(sku), warehouse, terms));
    }

    /** Whether the sources are one supplier's. */
    boolean isOf(int sku, OrderEntry order, int supplier) {
        return source(sku, order).supplier() == supplier;
    }

    Source source(int sku, OrderEntry order) {
        return problem.sku(sku).sources().get(order.source());
    }

    int group(Line line) {
        return problem.group(
                source(line.plan().sku(), line.order()).supplier(),
                line.warehouse(),
                line.order().period());
    }
}
