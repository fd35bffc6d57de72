/**
 * Forecasts whose sums agree: of items, warehouses, categories and all together. A base forecast is made for every node by
 * itself, then all are moved as little as their expected errors allow: {@code Hierarchy} says what adds up to what,
 * {@code TopDown} and {@code MinimumTrace} reconcile, {@code ErrorCovariance} estimates the errors for it.
 */
@NullMarked
package org.plenish.engine.forecast.hierarchy;

import org.jspecify.annotations.NullMarked;
