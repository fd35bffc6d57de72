package org.plenish.engine.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import org.junit.jupiter.api.Test;

class DemandPatternTest {

    @Test
    void tellsPatternsByIntervalAndSizes() {
        assertThat(DemandPattern.of(new double[] {4, 5, 6, 5})).isEqualTo(DemandPattern.SMOOTH);
        assertThat(DemandPattern.of(new double[] {1, 1, 1, 9})).isEqualTo(DemandPattern.ERRATIC);
        assertThat(DemandPattern.of(new double[] {5, 0, 0, 5})).isEqualTo(DemandPattern.INTERMITTENT);
        assertThat(DemandPattern.of(new double[] {1, 0, 1, 0, 9})).isEqualTo(DemandPattern.LUMPY);
        assertThat(DemandPattern.of(new double[] {0, Double.NaN})).isEqualTo(DemandPattern.NO_DEMAND);
        assertThat(DemandPattern.of(new double[0])).isEqualTo(DemandPattern.NO_DEMAND);
    }

    @Test
    void missingIsNotZero() {
        assertThat(DemandPattern.of(new double[] {5, Double.NaN, Double.NaN, 5}))
                .isEqualTo(DemandPattern.SMOOTH);
    }

    @Test
    void looksAtTheLastYearOnly() {
        double[] demand = {0, 0, 0, 0, 4, 0, 6, 5};
        SeriesProfile.DemandShape shape = SeriesProfile.DemandShape.of(demand, 4);
        assertThat(shape.historyBuckets()).isEqualTo(8);
        assertThat(shape.shareOfZeros()).isEqualTo(0.25);
        // 4 5 6: variance 1, mean 5
        assertThat(shape.squaredCoefficientOfVariation()).isEqualTo(1 / 25.0, offset(1e-12));
        assertThat(shape.pattern()).isEqualTo(DemandPattern.INTERMITTENT); // 4 / 3 = 1.33
    }
}
