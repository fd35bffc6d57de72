package org.plenish.engine.forecast.method;

import org.plenish.engine.math.Minimizers;

/**
 * ADIDA: demand is added up over spans as long as the mean interval between demands, so that hardly a span is without
 * one; exponential smoothing forecasts the next span, and each bucket gets its even share. The spans end with the last
 * bucket; what does not fill one at the beginning is left off. With demand in every bucket it is
 * {@link SimpleExponentialSmoothing}, with the same bound on its constant as {@link Croston}.
 *
 * <p>Source: Nikolopoulos, Syntetos, Boylan, Petropoulos &amp; Assimakopoulos (2011), doi:10.1057/jors.2010.32.
 */
public final class AggregateDisaggregate implements ForecastMethod {

    @Override
    public String id() {
        return "adida";
    }

    @Override
    public String suits() {
        return "an average over spans as long as the time between demands fits";
    }

    @Override
    public boolean canForecast(double[] demandUnits) {
        return Histories.demandCount(demandUnits) >= 2 && Histories.isIntermittent(demandUnits);
    }

    @Override
    public Prediction forecast(double[] demandUnits, int horizonBuckets) {
        double[] known = Histories.known(demandUnits);
        return around(known, rate(known, meanIntervalBuckets(known)), horizonBuckets);
    }

    /** Mean interval between demands, to the nearest bucket. */
    static int meanIntervalBuckets(double[] known) {
        return (int) Math.round((double) known.length / Histories.demandCount(known));
    }

    /** Forecast of a bucket by smoothing totals over {@code span} buckets; at least one such span is known. */
    static double rate(double[] known, int span) {
        double[] totals = totals(known, span);
        double alpha = Minimizers.onInterval(
                candidate -> SimpleExponentialSmoothing.fit(totals, candidate).squaredError(), 0, Croston.MAX_ALPHA);
        return SimpleExponentialSmoothing.fit(totals, alpha).level() / span;
    }

    static double[] totals(double[] known, int span) {
        double[] totals = new double[known.length / span];
        int start = known.length - totals.length * span;
        for (int i = start; i < known.length; i++) {
            totals[(i - start) / span] += known[i];
        }
        return totals;
    }

    /** The rate for every bucket, with the spread of the history around it. */
    static Prediction around(double[] known, double rate, int horizonBuckets) {
        double squaredError = 0;
        for (double units : known) {
            squaredError += (units - rate) * (units - rate);
        }
        return Prediction.flat(rate, Histories.errorSd(squaredError, known, 1), 0, horizonBuckets);
    }
}
