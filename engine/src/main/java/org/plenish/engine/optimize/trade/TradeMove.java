package org.plenish.engine.optimize.trade;

/** One kind of change to the plan at hand. May find nothing to change. */
interface TradeMove {

    void make(PlanAtHand hand);
}
