package org.plenish.engine.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plenish.engine.forecast.method.SimpleExponentialSmoothing;

/**
 * The error of demand over a lead time, where the answer is known: of a local level smoothed by α its variance over L
 * buckets is {@code σ²·L·(1 + α(L − 1) + α²(L − 1)(2L − 1)/6)}. Source: Johnston &amp; Harrison (1986),
 * The variance of lead-time demand, Journal of the Operational Research Society 37; Hyndman, Koehler, Ord &amp; Snyder (2008), §6.2.
 */
class LeadTimeErrorTest {

    private static final double SIGMA = 60;
    private static final double LEVEL = 600;

    static double exactVariance(double alpha, int buckets) {
        return SIGMA
                * SIGMA
                * buckets
                * (1 + alpha * (buckets - 1) + alpha * alpha * (buckets - 1) * (2 * buckets - 1) / 6);
    }

    @Test
    void theFormulaIsThatOfSimulatedErrors() {
        Random random = new Random(3);
        double alpha = 0.3;
        int buckets = 8;
        int runs = 40_000;
        double squares = 0;
        for (int run = 0; run < runs; run++) {
            double level = 0;
            double total = 0;
            for (int t = 0; t < buckets; t++) {
                double noise = SIGMA * random.nextGaussian();
                total += level + noise;
                level += alpha * noise;
            }
            squares += total * total;
        }
        assertThat(squares / runs / exactVariance(alpha, buckets)).isEqualTo(1, offset(0.03));
    }

    /** With g = α² of each bucket alone, one c stands for the sums of all lengths. */
    @ParameterizedTest
    @CsvSource({"0.05", "0.1", "0.2", "0.3", "0.5", "0.8", "1"})
    void theFormOfTheSpreadFitsEveryLeadTime(double alpha) {
        int longest = 13;
        double[] sd = new ErrorSpread(SIGMA * SIGMA, alpha * alpha, 0, 0).sdUnits(new double[longest]);
        double xy = 0;
        double xx = 0;
        double independent = sd[0] * sd[0];
        for (int k = 2; k <= longest; k++) {
            independent += sd[k - 1] * sd[k - 1];
            xy += (k - 1) * (exactVariance(alpha, k) / independent - 1);
            xx += (k - 1) * (k - 1);
        }
        double[] cumulative = new ErrorSpread(SIGMA * SIGMA, alpha * alpha, xy / xx, 0).cumulativeSdUnits(sd);
        for (int k = 1; k <= longest; k++) {
            assertThat(cumulative[k - 1] / Math.sqrt(exactVariance(alpha, k)))
                    .as("%d buckets", k)
                    .isEqualTo(1, offset(0.06));
        }
    }

    /** Measured on histories of two years of weeks, and averaged: some chance remains in each. */
    @ParameterizedTest
    @CsvSource({"0.05", "0.1", "0.3"})
    void measuresItOnHeldOutSpans(double alpha) {
        Random random = new Random(5);
        int runs = 200;
        double[] variance = new double[13];
        for (int run = 0; run < runs; run++) {
            double[] demand = new double[104];
            double level = LEVEL;
            for (int t = 0; t < demand.length; t++) {
                double noise = SIGMA * random.nextGaussian();
                demand[t] = level + noise;
                level += alpha * noise;
            }
            ErrorSpread spread = ErrorSpread.of(new Backtest(demand).run(new SimpleExponentialSmoothing()), demand);
            double[] mean = new double[13];
            Arrays.fill(mean, spread.atMeanUnits());
            double[] cumulative = spread.cumulativeSdUnits(spread.sdUnits(mean));
            for (int k = 0; k < 13; k++) {
                variance[k] += cumulative[k] * cumulative[k] / runs;
            }
        }
        for (int k : new int[] {1, 4, 8, 13}) {
            assertThat(Math.sqrt(variance[k - 1] / exactVariance(alpha, k)))
                    .as("%d buckets", k)
                    .isBetween(0.9, 1.15);
        }
    }
}
