package org.plenish.engine.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plenish.engine.inventory.FiniteHorizon.MyopicBounds;
import org.plenish.engine.inventory.FiniteHorizon.Period;
import org.plenish.engine.inventory.FiniteHorizon.Policy;
import org.plenish.engine.math.Normal;

class FiniteHorizonTest {

    private static final Period PERIOD = new Period(40, 1, new Newsvendor(1, 25), new Normal(18, 3), 0.98);

    @Test
    void policyIsAsPublished() {
        Policy policy = new FiniteHorizon(Collections.nCopies(10, PERIOD), 1, 25).best(0);

        assertThat(policy.reorderPoints()).containsExactly(17, 17, 17, 17, 17, 17, 17, 17, 17, 18);
        assertThat(policy.orderUpToLevels()).containsExactly(42, 42, 42, 42, 42, 42, 42, 42, 41, 23);
        assertThat(policy.cost()).isCloseTo(519.3557887889583, within(1e-7));
    }

    @Test
    void myopicBoundsAreAsPublished() {
        Period period = new Period(50, 2, new Newsvendor(1, 20), new Normal(100, 20), 1);
        MyopicBounds first = new FiniteHorizon(Collections.nCopies(5, period), 1, 20)
                .myopicBounds()
                .get(0);

        assertThat(first.lowestReorderPoint()).isCloseTo(110.26036849, within(1e-5));
        assertThat(first.highestReorderPoint()).isEqualTo(first.lowestOrderUpToLevel()); // K - γ·K = 0
        assertThat(first.lowestOrderUpToLevel()).isCloseTo(133.36782388, within(1e-5)); // Φ⁻¹(20 / 21)
        assertThat(first.highestOrderUpToLevel()).isCloseTo(191.66022943, within(1e-5));
    }

    @Test
    void onePeriodWithoutFixedCostIsANewsvendor() {
        Newsvendor newsvendor = new Newsvendor(1, 9);
        Normal demand = new Normal(100, 20);
        Policy policy = new FiniteHorizon(List.of(new Period(0, 0, newsvendor, demand, 1)), 0, 0).best(0);

        assertThat(policy.orderUpToLevels()[0] - newsvendor.baseStockUnits(demand))
                .isBetween(-0.5, 0.5);
        assertThat(policy.reorderPoints()).isEqualTo(policy.orderUpToLevels());
        assertThat(policy.cost()).isCloseTo(newsvendor.cost(demand, policy.orderUpToLevels()[0]), within(1e-9));
    }

    @Test
    void stockAlreadyThereSavesItsPriceAndMaybeAnOrder() {
        FiniteHorizon horizon = new FiniteHorizon(Collections.nCopies(3, PERIOD), 1, 25);

        assertThat(horizon.best(0).cost() - horizon.best(10).cost()).isCloseTo(10, within(1e-9));
        assertThat(horizon.best(0).cost() - horizon.best(40).cost()).isGreaterThan(40);
    }

    @Test
    void argumentsOutsideTheirRangeAreRefused() {
        assertThatThrownBy(() -> new FiniteHorizon(List.of(), 1, 1)).hasMessageContaining("must be 1 or more");
        assertThatThrownBy(() -> new FiniteHorizon(List.of(PERIOD), -5, 25))
                .hasMessageStartingWith("holding cost at the end");
        assertThatThrownBy(() -> new Period(40, 1, new Newsvendor(1, 25), new Normal(18, 3), 1.5))
                .hasMessageStartingWith("discount factor: 1.5");
        assertThatThrownBy(() -> new FiniteHorizon(
                                List.of(new Period(0, 90, new Newsvendor(1, 2), new Normal(9, 1), 1)), 0, 0)
                        .best(0))
                .hasMessageContaining("nothing would ever be ordered");
    }
}
