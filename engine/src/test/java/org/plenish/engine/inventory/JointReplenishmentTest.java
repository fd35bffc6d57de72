package org.plenish.engine.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.plenish.engine.inventory.JointReplenishment.Item;
import org.plenish.engine.inventory.JointReplenishment.Schedule;

class JointReplenishmentTest {

    private static final JointReplenishment FIVE = new JointReplenishment(
            10,
            List.of(
                    new Item(1.87, 0.2, 1736),
                    new Item(5.27, 0.2, 656),
                    new Item(7.94, 0.2, 558),
                    new Item(8.19, 0.2, 170),
                    new Item(8.87, 0.2, 142)));

    @Test
    void scheduleIsAsPublished() {
        Schedule schedule = FIVE.silver();

        assertThat(schedule.multiples()).containsExactly(1, 1, 1, 3, 3);
        assertThat(schedule.baseCycle()).isCloseTo(0.2813771490671472, within(1e-12));
        assertThat(schedule.quantitiesUnits())
                .containsExactly(
                        new double[] {
                            488.4707307805676,
                            184.58340978804858,
                            157.00844917946816,
                            143.50234602424507,
                            119.8666655026047
                        },
                        within(1e-9));
        assertThat(schedule.cost()).isCloseTo(218.68632025498687, within(1e-10));
    }

    @Test
    void isNearTheBestOfManySchedules() {
        double best = Double.POSITIVE_INFINITY;
        for (int code = 0; code < 6 * 6 * 6 * 6; code++) {
            int[] multiples = {1, 1 + code % 6, 1 + code / 6 % 6, 1 + code / 36 % 6, 1 + code / 216};
            best = Math.min(best, FIVE.schedule(multiples).cost());
        }

        assertThat(FIVE.silver().cost()).isBetween(best, best * 1.01);
    }

    @Test
    void oneItemIsItsEconomicLot() {
        Schedule schedule = new JointReplenishment(5, List.of(new Item(3, 0.225, 1300))).silver();
        EconomicLot economic = new EconomicLot(8, 0.225, 1300);

        assertThat(schedule.quantitiesUnits()[0]).isCloseTo(economic.units(), within(1e-9));
        assertThat(schedule.cost()).isCloseTo(economic.cost(economic.units()), within(1e-9));
    }

    @Test
    void argumentsOutsideTheirRangeAreRefused() {
        assertThatThrownBy(() -> new JointReplenishment(10, List.of())).hasMessageContaining("must be 1 or more");
        assertThatThrownBy(() -> new Item(1, 1, 0)).hasMessageStartingWith("demand rate: 0.0");
        assertThatThrownBy(() -> FIVE.schedule(new int[] {2, 2, 2, 2, 2})).hasMessageContaining("one of them 1");
        assertThatThrownBy(() -> new JointReplenishment(0, List.of(new Item(0, 1, 1))))
                .hasMessageContaining("above 0");
    }
}
