package org.plenish.engine.plan.scenario;

import java.util.List;
import java.util.function.ToDoubleBiFunction;
import org.plenish.engine.forecast.DatasetForecaster;
import org.plenish.engine.forecast.Forecast;
import org.plenish.engine.forecast.ForecastAccuracy;
import org.plenish.engine.model.Series;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.model.TimeBuckets;

/** Arithmetic of whole forecasts: mean and spread together. */
final class Forecasts {

    private Forecasts() {}

    /**
     * Mean and standard deviation of each bucket times its factor. The variance of a sum of buckets is made anew from
     * what each bucket adds to it, times the square of the bucket's factor: with one factor for all it is that factor's
     * square times what it was, and a bucket that expects nothing adds nothing.
     *
     * @param factor of a bucket, 0 or more
     */
    static Forecast scaled(Forecast forecast, ToDoubleBiFunction<TimeBuckets, Integer> factor, String sentence) {
        int count = forecast.buckets().count();
        double[] mean = forecast.meanUnits().toArray();
        double[] sd = forecast.sdUnits().toArray();
        double[] cumulative = forecast.cumulativeSdUnits().toArray();
        double varianceBefore = 0;
        double variance = 0;
        for (int i = 0; i < count; i++) {
            double times = factor.applyAsDouble(forecast.buckets(), i);
            double added = cumulative[i] * cumulative[i] - varianceBefore;
            varianceBefore = cumulative[i] * cumulative[i];
            variance = Math.max(0, variance + times * times * added);
            mean[i] *= times;
            sd[i] *= times;
            cumulative[i] = Math.sqrt(variance);
        }
        return with(forecast, forecast.location(), mean, sd, cumulative, forecast.why() + " " + sentence);
    }

    /** So much more in each bucket, of demand that is independent of the rest and as uncertain as Poisson demand. */
    static Forecast raised(Forecast forecast, double[] addedUnits) {
        double[] mean = forecast.meanUnits().toArray();
        double[] sd = forecast.sdUnits().toArray();
        double[] cumulative = forecast.cumulativeSdUnits().toArray();
        double added = 0;
        for (int i = 0; i < mean.length; i++) {
            added += addedUnits[i];
            mean[i] += addedUnits[i];
            sd[i] = addedUnits[i] > 0 ? Math.sqrt(sd[i] * sd[i] + addedUnits[i]) : sd[i];
            cumulative[i] = added > 0 ? Math.sqrt(cumulative[i] * cumulative[i] + added) : cumulative[i];
        }
        return with(forecast, forecast.location(), mean, sd, cumulative, forecast.why());
    }

    /** Two demands served from one place: means add up, and so do variances, as of independent errors. */
    static Forecast sum(Forecast one, Forecast other, String sentence) {
        int count = one.buckets().count();
        double[] mean = new double[count];
        double[] sd = new double[count];
        double[] cumulative = new double[count];
        for (int i = 0; i < count; i++) {
            mean[i] = one.meanUnits().get(i) + other.meanUnits().get(i);
            sd[i] = Math.hypot(one.sdUnits().get(i), other.sdUnits().get(i));
            cumulative[i] = Math.hypot(
                    one.cumulativeSdUnits().get(i), other.cumulativeSdUnits().get(i));
        }
        return with(one, one.location(), mean, sd, cumulative, one.why() + " " + sentence);
    }

    /** The same demand somewhere else. */
    static Forecast at(SkuLocation location, Forecast forecast, String sentence) {
        return new Forecast(
                location,
                forecast.buckets(),
                forecast.meanUnits(),
                forecast.sdUnits(),
                forecast.cumulativeSdUnits(),
                DatasetForecaster.GIVEN,
                sentence,
                ForecastAccuracy.UNKNOWN,
                List.of());
    }

    private static Forecast with(
            Forecast forecast, SkuLocation location, double[] mean, double[] sd, double[] cumulative, String why) {
        return new Forecast(
                location,
                forecast.buckets(),
                Series.of(mean),
                Series.of(sd),
                Series.of(cumulative),
                forecast.method(),
                why,
                forecast.accuracy(),
                forecast.corrections());
    }
}
