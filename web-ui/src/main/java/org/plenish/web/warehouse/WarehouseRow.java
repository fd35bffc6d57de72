package org.plenish.web.warehouse;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One warehouse at a glance.
 *
 * @param capacityM3 null: not limited
 * @param nowM3 what lies there on the plan's date
 * @param peakM3 the most of a bucket
 * @param fullestShare highest use of a bucket by its limit, 0 to 1; null: not limited
 * @param fullestStart the bucket of {@code fullestShare}, or of {@code peakM3} where nothing is limited
 * @param savedByOneM3 what one more m³ would save over the horizon, in currency units; 0: it never binds
 * @param stockValue null: its stock has not been valued, as in plans of earlier versions
 * @param agedValue last sold more than 90 days ago, or never
 */
public record WarehouseRow(
        String warehouse,
        String name,
        @Nullable Double capacityM3,
        double nowM3,
        double peakM3,
        @Nullable Double fullestShare,
        LocalDate fullestStart,
        double savedByOneM3,
        @Nullable BigDecimal stockValue,
        @Nullable BigDecimal agedValue,
        @Nullable BigDecimal deadValue,
        @Nullable BigDecimal excessValue,
        @Nullable Double agedM3,
        @Nullable Double deadM3,
        @Nullable Double excessM3) {

    /** Of its capacity; null: not limited. */
    public @Nullable Double nowShare() {
        return capacityM3 == null || capacityM3 <= 0 ? null : nowM3 / capacityM3;
    }

    /** Null: its stock has not been valued. */
    public @Nullable BigDecimal deadAndExcessValue() {
        return deadValue == null || excessValue == null ? null : deadValue.add(excessValue);
    }

    /** Percent for a bar, 0 to 100. */
    public long nowPercent() {
        Double share = nowShare();
        return share == null ? 0 : Math.min(100, Math.round(100 * share));
    }
}
