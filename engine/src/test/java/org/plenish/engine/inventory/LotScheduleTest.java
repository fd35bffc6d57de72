package org.plenish.engine.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.plenish.engine.inventory.LotSchedule.PeriodDemand;

class LotScheduleTest {

    @Test
    void wagnerWhitinIsAsPublished() {
        LotSchedule lots = LotSchedule.wagnerWhitin(PeriodDemand.ofSteadyCosts(new double[] {90, 120, 80, 70}, 500, 2));

        assertThat(lots.orderUnits()).containsExactly(210, 0, 150, 0);
        assertThat(lots.nextOrderPeriod()).containsExactly(2, 4, 4, 4);
        assertThat(lots.cost()).isEqualTo(1380); // 500 + 2·120 + 500 + 2·70
    }

    @Test
    void silverMealIsAsPublished() {
        LotSchedule lots = LotSchedule.silverMeal(PeriodDemand.ofSteadyCosts(
                new double[] {10, 62, 12, 130, 154, 129, 88, 52, 124, 160, 238, 41}, 54, 0.4));

        assertThat(lots.orderUnits()).containsExactly(84, 0, 0, 130, 283, 0, 140, 0, 124, 160, 279, 0);
        assertThat(lots.cost()).isCloseTo(501.2, within(1e-9)); // 88.4 + 54 + 105.6 + 74.8 + 54 + 54 + 70.4
    }

    @Test
    void wagnerWhitinAgreesWithTryingEverySetOfOrders() {
        Random random = new Random(3);
        for (int i = 0; i < 100; i++) {
            double[] units = random.ints(7, 0, 60).asDoubleStream().toArray();
            double[] fixed = random.doubles(7, 0, 90).toArray();
            double[] holding = random.doubles(7, 0, 2).toArray();
            PeriodDemand demand = new PeriodDemand(units, fixed, holding);
            LotSchedule best = LotSchedule.wagnerWhitin(demand);
            LotSchedule heuristic = LotSchedule.silverMeal(demand);
            double least = Double.POSITIVE_INFINITY;
            for (int orders = 0; orders < 1 << 7; orders++) {
                least = Math.min(least, cost(demand, orders));
            }
            assertThat(best.cost()).isCloseTo(least, within(1e-9));
            assertThat(heuristic.cost()).isGreaterThanOrEqualTo(least - 1e-9);
            assertThat(Arrays.stream(best.orderUnits()).sum())
                    .isEqualTo(Arrays.stream(units).sum());
            assertThat(Arrays.stream(heuristic.orderUnits()).sum())
                    .isEqualTo(Arrays.stream(units).sum());
        }
    }

    /** Infinite where demand comes before the first order. */
    private static double cost(PeriodDemand demand, int orders) {
        double cost = 0;
        double carried = Double.POSITIVE_INFINITY;
        for (int t = 0; t < demand.units().length; t++) {
            if ((orders >> t & 1) == 1) {
                cost += demand.fixedCost()[t];
                carried = 0;
            }
            cost += demand.units()[t] == 0 ? 0 : carried * demand.units()[t];
            carried += demand.holdingCost()[t];
        }
        return cost;
    }

    @Test
    void periodsWithoutDemandAreNotOrderedFor() {
        PeriodDemand demand = PeriodDemand.ofSteadyCosts(new double[] {0, 0, 40, 0}, 100, 1);

        assertThat(LotSchedule.wagnerWhitin(demand).orderUnits()).containsExactly(0, 0, 40, 0);
        assertThat(LotSchedule.wagnerWhitin(demand).cost()).isEqualTo(100);
        assertThat(LotSchedule.silverMeal(demand).cost()).isEqualTo(100);
    }

    @Test
    void argumentsOutsideTheirRangeAreRefused() {
        assertThatThrownBy(() -> PeriodDemand.ofSteadyCosts(new double[] {1, 2}, 100, -0.5))
                .hasMessageStartingWith("holding cost: -0.5");
        assertThatThrownBy(() -> new PeriodDemand(new double[] {1}, new double[] {1, 1}, new double[] {1}))
                .hasMessageContaining("as many of all");
    }
}
