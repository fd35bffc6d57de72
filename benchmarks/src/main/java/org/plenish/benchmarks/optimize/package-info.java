/**
 * How good and how quick the optimizer's plans are: on reference instances under an independent judge, on drawn
 * problems of growing size, beside topping up, and again after a change.
 */
@NullMarked
package org.plenish.benchmarks.optimize;

import org.jspecify.annotations.NullMarked;
