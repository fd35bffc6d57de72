package org.plenish.engine.optimize.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.plenish.engine.optimize.ExactProblem;
import org.plenish.engine.optimize.Fixtures;
import org.plenish.engine.optimize.ItemPlan;
import org.plenish.engine.optimize.OrderEntry;
import org.plenish.engine.optimize.ReplenishmentProblem.Sku;
import org.plenish.engine.optimize.ReplenishmentProblem.Source;
import org.plenish.engine.optimize.TransferEntry;

class SiteLotSizingTest {

    private static final int PERIODS = 4;

    @Test
    void ordersOnceWhereALineCostsMoreThanHolding() {
        // Demand 2, 2, 2, 2: one line of 8 costs 10 and holds (6 + 4 + 2) * 0.1; a second line would cost 10 more.
        Sku sku = Fixtures.sku(List.of(Fixtures.source(0, 1, PERIODS)), new int[][] {{2, 2, 2, 2}}, 0, 0, 0);
        ExactProblem problem = problem(sku);
        SiteLotSizing.Answer answer = new SiteLotSizing(problem).solve(0, 0, freeTerms(sku));

        assertThat(answer.orders()).containsExactly(new OrderEntry(0, 0, 8));
        assertThat(answer.cost()).isCloseTo(11.2, within(1e-9)); // 10 + 12 * 0.1
    }

    @Test
    void staysWithinWhatTheRestOfThePlanLeavesOfSpaceAndMoney() {
        Sku sku = Fixtures.sku(List.of(Fixtures.source(0, 1, PERIODS)), new int[][] {{2, 2, 2, 2}}, 0, 0, 0);
        ExactProblem problem = problem(sku);
        SiteTerms space = freeTerms(sku);
        SiteTerms money = freeTerms(sku);
        for (int t = 0; t < PERIODS; t++) {
            space.mostPeakUnits(t, 4);
        }
        money.mostOrderedUnits(0, 2);
        money.mostOrderedUnits(1, 2);

        // Without limits one line of 8; with space for 4, two lines of 4 that hold 2 each for a period.
        assertThat(new SiteLotSizing(problem).solve(0, 0, space).orders())
                .containsExactly(new OrderEntry(0, 0, 4), new OrderEntry(0, 2, 4));
        // 2 units until period 1, the other 6 at the lower price; 2 wait for a period.
        assertThat(new SiteLotSizing(problem).solve(0, 0, money).orders())
                .allMatch(order -> order.period() >= 2 || order.units() <= 2)
                .isNotEmpty();
    }

    @Test
    void takesWhatOtherWarehousesOfferWhereItCostsLess() {
        Sku sku = Fixtures.sku(List.of(Fixtures.source(0, 1, PERIODS)), new int[][] {{2, 2, 2, 2}}, 0, 0, 0);
        SiteTerms terms = freeTerms(sku);
        SiteTerms.LaneOffer[] offers = new SiteTerms.LaneOffer[PERIODS];
        offers[0] = new SiteTerms.LaneOffer(5, 0, 8, 0.2, 1);
        terms.offer(offers);
        SiteLotSizing.Answer answer = new SiteLotSizing(problem(sku)).solve(0, 0, terms);

        assertThat(answer.accepted()).containsExactly(new TransferEntry(5, 0, 8));
        assertThat(answer.orders()).isEmpty();
        assertThat(answer.cost()).isCloseTo(3.8, within(1e-9)); // 8 * 0.2 + 1 + 12 * 0.1
    }

    @Test
    void findsTheBestOfAllPlansByEnumeration() {
        Random random = new Random(3);
        for (int round = 0; round < 60; round++) {
            Sku sku = randomSku(random, 0);
            ExactProblem problem = problem(sku);
            SiteTerms terms = randomTerms(random, sku);
            double best = enumerate(problem, terms);

            SiteLotSizing.Answer answer = new SiteLotSizing(problem).solve(0, 0, terms);

            assertThat(answer.cost()).isCloseTo(best, within(1e-5));
            assertThat(priced(problem, terms, answer.in(ItemPlan.empty(problem, 0), problem, 0)))
                    .isCloseTo(best, within(1e-5));
        }
    }

