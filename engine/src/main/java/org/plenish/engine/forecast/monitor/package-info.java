/**
 * Whether forecasts still keep to what they promised: signals that an error is no chance any more ({@code
 * ForecastSignals}), and what each stage of forecasting adds over repeating the last bucket ({@code ValueAdded}).
 */
@NullMarked
package org.plenish.engine.forecast.monitor;

import org.jspecify.annotations.NullMarked;
