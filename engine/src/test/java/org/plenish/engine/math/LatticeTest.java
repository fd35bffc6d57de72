package org.plenish.engine.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.data.Offset.offset;

import org.junit.jupiter.api.Test;

class LatticeTest {

    private static final Lattice PACKS = Lattice.of(6, new double[] {0.5, 0.25, 0.25});
    private static final Lattice DIE = Lattice.of(1, new double[] {0, 1, 1, 1, 1, 1, 1});

    @Test
    void tellsMeanSpreadAndQuantiles() {
        assertThat(PACKS.mean()).isEqualTo(4.5); // 0.25 × 6 + 0.25 × 12
        assertThat(PACKS.sd()).isEqualTo(Math.sqrt(24.75), offset(1e-12)); // 0.25 × 36 + 0.25 × 144 − 4.5²
        assertThat(PACKS.quantile(0.5)).isEqualTo(0);
        assertThat(PACKS.quantile(0.51)).isEqualTo(6);
        assertThat(PACKS.quantile(0.75)).isEqualTo(6);
        assertThat(PACKS.quantile(0.99)).isEqualTo(12);
    }

    @Test
    void cumulatesBetweenItsValues() {
        assertThat(PACKS.cumulativeProbability(-1)).isZero();
        assertThat(PACKS.cumulativeProbability(5.9)).isEqualTo(0.5);
        assertThat(PACKS.cumulativeProbability(6)).isEqualTo(0.75);
        assertThat(PACKS.cumulativeProbability(1e9)).isEqualTo(1);
        assertThat(PACKS.mass(1)).isEqualTo(0.25);
        assertThat(PACKS.mass(7)).isZero();
    }

    @Test
    void losesWhatLiesBeyond() {
        assertThat(PACKS.loss(4)).isEqualTo(2.5); // 0.25 × 2 + 0.25 × 8
        assertThat(PACKS.loss(0)).isEqualTo(PACKS.mean());
        assertThat(PACKS.loss(12)).isZero();
    }

    @Test
    void sumsIndependentDraws() {
        Lattice two = DIE.sumOf(2, 100);
        assertThat(two.mass(7)).isEqualTo(6 / 36.0, offset(1e-12));
        assertThat(two.mass(12)).isEqualTo(1 / 36.0, offset(1e-12));
        Lattice five = DIE.sumOf(5, 100);
        assertThat(five.mass(5)).isEqualTo(1 / 7776.0, offset(1e-12)); // 6⁵
        assertThat(five.mean()).isEqualTo(17.5, offset(1e-9));
        assertThat(five.sd()).isEqualTo(Math.sqrt(5 * 35 / 12.0), offset(1e-9));
        assertThat(DIE.sumOf(1, 100).mass(3)).isEqualTo(DIE.mass(3), offset(1e-12));
    }

    @Test
    void gathersTheUpperEndInTheLastValueThatHasAPlace() {
        Lattice capped = DIE.sumOf(2, 8); // 7 and more
        assertThat(capped.size()).isEqualTo(8);
        assertThat(capped.mass(7)).isEqualTo(21 / 36.0, offset(1e-12));
    }

    @Test
    void sumOfPoissonIsPoisson() {
        double[] masses = new double[60];
        Poisson poisson = new Poisson(2);
        for (int k = 0; k < 60; k++) {
            masses[k] = poisson.cumulativeProbability(k) - poisson.cumulativeProbability(k - 1);
        }
        Lattice sum = Lattice.of(1, masses).sumOf(3, 200);
        assertThat(sum.cumulativeProbability(7)).isEqualTo(new Poisson(6).cumulativeProbability(7), offset(1e-9));
        assertThat(sum.loss(7)).isEqualTo(new Poisson(6).loss(7), offset(1e-9));
    }

    @Test
    void scalesItsWeightsAndLeavesNegligibleOnesOff() {
        assertThat(Lattice.of(1, new double[] {2, 6, 0, 0}).size()).isEqualTo(2);
        assertThat(Lattice.of(1, new double[] {2, 6, 0, 0}).mean()).isEqualTo(0.75);
        assertThat(Lattice.zero().quantile(0.99)).isZero();
    }

    @Test
    void refusesWhatIsNoDistribution() {
        assertThatIllegalArgumentException().isThrownBy(() -> Lattice.of(0, new double[] {1}));
        assertThatIllegalArgumentException().isThrownBy(() -> Lattice.of(1, new double[] {0}));
        assertThatIllegalArgumentException().isThrownBy(() -> Lattice.of(1, new double[] {1, -1}));
        assertThatIllegalArgumentException().isThrownBy(() -> Lattice.of(1, new double[] {1, Double.NaN}));
        assertThatIllegalArgumentException().isThrownBy(() -> DIE.sumOf(0, 10));
        assertThatIllegalArgumentException().isThrownBy(() -> DIE.quantile(1));
    }

    @Test
    void negativeBinomialMassesAreThoseOfItsCumulativeDistribution() {
        for (NegativeBinomial distribution : new NegativeBinomial[] {
            new NegativeBinomial(0.02, 0.05),
            NegativeBinomial.ofMoments(0.3, 2),
            NegativeBinomial.ofMoments(40, 9),
            NegativeBinomial.ofMoments(300, 17.5)
        }) {
            double[] masses = new double[400];
            distribution.addMasses(masses, 0.5);
            for (int k = 0; k < 400; k++) {
                double mass = distribution.cumulativeProbability(k) - distribution.cumulativeProbability(k - 1);
                assertThat(masses[k]).as("%s at %d", distribution, k).isEqualTo(0.5 * mass, offset(1e-9));
            }
        }
    }

    @Test
    void risingFactorialIsTheRatioOfGammaFunctions() {
        assertThat(NegativeBinomial.logRising(2.5, 3)).isEqualTo(Math.log(2.5 * 3.5 * 4.5), offset(1e-12));
        assertThat(NegativeBinomial.logRising(0.7, 0)).isZero();
        for (double r : new double[] {1e-3, 0.7, 12, 4e3}) {
            for (double k : new double[] {0.4, 5, 17, 250, 1e5}) {
                double expected = org.apache.commons.math3.special.Gamma.logGamma(r + k)
                        - org.apache.commons.math3.special.Gamma.logGamma(r);
                assertThat(NegativeBinomial.logRising(r, k))
                        .as("%s, %s", r, k)
                        .isEqualTo(expected, offset(1e-9 * Math.max(1, Math.abs(expected))));
            }
        }
    }
}
