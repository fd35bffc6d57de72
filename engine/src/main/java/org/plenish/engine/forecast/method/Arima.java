package org.plenish.engine.forecast.method;

import org.plenish.engine.forecast.method.arima.ArimaModel;

/**
 * An automatically chosen seasonal ARIMA model: differences until the series keeps its level, then as many
 * autoregressive and moving-average terms as the corrected Akaike criterion pays for.
 *
 * <p>Source: Hyndman &amp; Khandakar (2008), doi:10.18637/jss.v027.i03; Hyndman &amp; Athanasopoulos (2021), Forecasting:
 * Principles and Practice, 3rd ed., ch. 9.
 */
public final class Arima implements ForecastMethod {

    private static final int MIN_KNOWN_BUCKETS = 8;

    private final int period;

    /** @param period buckets in a season; 1: none */
    public Arima(int period) {
        this.period = period;
    }

    @Override
    public String id() {
        return "arima";
    }

    @Override
    public String suits() {
        return "how one bucket follows from those before repeats itself";
    }

    @Override
    public boolean canForecast(double[] values) {
        return Histories.knownCount(values) >= MIN_KNOWN_BUCKETS;
    }

    @Override
    public Prediction forecast(double[] values, int horizonBuckets) {
        ArimaModel model = ArimaModel.choose(values, period);
        return new Prediction(model.mean(horizonBuckets), model.sd(horizonBuckets));
    }

    /** The order that {@link #forecast} uses, such as {@code ARIMA(0,1,1)(0,1,1)[12]}. */
    public String chosenOrder(double[] values) {
        return ArimaModel.choose(values, period).order().toString();
    }
}
