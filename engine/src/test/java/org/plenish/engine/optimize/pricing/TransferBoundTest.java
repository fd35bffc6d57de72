package org.plenish.engine.optimize.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.plenish.engine.optimize.ExactProblem;
import org.plenish.engine.optimize.FixedPoint;
import org.plenish.engine.optimize.Fixtures;
import org.plenish.engine.optimize.ItemPlan;
import org.plenish.engine.optimize.OrderEntry;
import org.plenish.engine.optimize.ReplenishmentProblem;
import org.plenish.engine.optimize.ReplenishmentProblem.Lane;
import org.plenish.engine.optimize.ReplenishmentProblem.ProblemSupplier;
import org.plenish.engine.optimize.ReplenishmentProblem.Sku;
import org.plenish.engine.optimize.ReplenishmentProblem.Source;
import org.plenish.engine.optimize.SharedUse;
import org.plenish.engine.optimize.TransferEntry;

/** Bounds of problems with transfers, held against the best of all plans. */
class TransferBoundTest {

    private static final int PERIODS = 3;
    private static final int HANDOVER_ROUNDS = 40;

    @Test
    void noPlanWithTransfersCostsLessUnderAnyPrices() {
        Random random = new Random(21);
        double tightestApart = 0;
        double tightestPooled = 0;
        for (int round = 0; round < 60; round++) {
            ExactProblem problem = problem(randomSku(random), List.of(lane(0, 1, random), lane(1, 0, random)));
            LimitPrices prices = randomPrices(problem, random);
            double best = enumerate(problem, prices);

            double apart = byHandovers(problem, prices) + prices.worth(problem);
            double pooled = byPools(problem, prices) + prices.worth(problem);

            assertThat(apart).as("round %d, by handover prices", round).isLessThanOrEqualTo(best + 1e-5);
            assertThat(pooled).as("round %d, by pools", round).isLessThanOrEqualTo(best + 1e-5);
            tightestApart = Math.max(tightestApart, apart / best);
            tightestPooled = Math.max(tightestPooled, pooled / best);
        }
        assertThat(tightestApart).isGreaterThan(0.8); // or the bounds say nothing
        assertThat(tightestPooled).isGreaterThan(0.8);
    }

    @Test
    void warehousesThatLanesConnectMustBuyTogetherWhatNoneOfThemHas() {
        // Demand 2 at both in period 0, nothing in stock, moving is free. Both groups cost 20, the line 10, both pay
        // half.
        Sku sku = Fixtures.sku(List.of(Fixtures.source(0, 2, 1)), new int[][] {{2}, {2}}, 0, 0, 0);
        ExactProblem problem = problem(sku, List.of(new Lane(0, 1, 0, 0, 0, 1, 0)));

        // Waiting for all 4 to the end costs 4 * (2 + 5) = 28, less than 10 + 20 + 4 * 1 for an order.
        assertThat(byPools(problem, LimitPrices.zero(problem))).isCloseTo(28, within(1e-9));
    }

    @Test
    void aSurplusIsHandedToWhereItIsNeeded() {
        // 10 at W0, 3 needed at W1 in each of 2 periods: moving is free, so only what is left at the end costs
        // something.
        Sku sku = Fixtures.withInitial(
                Fixtures.sku(List.of(Fixtures.source(1, 2, 2)), new int[][] {{0, 0}, {3, 3}}, 0, 0, 0), 10, 0);
        ExactProblem problem = problem(sku, List.of(new Lane(0, 1, 0, 0, 0, 1, 0)));

        // Holding 7 and 4 at 0.1, obsolescence 4 * 0.2.
        assertThat(byHandovers(problem, LimitPrices.zero(problem))).isCloseTo(1.9, within(0.02));
    }

    @Test
    void aWarehouseWithoutUsefulLanesStandsAloneWithoutRelaxation() {
        // The only lane leads to a warehouse that may not receive: the surplus of 5 stays and is written off.
        Sku sku = Fixtures.sku(List.of(), new int[][] {{0}, {0}}, 0, 5, 0);
        sku.transferableTo()[1] = false;
        ExactProblem problem = problem(sku, List.of(new Lane(0, 1, 0, 0, 0, 1, 0)));

        // 2 * 5 * (0.1 + 0.2)
        assertThat(byHandovers(problem, LimitPrices.zero(problem))).isCloseTo(3, within(1e-9));
        assertThat(byPools(problem, LimitPrices.zero(problem))).isCloseTo(3, within(1e-9));
    }

    private static double byHandovers(ExactProblem problem, LimitPrices prices) {
        Relaxation relaxation = new Relaxation(problem, InParallel.inPlace());
        Multipliers start = Multipliers.start(problem, relaxation.setups()).withLimits(prices);
        return relaxation.evaluate(start, HANDOVER_ROUNDS).dual();
    }

    private static double byPools(ExactProblem problem, LimitPrices prices) {
        Relaxation apart = Relaxation.withoutFlows(problem, InParallel.inPlace());
        Multipliers start = Multipliers.start(problem, apart.setups()).withLimits(prices);
        return new PooledBound(problem, apart, InParallel.inPlace()).at(start);
    }

    private static ExactProblem problem(Sku sku, List<Lane> lanes) {
        int periods = sku.demandUnits()[0].length;
        double[][] space = {Fixtures.filled(periods, 9), Fixtures.filled(periods, 9)};
        return new ExactProblem(new ReplenishmentProblem(
                periods,
                List.of("W0", "W1"),
                List.of(new ProblemSupplier("S", 20, 0, 1), new ProblemSupplier("T", 3, 0, 0)),
                lanes,
                List.of(sku),
                space,
                Fixtures.filled(periods + 1, 50),
                true));
    }

