/** Forecasts scored against the values that followed. */
@NullMarked
package org.plenish.benchmarks.forecast;

import org.jspecify.annotations.NullMarked;
