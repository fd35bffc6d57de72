/**
 * What becomes of stock when demand is not what was expected: a ledger that keeps one SKU-location's stock bucket by
 * bucket, and the service, stock and cost that follow from it. {@code sample} draws demand, lead times and whole plans at
 * random, from a seed.
 */
@NullMarked
package org.plenish.engine.simulate;

import org.jspecify.annotations.NullMarked;
