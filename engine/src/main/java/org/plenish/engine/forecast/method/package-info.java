/**
 * The forecasting methods: each fits itself to one plain series of values and tells the mean and the error it expects of
 * what follows. One class a method, registered in {@link org.plenish.engine.forecast.method.ForecastMethods}; none knows
 * of articles, promotions or how methods are chosen, which is the business of {@code engine.forecast} above.
 *
 * <p>By kind: simple ones ({@code Naive}, {@code SeasonalNaive}, {@code HistoricalMean}, {@code Drift}, {@code
 * MovingAverage}); smoothing ({@code SimpleExponentialSmoothing}, {@code DampedHolt}, {@code Ets}, {@code
 * AveragedSmoothing}, {@code ComplexExponentialSmoothing}, {@code DoubleSeasonalSmoothing}, the Theta family); {@code Arima},
 * worked out in {@code method.arima}; {@code FourierRegression}; intermittent demand ({@code Croston} and its kin, {@code
 * TeunterSyntetosBabai}, {@code AggregateDisaggregate}, {@code MultipleAggregation}); several spans of time ({@code Mapa},
 * {@code TemporalHierarchy}); and combinations of others ({@code TrimmedCombination}, {@code WeightedCombination}).
 *
 * <p>A season is found in two ways, because two uses ask for different ones. {@code ClassicalSeason} tests whether there is
 * one and takes it as it was, as the Theta family and the starts of other fits are published with. {@code SeasonalIndices}
 * never tests but shrinks and smooths, for short histories and pools of articles.
 */
@NullMarked
package org.plenish.engine.forecast.method;

import org.jspecify.annotations.NullMarked;
