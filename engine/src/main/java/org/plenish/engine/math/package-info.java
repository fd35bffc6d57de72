/** Pure numerics over Commons Math: distributions, loss functions, minimizers, accuracy metrics. Knows nothing of stock. */
@NullMarked
package org.plenish.engine.math;

import org.jspecify.annotations.NullMarked;
