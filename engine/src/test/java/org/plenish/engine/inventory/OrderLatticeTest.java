package org.plenish.engine.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class OrderLatticeTest {

    private static final OrderLattice CARTONS = new OrderLattice(10, 6, 50);

    @Test
    void roundsUpToMultiplesFromTheMinimumOn() {
        assertThat(CARTONS.roundUp(0)).isZero();
        assertThat(CARTONS.roundUp(1)).isEqualTo(12);
        assertThat(CARTONS.roundUp(12.0000000001)).isEqualTo(12);
        assertThat(CARTONS.roundUp(13)).isEqualTo(18);
        assertThat(CARTONS.roundUp(500)).isEqualTo(48);
    }

    @Test
    void roundsDownToMultiplesButNotBelowTheMinimum() {
        assertThat(CARTONS.roundDown(0)).isZero();
        assertThat(CARTONS.roundDown(3)).isEqualTo(12);
        assertThat(CARTONS.roundDown(29)).isEqualTo(24);
        assertThat(CARTONS.roundDown(Double.POSITIVE_INFINITY)).isEqualTo(48);
    }

    @Test
    void withoutAMultipleInsideTheLimitsTheLeastOneAboveTheMinimumIsAllowed() {
        OrderLattice none = new OrderLattice(10, 24, 20);

        assertThat(none.leastUnits()).isEqualTo(24);
        assertThat(none.mostUnits()).isEqualTo(24);
    }

    @Test
    void doesNotOverflow() {
        OrderLattice large = new OrderLattice(1, 1000, Integer.MAX_VALUE);

        assertThat(large.roundUp(Double.POSITIVE_INFINITY)).isEqualTo(2_147_483_000);
        assertThat(large.roundDown(1e300)).isEqualTo(2_147_483_000);
    }

    @Test
    void zeroIsNoMultiple() {
        assertThatThrownBy(() -> new OrderLattice(1, 0, 5)).hasMessageContaining("in multiples of 0");
    }

    @Test
    void wholeUnitsForgiveTheErrorOfFloatingPoint() {
        assertThat(WholeUnits.roundUp(0.1 + 0.2 + 82.7)).isEqualTo(83);
        assertThat(WholeUnits.roundUp(82.9)).isEqualTo(83); // 58.3 + 24.6, the reorder point's example
        assertThat(ReorderPoint.units(new LeadTimeDemand(7, 58.3, 10), 24.6)).isEqualTo(83);
        assertThatThrownBy(() -> WholeUnits.roundUp(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }
}
