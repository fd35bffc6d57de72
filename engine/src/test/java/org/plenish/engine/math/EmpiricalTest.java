package org.plenish.engine.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class EmpiricalTest {

    private static final Empirical SEEN = Empirical.of(4, 0, 6, 0, 10);

    @Test
    void tellsMeanSpreadAndQuantiles() {
        assertThat(SEEN.size()).isEqualTo(5);
        assertThat(SEEN.mean()).isEqualTo(4); // 20 / 5
        assertThat(SEEN.sd()).isCloseTo(Math.sqrt(14.4), within(1e-12)); // (0 + 16 + 4 + 16 + 36) / 5
        assertThat(SEEN.quantile(0.4)).isZero();
        assertThat(SEEN.quantile(0.41)).isEqualTo(4);
        assertThat(SEEN.quantile(0.6)).isEqualTo(4);
        assertThat(SEEN.quantile(0.8)).isEqualTo(6);
        assertThat(SEEN.quantile(0.999)).isEqualTo(10);
    }

    @Test
    void cumulatesWhatWasSeen() {
        assertThat(SEEN.cumulativeProbability(-0.1)).isZero();
        assertThat(SEEN.cumulativeProbability(0)).isEqualTo(0.4);
        assertThat(SEEN.cumulativeProbability(5.9)).isEqualTo(0.6);
        assertThat(SEEN.cumulativeProbability(10)).isEqualTo(1);
    }

    @Test
    void losesWhatLiesBeyond() {
        assertThat(SEEN.loss(4)).isEqualTo(1.6); // (2 + 6) / 5
        assertThat(SEEN.loss(-3)).isEqualTo(7); // mean + 3
        assertThat(SEEN.loss(10)).isZero();
        assertThat(SEEN.complementaryLoss(4)).isCloseTo(1.6, within(1e-12)); // (4 + 4) / 5
    }

    @Test
    void isALatticeWhereValuesAreWhole() {
        Lattice lattice = Lattice.of(1, new double[] {2, 0, 0, 0, 1, 0, 1, 0, 0, 0, 1});

        assertThat(SEEN.spacing()).isEqualTo(1);
        for (int x = 0; x < 12; x++) {
            assertThat(SEEN.cumulativeProbability(x)).isCloseTo(lattice.cumulativeProbability(x), within(1e-12));
            assertThat(SEEN.loss(x)).isCloseTo(lattice.loss(x), within(1e-12));
            assertThat(SEEN.secondLoss(x)).isCloseTo(lattice.secondLoss(x), within(1e-12));
            assertThat(SEEN.complementarySecondLoss(x)).isCloseTo(lattice.complementarySecondLoss(x), within(1e-12));
        }
    }

    @Test
    void valuesOfAnyKindHaveTheSecondLossOfAContinuousDistribution() {
        Empirical litres = Empirical.of(0.5, 2);

        assertThat(litres.spacing()).isZero();
        assertThat(litres.secondLoss(1.5)).isEqualTo(0.0625); // 0.5² / 2 / 2
        assertThat(litres.complementarySecondLoss(1.5)).isEqualTo(0.25); // 1² / 2 / 2
    }

    @Test
    void quantilesThatDivideTheNumberOfValuesAreNotRoundedUp() {
        double[] values = new double[1000];
        for (int i = 0; i < values.length; i++) {
            values[i] = i + 1;
        }
        for (int percent = 1; percent < 100; percent++) {
            assertThat(Empirical.of(values).quantile(percent / 100.0)).isEqualTo(10 * percent);
        }
    }

    @Test
    void aLargeSampleIsNearlyWhatItWasDrawnFrom() {
        Poisson poisson = new Poisson(12);
        Random random = new Random(11);
        double[] values = new double[50_000];
        for (int i = 0; i < values.length; i++) {
            values[i] = poisson.quantile(Math.max(1e-12, random.nextDouble()));
        }
        Empirical sample = Empirical.of(values);

        assertThat(sample.mean()).isCloseTo(12, within(0.05));
        assertThat(sample.sd()).isCloseTo(Math.sqrt(12), within(0.05));
        for (int x = 6; x < 22; x++) {
            assertThat(sample.cumulativeProbability(x)).isCloseTo(poisson.cumulativeProbability(x), within(0.01));
            assertThat(sample.loss(x)).isCloseTo(poisson.loss(x), within(0.05));
        }
    }

    @Test
    void keepsItsValuesFromChange() {
        double[] values = {3, 1};
        Empirical distribution = Empirical.of(values);
        values[0] = 100;

        assertThat(distribution.mean()).isEqualTo(2);
    }

    @Test
    void refusesWhatWasNeverDemand() {
        assertThatThrownBy(Empirical::of).hasMessage("values of an empirical distribution: 0, must be 1 or more.");
        assertThatIllegalArgumentException().isThrownBy(() -> Empirical.of(1, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> Empirical.of(Double.POSITIVE_INFINITY));
        assertThatIllegalArgumentException().isThrownBy(() -> SEEN.quantile(0));
        assertThatIllegalArgumentException().isThrownBy(() -> SEEN.secondLoss(0.5));
    }
}
