/**
 * Demand that comes now and then, or in small counts: whole distributions of a bucket's demand and of the demand over a
 * lead time, because a normal distribution around a mean says little of an item that mostly sells nothing. {@code
 * IntermittentForecaster} is the way in; each {@code DemandModel} fits a distribution of its own, and the forecaster uses
 * the one that erred least, {@code AveragedNegativeBinomial}.
 */
@NullMarked
package org.plenish.engine.forecast.intermittent;

import org.jspecify.annotations.NullMarked;
