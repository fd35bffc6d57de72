/**
 * Demand that comes now and then, or in small counts: whole distributions of a bucket's demand and of the demand over a
 * lead time, because a normal distribution around a mean says little of an item that mostly sells nothing.
 */
@NullMarked
package org.plenish.engine.forecast.intermittent;

import org.jspecify.annotations.NullMarked;
