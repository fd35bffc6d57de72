/**
 * The forecasting methods: each fits itself to one plain series of values and tells the mean and the error it expects of
 * what follows. One class a method, registered in {@link org.plenish.engine.forecast.method.ForecastMethods}; none knows
 * of articles, promotions or how methods are chosen, which is the business of {@code engine.forecast} above.
 */
@NullMarked
package org.plenish.engine.forecast.method;

import org.jspecify.annotations.NullMarked;
