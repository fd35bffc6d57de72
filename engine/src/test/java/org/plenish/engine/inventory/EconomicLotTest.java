package org.plenish.engine.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class EconomicLotTest {

    /** Snyder & Shen (2019), example 3.1. */
    private static final EconomicLot CANDY = new EconomicLot(8, 0.225, 1300);

    @Test
    void isAsPublished() {
        assertThat(CANDY.units()).isCloseTo(304.0467800264368, within(1e-10)); // √(2·8·1300 / 0.225)
        assertThat(CANDY.cost(CANDY.units())).isCloseTo(68.41052550594827, within(1e-10));
    }

    @Test
    void producedLotIsAsPublished() {
        EconomicLot produced = CANDY.producedAt(2000); // h·(1 - 1300/2000) = 0.07875

        assertThat(produced.units()).isCloseTo(513.9328595516969, within(1e-9));
        assertThat(produced.cost(produced.units())).isCloseTo(40.47221268969612, within(1e-10));
    }

    @Test
    void madeInNoTimeIsBought() {
        assertThat(CANDY.producedAt(1e15).units()).isCloseTo(CANDY.units(), within(1e-6));
    }

    @Test
    void lotWithBackordersIsAsPublished() {
        EconomicLot.WithBackorders lot = new EconomicLot(40, 40.05, 2080).withBackorders(60);

        assertThat(lot.units()).isCloseTo(83.23544812889804, within(1e-10));
        assertThat(lot.backorderedShare()).isCloseTo(0.400299850074962, within(1e-12)); // 40.05 / 100.05
        assertThat(lot.cost(lot.units(), lot.backorderedShare())).isCloseTo(1999.148244415212, within(1e-9));
    }

    @Test
    void backordersTooDearAreNone() {
        EconomicLot.WithBackorders lot = CANDY.withBackorders(1e12);

        assertThat(lot.units()).isCloseTo(CANDY.units(), within(1e-6));
        assertThat(lot.cost(300, 0)).isCloseTo(CANDY.cost(300), within(1e-12));
    }

    @Test
    void noOtherLotIsCheaper() {
        EconomicLot.WithBackorders lot = new EconomicLot(40, 40.05, 2080).withBackorders(60);
        double least = lot.cost(lot.units(), lot.backorderedShare());

        for (double units = 40; units < 160; units += 7) {
            for (double share = 0; share <= 1; share += 0.1) {
                assertThat(lot.cost(units, share)).isGreaterThanOrEqualTo(least);
            }
        }
    }

    @Test
    void argumentsOutsideTheirRangeAreRefused() {
        assertThatThrownBy(() -> new EconomicLot(-8, 0.225, 1300))
                .hasMessage("fixed cost of an order: -8.0 must be a number of 0 or more.");
        assertThatThrownBy(() -> new EconomicLot(8, 0, 1300)).hasMessageStartingWith("holding cost: 0.0");
        assertThatThrownBy(() -> CANDY.producedAt(1000))
                .hasMessage("production rate: 1000.0 must be above the demand rate, 1300.0.");
        assertThatThrownBy(() -> CANDY.cost(0)).hasMessageStartingWith("order quantity: 0.0");
        assertThatThrownBy(() -> CANDY.withBackorders(5).cost(300, 1.2))
                .hasMessageContaining("1.2 must be from 0 to 1");
    }
}
