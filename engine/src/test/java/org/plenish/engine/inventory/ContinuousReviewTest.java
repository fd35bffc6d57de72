package org.plenish.engine.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.plenish.engine.math.NegativeBinomial;
import org.plenish.engine.math.Normal;
import org.plenish.engine.math.Poisson;

class ContinuousReviewTest {

    /** Snyder & Shen (2019), example 5.1: 1,300 ± 150 a year, a month of lead time. */
    private final ContinuousReview review =
            new ContinuousReview(0.225, 7.5, 8, 1300, new Normal(1300 / 12.0, 150 * Math.sqrt(1 / 12.0)));

    /** Their example 5.8. */
    private final DiscreteContinuousReview poisson = new DiscreteContinuousReview(20, 150, 100, 1.5, new Poisson(3));

    @Test
    void averagesThePositionsBetweenReorderPointAndOrderUpToLevel() {
        assertThat(review.cost(100, 250)).isCloseTo(87.346478, within(1e-6));
    }

    @Test
    void bestReorderPointCostsNoLessWhereverItIsMoved() {
        double best = review.bestReorderPoint(150);

        assertThat(best).isCloseTo(147.194958, within(1e-6));
        assertThat(review.cost(best, 150))
                .isLessThan(review.cost(best + 1, 150))
                .isLessThan(review.cost(best - 1, 150));
    }

    @Test
    void exactPolicyCostsLessThanEveryApproximationAndItsNeighbours() {
        ReorderPointAndQuantity exact = review.exact();
        double least = cost(exact);

        assertThat(least).isLessThanOrEqualTo(cost(review.economicQuantityWithBackorders()));
        assertThat(least).isLessThanOrEqualTo(cost(review.economicQuantityWithSafetyStock()));
        assertThat(least).isLessThanOrEqualTo(cost(review.lossFunction()));
        double r = exact.reorderPointUnits();
        double q = exact.orderQuantityUnits();
        assertThat(least)
                .isLessThan(review.cost(r + 1, q))
                .isLessThan(review.cost(r - 1, q))
                .isLessThan(review.cost(r, q + 1))
                .isLessThan(review.cost(r, q - 1));
    }

    @Test
    void exactPolicyWithoutFixedCostIsNearlyBaseStock() {
        ReorderPointAndQuantity policy = new ContinuousReview(1, 9, 1e-9, 100, new Normal(50, 10)).exact();

        assertThat(policy.reorderPointUnits()).isCloseTo(62.8155, within(0.1)); // 50 + 1.28155 · 10
        assertThat(policy.orderQuantityUnits()).isLessThan(0.2);
    }

    @Test
    void approximationsAreThoseOfTheBook() {
        assertPolicy(review.expectedInventoryLevel(), 213.970442, 318.590181); // example 5.2
        assertThat(review.expectedInventoryLevelCost(review.expectedInventoryLevel()))
                .isCloseTo(95.451140, within(1e-6));
        assertPolicy(review.economicQuantityWithBackorders(), 128.637814, 308.573780); // example 5.4
        assertPolicy(review.economicQuantityWithSafetyStock(), 190.336997, 304.046780); // example 5.5
    }

    @Test
    void lossFunctionApproximationSolvesItsTwoEquations() {
        ReorderPointAndQuantity policy = review.lossFunction();
        double q = policy.orderQuantityUnits();

        assertThat(review.leadTimeDemand().loss(policy.reorderPointUnits())).isCloseTo(0.225 * q / 7.725, within(1e-9));
    }

    @Test
    void aStockoutCostOfAUnitShortThatIsTooSmallIsRefused() {
        ContinuousReview cheap = new ContinuousReview(10, 0.1, 8, 100, new Normal(10, 2));

        assertThatThrownBy(cheap::expectedInventoryLevel)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("stockout cost: 0.1");
        assertThatThrownBy(() -> new ContinuousReview(0, 1, 8, 100, new Normal(10, 2)))
                .hasMessage("holding cost: 0.0 must be a number above 0.");
    }

    @Test
    void countedDemandIsOptimizedExactly() {
        DiscreteContinuousReview.Optimum optimum = poisson.exact();

        assertThat(optimum.reorderPointUnits()).isEqualTo(3);
        assertThat(optimum.orderQuantityUnits()).isEqualTo(5);
        assertThat(optimum.cost()).isCloseTo(107.923581, within(1e-6)).isCloseTo(poisson.cost(3, 5), within(1e-12));
        assertThat(poisson.cost(8, 12)).isCloseTo(242.528164, within(1e-6));
    }

    @Test
    void noPolicyNearbyIsCheaperForLumpyDemandEither() {
        DiscreteContinuousReview lumpy = new DiscreteContinuousReview(2, 30, 40, 5, NegativeBinomial.ofMoments(10, 6));
        DiscreteContinuousReview.Optimum optimum = lumpy.exact();

        for (int r = optimum.reorderPointUnits() - 4; r <= optimum.reorderPointUnits() + 4; r++) {
            for (int q = Math.max(1, optimum.orderQuantityUnits() - 4); q <= optimum.orderQuantityUnits() + 4; q++) {
                assertThat(lumpy.cost(r, q)).isGreaterThanOrEqualTo(optimum.cost() - 1e-12);
            }
        }
    }

    private double cost(ReorderPointAndQuantity policy) {
        return review.cost(policy.reorderPointUnits(), policy.orderQuantityUnits());
    }

    private static void assertPolicy(ReorderPointAndQuantity policy, double reorderPoint, double quantity) {
        assertThat(policy.reorderPointUnits()).isCloseTo(reorderPoint, within(1e-6));
        assertThat(policy.orderQuantityUnits()).isCloseTo(quantity, within(1e-6));
    }
}