    /** Free, or at the rate of a unit and of trucks; at once or a period later. */
    private static Lane lane(int from, int to, Random random) {
        return random.nextBoolean()
                ? new Lane(from, to, random.nextInt(2), 0, 0, 1, 0)
                : new Lane(from, to, random.nextInt(2), 0.4 * random.nextDouble(), 0.2, 2, 0.5);
    }

    /** What expires may be scrapped at a finite cost: its shelf life forces it. */
    private static Sku randomSku(Random random) {
        int shelfLife = random.nextInt(4) == 0 ? 1 : 0;
        Source source = new Source(
                0,
                new boolean[] {true, random.nextInt(3) > 0},
                new int[] {random.nextInt(2), random.nextInt(2)},
                new boolean[] {true, random.nextBoolean(), false},
                2,
                2,
                4,
                new int[] {0, 4},
                random.nextBoolean() ? new double[] {4, 3} : new double[] {3, 3.2});
        Source other = new Source(
                1,
                new boolean[] {random.nextBoolean(), true},
                new int[] {0, 1},
                new boolean[] {false, true, false},
                3,
                3,
                3,
                new int[] {0},
                new double[] {3.5});
        return new Sku(
                "A",
                0.5,
                random.nextBoolean() ? List.of(source) : List.of(source, other),
                6 * random.nextDouble(),
                costs(random, 0.5),
                costs(random, 3),
                costs(random, 4),
                8 * random.nextDouble(),
                costs(random, 1),
                shelfLife == 0 && random.nextBoolean() ? Double.POSITIVE_INFINITY : random.nextDouble(),
                shelfLife,
                1,
                new boolean[] {random.nextInt(4) > 0, true},
                new int[][] {
                    random.ints(PERIODS, 0, 4).toArray(),
                    random.ints(PERIODS, 0, 4).toArray()
                },
                random.ints(2, 0, 3).toArray(),
                random.ints(2, -2, 6).toArray(),
                new int[][] {{0, random.nextInt(3), 0}, {0, 0, 0}});
    }

    private static double[] costs(Random random, double most) {
        return new double[] {most * random.nextDouble(), most * random.nextDouble()};
    }

    private static LimitPrices randomPrices(ExactProblem problem, Random random) {
        LimitPrices prices = LimitPrices.zero(problem);
        double scale = random.nextInt(3) == 0 ? 0 : 0.4;
        for (int t = 0; t < PERIODS; t++) {
            prices.space()[0][t] = scale * random.nextDouble();
            prices.space()[1][t] = scale * random.nextDouble();
            prices.cashLimit()[t] = scale * random.nextDouble() / 4;
        }
        return prices;
    }

    private static double enumerate(ExactProblem problem, LimitPrices prices) {
        double[] best = {Double.POSITIVE_INFINITY};
        List<List<TransferEntry>> transfers = transfers(problem);
        forEachOrders(problem, ItemPlan.empty(problem, 0), 0, ordered -> {
            for (List<TransferEntry> moved : transfers) {
                ItemPlan plan = ordered.withTransfers(problem, moved);
                if (plan.overdrawnUnits() == 0) {
                    best[0] = Math.min(best[0], priced(problem, plan, prices));
                }
            }
        });
        return best[0];
    }

    private static void forEachOrders(
            ExactProblem problem, ItemPlan plan, int slot, java.util.function.Consumer<ItemPlan> task) {
        int sources = problem.sku(0).sources().size();
        if (slot == sources * 2 * PERIODS) {
            task.accept(plan);
            return;
        }
        forEachOrders(problem, plan, slot + 1, task);
        int k = slot / (2 * PERIODS);
        int w = slot / PERIODS % 2;
        Source source = problem.sku(0).sources().get(k);
        if (problem.mayOrder(source, w, slot % PERIODS)) {
            for (int units = source.packUnits(); units <= source.maxOrderQuantityUnits(); units += source.packUnits()) {
                List<OrderEntry> orders = new ArrayList<>(plan.site(w).orders());
                orders.add(new OrderEntry(k, slot % PERIODS, units));
                forEachOrders(problem, plan.withOrders(problem, w, orders), slot + 1, task);
            }
        }
    }

    /** On the first lane 0..3 units in each period, on the second 0 or 2. */
    private static List<List<TransferEntry>> transfers(ExactProblem problem) {
        List<List<TransferEntry>> all = new ArrayList<>();
        all.add(List.of());
        for (int l = 0; l < problem.problem().lanes().size(); l++) {
            Lane lane = problem.lane(l);
            for (int t = 0;
                    t + lane.leadTimePeriods() < PERIODS && problem.sku(0).transferableTo()[lane.to()];
                    t++) {
                for (List<TransferEntry> some : List.copyOf(all)) {
                    for (int units = 1 + l; units <= 3 - l; units++) {
                        List<TransferEntry> more = new ArrayList<>(some);
                        more.add(new TransferEntry(l, t, units));
                        all.add(more);
                    }
                }
            }
        }
        return all;
    }

    /** What the plan costs with headers and trucks, and what it uses of the limits at their prices. */
    private static double priced(ExactProblem problem, ItemPlan plan, LimitPrices prices) {
        SharedUse use = SharedUse.of(problem, new ItemPlan[] {plan});
        double cost = FixedPoint.currency(use.costMicros());
        for (int t = 0; t < PERIODS; t++) {
            for (int w = 0; w < 2; w++) {
                cost += prices.space()[w][t] * FixedPoint.cubicMetres(use.spaceCubicMillimetres(w, t));
            }
        }
        for (int p = 0; p < problem.cashPeriods(); p++) {
            cost += prices.cashLimit()[p] * FixedPoint.currency(use.spentMicros(p));
        }
        return cost;
    }
}
