package org.plenish.web.warehouse;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Goods of one storage class at a warehouse.
 *
 * @param storageClass blank: goods that need no special storage
 * @param limitM3 the least of a bucket; null: not limited
 * @param savedByOneM3 what one more m³ for them would save over the horizon, in currency units
 */
public record StorageClassRow(
        String storageClass,
        int locations,
        BigDecimal value,
        double nowM3,
        double peakM3,
        @Nullable Double limitM3,
        double savedByOneM3) {

    /** Of the limit; null: not limited. */
    public @Nullable Double peakShare() {
        return limitM3 == null || limitM3 <= 0 ? null : peakM3 / limitM3;
    }
}
