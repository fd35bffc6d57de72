package org.plenish.engine.simulate.sample;

/** What is ordered at a position: on hand, less what is owed, plus what is on its way. */
@FunctionalInterface
public interface OrderRule {

    /** @return units, 0 or more */
    long units(long positionUnits);

    /** (r,Q): at r or less, as many times Q as bring the position above r. */
    static OrderRule reorderPoint(long reorderPointUnits, long quantityUnits) {
        return position ->
                position > reorderPointUnits ? 0 : ((reorderPointUnits - position) / quantityUnits + 1) * quantityUnits;
    }

    /** (s,S): at s or less, up to S. */
    static OrderRule minMax(long reorderPointUnits, long orderUpToUnits) {
        return position -> position > reorderPointUnits ? 0 : orderUpToUnits - position;
    }

    /** Up to S every time: base stock, (R,S). */
    static OrderRule orderUpTo(long levelUnits) {
        return position -> Math.max(0, levelUnits - position);
    }
}
