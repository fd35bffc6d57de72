/**
 * Moves of the trade: the changes a buyer would think of, one class each, listed in {@code TradeMoves}. They propose
 * item plans that keep packs, minimum and maximum quantities, order calendars and the horizon; whether a proposal is
 * taken is for the solver to decide, whose score knows the shared limits.
 */
@NullMarked
package org.plenish.engine.optimize.trade;

import org.jspecify.annotations.NullMarked;
