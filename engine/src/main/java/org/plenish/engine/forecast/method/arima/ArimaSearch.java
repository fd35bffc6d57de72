package org.plenish.engine.forecast.method.arima;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Stepwise search for the orders p, q, P, Q and the constant of least corrected Akaike criterion: from a few common
 * models to the neighbours of the best so far, until none is better. On the way models are fitted roughly; the best few
 * are fitted to the end and compared again.
 *
 * <p>Source: Hyndman &amp; Khandakar (2008), doi:10.18637/jss.v027.i03, §3.2; Hyndman &amp; Athanasopoulos (2021), §9.7.
 */
final class ArimaSearch {

    static final int MAX_ORDER = 5;
    static final int MAX_SEASONAL_ORDER = 2;

    private static final int MAX_MODELS = 30;
    private static final int FINALISTS = 2;
    private static final int CONDITIONAL_STEPS = 6;
    private static final int FINAL_STEPS = 15;

    /** To the neighbours of a model: changes of p, q, P, Q. */
    private static final int[][] STEPS = {
        {0, 0, -1, 0}, {0, 0, 0, -1}, {0, 0, 1, 0}, {0, 0, 0, 1},
        {0, 0, -1, -1}, {0, 0, -1, 1}, {0, 0, 1, -1}, {0, 0, 1, 1},
        {-1, 0, 0, 0}, {0, -1, 0, 0}, {1, 0, 0, 0}, {0, 1, 0, 0},
        {-1, -1, 0, 0}, {-1, 1, 0, 0}, {1, -1, 0, 0}, {1, 1, 0, 0}
    };

    private final ArmaFitter fitter;
    private final HannanRissanen guesses;
    private final int d;
    private final int seasonalD;
    private final int period;
    private final int maxOrder;
    private final int maxSeasonalOrder;
    private final boolean constantAllowed;
    private final Set<ArimaOrder> seen = new HashSet<>();
    private final List<ArmaFitter.Fit> fits = new ArrayList<>();

    ArimaSearch(
            ArmaFitter fitter,
            HannanRissanen guesses,
            int d,
            int seasonalD,
            int period,
            int maxOrder,
            int maxSeasonalOrder) {
        this.fitter = fitter;
        this.guesses = guesses;
        this.d = d;
        this.seasonalD = seasonalD;
        this.period = period;
        this.maxOrder = maxOrder;
        this.maxSeasonalOrder = maxSeasonalOrder;
        constantAllowed = d + seasonalD <= 1;
    }

    ArmaFitter.Fit best() {
        int two = Math.min(2, maxOrder);
        int one = Math.min(1, maxOrder);
        int seasonal = Math.min(1, maxSeasonalOrder);
        ArmaFitter.Fit best = fit(order(0, 0, 0, 0, constantAllowed));
        best = improve(best, 0, 0, 0, 0, false);
        best = improve(best, two, two, seasonal, seasonal, constantAllowed);
        best = improve(best, one, 0, seasonal, 0, constantAllowed);
        best = improve(best, 0, one, 0, seasonal, constantAllowed);
        boolean improved = true;
        while (improved) {
            ArmaFitter.Fit next = firstBetterNeighbour(best);
            improved = next != best;
            best = next;
        }
        return refined();
    }

    /** The first neighbour that is better, or the same model. */
    private ArmaFitter.Fit firstBetterNeighbour(ArmaFitter.Fit best) {
        ArimaOrder o = best.order();
        for (int[] step : STEPS) {
            ArmaFitter.Fit next = improve(
                    best,
                    o.p() + step[0],
                    o.q() + step[1],
                    o.seasonalP() + step[2],
                    o.seasonalQ() + step[3],
                    o.constant());
            if (next != best) {
                return next;
            }
        }
        return improve(best, o.p(), o.q(), o.seasonalP(), o.seasonalQ(), !o.constant() && constantAllowed);
    }

    /** The model of these orders if it may be tried, is sound and is better. */
    private ArmaFitter.Fit improve(ArmaFitter.Fit best, int p, int q, int seasonalP, int seasonalQ, boolean constant) {
        if (Math.min(Math.min(p, q), Math.min(seasonalP, seasonalQ)) < 0
                || Math.max(p, q) > maxOrder
                || Math.max(seasonalP, seasonalQ) > maxSeasonalOrder
                || seen.size() >= MAX_MODELS
                || seen.contains(order(p, q, seasonalP, seasonalQ, constant))) {
            return best;
        }
        ArmaFitter.Fit fit = fit(order(p, q, seasonalP, seasonalQ, constant));
        return isSound(fit) && fit.aicc() < best.aicc() ? fit : best;
    }

    private ArmaFitter.Fit fit(ArimaOrder order) {
        seen.add(order);
        ArmaFitter.Fit fit = fitter.fit(order, guesses.start(order), CONDITIONAL_STEPS, 0);
        if (isSound(fit)) {
            fits.add(fit);
        }
        return fit;
    }

    private ArimaOrder order(int p, int q, int seasonalP, int seasonalQ, boolean constant) {
        return new ArimaOrder(p, d, q, seasonalP, seasonalD, seasonalQ, period, constant);
    }

    /**
     * Whether no root is nearer to the unit circle than one can be told from it in a series of this length, {@code 1/n}:
     * such a model is nearly not stationary, or differenced once too often.
     */
    private static boolean isSound(ArmaFitter.Fit fit) {
        ArimaOrder o = fit.order();
        double root = 1 + 1.0 / fit.knownCount();
        double seasonalRoot = Math.pow(root, o.period());
        double[] c = fit.coefficients();
        int seasonal = o.p() + o.q();
        return Partials.rootsBeyond(root, c, 0, o.p(), 1)
                && Partials.rootsBeyond(root, c, o.p(), o.q(), -1)
                && Partials.rootsBeyond(seasonalRoot, c, seasonal, o.seasonalP(), 1)
                && Partials.rootsBeyond(seasonalRoot, c, seasonal + o.seasonalP(), o.seasonalQ(), -1);
    }

    private ArmaFitter.Fit refined() {
        fits.sort(Comparator.comparingDouble(ArmaFitter.Fit::aicc));
        ArmaFitter.Fit best = fits.get(0);
        boolean found = false;
        for (int i = 0; i < fits.size() && (i < FINALISTS || !found); i++) {
            ArmaFitter.Fit rough = fits.get(i);
            ArmaFitter.Fit fit = fitter.fit(rough.order(), rough.point(), 0, FINAL_STEPS);
            if (isSound(fit) && (!found || fit.aicc() < best.aicc())) {
                best = fit;
                found = true;
            }
        }
        return best;
    }
}
