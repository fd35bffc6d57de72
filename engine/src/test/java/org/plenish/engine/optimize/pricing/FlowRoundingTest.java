package org.plenish.engine.optimize.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.plenish.engine.optimize.ExactProblem;
import org.plenish.engine.optimize.Fixtures;
import org.plenish.engine.optimize.ItemPlan;
import org.plenish.engine.optimize.ReplenishmentProblem.Sku;
import org.plenish.engine.optimize.TransferEntry;

class FlowRoundingTest {

    private static final double UNLIMITED = Double.POSITIVE_INFINITY;

    private static Pricing.Outcome priced(int[][] demand) {
        Sku sku = Fixtures.sku(List.of(Fixtures.source(0, 2, 4)), demand, 0, 6, 0);
        ExactProblem problem = new ExactProblem(Fixtures.problem(List.of(sku), 2, 4, true, UNLIMITED, UNLIMITED));
        try (InParallel parallel = new InParallel(1)) {
            return new Pricing(problem, parallel).run(5, () -> false);
        }
    }

    @Test
    void movesWhatIsSpareInsteadOfBuying() {
        Pricing.Outcome outcome = priced(new int[][] {{0, 0, 0, 0}, {4, 2, 2, 2}});

        // 4 of 10 are lacking: a line costs 10 and its header 20; to move 4 costs 2 and, of a truck of 7 for 4 units,
        // 7.
        ItemPlan plan = outcome.plans()[0];
        assertThat(plan.transfers().stream().mapToInt(TransferEntry::units).sum())
                .isEqualTo(4);
        assertThat(plan.site(1).orders()).isEmpty();
        assertThat(plan.overdrawnUnits()).isZero();
        assertThat(outcome.withoutTransfers()[0].transfers()).isEmpty();
    }

    @Test
    void movesNothingThatTheSenderNeeds() {
        Pricing.Outcome outcome = priced(new int[][] {{6, 0, 0, 0}, {4, 2, 0, 0}});

        // Each has the 6 it needs.
        assertThat(outcome.plans()[0].transfers()).isEmpty();
    }
}
