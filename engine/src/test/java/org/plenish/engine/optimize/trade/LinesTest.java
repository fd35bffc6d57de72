package org.plenish.engine.optimize.trade;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.plenish.engine.optimize.FixedPoint;
import org.plenish.engine.optimize.ReplenishmentProblem.Source;

class LinesTest {

    @Test
    void countsPacksThatBringTheValue() {
        Source source = source(6, 2.5);
        assertThat(Lines.packsWorth(source, 6, FixedPoint.micros(31))).isEqualTo(3); // 31 / 15 is above 2
    }

    @Test
    void neverAsksForMoreThanALineCanCount() {
        Source source = source(50_000, 1e-6);
        int packs = Lines.packsWorth(source, 50_000, FixedPoint.micros(1_000_000));
        assertThat(50_000 + (long) packs * 50_000).isPositive().isLessThanOrEqualTo(Integer.MAX_VALUE);
    }

    private static Source source(int packUnits, double unitPrice) {
        return new Source(
                0,
                new boolean[] {true},
                new int[1],
                new boolean[] {true},
                packUnits,
                packUnits,
                Integer.MAX_VALUE / 2,
                new int[] {0},
                new double[] {unitPrice});
    }
}
