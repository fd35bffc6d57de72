package org.plenish.engine.forecast;

import org.plenish.engine.forecast.method.AveragedSmoothing;
import org.plenish.engine.forecast.method.ForecastMethod;
import org.plenish.engine.forecast.method.ForecastMethods;
import org.plenish.engine.forecast.method.Histories;
import org.plenish.engine.forecast.method.Naive;
import org.plenish.engine.forecast.method.SimpleExponentialSmoothing;

/** x */
final class MethodsByFrequency {

    record Choice(ForecastMethod method, IntervalShape shape, String why) {}

    private MethodsByFrequency() {}

    static Choice choose(SeriesFrequency frequency, double[] values) {
        int known = Histories.knownCount(values);
        if (known < 6) {
            ForecastMethod m = known < 2 ? new Naive() : new SimpleExponentialSmoothing();
            return new Choice(m, IntervalShape.AS_TOLD, m.suits());
        }
        ForecastMethod m = switch (frequency) {
            case HOURLY, DAILY, WEEKLY -> new AveragedSmoothing(frequency.period());
            case MONTHLY, QUARTERLY, YEARLY ->
                frequency == SeriesFrequency.YEARLY && known > 50
                        ? new AveragedSmoothing(1)
                        : ForecastMethods.median(frequency.period());
        };
        return new Choice(m, IntervalShape.AS_TOLD, m.suits());
    }
}
