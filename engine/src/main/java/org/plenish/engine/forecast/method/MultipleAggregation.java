package org.plenish.engine.forecast.method;

/**
 * IMAPA: {@link AggregateDisaggregate} over spans of every length from one bucket to the mean interval between demands,
 * averaged: no one length has to be right.
 *
 * <p>Source: Petropoulos &amp; Kourentzes (2015), doi:10.1057/jors.2014.62; there Croston's method or its correction may
 * serve a length where demand is still intermittent, here exponential smoothing serves all.
 */
public final class MultipleAggregation implements ForecastMethod {

    /** Longer spans leave too few totals to smooth. */
    private static final int MIN_TOTALS = 4;

    @Override
    public String id() {
        return "imapa";
    }

    @Override
    public String suits() {
        return "an average over spans of several lengths fits";
    }

    @Override
    public boolean canForecast(double[] demandUnits) {
        return Histories.demandCount(demandUnits) >= 2 && Histories.isIntermittent(demandUnits);
    }

    @Override
    public Prediction forecast(double[] demandUnits, int horizonBuckets) {
        double[] known = Histories.known(demandUnits);
        int longest =
                Math.max(1, Math.min(AggregateDisaggregate.meanIntervalBuckets(known), known.length / MIN_TOTALS));
        double sum = 0;
        for (int span = 1; span <= longest; span++) {
            sum += AggregateDisaggregate.rate(known, span);
        }
        return AggregateDisaggregate.around(known, sum / longest, horizonBuckets);
    }
}
