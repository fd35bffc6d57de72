/**
 * Proof on one's own history: replays the past day by day with what was known then, for a rule book and for simpler policies
 * beside it, under the same demand, terms and lead times.
 */
@NullMarked
package org.plenish.engine.simulate.backtest;

import org.jspecify.annotations.NullMarked;
