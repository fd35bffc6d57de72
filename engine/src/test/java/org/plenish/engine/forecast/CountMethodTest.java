package org.plenish.engine.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import org.junit.jupiter.api.Test;
import org.plenish.engine.forecast.intermittent.IntermittentForecaster;
import org.plenish.engine.forecast.method.Prediction;

class CountMethodTest {

    private static final double[] DEMAND = {0, 0, 3, 0, 1, 0, 0, 2, 0, 0, 0, 6, 0, 1, 0, 0, 0, 2, 0, 0};

    @Test
    void tellsTheMeanAndDeviationOfTheDistributionItself() {
        Prediction prediction = new CountMethod(1).forecast(DEMAND, 2);
        var bucket =
                new IntermittentForecaster(1).forecast(DEMAND, 2).distribution().bucket(2);
        assertThat(prediction.mean()[1]).isEqualTo(bucket.mean(), offset(1e-12));
        assertThat(prediction.sd()[1]).isEqualTo(bucket.sd(), offset(1e-12));
        assertThat(prediction.mean()[0]).isBetween(0.4, 1.2); // 15 in 20 buckets
    }

    @Test
    void servesIntermittentDemandAlone() {
        assertThat(new CountMethod(1).canForecast(DEMAND)).isTrue();
        assertThat(new CountMethod(1).canForecast(new double[] {10, 11, 9, 10, 12, 11, 10, 9}))
                .isFalse();
        assertThat(new CountMethod(1).canForecast(new double[] {0, 0, 4, 0})).isFalse(); // one demand tells no interval
    }
}
