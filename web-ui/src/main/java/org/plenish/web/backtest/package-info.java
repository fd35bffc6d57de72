/**
 * Replays of history as people ask for them: the standing rule book beside a changed one, simple policies and what really
 * happened. A {@code BacktestDesk} takes what is asked, {@code RuleChecks} look at the changed book first, {@code BacktestWorker}
 * replays in the background, and {@code BacktestView} says what came of it.
 */
@NullMarked
package org.plenish.web.backtest;

import org.jspecify.annotations.NullMarked;
