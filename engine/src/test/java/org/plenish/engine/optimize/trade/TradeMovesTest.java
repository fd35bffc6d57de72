package org.plenish.engine.optimize.trade;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plenish.engine.optimize.ExactProblem;
import org.plenish.engine.optimize.ItemPlan;
import org.plenish.engine.optimize.OrderEntry;
import org.plenish.engine.optimize.ReplenishmentProblem.Source;
import org.plenish.engine.optimize.SharedUse;
import org.plenish.engine.optimize.SyntheticProblem;
import org.plenish.engine.optimize.TransferEntry;
import org.plenish.engine.optimize.pricing.LimitPrices;

class TradeMovesTest {

    private final ExactProblem problem = new ExactProblem(SyntheticProblem.of(40, 3, 12, true, 11));
    private final ItemPlan[] plans = IntStream.range(0, problem.skus())
            .mapToObj(sku -> ItemPlan.empty(problem, sku))
            .toArray(ItemPlan[]::new);
    private final SharedUse use = SharedUse.of(problem, plans);
    private final Members members =
            new Members(problem, IntStream.range(0, problem.skus()).boxed().toList());

    private PlanAtHand hand(long seed) {
        return new PlanAtHand(members, sku -> plans[sku], use, LimitPrices.zero(problem), new Random(seed));
    }

    private void take(List<ItemPlan> proposed) {
        for (ItemPlan plan : proposed) {
            use.replace(plans[plan.sku()], plan);
            plans[plan.sku()] = plan;
        }
    }

    static List<TradeMove> moves() {
        return new TradeMoves(new ExactProblem(SyntheticProblem.of(40, 3, 12, true, 11))).all();
    }

    /** After a start of some hundred moves of any kind there is something to do for each. */
    @ParameterizedTest
    @MethodSource("moves")
    void everyMoveProposesChangesThatKeepTheItemsOwnRulesAndLeavesTheUseAsItWas(TradeMove move) {
        PlanAtHand hand = hand(3);
        for (int start = 0; start < 500; start++) {
            take(hand.propose());
        }
        int proposals = 0;
        for (int round = 0; round < 2_000; round++) {
            long cost = use.costMicros();
            long excess = use.excess();
            List<ItemPlan> proposed = hand.propose(move);
            assertThat(use.costMicros()).isEqualTo(cost);
            assertThat(use.excess()).isEqualTo(excess);
            assertThat(proposed.stream().map(ItemPlan::sku).distinct()).hasSameSizeAs(proposed);
            proposed.forEach(this::assertKeepsItsOwnRules);
            proposals += proposed.size();
        }
        assertThat(proposals).as(move.getClass().getSimpleName()).isPositive();
    }

    @Test
    void aLongWalkOverAllMovesKeepsTheUseExact() {
        PlanAtHand hand = hand(7);
        for (int move = 0; move < 5_000; move++) {
            List<ItemPlan> proposed = hand.propose();
            proposed.forEach(this::assertKeepsItsOwnRules);
            take(proposed);
        }
        SharedUse scratch = SharedUse.of(problem, plans);
        assertThat(use.costMicros()).isEqualTo(scratch.costMicros());
        assertThat(use.excess()).isEqualTo(scratch.excess());
    }

    private void assertKeepsItsOwnRules(ItemPlan plan) {
        for (int w = 0; w < problem.warehouses(); w++) {
            List<OrderEntry> orders = plan.site(w).orders();
            assertThat(orders).isSortedAccordingTo(OrderEntry.ORDER);
            for (OrderEntry order : orders) {
                Source source = problem.sku(plan.sku()).sources().get(order.source());
                assertThat(order.units() % source.packUnits()).isZero();
                assertThat(order.units()).isBetween(source.minOrderQuantityUnits(), source.maxOrderQuantityUnits());
                assertThat(problem.mayOrder(source, w, order.period())).isTrue();
            }
            assertThat(orders.stream().map(o -> o.source() + "/" + o.period()).distinct())
                    .hasSameSizeAs(orders);
        }
        for (TransferEntry transfer : plan.transfers()) {
            assertThat(transfer.units()).isPositive();
            assertThat(transfer.units() % problem.sku(plan.sku()).transferPackUnits())
                    .isZero();
            assertThat(transfer.period() + problem.lane(transfer.lane()).leadTimePeriods())
                    .isLessThan(problem.periods());
            assertThat(problem.sku(plan.sku())
                            .transferableTo()[problem.lane(transfer.lane()).to()])
                    .isTrue();
        }
    }
}
