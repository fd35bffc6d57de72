package org.plenish.engine.forecast.method.arima;

/**
 * The order of a seasonal ARIMA model, read {@code ARIMA(p,d,q)(P,D,Q)[m]}.
 *
 * @param p autoregressive terms
 * @param d differences from one bucket to the next
 * @param q moving-average terms
 * @param seasonalP autoregressive terms a season apart
 * @param seasonalD differences over a season
 * @param seasonalQ moving-average terms a season apart
 * @param period m, buckets in a season; 1: none
 * @param constant whether the differenced series has a mean of its own: the series has a mean, or a drift
 */
public record ArimaOrder(
        int p, int d, int q, int seasonalP, int seasonalD, int seasonalQ, int period, boolean constant) {

    public ArimaOrder {
        if (Math.min(Math.min(p, d), q) < 0 || Math.min(Math.min(seasonalP, seasonalD), seasonalQ) < 0 || period < 1) {
            throw new IllegalArgumentException("order (" + p + "," + d + "," + q + ")(" + seasonalP + "," + seasonalD
                    + "," + seasonalQ + ")[" + period + "] must have no negative number and a period of 1 or more.");
        }
        if (period == 1 && seasonalP + seasonalD + seasonalQ > 0) {
            throw new IllegalArgumentException("period must be 2 or more for a seasonal order.");
        }
    }

    /** Without season. */
    public static ArimaOrder of(int p, int d, int q, boolean constant) {
        return new ArimaOrder(p, d, q, 0, 0, 0, 1, constant);
    }

    /** Buckets at the start of a series that differencing takes. */
    int lostBuckets() {
        return d + seasonalD * period;
    }

    /** Coefficients without the constant. */
    int coefficients() {
        return p + q + seasonalP + seasonalQ;
    }

    /** Last lag of the autoregressive polynomial of the differenced series. */
    int autoregressiveLags() {
        return p + seasonalP * period;
    }

    /** Last lag of the moving-average polynomial. */
    int movingAverageLags() {
        return q + seasonalQ * period;
    }

    /** Such as {@code ARIMA(0,1,1)(0,1,1)[12]} or {@code ARIMA(1,0,0) with mean}. */
    @Override
    public String toString() {
        String text = "ARIMA(" + p + "," + d + "," + q + ")";
        if (seasonalP + seasonalD + seasonalQ > 0) {
            text += "(" + seasonalP + "," + seasonalD + "," + seasonalQ + ")[" + period + "]";
        }
        if (constant) {
            text += d + seasonalD == 0 ? " with mean" : " with drift";
        }
        return text;
    }
}
