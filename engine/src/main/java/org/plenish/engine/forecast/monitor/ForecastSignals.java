package org.plenish.engine.forecast.monitor;

/**
 * What the latest errors of a forecast say of it. An error is forecast less demand: positive forecasts too much.
 *
 * <ul>
 *   <li><b>Tracking signal</b> (Brown 1962): sum of the errors by their mean absolute size. For independent errors its
 *       spread grows with the root of their number, to ±6 in 26 buckets, so it is told but not judged by.
 *   <li><b>Smoothed-error signal</b> (Trigg 1964): smoothed error by smoothed absolute error, both with weight
 *       {@value #SMOOTHING} on the newest; −1 to 1. Starting both from zero weighs both alike, so they need no start.
 *   <li><b>CUSUM</b> (Page 1954): of errors in standard deviations, what is beyond {@value #ALLOWANCE} is added up, not
 *       below zero, upwards and downwards apart. Beyond {@value #CUSUM_LIMIT} a forecast is out of control: independent
 *       normal errors get there about once in 465 buckets, a shift by one standard deviation after about ten.
 * </ul>
 *
 * <p>Source: Brown (1962), Smoothing, Forecasting and Prediction; Trigg (1964), Monitoring a forecasting system, Operational Research Quarterly 15; Page (1954),
 * doi:10.1093/biomet/41.1-2.100; Montgomery (2013), Introduction to Statistical Quality Control, §9.1 (run lengths).
 *
 * @param buckets how many latest buckets were looked at; 0: too few to tell, all figures NaN
 * @param meanErrorUnits of one bucket
 * @param trackingSignal NaN where all errors are zero
 * @param smoothedErrorSignal −1 to 1; NaN where all errors are zero
 * @param cusum standard deviations, after the latest bucket: the larger of both sums, negative if it is the one of too
 *     low forecasts
 * @param runBuckets for how many latest buckets that sum has been above zero
 * @param runMeanErrorUnits mean error over them; 0 if there are none
 */
public record ForecastSignals(
        int buckets,
        double meanErrorUnits,
        double trackingSignal,
        double smoothedErrorSignal,
        double cusum,
        int runBuckets,
        double runMeanErrorUnits) {

    public static final ForecastSignals UNKNOWN =
            new ForecastSignals(0, Double.NaN, Double.NaN, Double.NaN, Double.NaN, 0, 0);

    /** Weight of the newest error in Trigg's signal. */
    public static final double SMOOTHING = 0.1;

    /** A standardized error that is no reason to worry: half the shift to be found, which is one standard deviation. */
    public static final double ALLOWANCE = 0.5;

    public static final double CUSUM_LIMIT = 5;

    /** With fewer buckets nothing is judged. */
    static final int MIN_BUCKETS = 8;

    /**
     * @param errorsUnits forecast less demand, oldest first, each made shortly before its bucket; NaN is not known
     * @param errorSdUnits the error's usual standard deviation; 0 or NaN: the CUSUM is not known
     */
    public static ForecastSignals of(double[] errorsUnits, double errorSdUnits) {
        int known = 0;
        double sum = 0;
        double absolute = 0;
        double smoothed = 0;
        double smoothedAbsolute = 0;
        Run high = new Run();
        Run low = new Run();
        for (double error : errorsUnits) {
            if (!Double.isNaN(error)) {
                known++;
                sum += error;
                absolute += Math.abs(error);
                smoothed += SMOOTHING * (error - smoothed);
                smoothedAbsolute += SMOOTHING * (Math.abs(error) - smoothedAbsolute);
                high.add(error, error / errorSdUnits);
                low.add(error, -error / errorSdUnits);
            }
        }
        if (known < MIN_BUCKETS) {
            return UNKNOWN;
        }
        Run longer = high.sum >= low.sum ? high : low;
        return new ForecastSignals(
                known,
                sum / known,
                absolute > 0 ? sum / (absolute / known) : Double.NaN,
                smoothedAbsolute > 0 ? smoothed / smoothedAbsolute : Double.NaN,
                !(errorSdUnits > 0) ? Double.NaN : longer == high ? high.sum : -low.sum,
                longer.buckets,
                longer.buckets == 0 ? 0 : longer.errorUnits / longer.buckets);
    }

    public boolean isOutOfControl() {
        return Math.abs(cusum) > CUSUM_LIMIT;
    }

    /** One of the two sums, and what has gone into it since it was last zero. */
    private static final class Run {

        private double sum;
        private int buckets;
        private double errorUnits;

        private void add(double error, double standardized) {
            sum = Math.max(0, sum + standardized - ALLOWANCE);
            buckets = sum > 0 ? buckets + 1 : 0;
            errorUnits = sum > 0 ? errorUnits + error : 0;
        }
    }
}
