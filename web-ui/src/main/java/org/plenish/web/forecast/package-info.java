/**
 * What people change of forecasts, at any level and in any bucket, and what becomes of it.
 *
 * <p>A change stands in {@code forecast_change} until it is ended or its days have passed; every plan makes it by the
 * engine's machinery of what-ifs. With each plan its forecasts are kept by level before and after ({@code forecast_level},
 * {@code forecast_statistical}), and once the days have passed the two are held against what was sold ({@code
 * forecast_judged}).
 */
@NullMarked
package org.plenish.web.forecast;

import org.jspecify.annotations.NullMarked;
