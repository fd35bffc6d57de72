/**
 * From raw sales to the history that a forecast method sees. Each change of a bucket is a {@code Correction} with its
 * reason; the recorded sales and the list of corrections give the cleaned demand, and leaving one out gives back what
 * was there before. {@code CleanHistories} goes through all kinds of correction in their order; {@code CorrectionSwitch}
 * leaves one out.
 */
@NullMarked
package org.plenish.engine.forecast.clean;

import org.jspecify.annotations.NullMarked;
