package org.plenish.engine.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.plenish.engine.inventory.QuantityDiscount.Lot;

class QuantityDiscountTest {

    /** Snyder & Shen (2019), example 3.6. */
    private static final QuantityDiscount CANDY =
            new QuantityDiscount(new double[] {0, 400, 800}, new double[] {0.75, 0.72, 0.68});

    @Test
    void priceOfAllUnitsIsAsPublished() {
        Lot lot = CANDY.allUnits(8, 0.3, 1300);

        assertThat(lot.units()).isEqualTo(800);
        assertThat(lot.priceIndex()).isEqualTo(2);
        assertThat(lot.cost()).isCloseTo(978.6, within(1e-9)); // 884 + 13 + 81.6
    }

    @Test
    void priceOfFurtherUnitsIsAsPublished() {
        Lot lot = CANDY.incremental(8, 0.3, 1300);

        assertThat(lot.units()).isCloseTo(304.04678003, within(1e-8));
        assertThat(lot.priceIndex()).isZero();
        assertThat(lot.cost()).isCloseTo(1043.41052551, within(1e-8));

        Lot large = new QuantityDiscount(new double[] {0, 300, 600}, new double[] {100, 90, 80})
                .incremental(150, 0.25, 2400);
        assertThat(large.units()).isCloseTo(1481.8906842274164, within(1e-9)); // √(2·(150 + 9000)·2400 / 20)
        assertThat(large.cost()).isCloseTo(222762.8136845483, within(1e-7));
    }

    @Test
    void onePriceIsTheEconomicLot() {
        QuantityDiscount none = new QuantityDiscount(new double[] {0}, new double[] {0.75});
        EconomicLot economic = new EconomicLot(8, 0.225, 1300);

        assertThat(none.allUnits(8, 0.3, 1300)).isEqualTo(none.incremental(8, 0.3, 1300));
        assertThat(none.allUnits(8, 0.3, 1300).units()).isEqualTo(economic.units());
        assertThat(none.allUnits(8, 0.3, 1300).cost()).isCloseTo(975 + economic.cost(economic.units()), within(1e-9));
    }

    @Test
    void noOtherQuantityIsCheaper() {
        Random random = new Random(7);
        for (int i = 0; i < 200; i++) {
            double[] from = {0, 1 + random.nextInt(200), 300 + random.nextInt(500)};
            double[] prices = {2, 1.7 + random.nextDouble() * 0.3, 1.4 + random.nextDouble() * 0.3};
            double fixed = 1 + random.nextInt(60);
            double demand = 50 + random.nextInt(3000);
            QuantityDiscount discount = new QuantityDiscount(from, prices);
            Lot all = discount.allUnits(fixed, 0.25, demand);
            Lot further = discount.incremental(fixed, 0.25, demand);
            for (double units = 1; units < 2000; units += 3) {
                int tier = units >= from[2] ? 2 : units >= from[1] ? 1 : 0;
                double goods = 0;
                for (int j = 0; j <= tier; j++) {
                    goods += ((j == tier ? units : from[j + 1]) - from[j]) * prices[j];
                }
                assertThat(cost(units, units * prices[tier], fixed, demand)).isGreaterThan(all.cost() - 1e-9);
                assertThat(cost(units, goods, fixed, demand)).isGreaterThan(further.cost() - 1e-9);
            }
        }
    }

    private static double cost(double units, double goods, double fixed, double demand) {
        return demand / units * (fixed + goods) + 0.25 * goods / 2;
    }

    @Test
    void pricesOutOfOrderAreRefused() {
        assertThatThrownBy(() -> discount(new double[] {0, 800, 400}, 0.75, 0.72, 0.68))
                .hasMessage("breakpoint: 400.0 must be above the one before, 800.0.");
        assertThatThrownBy(() -> discount(new double[] {0, 400, 800}, 0.75, 0.72))
                .hasMessageContaining("3 breakpoints and 2 prices");
        assertThatThrownBy(() -> discount(new double[] {0, 400}, 0.75, -0.68))
                .hasMessageStartingWith("unit cost: -0.68");
        assertThatThrownBy(() -> discount(new double[] {0, 400}, 0.75, 0.8)).hasMessageStartingWith("unit cost: 0.8");
        assertThatThrownBy(() -> discount(new double[] {10}, 0.75)).hasMessage("first breakpoint: 10.0 must be 0.");
    }

    private static QuantityDiscount discount(double[] from, double... prices) {
        return new QuantityDiscount(from, prices);
    }
}
