package org.plenish.engine.forecast.method;

import java.util.List;

/**
 * CES: a level that carries along what past errors say of its direction, so that one method covers level and trend and
 * the kinds between them. Without season, with one that moves (partial) or with one that moves and grows (full): what the
 * corrected Akaike criterion prefers. The paper's fourth kind, a level of its own for each position of the season, was
 * tried and made forecasts no better.
 *
 * <p>Source: Svetunkov, Kourentzes &amp; Ord (2022), doi:10.1002/nav.22074; weights, priors and start as in
 * {@link CesModel}.
 */
public final class ComplexExponentialSmoothing implements ForecastMethod {

    private static final int MIN_KNOWN_BUCKETS = 8;
    private static final int MIN_SEASONS = 2;

    private final int period;

    /** @param period buckets in a season; 1: none */
    public ComplexExponentialSmoothing(int period) {
        this.period = period;
    }

    @Override
    public String id() {
        return "ces";
    }

    @Override
    public String suits() {
        return "it moves between a steady level and a trend";
    }

    @Override
    public boolean canForecast(double[] values) {
        return Histories.knownCount(values) >= MIN_KNOWN_BUCKETS;
    }

    @Override
    public Prediction forecast(double[] values, int horizonBuckets) {
        StandardSeries series = StandardSeries.scaled(values);
        CesModel best = CesModel.withoutSeason(series.values(), period);
        CesModel.Fit bestFit = best.fit();
        if (period > 1 && Histories.knownCount(values) > MIN_SEASONS * period) {
            double[] indices = ClassicalSeason.additive(series.values(), period);
            for (CesModel model : List.of(
                    CesModel.withPartialSeason(series.values(), indices),
                    CesModel.withFullSeason(series.values(), indices))) {
                CesModel.Fit fit = model.fit();
                if (model.correctedInformationCriterion(fit) < best.correctedInformationCriterion(bestFit)) {
                    best = model;
                    bestFit = fit;
                }
            }
        }
        return series.restored(best.forecast(bestFit, horizonBuckets));
    }
}
