package org.plenish.engine.forecast.clean;

/** Why a bucket of history was corrected, in the order in which the corrections are made. */
public enum CorrectionKind {
    /** Goods that came back are taken from the sales they belong to. */
    RETURN,
    /** Sales lost on days without stock are put back, or the bucket is not known. */
    OUT_OF_STOCK,
    /** The bucket was on sale for a part of its days only, because the history starts within it. */
    PART_OF_BUCKET,
    /** A promotion's uplift is taken out. */
    PROMOTION,
    /** The effect of a day of the calendar is taken out. */
    EVENT,
    /** A single order out of all proportion counts in part only. */
    OUTLIER,
    /** Demand moved to another level; what was before is brought to it. */
    LEVEL_SHIFT;

    /** Whether the correction changes what is there by a factor, rather than by a difference. */
    boolean isFactor() {
        return this != RETURN;
    }
}
