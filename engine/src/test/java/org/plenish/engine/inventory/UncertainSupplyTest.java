package org.plenish.engine.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.plenish.engine.inventory.UncertainSupplyBaseStock.Disruptions;
import org.plenish.engine.math.Normal;

class UncertainSupplyTest {

    /** Snyder & Shen (2019), example 9.1. */
    private final DisruptedSupplyOrderQuantity lot = new DisruptedSupplyOrderQuantity(8, 0.225, 5, 1300, 1.5, 14);

    /** Their example 9.3. */
    private final UncertainSupplyBaseStock steady = new UncertainSupplyBaseStock(0.25, 3, 2000);

    private final Disruptions disruptions = new Disruptions(0.04, 0.25);

    @Test
    void disruptionsCostByTheirChanceWhenStockRunsOut() {
        assertThat(lot.cost(400)).isCloseTo(211.084189, within(1e-6));
        assertThat(lot.approximateCost(400)).isCloseTo(212.256901, within(1e-6));
    }

    @Test
    void theBestOrderCoversDisruptionsBetterThanItsNeighbours() {
        double best = lot.units();

        assertThat(lot.cost(best)).isLessThan(lot.cost(best * 1.01)).isLessThan(lot.cost(best * 0.99));
        assertThat(lot.approximateCost(lot.approximateUnits())).isLessThan(lot.approximateCost(best * 1.05));
    }

    @Test
    void aReliableSupplierLeavesTheEconomicOrderQuantity() {
        DisruptedSupplyOrderQuantity reliable = new DisruptedSupplyOrderQuantity(8, 0.225, 5, 1300, 1e-9, 14);

        assertThat(reliable.units()).isCloseTo(new EconomicLot(8, 0.225, 1300).units(), within(0.01));
    }

    @Test
    void yieldsRaiseTheOrder() {
        UncertainYieldOrderQuantity additive = new UncertainYieldOrderQuantity(18500, 0.06, 75000, -15000, 9000);
        assertThat(additive.additiveUnits()).isCloseTo(230246.370469, within(1e-6)); // example 9.4
        assertThat(additive.additiveCost(additive.additiveUnits())).isCloseTo(12914.782228, within(1e-6));

        UncertainYieldOrderQuantity share = new UncertainYieldOrderQuantity(18500, 0.06, 75000, 5 / 6.0, 0.140859042);
        assertThat(share.multiplicativeCost(200000)).isCloseTo(13467.857, within(1e-3)); // example 9.5
        double best = share.multiplicativeUnits();
        assertThat(share.multiplicativeCost(best))
                .isLessThan(share.multiplicativeCost(best * 1.01))
                .isLessThan(share.multiplicativeCost(best * 0.99));
    }

    @Test
    void certainYieldIsThePlainOrder() {
        double plain = new EconomicLot(8, 0.225, 1300).units();

        assertThat(new UncertainYieldOrderQuantity(8, 0.225, 1300, 0, 0).additiveUnits())
                .isCloseTo(plain, within(1e-9));
        assertThat(new UncertainYieldOrderQuantity(8, 0.225, 1300, 1, 0).multiplicativeUnits())
                .isCloseTo(plain, within(1e-9));
    }

    @Test
    void stockCoversAsManyMissedPeriodsAsPay() {
        assertThat(steady.units(disruptions)).isEqualTo(8000);
        assertThat(steady.cost(8000, disruptions)).isCloseTo(2737.069, within(1e-3));
        assertThat(steady.cost(12000, disruptions)).isCloseTo(3075.1616, within(1e-3));
    }

    @Test
    void costIsTheSumOverAllLengthsOfDisruption() {
        for (double level : new double[] {-500, 1000, 2000, 5100, 8000}) {
            double sum = 0;
            for (int n = 0; n < 400; n++) {
                double chance = n == 0
                        ? 1 - disruptions.longerThan(0)
                        : disruptions.longerThan(n - 1) - disruptions.longerThan(n);
                double left = level - (n + 1) * 2000.0;
                sum += chance * (0.25 * Math.max(0, left) + 3 * Math.max(0, -left));
            }
            assertThat(steady.cost(level, disruptions)).isCloseTo(sum, within(1e-6));
        }
    }

    @Test
    void yieldsAroundNothingAskForTheirQuantile() {
        UncertainSupplyBaseStock newsvendor = new UncertainSupplyBaseStock(1, 3, 100);
        Normal yield = new Normal(0, 10);
        double best = newsvendor.unitsForAdditiveYield(yield);

        assertThat(best).isCloseTo(106.744898, within(1e-6)); // Φ⁻¹(0.25) = -0.6744898
        assertThat(newsvendor.costForAdditiveYield(best, yield))
                .isCloseTo(4 * 10 * 0.317776573, within(1e-6)); // φ(0.67449)
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatThrownBy(() -> new Disruptions(0, 0.5))
                .hasMessage("disruption probability: 0.0 must be above 0 and below 1.");
        assertThatThrownBy(() -> lot.cost(0)).hasMessage("order quantity: 0.0 must be a number above 0.");
        assertThatThrownBy(() -> new UncertainYieldOrderQuantity(1, 1, 1, -2, 0).additiveCost(1))
                .hasMessageContaining("order quantity and mean yield together");
    }
}
