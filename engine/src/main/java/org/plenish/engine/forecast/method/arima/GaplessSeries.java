package org.plenish.engine.forecast.method.arima;

import java.util.Arrays;
import org.plenish.engine.forecast.method.Histories;

/**
 * A series from its first known bucket to its last, gaps bridged, scaled so that its largest value is 1.
 *
 * @param values scaled, none missing
 * @param known 1 for each that was known, 0 for a bridge
 * @param scale what to multiply with, above 0
 * @param trailingGap buckets after the last known
 */
@SuppressWarnings("ArrayRecordComponent") // stays within the package
record GaplessSeries(double[] values, double[] known, double scale, int trailingGap) {

    /** @param values at least one known */
    static GaplessSeries of(double[] values, int period) {
        int first = Histories.firstKnown(values);
        int last = Histories.lastKnown(values);
        double largest = 0;
        for (int i = first; i <= last; i++) {
            largest = Math.max(largest, Double.isNaN(values[i]) ? 0 : Math.abs(values[i]));
        }
        double scale = largest > 0 ? largest : 1;
        double[] scaled = new double[last - first + 1];
        double[] known = new double[scaled.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = values[first + i] / scale;
            known[i] = Double.isNaN(scaled[i]) ? 0 : 1;
        }
        bridge(scaled, known, period);
        return new GaplessSeries(scaled, known, scale, values.length - 1 - last);
    }

    /** Whether each bucket from {@code lost} on was known. */
    double[] knownFrom(int lost) {
        return Arrays.copyOfRange(known, lost, known.length);
    }

    /** Straight lines over the gaps of what is left after the mean of each bucket of the season. */
    private static void bridge(double[] values, double[] known, int period) {
        if (Arrays.stream(known).min().orElse(1) > 0) {
            return;
        }
        double[] profile = profile(values, known, period);
        int before = 0;
        for (int i = 1; i < values.length; i++) {
            if (known[i] > 0) {
                double from = values[before] - profile[before % period];
                double to = values[i] - profile[i % period];
                for (int j = before + 1; j < i; j++) {
                    double share = (double) (j - before) / (i - before);
                    values[j] = from + share * (to - from) + profile[j % period];
                }
                before = i;
            }
        }
    }

    /** Mean of each bucket of the season; all zero if one of them is never known. */
    private static double[] profile(double[] values, double[] known, int period) {
        double[] sum = new double[period];
        double[] count = new double[period];
        for (int i = 0; i < values.length; i++) {
            if (known[i] > 0) {
                sum[i % period] += values[i];
                count[i % period]++;
            }
        }
        for (int i = 0; i < period; i++) {
            if (count[i] == 0) {
                return new double[period];
            }
            sum[i] /= count[i];
        }
        return sum;
    }
}
