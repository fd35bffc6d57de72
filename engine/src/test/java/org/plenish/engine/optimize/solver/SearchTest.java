package org.plenish.engine.optimize.solver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.optaplanner.core.config.solver.EnvironmentMode;
import org.plenish.engine.optimize.ExactProblem;
import org.plenish.engine.optimize.ItemPlan;
import org.plenish.engine.optimize.ReplenishmentProblem;
import org.plenish.engine.optimize.ReplenishmentProblem.ProblemSupplier;
import org.plenish.engine.optimize.SharedUse;
import org.plenish.engine.optimize.SyntheticProblem;
import org.plenish.engine.optimize.pricing.LimitPrices;
import org.plenish.engine.optimize.trade.Members;

class SearchTest {

    private static ItemPlan[] empty(ExactProblem problem) {
        return IntStream.range(0, problem.skus())
                .mapToObj(sku -> ItemPlan.empty(problem, sku))
                .toArray(ItemPlan[]::new);
    }

    private static ReplenishmentProblem withMinimum(ReplenishmentProblem given, double minOrderValue) {
        List<ProblemSupplier> suppliers = given.suppliers().stream()
                .map(supplier -> new ProblemSupplier(
                        supplier.id(), supplier.headerCost(), minOrderValue, supplier.payOffsetPeriods()))
                .toList();
        return new ReplenishmentProblem(
                given.periods(),
                given.warehouses(),
                suppliers,
                given.lanes(),
                given.skus(),
                given.spaceM3(),
                given.cash(),
                true);
    }

    /** The solver itself compares every score with one from scratch and throws where they differ. */
    @ParameterizedTest
    @CsvSource({"false, 0", "true, 0", "true, 250"})
    void theIncrementalScoreIsTheScoreFromScratch(boolean lanes, double minOrderValue) {
        ExactProblem problem = new ExactProblem(withMinimum(SyntheticProblem.of(20, 3, 10, lanes, 3), minOrderValue));
        ItemPlan[] plans = empty(problem);
        SharedUse use = SharedUse.of(problem, plans);
        Members half = new Members(problem, IntStream.range(5, 15).boxed().toList());

        Search.Outcome outcome = new Search(half, 4, 5_000_000)
                .run(
                        sku -> plans[sku],
                        use,
                        0.5,
                        LimitPrices.zero(problem),
                        new Search.Budget(1_500L, null),
                        EnvironmentMode.FULL_ASSERT);

        assertThat(outcome.plans()).hasSize(10);
        assertThat(outcome.scoreCalculations()).isGreaterThanOrEqualTo(1_500);
    }

    @Test
    void searchesSideBySideKeepTheLimitsTogether() {
        ExactProblem problem = new ExactProblem(SyntheticProblem.of(40, 2, 10, false, 5));
        ItemPlan[] plans = empty(problem);
        SharedUse use = SharedUse.of(problem, plans);
        long opening = use.excess();
        for (int part = 0; part < 4; part++) {
            List<Integer> skus =
                    IntStream.range(10 * part, 10 * part + 10).boxed().toList();
            ItemPlan[] found = new Search(new Members(problem, skus), part, 1)
                    .run(
                            sku -> ItemPlan.empty(problem, sku),
                            SharedUse.of(problem, empty(problem)),
                            0.25,
                            LimitPrices.zero(problem),
                            new Search.Budget(2_000L, null),
                            EnvironmentMode.REPRODUCIBLE)
                    .plans();
            for (ItemPlan plan : found) {
                use.replace(plans[plan.sku()], plan);
                plans[plan.sku()] = plan;
            }
        }

        assertThat(use.excess()).isLessThanOrEqualTo(opening);
        assertThat(use.costMicros())
                .isLessThan(SharedUse.of(problem, empty(problem)).costMicros());
    }
}
