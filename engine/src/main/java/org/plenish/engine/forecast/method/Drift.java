package org.plenish.engine.forecast.method;

/**
 * A random walk with drift: the straight line through the first and the last known bucket goes on. With the standard
 * deviation σ of the steps about the drift, bucket {@code h} has {@code sd = σ·√(h·(1 + h/(T - 1)))}, where T is the
 * number of buckets from the first known to the last.
 *
 * <p>Source: Hyndman &amp; Athanasopoulos (2021), Forecasting: Principles and Practice, 3rd ed., §5.2 and table 5.2.
 */
public final class Drift implements ForecastMethod {

    @Override
    public String id() {
        return "drift";
    }

    @Override
    public String suits() {
        return "it moves on by about the same step";
    }

    @Override
    public boolean canForecast(double[] values) {
        return Histories.knownCount(values) >= 2;
    }

    @Override
    public Prediction forecast(double[] values, int horizonBuckets) {
        int first = Histories.firstKnown(values);
        int last = Histories.lastKnown(values);
        double span = last - first;
        double drift = (values[last] - values[first]) / span;
        // a step over a gap of k buckets has k times the variance of a single one
        double squaredError = 0;
        int previous = first;
        for (int i = first + 1; i <= last; i++) {
            if (!Double.isNaN(values[i])) {
                int buckets = i - previous;
                double error = values[i] - values[previous] - drift * buckets;
                squaredError += error * error / buckets;
                previous = i;
            }
        }
        double sd = Histories.errorSd(squaredError, values, 2);
        int ahead = values.length - 1 - last;
        double[] mean = new double[horizonBuckets];
        double[] sds = new double[horizonBuckets];
        for (int i = 0; i < horizonBuckets; i++) {
            double steps = ahead + i + 1;
            mean[i] = values[last] + drift * steps;
            sds[i] = sd * Math.sqrt(steps * (1 + steps / span));
        }
        return new Prediction(mean, sds);
    }
}
