package org.plenish.engine.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.plenish.engine.math.Normal;

class MyopicBoundsTest {

    private final MyopicBounds.Period period = new MyopicBounds.Period(1, 20, 2, 50, new Normal(100, 20));

    @Test
    void lieAroundTheMyopicLevels() {
        MyopicBounds bounds = MyopicBounds.of(period, 2, 50);

        assertThat(bounds.leastOrderUpTo()).isCloseTo(133.367824, within(1e-6)); // 100 + 20 · Φ⁻¹(20/21)
        assertThat(bounds.mostOrderUpTo()).isCloseTo(191.660229, within(1e-6));
        assertThat(bounds.leastReorderPoint()).isCloseTo(110.260368, within(1e-6));
        assertThat(bounds.mostReorderPoint()).isEqualTo(bounds.leastOrderUpTo());
    }

    @Test
    void meetInTheLastPeriod() {
        MyopicBounds bounds = MyopicBounds.of(period, 0, 0);

        assertThat(bounds.mostOrderUpTo()).isEqualTo(bounds.leastOrderUpTo());
        assertThat(bounds.mostReorderPoint()).isEqualTo(bounds.leastReorderPoint());
    }

    @Test
    void needFixedCostsThatDoNotRise() {
        assertThatThrownBy(() -> MyopicBounds.of(period, 2, 60))
                .hasMessageContaining("must be at most this period's, 50");
    }
}
