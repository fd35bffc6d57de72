package org.plenish.engine.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.plenish.engine.model.PriceBreak;
import org.plenish.engine.model.UnitPrice;

class EconomicOrderQuantityTest {

    /** Snyder & Shen (2019), examples 3.1 and 3.6: A = 8, D = 1,300, r = 0.3, v = 0.75. */
    private static final EconomicOrderQuantity CANDY = new EconomicOrderQuantity(1300, 8, 0.3);

    private static final List<PriceBreak> BREAKS =
            List.of(new PriceBreak(400, UnitPrice.parse("0.72")), new PriceBreak(800, UnitPrice.parse("0.68")));

    @Test
    void isAsPublished() {
        assertThat(CANDY.units(0.75)).isCloseTo(304.0467800264368, within(1e-9)); // √(2·8·1300 / 0.225)
        assertThat(CANDY.costPerYear(CANDY.units(0.75), 0.75) - 975).isCloseTo(68.41052550594827, within(1e-9));
    }

    @Test
    void takesThePriceBreakOfLeastCost() {
        assertThat(CANDY.bestUnits(OrderLattice.ANY, 0.75, BREAKS)).isEqualTo(800);
        assertThat(CANDY.costPerYear(800, 0.68)).isCloseTo(978.6, within(1e-9));
    }

    @Test
    void withoutBreaksTakesTheBetterNeighbour() {
        assertThat(CANDY.bestUnits(OrderLattice.ANY, 0.75, List.of())).isEqualTo(304);
        assertThat(CANDY.bestUnits(new OrderLattice(1, 48, 10_000), 0.75, List.of()))
                .isEqualTo(288); // or 336
    }

    @Test
    void staysInsideMinimumAndMaximum() {
        assertThat(CANDY.bestUnits(new OrderLattice(500, 1, 10_000), 0.75, List.of()))
                .isEqualTo(500);
        assertThat(CANDY.bestUnits(new OrderLattice(1, 24, 250), 0.75, List.of()))
                .isEqualTo(240);
    }

    @Test
    void withoutOrderCostTheLeastIsBest() {
        assertThat(new EconomicOrderQuantity(1300, 0, 0.3).bestUnits(new OrderLattice(5, 12, 100), 0.75, List.of()))
                .isEqualTo(12);
    }

    @Test
    void withoutHoldingCostTheMostIsBest() {
        assertThat(new EconomicOrderQuantity(1300, 8, 0).bestUnits(new OrderLattice(1, 12, 100), 0.75, List.of()))
                .isEqualTo(96);
    }

    @Test
    void withoutDemandNothingIsOrdered() {
        assertThat(new EconomicOrderQuantity(0, 8, 0.3).bestUnits(OrderLattice.ANY, 0.75, BREAKS))
                .isZero();
    }

    @Test
    void agreesWithTryingEveryAllowedQuantity() {
        Random random = new Random(11);
        for (int i = 0; i < 500; i++) {
            EconomicOrderQuantity economic = new EconomicOrderQuantity(
                    1 + random.nextInt(3000), random.nextInt(80), 0.05 + random.nextDouble() / 2);
            int min = 1 + random.nextInt(60);
            OrderLattice lattice = new OrderLattice(min, 1 + random.nextInt(24), min + random.nextInt(1500));
            int first = 2 + random.nextInt(300);
            List<PriceBreak> breaks = List.of(
                    new PriceBreak(first, UnitPrice.parse("1.90")),
                    new PriceBreak(first + 1 + random.nextInt(500), UnitPrice.parse("1.75")));
            int best = economic.bestUnits(lattice, 2, breaks);

            double leastCost = Double.POSITIVE_INFINITY;
            for (int units = lattice.leastUnits(); units <= lattice.mostUnits(); units += lattice.multipleUnits()) {
                leastCost = Math.min(leastCost, economic.costPerYear(units, price(units, breaks)));
            }
            assertThat(economic.costPerYear(best, price(best, breaks))).isCloseTo(leastCost, within(1e-9 * leastCost));
            assertThat(best % lattice.multipleUnits()).isZero();
            assertThat(best).isBetween(lattice.leastUnits(), lattice.mostUnits());
        }
    }

    private static double price(int units, List<PriceBreak> breaks) {
        double price = 2;
        for (PriceBreak priceBreak : breaks) {
            if (units >= priceBreak.minQuantityUnits()) {
                price = priceBreak.unitCost().toDouble();
            }
        }
        return price;
    }

    @Test
    void numbersThatAreNoneAreRefused() {
        assertThatThrownBy(() -> new EconomicOrderQuantity(Double.NaN, 1, 1)).hasMessageContaining("NaN units a year");
    }
}
