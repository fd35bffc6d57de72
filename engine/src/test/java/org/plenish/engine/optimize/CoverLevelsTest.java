package org.plenish.engine.optimize;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.plenish.engine.optimize.OrderLevels.Level;
import org.plenish.engine.optimize.OrderLevels.Review;
import org.plenish.engine.optimize.ReplenishmentProblem.Sku;

class CoverLevelsTest {

    private static final double UNLIMITED = Double.POSITIVE_INFINITY;

    private static ExactProblem problem(int[] demand, int safetyStock, int shelfLife) {
        Sku sku = Fixtures.sku(
                List.of(Fixtures.source(0, 1, demand.length)), new int[][] {demand}, safetyStock, 0, shelfLife);
        return new ExactProblem(Fixtures.problem(List.of(sku), 1, demand.length, false, UNLIMITED, UNLIMITED));
    }

    @Test
    void anOrderIsDueWhereStockWouldFallBelowSafetyStockBeforeTheNextOneArrives() {
        ExactProblem problem = problem(new int[] {3, 4, 5, 6, 7}, 2, 0);

        // s = 2 + 3 + 4 + 5 - 1; S covers period 3 too: 2 + 3 + 4 + 5 + 6.
        assertThat(new CoverLevels(problem, 1, 0).at(new Review(0, 0, 0, 1, 3))).isEqualTo(new Level(13, 20));
    }

    @Test
    void nothingIsCoveredBeyondTheHorizon() {
        ExactProblem problem = problem(new int[] {3, 4, 5}, 2, 0);

        // 2 + 4 + 5
        assertThat(new CoverLevels(problem, 8, 0).at(new Review(0, 0, 1, 1, 2)).orderUpToUnits())
                .isEqualTo(11);
    }

    @Test
    void theEconomicOrderQuantityIsATimeSupply() {
        ExactProblem problem = problem(new int[] {50, 50, 50, 50, 50}, 0, 0);

        // EOQ = √(2 · 10 · 50 / 0.1) = 100 units, two periods: S = 50 + 2 · 50.
        assertThat(new CoverLevels(problem, 0, 1).at(new Review(0, 0, 0, 0, 1)).orderUpToUnits())
                .isEqualTo(150);
    }

    @Test
    void whatExpiresIsOrderedUpToWhatSellsInTime() {
        ExactProblem problem = problem(new int[] {3, 4, 5, 6, 7}, 2, 1);

        // Arriving in period 1 it serves periods 0 and 1, and one more after: 3 + 4 + 5.
        assertThat(new CoverLevels(problem, 3, 0).at(new Review(0, 0, 0, 1, 3)).orderUpToUnits())
                .isEqualTo(12);
    }
}
