package org.plenish.engine.optimize.pricing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.plenish.engine.optimize.ExactProblem;
import org.plenish.engine.optimize.FixedPoint;
import org.plenish.engine.optimize.ItemPlan;
import org.plenish.engine.optimize.OrderEntry;
import org.plenish.engine.optimize.ReplenishmentProblem.Source;
import org.plenish.engine.optimize.SharedUse;
import org.plenish.engine.optimize.SitePlan;
import org.plenish.engine.optimize.TransferEntry;

/** Mends a nearly right plan where it is broken, with as few changes as it takes, and improves it in places. */
public final class PlanRepair {

    private static final int ROUNDS = 12;
    /** Rounds without success: what is then over a limit, such as opening stock, cannot be helped by prices. */
    private static final int PATIENCE = 3;
    /** SKUs asked in a round what giving way would cost them: those who use most of what is short. */
    private static final int MOST_ASKED = 500;
    /** In improving, every so many turns one moves stock, or moves it no more. */
    private static final int TURNS_OF_A_TRANSFER = 3;
    /** A broken limit's first extra price: a whole limit then costs this share of the plan. */
    private static final double FIRST_RAISE_SHARE = 0.02;

    private static final double RAISE_FACTOR = 2;

    private final ExactProblem problem;
    private final LimitPrices prices;
    private final ItemPlan[] plans;
    private final SharedUse use;
    private final Replanning replanning;

    public PlanRepair(ExactProblem problem, LimitPrices prices, ItemPlan[] plans) {
        this.problem = problem;
        this.prices = prices;
        this.plans = plans.clone();
        this.use = SharedUse.of(problem, this.plans);
        this.replanning = new Replanning(problem);
    }

    public ItemPlan[] plans() {
        return plans.clone();
    }

    /** Nearer to the limits, or as near and cheaper. */
    public boolean isBetterThan(PlanRepair other) {
        return use.excess() < other.use.excess()
                || (use.excess() == other.use.excess() && use.costMicros() < other.use.costMicros());
    }

    /** See {@link SharedUse#excess}. */
    public long excess() {
        return use.excess();
    }

    /**
     * Plans those SKUs again given the rest, with the transfers that may pay.
     *
     * @param withinLimits false: they take what is worth its price to them, and others have to give way
     */
    public void replan(int[] skus, boolean withinLimits) {
        Replanning.Prices full = Replanning.Prices.of(problem, prices, 1);
        for (int sku : skus) {
            for (int w = 0; w < problem.warehouses(); w++) {
                ItemPlan planned = replanning.site(use, plans[sku], w, full);
                if (withinLimits) {
                    replaceIfBetter(planned);
                } else {
                    use.replace(plans[sku], planned);
                    plans[sku] = planned;
                }
            }
            for (TransferEntry proposal : replanning.proposals(plans[sku])) {
                // An earlier proposal may have taken the stock.
                if (replanning.proposals(plans[sku]).contains(proposal)) {
                    replaceIfBetter(replanning.withTransfer(use, plans[sku], proposal, full));
                }
            }
        }
    }

    /** An SKU's plan that uses less of what is short, and what each thousandth of it costs. */
    private record Offer(ItemPlan plan, double lossForEach) {}

    /** Those who use what is short plan again at rising prices of it; the cheapest offers are taken until it suffices. */
    public void withinLimits(InParallel parallel) {
        double raise = FIRST_RAISE_SHARE * Math.max(1, FixedPoint.currency(use.costMicros()));
        int failures = 0;
        for (int round = 0; round < ROUNDS && failures < PATIENCE && use.excess() > 0; round++) {
            long before = use.excess();
            Replanning.Prices raised = Replanning.Prices.of(problem, prices.raised(problem, use, raise), 1);
            List<Integer> asked = usersOfWhatIsShort();
            ItemPlan[] answers = new ItemPlan[asked.size()];
            parallel.forEach(asked.size(), () -> new Replanning(problem), (own, i) -> {
                ItemPlan plan = plans[asked.get(i)];
                for (int w = 0; w < problem.warehouses(); w++) {
                    plan = own.site(use, plan, w, raised);
                }
                answers[i] = plan;
            });
            List<Offer> offers = new ArrayList<>();
            for (ItemPlan answer : answers) {
                addOffer(offers, answer);
            }
            offers.sort(Comparator.comparingDouble(Offer::lossForEach));
            for (Offer offer : offers) {
                if (use.excess() > 0) {
                    replaceIfBetter(offer.plan());
                }
            }
            failures = use.excess() < before ? 0 : failures + 1;
            raise *= RAISE_FACTOR;
        }
    }

    private void addOffer(List<Offer> offers, ItemPlan answer) {
        ItemPlan old = plans[answer.sku()];
        long excess = use.excess();
        long cost = use.costMicros();
        use.replace(old, answer);
        long freed = excess - use.excess();
        long loss = use.costMicros() - cost;
        use.replace(answer, old);
        if (freed > 0) {
            offers.add(new Offer(answer, (double) loss / freed));
        }
    }

