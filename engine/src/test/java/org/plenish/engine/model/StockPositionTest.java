package org.plenish.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class StockPositionTest {

    private static final SkuLocation TEA = SkuLocation.of("TEA", "NORTH");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Test
    void whatExpiredBeforeTheDayIsNotAvailable() {
        StockPosition position = new StockPosition(
                TEA,
                100,
                10,
                5,
                List.of(
                        new Lot("A", 30, TODAY.minusDays(1)),
                        new Lot("B", 20, TODAY), // its last day
                        new Lot("", 50, null)));

        assertThat(position.expiredUnits(TODAY)).isEqualTo(30);
        assertThat(position.netUnits(TODAY)).isEqualTo(55); // 100 - 30 - 10 - 5
        assertThat(position.netUnits(TODAY.plusDays(1))).isEqualTo(35); // 100 - 50 - 10 - 5
    }

    @Test
    void noMoreExpiresThanIsThere() {
        List<Lot> lots = List.of(new Lot("A", 30, TODAY.minusDays(1)), new Lot("B", -12, null));

        assertThat(new StockPosition(TEA, 18, 0, 0, lots).netUnits(TODAY)).isZero();
        assertThat(new StockPosition(TEA, -12, 0, 0, lots).netUnits(TODAY)).isZero();
    }
}
