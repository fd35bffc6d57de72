package org.plenish.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.model.SupplyOption;

/** Tea and mugs in the north, of a supplier whose order costs 40. */
class JointOrdersTest {

    private final Dataset dataset = SmallDataset.of();
    private final JointOrders orders = new JointOrders(dataset);
    private final SupplyOption tea =
            new PreferredSupply(dataset).findOption(SmallDataset.TEA_NORTH).orElseThrow();

    @Test
    void theCycleIsThatOfAllTogether() {
        orders.add(SmallDataset.TEA_NORTH, tea, 2); // 1,460 a year at 2.00
        // 365 · √(2 · 40 / (0.25 · 1,460))
        assertThat(orders.cycleDays(SmallDataset.TEA_NORTH, tea)).isCloseTo(170.88, within(0.01));

        orders.add(SmallDataset.TEA_NORTH, tea, 6); // four times as much
        assertThat(orders.cycleDays(SmallDataset.TEA_NORTH, tea)).isCloseTo(85.44, within(0.01));
    }

    @Test
    void anotherWarehouseOrdersByItself() {
        orders.add(SmallDataset.TEA_NORTH, tea, 2);
        double alone = orders.cycleDays(SmallDataset.TEA_NORTH, tea);
        orders.add(SmallDataset.TEA_SOUTH, tea, 50);
        assertThat(orders.cycleDays(SmallDataset.TEA_NORTH, tea)).isEqualTo(alone);
    }

    @Test
    void whatIsNotExpectedToSellIsNeverWorthAnOrder() {
        assertThat(orders.cycleDays(SmallDataset.TEA_NORTH, tea)).isEqualTo(SkuLocationProfile.NEVER_DAYS);
        assertThat(orders.shareOf(SmallDataset.TEA_NORTH, tea, 0)).isEqualTo(1);
    }

    @Test
    void anOrdersCostIsSharedByValue() {
        orders.add(SmallDataset.TEA_NORTH, tea, 2);
        orders.add(SmallDataset.TEA_NORTH, tea, 6);
        assertThat(orders.shareOf(SmallDataset.TEA_NORTH, tea, 2)).isEqualTo(0.25);
    }
}
