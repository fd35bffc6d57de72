package org.plenish.engine.optimize.solver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.plenish.engine.optimize.ExactProblem;
import org.plenish.engine.optimize.ItemPlan;
import org.plenish.engine.optimize.OrderEntry;
import org.plenish.engine.optimize.ReplenishmentProblem.Source;
import org.plenish.engine.optimize.SharedUse;
import org.plenish.engine.optimize.SyntheticProblem;
import org.plenish.engine.optimize.TransferEntry;
import org.plenish.engine.optimize.pricing.LimitPrices;

class TradeTest {

    private final ExactProblem problem = new ExactProblem(SyntheticProblem.of(40, 3, 12, true, 11));
    private final ItemPlan[] plans = IntStream.range(0, problem.skus())
            .mapToObj(sku -> ItemPlan.empty(problem, sku))
            .toArray(ItemPlan[]::new);

    @Test
    void theIncrementalScoreIsTheScoreFromScratchAfterThousandsOfMoves() {
        PlanScore score = new PlanScore();
        PlanSolution solution = new PlanSolution(new SearchSpace(problem, LimitPrices.zero(problem)), plans);
        score.resetWorkingSolution(solution);
        Trade trade = new Trade(solution.space(), plans, new Random(5));

        for (int move = 1; move <= 5_000; move++) {
            for (ItemPlan plan : trade.propose()) {
                ItemDecision decision = solution.getDecisions().get(plan.sku());
                score.beforeVariableChanged(decision, "plan");
                decision.setPlan(plan);
                score.afterVariableChanged(decision, "plan");
            }
            if (move % 50 == 0) {
                SharedUse scratch = SharedUse.of(problem, plans);
                assertThat(score.calculateScore().getHardScore()).isEqualTo(-scratch.excess());
                assertThat(score.calculateScore().getSoftScore()).isEqualTo(-scratch.costMicros());
            }
        }
    }

    @Test
    void everyMoveKeepsPacksMinimumsCalendarsAndTheHorizon() {
        PlanSolution solution = new PlanSolution(new SearchSpace(problem, LimitPrices.zero(problem)), plans);
        solution.space().recount(plans);
        Trade trade = new Trade(solution.space(), plans, new Random(6));

        for (int move = 0; move < 5_000; move++) {
            List<ItemPlan> proposed = trade.propose();
            for (ItemPlan plan : proposed) {
                solution.space().use().replace(plans[plan.sku()], plan);
                plans[plan.sku()] = plan;
                assertKeepsItsOwnRules(plan);
            }
        }
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