    private record User(int sku, double share) {}

    private List<Integer> usersOfWhatIsShort() {
        boolean[][] shortSpace = new boolean[problem.zones()][problem.periods()];
        for (int zone = 0; zone < shortSpace.length; zone++) {
            for (int t = 0; t < problem.periods(); t++) {
                shortSpace[zone][t] = use.spaceCubicMillimetres(zone, t) > problem.spaceCubicMillimetres(zone, t);
            }
        }
        int shortOfCash = -1;
        for (int p = 0; p < problem.cashPeriods(); p++) {
            shortOfCash = use.spentMicros(p) > problem.cashMicros(p) ? p : shortOfCash;
        }
        List<User> users = new ArrayList<>();
        for (ItemPlan plan : plans) {
            double share = 0;
            for (int w = 0; w < problem.warehouses(); w++) {
                share += share(plan, w, shortSpace, shortOfCash);
            }
            if (share > 0) {
                users.add(new User(plan.sku(), share));
            }
        }
        users.sort(Comparator.comparingDouble(User::share).reversed().thenComparingInt(User::sku));
        return users.stream().limit(MOST_ASKED).map(User::sku).toList();
    }

    /** Of the limits that are broken, by what the SKU has ordered for the warehouse. */
    private double share(ItemPlan plan, int warehouse, boolean[][] shortSpace, int shortOfCash) {
        SitePlan site = plan.site(warehouse);
        double share = plan.overdrawnUnits();
        for (OrderEntry order : site.orders()) {
            Source source = problem.sku(plan.sku()).sources().get(order.source());
            int group = problem.group(source.supplier(), warehouse, order.period());
            boolean belowMinimum = use.groupValueMicros(group) < problem.minOrderMicros(source.supplier());
            if (problem.paymentPeriod(source, order.period()) <= shortOfCash || belowMinimum) {
                share += (double) problem.lineValueMicros(source, order.units())
                        / Math.max(1, use.spentMicros(Math.max(0, shortOfCash)));
            }
        }
        if (!site.orders().isEmpty() || !plan.transfers().isEmpty()) {
            for (int zone : problem.zonesOf(plan.sku(), warehouse)) {
                for (int t = 0; t < problem.periods(); t++) {
                    share += shortSpace[zone][t]
                            ? (double) site.peakCubicMillimetres(t) / Math.max(1, use.spaceCubicMillimetres(zone, t))
                            : 0;
                }
            }
        }
        return share;
    }

    /**
     * Plans those SKUs again and again, at a warehouse or with a transfer more or less, at prices drawn around the given
     * ones, and keeps what is better.
     *
     * @param moves at most so many times
     * @return how many times
     */
    public long improve(List<Integer> skus, long moves, BooleanSupplier enough, long seed) {
        Random random = new Random(seed);
        long tried = 0;
        while (tried < moves && !skus.isEmpty() && !enough.getAsBoolean()) {
            ItemPlan plan = plans[skus.get(random.nextInt(skus.size()))];
            double spaceFactor = StrictMath.exp(2 * random.nextDouble() - 1);
            double cashFactor = StrictMath.exp(2 * random.nextDouble() - 1);
            double headerShare = random.nextBoolean() ? 1 : random.nextDouble();
            Replanning.Prices drawn =
                    Replanning.Prices.of(problem, prices.scaled(spaceFactor, cashFactor), headerShare);
            List<TransferEntry> changes = random.nextInt(TURNS_OF_A_TRANSFER) == 0 ? transferChanges(plan) : List.of();
            replaceIfBetter(
                    changes.isEmpty()
                            ? replanning.site(use, plan, random.nextInt(problem.warehouses()), drawn)
                            : replanning.withTransfer(use, plan, changes.get(random.nextInt(changes.size())), drawn));
            tried++;
        }
        return tried;
    }

    /** Transfers that may pay, and those that are planned as less than nothing. */
    private List<TransferEntry> transferChanges(ItemPlan plan) {
        List<TransferEntry> changes = new ArrayList<>(replanning.proposals(plan));
        for (TransferEntry transfer : plan.transfers()) {
            changes.add(new TransferEntry(transfer.lane(), transfer.period(), -transfer.units()));
        }
        return changes;
    }

    /** Less over the limits, or as much and cheaper. */
    private void replaceIfBetter(ItemPlan candidate) {
        ItemPlan old = plans[candidate.sku()];
        long excess = use.excess();
        long cost = use.costMicros();
        use.replace(old, candidate);
        if (use.excess() < excess || (use.excess() == excess && use.costMicros() < cost)) {
            plans[candidate.sku()] = candidate;
        } else {
            use.replace(candidate, old);
        }
    }
}
