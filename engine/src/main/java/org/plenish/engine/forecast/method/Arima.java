package org.plenish.engine.forecast.method;

import java.util.Arrays;
import org.plenish.engine.forecast.method.arima.ArimaModel;
import org.plenish.engine.forecast.method.arima.ArimaOrder;

/**
 * An automatically chosen seasonal ARIMA model: differences until the series keeps its level, then as many
 * autoregressive and moving-average terms as the corrected Akaike criterion pays for. Of the logarithms, where a strong
 * season grows with the level.
 *
 * <p>Source: Hyndman &amp; Khandakar (2008), doi:10.18637/jss.v027.i03; Hyndman &amp; Athanasopoulos (2021), Forecasting:
 * Principles and Practice, 3rd ed., ch. 9.
 */
public final class Arima implements ForecastMethod {

    private static final int MIN_KNOWN_BUCKETS = 8;

    /** Difference of the criterion from which one model has considerably more support (Burnham &amp; Anderson 2004). */
    private static final double CLEAR_GAIN = 6;

    /** Beyond it a forecast of the logarithm is uncertain by more than a factor of e, and its mean is mostly that. */
    private static final double MAX_LOG_SD = 1;

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
        return "demand follows from what came just before in a steady way";
    }

    @Override
    public boolean canForecast(double[] values) {
        return Histories.knownCount(values) >= MIN_KNOWN_BUCKETS;
    }

    @Override
    public Prediction forecast(double[] values, int horizonBuckets) {
        ArimaModel model = ArimaModel.choose(values, period);
        if (growsWithLevel(values, model)) {
            ArimaModel ofLogs = ArimaModel.choose(logarithms(values), period);
            double[] logs = ofLogs.mean(horizonBuckets);
            double[] logSd = ofLogs.sd(horizonBuckets);
            if (horizonBuckets == 0 || logSd[horizonBuckets - 1] <= MAX_LOG_SD) {
                return unlogged(logs, logSd);
            }
        }
        return new Prediction(model.mean(horizonBuckets), model.sd(horizonBuckets));
    }

    /** The order that {@link #forecast} chooses, such as {@code ARIMA(0,1,1)(0,1,1)[12] of logarithms}. */
    public String chosenOrder(double[] values) {
        ArimaModel model = ArimaModel.choose(values, period);
        return growsWithLevel(values, model)
                ? ArimaModel.choose(logarithms(values), period).order() + " of logarithms"
                : model.order().toString();
    }

    /**
     * Whether one plain model, exponential smoothing of level and season, explains the logarithms clearly better than the
     * values, each likelihood taken as that of the values. Asked only of a strong season, which often grows with the level; a trend alone would come back as exponential growth.
     */
    private static boolean growsWithLevel(double[] values, ArimaModel model) {
        ArimaOrder chosen = model.order();
        if (chosen.seasonalD() == 0 || Arrays.stream(values).anyMatch(value -> value <= 0)) {
            return false;
        }
        ArimaOrder order = new ArimaOrder(0, chosen.d(), 1, 0, 1, 1, chosen.period(), chosen.d() == 0);
        int first = 0;
        while (Double.isNaN(values[first])) {
            first++;
        }
        // the density of a value is that of its logarithm by the value
        double jacobian = 0;
        for (int i = first + order.d() + order.seasonalD() * order.period(); i < values.length; i++) {
            jacobian += Double.isNaN(values[i]) ? 0 : Math.log(values[i]);
        }
        double ofLogs = ArimaModel.fit(logarithms(values), order).aicc() + 2 * jacobian;
        return ArimaModel.fit(values, order).aicc() - ofLogs > CLEAR_GAIN;
    }

    private static double[] logarithms(double[] values) {
        return Arrays.stream(values).map(Math::log).toArray();
    }

    /** Mean and standard deviation of the log-normal distribution of each bucket. */
    private static Prediction unlogged(double[] logs, double[] logSd) {
        double[] mean = new double[logs.length];
        double[] sd = new double[logs.length];
        for (int i = 0; i < logs.length; i++) {
            double variance = logSd[i] * logSd[i];
            mean[i] = Math.exp(logs[i] + variance / 2);
            sd[i] = mean[i] * Math.sqrt(Math.expm1(variance));
        }
        return new Prediction(mean, sd);
    }
}
