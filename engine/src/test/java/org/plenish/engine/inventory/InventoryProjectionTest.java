package org.plenish.engine.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.plenish.engine.model.BucketSize;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.model.TimeBuckets;

class InventoryProjectionTest {

    private static InventoryProjection roll(int initialUnits, int[] receipts, int[] in, int[] out, int[] demand) {
        return InventoryProjection.roll(
                SkuLocation.of("tea", "north"),
                new TimeBuckets(LocalDate.of(2026, 1, 5), BucketSize.WEEK, 0, demand.length),
                initialUnits,
                receipts,
                in,
                out,
                demand,
                new int[demand.length]);
    }

    @Test
    void whatOpensComesAndGoesIsWhatCloses() {
        InventoryProjection stock =
                roll(10, new int[] {0, 20, 0}, new int[] {0, 5, 0}, new int[] {2, 0, 0}, new int[] {12, 6, 9});

        assertThat(stock.openingUnits()).containsExactly(10, -4, 15);
        assertThat(stock.closingUnits()).containsExactly(0, 15, 6); // 10 - 2 - 12, -4 + 20 + 5 - 6, 15 - 9
        assertThat(stock.backorderUnits()).containsExactly(4, 0, 0);
        assertThat(stock.firstStockoutBucket()).isZero();
    }

    @Test
    void peakIsBeforeDemandIsServed() {
        InventoryProjection stock = roll(10, new int[] {0, 20}, new int[] {0, 5}, new int[] {2, 1}, new int[] {12, 6});

        assertThat(stock.peakUnits(0)).isEqualTo(8); // 10 - 2
        assertThat(stock.peakUnits(1)).isEqualTo(24); // nothing lies there at first, 20 + 5 - 1
    }

    @Test
    void withoutBackordersThereIsNoStockout() {
        InventoryProjection stock = roll(5, new int[2], new int[2], new int[2], new int[] {5, 0});

        assertThat(stock.closingUnits()).containsExactly(0, 0);
        assertThat(stock.firstStockoutBucket()).isEqualTo(-1);
    }

    @Test
    void stockBeyondWhatCountsAsAnIntegerIsRefused() {
        assertThatThrownBy(() -> roll(Integer.MAX_VALUE, new int[] {1}, new int[1], new int[1], new int[1]))
                .isInstanceOf(ArithmeticException.class);
    }
}
