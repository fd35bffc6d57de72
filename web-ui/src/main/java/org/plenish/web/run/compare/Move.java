package org.plenish.web.run.compare;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An item at a warehouse of which two plans buy or move in different amounts; null: a plan does not have it.
 *
 * @param value of what the later one buys more, at unit cost; negative: less
 */
public record Move(
        int rank,
        String item,
        String description,
        String warehouse,
        @Nullable Integer boughtA,
        @Nullable Integer boughtB,
        @Nullable Integer movedInA,
        @Nullable Integer movedInB,
        @Nullable Integer onHandA,
        @Nullable Integer onHandB,
        @Nullable Integer reorderA,
        @Nullable Integer reorderB,
        BigDecimal value) {}
