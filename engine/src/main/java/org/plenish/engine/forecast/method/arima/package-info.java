/**
 * Seasonal ARIMA models: how often to difference a series, how to fit one order, which order to choose. The method that
 * the list of methods knows is {@link org.plenish.engine.forecast.method.Arima}.
 */
@NullMarked
package org.plenish.engine.forecast.method.arima;

import org.jspecify.annotations.NullMarked;
