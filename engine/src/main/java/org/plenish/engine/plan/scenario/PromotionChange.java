package org.plenish.engine.plan.scenario;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.plenish.engine.model.TimeBuckets;

/**
 * Articles are promoted: they sell more for a while, and some of that only earlier.
 *
 * @param upliftFactor 1.4 sells 40 % more, 1 or more
 * @param pulledForwardShare of what is sold in addition, the share that would otherwise have sold in as many days after
 *     the promotion, 0 to 1
 */
record PromotionChange(
        Selection selection, LocalDate from, LocalDate to, double upliftFactor, double pulledForwardShare)
        implements Change {

    static final ChangeKind KIND = new ChangeKind("promotion", PromotionChange::read);

    private static PromotionChange read(ChangeFields fields) {
        fields.requireSomeOf("items", "categories");
        Selection selection = Selection.read(fields);
        LocalDate from = fields.date("from");
        LocalDate to = fields.date("to");
        Period.read(fields);
        double uplift = fields.number("uplift", 1, DemandChange.LARGEST_FACTOR);
        Double pulled = fields.numberIfGiven("pulled_forward", 0, 1);
        return new PromotionChange(selection, from, to, uplift, pulled == null ? 0 : pulled);
    }

    @Override
    public Driver driver() {
        return Driver.DEMAND;
    }

    @Override
    public String sentence() {
        String after = pulledForwardShare == 0
                ? "."
                : ", of which " + Words.number(100 * pulledForwardShare) + " % is missing in as many days after it.";
        return "Promotion of " + selection.words() + new Period(from, to).words() + ": demand × "
                + Words.number(upliftFactor) + after;
    }

    @Override
    public NoReplay noReplay() {
        return NoReplay.DEMAND;
    }

    @Override
    public void applyTo(Draft draft) {
        draft.scaleForecasts(selection, this::factor, draft.said(this));
    }

    private double factor(TimeBuckets buckets, int index) {
        long days = ChronoUnit.DAYS.between(from, to) + 1;
        Period after = new Period(to.plusDays(1), to.plusDays(days));
        double more = (upliftFactor - 1) * new Period(from, to).shareOf(buckets, index);
        double less = (upliftFactor - 1) * pulledForwardShare * after.shareOf(buckets, index);
        return Math.max(0, 1 + more - less);
    }
}
