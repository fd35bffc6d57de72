package org.plenish.engine.simulate.backtest;

/** Is told how far a replay has come. */
@FunctionalInterface
public interface BacktestListener {

    /** @param share done, 0 to 1 */
    void at(double share, String detail);
}