    @Test
    void withAShelfLifeItsPlanCostsWhatItSaysAndNoPlanThatScrapsOnlyWhenForcedIsCheaper() {
        Random random = new Random(4);
        for (int round = 0; round < 60; round++) {
            Sku sku = randomSku(random, 1 + random.nextInt(2));
            ExactProblem problem = problem(sku);
            SiteTerms terms = randomTerms(random, sku);

            SiteLotSizing.Answer answer = new SiteLotSizing(problem).solve(0, 0, terms);

            assertThat(answer.cost()).isLessThanOrEqualTo(enumerate(problem, terms) + 1e-5);
            assertThat(priced(problem, terms, answer.in(ItemPlan.empty(problem, 0), problem, 0)))
                    .isCloseTo(answer.cost(), within(1e-5));
        }
    }

    private static ExactProblem problem(Sku sku) {
        return new ExactProblem(
                Fixtures.problem(List.of(sku), 1, PERIODS, false, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY));
    }

    private static SiteTerms freeTerms(Sku sku) {
        SiteTerms terms = new SiteTerms(sku.sources().size(), PERIODS);
        terms.reset();
        return terms;
    }

    private static Sku randomSku(Random random, int shelfLife) {
        int[] demand = random.ints(PERIODS, 0, 6).toArray();
        Source first = Fixtures.source(0, 1, PERIODS);
        Source second = new Source(
                0,
                first.deliversTo(),
                new int[] {1},
                new boolean[] {true, false, true, true},
                3,
                3,
                6,
                new int[] {0},
                new double[] {3.5});
        return Fixtures.sku(
                random.nextBoolean() ? List.of(first) : List.of(first, second),
                new int[][] {demand},
                random.nextInt(4),
                random.nextInt(8) - 3,
                shelfLife);
    }

    private static SiteTerms randomTerms(Random random, Sku sku) {
        SiteTerms terms = freeTerms(sku);
        for (int t = 0; t < PERIODS; t++) {
            // Together below what scrapping costs, so that only the shelf life makes it scrap.
            terms.peakPrice(t, 0.3 * random.nextDouble());
            for (int k = 0; k < sku.sources().size(); k++) {
                terms.lineExtra(k, t, 5 * random.nextDouble());
                terms.paymentPrice(k, t, 0.2 * random.nextDouble());
                terms.leastUnits(k, t, random.nextInt(5));
            }
        }
        return terms;
    }

    private static double enumerate(ExactProblem problem, SiteTerms terms) {
        return enumerate(problem, terms, new ArrayList<>(), 0);
    }

    private static double enumerate(ExactProblem problem, SiteTerms terms, List<OrderEntry> orders, int slot) {
        Sku sku = problem.sku(0);
        if (slot == PERIODS * sku.sources().size()) {
            return priced(problem, terms, ItemPlan.empty(problem, 0).withOrders(problem, 0, orders));
        }
        double best = enumerate(problem, terms, orders, slot + 1);
        int k = slot / PERIODS;
        int t = slot % PERIODS;
        Source source = sku.sources().get(k);
        if (problem.mayOrder(source, 0, t)) {
            for (int units = source.packUnits(); units <= source.maxOrderQuantityUnits(); units += source.packUnits()) {
                if (units >= Math.max(source.minOrderQuantityUnits(), terms.leastUnits[k][t])) {
                    orders.add(new OrderEntry(k, t, units));
                    best = Math.min(best, enumerate(problem, terms, orders, slot + 1));
                    orders.remove(orders.size() - 1);
                }
            }
        }
        return best;
    }

    /** The plan's cost by simulation, and what the terms add. */
    private static double priced(ExactProblem problem, SiteTerms terms, ItemPlan plan) {
        double cost = plan.costMicros() / 1e6;
        for (int t = 0; t < PERIODS; t++) {
            cost += terms.peakPrice[t]
                    * plan.site(0).peakCubicMillimetres(t)
                    / (double) problem.unitCubicMillimetres(0);
        }
        for (OrderEntry order : plan.site(0).orders()) {
            Source source = problem.sku(0).sources().get(order.source());
            cost += terms.lineExtra[order.source()][order.period()]
                    + terms.paymentPrice[order.source()][order.period()]
                            * source.unitPriceAt(order.units())
                            * order.units();
        }
        return cost;
    }
}
