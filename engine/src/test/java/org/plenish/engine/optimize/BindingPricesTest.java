package org.plenish.engine.optimize;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.plenish.engine.optimize.ReplenishmentProblem.Sku;
import org.plenish.engine.optimize.pricing.LimitPrices;

/** The fixture's article orders 2 units or more: 1 m³ and 8 of the currency, 15 with its supplier's minimum. */
class BindingPricesTest {

    private static final double UNLIMITED = Double.POSITIVE_INFINITY;

    private static ExactProblem problem(double spaceM3, double cash) {
        Sku sku = Fixtures.sku(List.of(Fixtures.source(0, 1, 2)), new int[][] {{0, 0}}, 0, 0, 0);
        return new ExactProblem(Fixtures.problem(List.of(sku), 1, 2, false, spaceM3, cash));
    }

    private static SharedUse useOf(ExactProblem problem, int period, int units) {
        ItemPlan plan = ItemPlan.empty(problem, 0).withOrders(problem, 0, List.of(new OrderEntry(0, period, units)));
        return SharedUse.of(problem, new ItemPlan[] {plan});
    }

    private static LimitPrices prices(ExactProblem problem) {
        LimitPrices prices = LimitPrices.zero(problem);
        prices.space()[0][0] = 7;
        prices.space()[0][1] = 8;
        for (int p = 0; p < problem.cashPeriods(); p++) {
            prices.cashLimit()[p] = 1 + p;
        }
        return prices;
    }

    @Test
    void spaceHasAPriceOnlyWhereItIsUsedUp() {
        ExactProblem problem = problem(5, UNLIMITED);
        SharedUse use = useOf(problem, 1, 10);

        assertThat(BindingPrices.space(problem, use, prices(problem))[0])
                .containsExactly(0, 8); // nothing in period 0; 10 * 0.5 = 5 m³ in period 1
    }

    @Test
    void aLimitWithMoreLeftThanTwoPercentHasNoPriceHoweverBulkyTheArticles() {
        ExactProblem problem = problem(5.5, UNLIMITED);
        SharedUse use = useOf(problem, 0, 10);

        // 0.5 m³ is left: less than the 1 m³ of a line, but 9 % of the limit.
        assertThat(BindingPrices.space(problem, use, prices(problem))[0]).containsExactly(0, 0);
    }

    @Test
    void aLimitWithLessLeftThanAnOrderAndTwoPercentHasItsPrice() {
        ExactProblem problem = problem(5.05, UNLIMITED);
        SharedUse use = useOf(problem, 0, 10);

        // 0.05 m³ is left, 1 %; without demand the stock stays in period 1.
        assertThat(BindingPrices.space(problem, use, prices(problem))[0]).containsExactly(7, 8);
    }

    @Test
    void cashThatCarriesForwardHasPricesUpToTheLastLimitThatIsReached() {
        ExactProblem problem = problem(UNLIMITED, 15);
        SharedUse use = useOf(problem, 0, 10);

        // 30 are paid in period 1, when 2 * 15 are there; 15 more come in period 2 and are left.
        assertThat(BindingPrices.cash(problem, use, prices(problem))).containsExactly(2, 2, 0);
    }

    @Test
    void limitsThatAreNotGivenHaveNoPrice() {
        ExactProblem problem = problem(UNLIMITED, UNLIMITED);
        SharedUse use = useOf(problem, 0, 10);

        assertThat(BindingPrices.space(problem, use, prices(problem))[0]).containsOnly(0);
        assertThat(BindingPrices.cash(problem, use, prices(problem))).containsOnly(0);
    }
}
