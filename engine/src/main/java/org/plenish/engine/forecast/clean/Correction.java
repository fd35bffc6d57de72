package org.plenish.engine.forecast.clean;

/**
 * One bucket of history that counts as something else than was recorded.
 *
 * @param bucket index into the history's buckets, 0 is the oldest
 * @param fromUnits what the bucket counted as before this correction; finite
 * @param toUnits what it counts as after it; NaN: not known
 * @param reason one sentence for a planner
 */
public record Correction(int bucket, CorrectionKind kind, double fromUnits, double toUnits, String reason) {

    public Correction {
        if (bucket < 0) {
            throw new IllegalArgumentException("bucket of a correction: " + bucket + " must be 0 or more.");
        }
        if (!Double.isFinite(fromUnits) || Double.isInfinite(toUnits)) {
            throw new IllegalArgumentException("correction of bucket " + bucket + " from " + fromUnits + " to "
                    + toUnits + ": both must be finite, or what it becomes NaN.");
        }
    }

    /**
     * What {@code units} become by this correction. Where they are what was corrected, exactly {@link #toUnits}; where an
     * earlier correction of the bucket was left out, the same factor of them, or for returns the same difference.
     */
    double applyTo(double units) {
        if (Double.isNaN(units) || Double.isNaN(toUnits)) {
            return Double.NaN;
        }
        if (units == fromUnits || fromUnits == 0 && kind.isFactor()) {
            return toUnits;
        }
        return kind.isFactor() ? units * (toUnits / fromUnits) : units + (toUnits - fromUnits);
    }
}
