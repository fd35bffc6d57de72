package org.plenish.engine.forecast.intermittent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.data.Offset.offset;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.plenish.engine.math.Lattice;
import org.plenish.engine.math.Poisson;

class AveragedNegativeBinomialTest {

    private final AveragedNegativeBinomial model = new AveragedNegativeBinomial(1);

    @Test
    void demandThatStandsStillIsAveragedOverALongTime() {
        AveragedNegativeBinomial.Fitted fitted = model.fit(poisson(400, 1.5, 7));
        assertThat(fitted.mean(1)).isEqualTo(1.5, offset(0.25));
        assertThat(fitted.memoryBuckets()).isGreaterThan(20);
    }

    @Test
    void poissonDemandHasPoissonQuantiles() {
        Lattice next = model.fit(poisson(400, 8, 11)).bucket(1);
        Poisson poisson = new Poisson(8);
        for (double probability : new double[] {0.1, 0.5, 0.9, 0.975}) {
            assertThat(next.quantile(probability)).isEqualTo(poisson.quantile(probability), offset(1.0));
        }
    }

    @Test
    void anArticleThatDiesIsForgottenSoonerThanByItsMean() {
        double[] dying = new double[60];
        System.arraycopy(poisson(40, 4, 3), 0, dying, 0, 40);
        AveragedNegativeBinomial.Fitted fitted = model.fit(dying);
        assertThat(fitted.mean(1)).isLessThan(0.4); // the mean of the history is near 2.7
        assertThat(fitted.memoryBuckets()).isLessThan(20);
    }

    @Test
    void aLevelShiftIsFollowed() {
        double[] shifted = poisson(60, 3, 5);
        System.arraycopy(poisson(15, 30, 6), 0, shifted, 45, 15);
        assertThat(model.fit(shifted).mean(1)).isBetween(22.0, 36.0);
    }

    @Test
    void aTotalSpreadsWiderThanIndependentBuckets() {
        double[] wandering = new double[80];
        Random random = new Random(9);
        double level = 20;
        for (int i = 0; i < 80; i++) {
            level = Math.max(2, level + 4 * random.nextGaussian());
            wandering[i] = Math.rint(level);
        }
        DemandDistribution distribution = model.fit(wandering);
        double independent = distribution.bucket(1).sd() * Math.sqrt(8);
        assertThat(distribution.total(8).sd()).isGreaterThan(1.3 * independent);
        assertThat(distribution.bucket(8).sd())
                .isGreaterThan(distribution.bucket(1).sd());
        assertThat(distribution.cumulativeMean(8)).isEqualTo(8 * distribution.mean(1), offset(1.0));
    }

    @Test
    void quantilesOfNextBucketsCoverWhatHappens() {
        int below = 0;
        int trials = 600;
        for (int seed = 0; seed < trials; seed++) {
            double[] path = poisson(46, 5, seed);
            double[] history = java.util.Arrays.copyOf(path, 45);
            below += path[45] <= model.fit(history).quantile(1, 0.9) ? 1 : 0;
        }
        // P(X ≤ 8) = 0.932 is the least of at least 0.9 that Poisson demand of 5 can have
        assertThat(below / (double) trials).isBetween(0.90, 0.965);
    }

    @Test
    void aSingleDemandIsNotCertainToComeAgain() {
        double[] single = new double[40];
        single[20] = 3;
        DemandDistribution distribution = model.fit(single);
        assertThat(distribution.quantile(1, 0.5)).isZero();
        assertThat(distribution.mean(1)).isBetween(0.0, 0.12);
        Lattice afterOnePoint = model.fit(new double[] {5}).bucket(1);
        assertThat(afterOnePoint.mean()).isEqualTo(5, offset(0.01));
        assertThat(afterOnePoint.sd()).isBetween(2.0, 6.0);
    }

    @Test
    void aSeasonIsFoundWhereThereIsOne() {
        AveragedNegativeBinomial.Fitted fitted = new AveragedNegativeBinomial(4).fit(seasonal(48, 21));
        assertThat(fitted.seasonShare()).isGreaterThan(0.95);
        assertThat(fitted.mean(1)).isEqualTo(2, offset(0.8)); // of 2, 2, 2, 14
        assertThat(fitted.mean(4)).isEqualTo(14, offset(3.5));
        assertThat(fitted.mean(8)).isEqualTo(fitted.mean(4), offset(0.1));
        assertThat(fitted.cumulativeMean(4))
                .isEqualTo(fitted.mean(1) + fitted.mean(2) + fitted.mean(3) + fitted.mean(4), offset(0.1));
    }

    @Test
    void gapsDoNotShiftTheSeason() {
        double[] gaps = seasonal(48, 21);
        gaps[10] = Double.NaN;
        gaps[30] = Double.NaN;
        gaps[31] = Double.NaN;
        AveragedNegativeBinomial.Fitted fitted = new AveragedNegativeBinomial(4).fit(gaps);
        assertThat(fitted.mean(1)).isEqualTo(2, offset(0.8));
        assertThat(fitted.mean(4)).isEqualTo(14, offset(3.5));
    }

    @Test
    void chanceIsNoSeason() {
        AveragedNegativeBinomial.Fitted fitted = new AveragedNegativeBinomial(4).fit(poisson(48, 5, 13));
        double least = Double.POSITIVE_INFINITY;
        double greatest = 0;
        for (int step = 1; step <= 4; step++) {
            least = Math.min(least, fitted.mean(step));
            greatest = Math.max(greatest, fitted.mean(step));
        }
        assertThat(greatest / least).isLessThan(1.35);
    }

    @Test
    void aHistoryOfLessThanASeasonAndAHalfHasNone() {
        double[] history = seasonal(5, 1);
        DemandDistribution without = new AveragedNegativeBinomial(1).fit(history);
        assertThat(new AveragedNegativeBinomial(4).fit(history).mean(4)).isEqualTo(without.mean(4));
    }

    @Test
    void aPeriodIsOneOrMore() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AveragedNegativeBinomial(0))
                .withMessageContaining("period: 0 must be 1 or more");
    }

    private static double[] seasonal(int length, long seed) {
        double[] low = poisson(length, 2, seed);
        double[] high = poisson(length, 14, seed + 1);
        for (int i = 3; i < length; i += 4) {
            low[i] = high[i];
        }
        return low;
    }

    private static double[] poisson(int length, double mean, long seed) {
        Random random = new Random(seed);
        double[] values = new double[length];
        for (int i = 0; i < length; i++) {
            double product = random.nextDouble();
            double limit = Math.exp(-mean);
            while (product > limit) {
                values[i]++;
                product *= random.nextDouble();
            }
        }
        return values;
    }
}
