/**
 * From past demand to future demand and the error to expect of it.
 *
 * <p>Two ways in. {@link org.plenish.engine.forecast.DatasetForecaster} forecasts every SKU-location of a dataset: it
 * cleans the histories ({@code clean}), tries methods over rolling origins ({@code Backtest}, {@code Forecaster}), puts in
 * what was given from outside, and watches the errors ({@code monitor}). {@link
 * org.plenish.engine.forecast.PlainForecaster} forecasts one plain series with quantiles: counts by {@code intermittent},
 * all else by the method that {@code MethodsByFrequency} has for its frequency.
 *
 * <p>A new method is one class in {@code method}, registered in {@link
 * org.plenish.engine.forecast.method.ForecastMethods}. Methods stand in a package of their own, so that none can know of
 * articles, rules or how it is chosen; nor do {@code clean}, {@code intermittent}, {@code hierarchy} and {@code monitor}
 * know of each other. Cleaning takes a package instead of a single class, because each kind of correction is one class with
 * its own reason. The class of demand that the design calls a classifier is {@link
 * org.plenish.engine.forecast.DemandPattern}.
 */
@NullMarked
package org.plenish.engine.forecast;

import org.jspecify.annotations.NullMarked;
