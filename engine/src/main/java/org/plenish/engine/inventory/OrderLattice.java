package org.plenish.engine.inventory;

/**
 * The quantities that may be ordered: 0, or a multiple of {@code multipleUnits} between {@code minUnits} and
 * {@code maxUnits}. Where no multiple lies between them, the least multiple that is at least {@code minUnits} is allowed.
 */
public record OrderLattice(int minUnits, int multipleUnits, int maxUnits) {

    /** Every whole quantity of 1 or more. */
    public static final OrderLattice ANY = new OrderLattice(1, 1, Integer.MAX_VALUE);

    /** @throws IllegalArgumentException if one is below 1 or the maximum below the minimum */
    public OrderLattice {
        if (minUnits < 1 || multipleUnits < 1 || maxUnits < minUnits) {
            throw new IllegalArgumentException(
                    "order quantities of " + minUnits + " to " + maxUnits + " in multiples of " + multipleUnits
                            + ": all must be 1 or more, the maximum no less than the minimum.");
        }
    }

    /** The least that may be ordered. */
    public int leastUnits() {
        return ceiling(minUnits);
    }

    /** The most that may be ordered. */
    public int mostUnits() {
        return Math.max(leastUnits(), maxUnits / multipleUnits * multipleUnits);
    }

    /** The least allowed quantity of {@code units} or more; 0 for 0 or less; the most allowed if none is as large. */
    public int roundUp(double units) {
        if (!(units > 0)) {
            return 0;
        }
        return Math.min(mostUnits(), Math.max(leastUnits(), ceiling(units)));
    }

    /** The largest allowed quantity of {@code units} or less; the least allowed if none is as small; 0 for 0 or less. */
    public int roundDown(double units) {
        if (!(units > 0)) {
            return 0;
        }
        double multiples = Math.floor(units / multipleUnits + WholeUnits.TOLERANCE);
        long below = (long) Math.min(multiples * multipleUnits, mostUnits());
        return (int) Math.max(leastUnits(), below);
    }

    private int ceiling(double units) {
        double multiples = Math.ceil(units / multipleUnits - WholeUnits.TOLERANCE);
        long largest = (long) Integer.MAX_VALUE / multipleUnits * multipleUnits;
        return (int) Math.min(multiples * multipleUnits, largest);
    }
}
