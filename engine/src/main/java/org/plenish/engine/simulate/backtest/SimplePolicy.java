package org.plenish.engine.simulate.backtest;

import java.util.Locale;
import org.plenish.engine.inventory.WholeUnits;
import org.plenish.engine.policy.ReplenishmentPolicy;
import org.plenish.engine.policy.ReplenishmentPolicy.DoNotStock;
import org.plenish.engine.policy.ReplenishmentPolicy.MinMax;
import org.plenish.engine.policy.ReplenishmentPolicy.ReorderPointOrderQuantity;

/**
 * What many a business does without a planning system: levels from last year's average d (units a day, lost sales put back),
 * looked at once a week, L days of lead time.
 *
 * <ul>
 *   <li>{@link Kind#MIN_MAX}: min = d·(L + 7)·1.5, max = min + 28·d. The minimum is lead-time and review demand with half as much
 *       again as safety, as in Toyota's card formula {@code D·L·(1 + α)}; min and max with "average usage times lead time plus
 *       safety stock": Silver, Pyke & Thomas (2017), §6.3 (s,S).
 *   <li>{@link Kind#TWO_WEEKS}: s = d·(L + 14), Q = 28·d: reorder at lead-time demand plus two weeks (s,Q).
 * </ul>
 *
 * @param safetyScale multiplies what is kept for safety: half the demand of (L + 7) days, or 14 days; 1 is the usual
 */
public record SimplePolicy(Kind kind, double safetyScale) {

    private static final int REVIEW_DAYS = 7;
    private static final int ORDER_DAYS = 28;
    private static final double MIN_MAX_SAFETY_SHARE = 0.5;
    private static final int TWO_WEEKS_DAYS = 14;

    /** Which of both. */
    public enum Kind {
        MIN_MAX("min-max"),
        TWO_WEEKS("two-weeks");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** For tables and the command line. */
        public String word() {
            return word;
        }
    }

    public SimplePolicy(Kind kind) {
        this(kind, 1);
    }

    /** One sentence for a planner. */
    public String description() {
        return switch (kind) {
            case MIN_MAX ->
                String.format(
                        Locale.ROOT,
                        "Last year's daily average: order at %.2f times the demand of lead time plus a week, up to"
                                + " four weeks more.",
                        1 + MIN_MAX_SAFETY_SHARE * safetyScale);
            case TWO_WEEKS ->
                String.format(
                        Locale.ROOT,
                        "Last year's daily average: order four weeks' demand at the demand of lead time plus %.1f"
                                + " days.",
                        TWO_WEEKS_DAYS * safetyScale);
        };
    }

    /**
     * @param unitsPerDay last year's average, 0 or more
     * @param leadTimeDays 0 or more
     */
    ReplenishmentPolicy levels(double unitsPerDay, int leadTimeDays) {
        if (unitsPerDay <= 0) {
            return new DoNotStock();
        }
        int orderUnits = Math.max(1, WholeUnits.roundUp(unitsPerDay * ORDER_DAYS));
        return switch (kind) {
            case MIN_MAX -> {
                double days = (leadTimeDays + REVIEW_DAYS) * (1 + MIN_MAX_SAFETY_SHARE * safetyScale);
                int min = atLeastZero(unitsPerDay * days);
                yield new MinMax(0, min, min + orderUnits, REVIEW_DAYS);
            }
            case TWO_WEEKS -> {
                int reorderPoint = atLeastZero(unitsPerDay * (leadTimeDays + TWO_WEEKS_DAYS * safetyScale));
                yield new ReorderPointOrderQuantity(0, reorderPoint, orderUnits, REVIEW_DAYS);
            }
        };
    }

    private static int atLeastZero(double units) {
        return WholeUnits.roundUp(Math.max(0, units));
    }
}
