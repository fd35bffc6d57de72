package org.plenish.engine.forecast.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ForecastSignalsTest {

    private static final double[] ERRORS = {2, -1, 3, 0, 1, 2, 4, 1};

    @Test
    void tracksTheSumOfErrorsByTheirMeanSize() {
        ForecastSignals signals = ForecastSignals.of(ERRORS, 2);
        assertThat(signals.meanErrorUnits()).isEqualTo(1.5); // 12 / 8
        assertThat(signals.trackingSignal()).isEqualTo(12 / 1.75, offset(1e-12)); // sum of sizes 14
    }

    /** Python: E = M = 0; for e: E += .1 (e − E), M += .1 (|e| − M); E / M. */
    @Test
    void smoothsErrorsAsTrigg() {
        assertThat(ForecastSignals.of(ERRORS, 2).smoothedErrorSignal()).isEqualTo(0.895882695770, offset(1e-9));
        assertThat(ForecastSignals.of(new double[] {1, 2, 3, 4, 5, 6, 7, 8}, 2).smoothedErrorSignal())
                .isEqualTo(1, offset(1e-12));
    }

    @Test
    void addsUpWhatIsBeyondHalfAStandardDeviation() {
        // errors / 2 − 0.5: 0.5 −1 1 −0.5 0 0.5 1.5 0; sums 0.5 0 1 0.5 0.5 1 2.5 2.5
        ForecastSignals signals = ForecastSignals.of(ERRORS, 2);
        assertThat(signals.cusum()).isEqualTo(2.5, offset(1e-12));
        assertThat(signals.runBuckets()).isEqualTo(6);
        assertThat(signals.runMeanErrorUnits()).isEqualTo(11 / 6.0, offset(1e-12));
        assertThat(signals.isOutOfControl()).isFalse();
    }

    @Test
    void findsAShiftDownwards() {
        double[] errors = {1, -1, 1, -1, -6, -6, -6, -6};
        ForecastSignals signals = ForecastSignals.of(errors, 3);
        assertThat(signals.cusum()).isEqualTo(-6, offset(1e-12)); // 4 · (2 − 0.5)
        assertThat(signals.runBuckets()).isEqualTo(4);
        assertThat(signals.runMeanErrorUnits()).isEqualTo(-6);
        assertThat(signals.isOutOfControl()).isTrue();
    }

    @Test
    void passesOverErrorsThatAreNotKnown() {
        double[] errors = {2, -1, Double.NaN, 3, 0, 1, Double.NaN, 2, 4, 1};
        assertThat(ForecastSignals.of(errors, 2)).isEqualTo(ForecastSignals.of(ERRORS, 2));
    }

    @Test
    void judgesNothingByFewBucketsAndNoErrorByItsSpread() {
        assertThat(ForecastSignals.of(Arrays.copyOf(ERRORS, 7), 2)).isEqualTo(ForecastSignals.UNKNOWN);
        ForecastSignals exact = ForecastSignals.of(new double[8], 0);
        assertThat(exact.meanErrorUnits()).isZero();
        assertThat(exact.trackingSignal()).isNaN();
        assertThat(exact.smoothedErrorSignal()).isNaN();
        assertThat(exact.isOutOfControl()).isFalse();
    }

    /** The literature's run length of 465 buckets leaves 26 / 465 = 5.6 % of half years with an alarm at some time. */
    @Test
    void rarelyRaisesAFalseAlarmButFindsAShiftByOneStandardDeviation() {
        Random random = new Random(11);
        int runs = 4_000;
        int falseAlarms = 0;
        int found = 0;
        for (int run = 0; run < runs; run++) {
            double[] errors =
                    random.doubles(26).map(uniform -> random.nextGaussian()).toArray();
            falseAlarms += ForecastSignals.of(errors, 1).isOutOfControl() ? 1 : 0;
            for (int t = 13; t < 26; t++) {
                errors[t] += 1;
            }
            found += ForecastSignals.of(errors, 1).isOutOfControl() ? 1 : 0;
        }
        assertThat((double) falseAlarms / runs).isLessThan(0.03);
        assertThat((double) found / runs).isGreaterThan(0.6);
    }
}
