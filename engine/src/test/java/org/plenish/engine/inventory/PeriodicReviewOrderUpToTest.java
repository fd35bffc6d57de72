package org.plenish.engine.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.plenish.engine.math.Gamma;
import org.plenish.engine.math.Lattice;
import org.plenish.engine.math.Normal;
import org.plenish.engine.math.Poisson;

class PeriodicReviewOrderUpToTest {

    private static final PeriodicReviewOrderUpTo ERLANG =
            new PeriodicReviewOrderUpTo(new Gamma(1, 100), new Gamma(2, 100), 100);

    @Test
    void fillRateOfErlangDemandIsKnownInClosedForm() {
        assertThat(ERLANG.expectedShortageUnits(500)).isCloseTo(600 * Math.exp(-5), within(1e-6));
        assertThat(ERLANG.fillRate(500)).isCloseTo(0.9596, within(5e-5)); // 1 - 4.0428 / 100
    }

    @Test
    void safetyStockReachesTheFillRateExactly() {
        for (double fillRate : new double[] {0.8, 0.95, 0.999}) {
            assertThat(ERLANG.fillRate(200 + ERLANG.safetyStockUnits(fillRate))).isCloseTo(fillRate, within(1e-9));
        }
    }

    @Test
    void withoutLeadTimeItIsTheTextbooksRuleForOneReviewPeriod() {
        Normal demand = new Normal(100, 30);
        PeriodicReviewOrderUpTo atOnce = new PeriodicReviewOrderUpTo(Lattice.zero(), demand, 100);

        assertThat(atOnce.safetyStockUnits(0.99))
                .isCloseTo(SafetyStock.fillRate(demand, 100, 100, 0.99), within(1e-9)); // nothing is short as it comes
    }

    @Test
    void asksForLessThanTheTextbooksRuleWhichCountsShortagesTwice() {
        assertThat(ERLANG.safetyStockUnits(0.9))
                .isLessThan(SafetyStock.fillRate(ERLANG.protectionDemand(), 200, 100, 0.9));
    }

    /** Lead time of two review periods, Poisson demand: stock is counted day by day. */
    @Test
    void fillRateIsThatOfAReplay() {
        Poisson demand = new Poisson(3);
        PeriodicReviewOrderUpTo policy = new PeriodicReviewOrderUpTo(new Poisson(6), new Poisson(9), 3);
        Random random = new Random(7);
        int orderUpTo = 11;
        long[] pipeline = {0, 0};
        long net = orderUpTo;
        long demanded = 0;
        long shortUnits = 0;
        for (int period = 0; period < 200_000; period++) {
            long order = orderUpTo - net - pipeline[0] - pipeline[1];
            net += pipeline[0];
            pipeline[0] = pipeline[1];
            pipeline[1] = order;
            long units = (long) demand.quantile(Math.max(1e-12, random.nextDouble()));
            demanded += units;
            shortUnits += Math.min(units, Math.max(0, units - Math.max(0, net)));
            net -= units;
        }
        assertThat(policy.fillRate(orderUpTo)).isCloseTo(1 - (double) shortUnits / demanded, within(3e-3));
    }

    @Test
    void levelsForWholeUnitsAreWhole() {
        PeriodicReviewOrderUpTo policy = new PeriodicReviewOrderUpTo(new Poisson(6.3), new Poisson(9.4), 3.1);
        double level = 9.4 + policy.safetyStockUnits(0.95);

        assertThat(level).isCloseTo(Math.rint(level), within(1e-9));
        assertThat(policy.fillRate(Math.rint(level))).isGreaterThanOrEqualTo(0.95);
        assertThat(policy.fillRate(Math.rint(level) - 1)).isLessThan(0.95);
    }

    @Test
    void argumentsOutsideTheirRangeAreRefused() {
        assertThatThrownBy(() -> new PeriodicReviewOrderUpTo(new Poisson(1), new Poisson(2), 0))
                .hasMessage("mean demand of a review period (units): 0.0 must be a number above 0.");
        assertThatThrownBy(() -> ERLANG.safetyStockUnits(1)).hasMessageStartingWith("fill rate: 1.0");
        assertThatThrownBy(() -> ERLANG.fillRate(Double.NaN)).hasMessageStartingWith("order-up-to level");
    }
}
