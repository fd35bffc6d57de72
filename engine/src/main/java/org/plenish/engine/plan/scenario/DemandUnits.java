package org.plenish.engine.plan.scenario;

/**
 * Demand is so many units a bucket, or so many more or less, of all that is selected together: spread down in proportion
 * to what each is forecast, in equal parts where nothing is. A bucket that the period shares has the change by days.
 *
 * @param units a bucket, of the whole selection; below 0 only where they are added
 * @param added whether they come on top; demand is then never below 0
 */
record DemandUnits(Selection selection, Period period, double units, boolean added) implements Change {

    static final double LARGEST_UNITS = 1e9;

    @Override
    public Driver driver() {
        return Driver.DEMAND;
    }

    @Override
    public String sentence() {
        String amount = added
                ? (units < 0 ? " − " : " + ") + Words.number(Math.abs(units)) + " units a bucket."
                : " is " + Words.number(units) + " units a bucket.";
        return "Demand of " + selection.words() + period.words() + amount;
    }

    @Override
    public NoReplay noReplay() {
        return NoReplay.DEMAND;
    }

    @Override
    public void applyTo(Draft draft) {
        draft.spread(
                selection,
                (buckets, i, before) -> {
                    double share = period.shareOf(buckets, i);
                    return added ? Math.max(0, before + share * units) : (1 - share) * before + share * units;
                },
                draft.said(this));
    }
}
