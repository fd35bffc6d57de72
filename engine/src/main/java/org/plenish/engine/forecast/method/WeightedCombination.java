package org.plenish.engine.forecast.method;

import java.util.Arrays;
import java.util.List;

/**
 * A weighted mean of what several methods forecast; the weights come from how each forecast the last parts of the history
 * from what came before ("rolling origins"). A weight is the inverse of the mean squared error over those, with the mean
 * of all methods' errors added once as a prior, because a few held-out spans say little: where they say nothing, all
 * weigh the same.
 *
 * <p>Source: Bates &amp; Granger (1969), doi:10.1057/jors.1969.103 (inverse error variances); Diebold &amp; Pauly (1990),
 * doi:10.1016/0169-2070(90)90028-A (shrunk towards equal weights).
 */
public final class WeightedCombination implements ForecastMethod {

    private static final int MAX_ORIGINS = 3;

    /** A shorter history is not cut for judging. */
    private static final int MIN_BEFORE_FIRST_ORIGIN = 12;

    private final String id;
    private final List<ForecastMethod> members;

    /** @param members two or more; those that cannot forecast from every origin are left out for a series */
    public WeightedCombination(String id, List<ForecastMethod> members) {
        this.id = id;
        this.members = List.copyOf(members);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String suits() {
        return "several methods, each weighted by how it forecast the last spans, err less than one";
    }

    @Override
    public boolean canForecast(double[] values) {
        return members.stream().anyMatch(member -> member.canForecast(values));
    }

    @Override
    public Prediction forecast(double[] values, int horizonBuckets) {
        List<ForecastMethod> able =
                members.stream().filter(member -> member.canForecast(values)).toList();
        double[] weights = weights(able, values, horizonBuckets);
        double[] mean = new double[horizonBuckets];
        double[] sd = new double[horizonBuckets];
        for (int member = 0; member < weights.length; member++) {
            if (weights[member] > 0) {
                Prediction prediction = able.get(member).forecast(values, horizonBuckets);
                for (int i = 0; i < horizonBuckets; i++) {
                    mean[i] += weights[member] * prediction.mean()[i];
                    sd[i] += weights[member] * prediction.sd()[i];
                }
            }
        }
        return new Prediction(mean, sd);
    }

    /** One for each of {@code able}; they sum to 1. */
    static double[] weights(List<ForecastMethod> able, double[] values, int horizonBuckets) {
        double[] squares = new double[able.size()];
        int judged = 0;
        for (int back = 1; back <= MAX_ORIGINS; back++) {
            int origin = values.length - back * horizonBuckets;
            if (origin < MIN_BEFORE_FIRST_ORIGIN) {
                break;
            }
            double[] before = Arrays.copyOf(values, origin);
            if (!able.stream().allMatch(member -> member.canForecast(before))) {
                break;
            }
            judged++;
            for (int member = 0; member < squares.length; member++) {
                double[] mean =
                        able.get(member).forecast(before, horizonBuckets).mean();
                for (int i = 0; i < horizonBuckets; i++) {
                    double error = values[origin + i] - mean[i];
                    squares[member] += Double.isNaN(error) ? 0 : error * error;
                }
            }
        }
        double prior = Arrays.stream(squares).sum() / squares.length / Math.max(1, judged);
        double[] weights = new double[squares.length];
        double sum = 0;
        for (int member = 0; member < weights.length; member++) {
            weights[member] = prior > 0 ? 1 / (squares[member] + prior) : 1;
            sum += weights[member];
        }
        for (int member = 0; member < weights.length; member++) {
            weights[member] /= sum;
        }
        return weights;
    }
}
