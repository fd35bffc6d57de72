package org.plenish.engine.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.plenish.engine.math.Lattice;
import org.plenish.engine.math.NegativeBinomial;
import org.plenish.engine.math.Poisson;

class PeriodicReviewMinMaxTest {

    /** Snyder & Shen (2019), example 4.7. */
    private final PeriodicReviewMinMax policy = new PeriodicReviewMinMax(1, 4, 5);

    @Test
    void costsHoldingStockoutAndOrders() {
        assertThat(policy.cost(4, 10, new Poisson(6))).isCloseTo(8.034112, within(1e-6));
    }

    @Test
    void findsTheBookOptimum() {
        PeriodicReviewMinMax.Optimum optimum = policy.exact(new Poisson(6));

        assertThat(optimum.reorderPointUnits()).isEqualTo(4);
        assertThat(optimum.orderUpToUnits()).isEqualTo(10);
        assertThat(optimum.cost()).isCloseTo(8.034112, within(1e-6));
    }

    @Test
    void findsAnOptimumPublishedByZhengAndFedergruen() {
        PeriodicReviewMinMax.Optimum optimum = new PeriodicReviewMinMax(1, 9, 64).exact(new Poisson(21));

        assertThat(optimum.reorderPointUnits()).isEqualTo(15);
        assertThat(optimum.orderUpToUnits()).isEqualTo(65);
        assertThat(optimum.cost()).isCloseTo(50.406, within(0.0005));
    }

    @Test
    void noPolicyNearbyIsCheaper() {
        NegativeBinomial demand = NegativeBinomial.ofMoments(5, 6);
        PeriodicReviewMinMax lumpy = new PeriodicReviewMinMax(1, 12, 30);
        PeriodicReviewMinMax.Optimum optimum = lumpy.exact(demand);

        for (int s = optimum.reorderPointUnits() - 5; s <= optimum.reorderPointUnits() + 5; s++) {
            for (int upTo = Math.max(s + 1, optimum.orderUpToUnits() - 5);
                    upTo <= optimum.orderUpToUnits() + 5;
                    upTo++) {
                assertThat(lumpy.cost(s, upTo, demand)).isGreaterThanOrEqualTo(optimum.cost() - 1e-9);
            }
        }
    }

    /** Value by a direct sum in SciPy. */
    @Test
    void withALeadTimeTheProtectionIntervalDecidesWhatAPeriodCosts() {
        Poisson demand = new Poisson(6);
        Poisson protectionDemand = new Poisson(18);
        PeriodicReviewMinMax.Optimum optimum = policy.exact(demand, protectionDemand);

        assertThat(optimum.reorderPointUnits()).isEqualTo(17);
        assertThat(optimum.orderUpToUnits()).isEqualTo(25);
        assertThat(optimum.cost()).isCloseTo(10.0274, within(5e-5));
        for (int s = 12; s < 21; s++) {
            for (int upTo = s + 1; upTo < 32; upTo++) {
                assertThat(policy.cost(s, upTo, demand, protectionDemand))
                        .isGreaterThanOrEqualTo(optimum.cost() - 1e-9);
            }
        }
    }

    @Test
    void withALeadTimeAndWithoutFixedCostItIsTheBaseStockOfTheProtectionInterval() {
        Poisson protectionDemand = new Poisson(18);
        PeriodicReviewMinMax.Optimum optimum =
                new PeriodicReviewMinMax(1, 4, 0).exact(new Poisson(6), protectionDemand);
        Newsvendor newsvendor = new Newsvendor(1, 4);

        assertThat(optimum.orderUpToUnits()).isEqualTo((int) newsvendor.baseStockUnits(protectionDemand));
        assertThat(optimum.cost()).isCloseTo(newsvendor.cost(protectionDemand, optimum.orderUpToUnits()), within(1e-9));
    }

    /** Lead time of two reviews: stock, orders and backorders counted period by period. */
    @Test
    void costWithALeadTimeIsThatOfAReplay() {
        Poisson demand = new Poisson(6);
        Random random = new Random(5);
        long[] pipeline = {0, 0};
        long net = 25;
        double cost = 0;
        int periods = 200_000;
        for (int period = 0; period < periods; period++) {
            long position = net + pipeline[0] + pipeline[1];
            long order = position <= 17 ? 25 - position : 0;
            cost += order > 0 ? 5 : 0;
            net += pipeline[0] - (long) demand.quantile(Math.max(1e-12, random.nextDouble()));
            pipeline[0] = pipeline[1];
            pipeline[1] = order;
            cost += net > 0 ? net : -4 * net;
        }

        assertThat(policy.cost(17, 25, demand, new Poisson(18))).isCloseTo(cost / periods, within(0.05));
    }

    @Test
    void withoutFixedCostItIsBaseStock() {
        PeriodicReviewMinMax.Optimum optimum = new PeriodicReviewMinMax(1, 4, 0).exact(new Poisson(6));

        assertThat(optimum.orderUpToUnits()).isEqualTo(8); // P(X ≤ 7) = 0.744, P(X ≤ 8) = 0.847, wanted 0.8
        assertThat(optimum.reorderPointUnits()).isEqualTo(7);
    }

    @Test
    void powerApproximationIsThatOfTheBook() {
        PeriodicReviewMinMax.Levels levels = new PeriodicReviewMinMax(2, 36, 60).powerApproximation(190, 48);

        assertThat(levels.reorderPointUnits()).isCloseTo(226.613793, within(1e-6));
        assertThat(levels.orderUpToUnits()).isCloseTo(324.379787, within(1e-6));
        assertThat(new PeriodicReviewMinMax(2, 36, 60)
                        .powerApproximationWithinBaseStock(190, 48)
                        .orderUpToUnits())
                .isCloseTo(267.753100, within(1e-6)); // 190 + 1.6198 · 48
    }

    @Test
    void refusesWhatIsNoPolicy() {
        assertThatThrownBy(() -> policy.cost(10, 10, new Poisson(6)))
                .hasMessage("reorder point: 10 must be below the order-up-to level, 10.");
        assertThatThrownBy(() -> policy.exact(Lattice.zero())).hasMessageContaining("demand a period");
        assertThatThrownBy(() -> new PeriodicReviewMinMax(-1, 4, 5))
                .hasMessage("holding cost: -1.0 must be a number above 0.");
    }
}
