package org.plenish.engine.model;

import java.math.BigDecimal;

/**
 * What one unit costs or fetches, in currency units; kept in full precision because a screw may cost 0.0125.
 *
 * @param amount currency units a unit, 0 or more
 */
public record UnitPrice(BigDecimal amount) implements Comparable<UnitPrice> {

    public static final UnitPrice ZERO = new UnitPrice(BigDecimal.ZERO);

    /** @throws IllegalArgumentException if {@code amount} is negative */
    public UnitPrice {
        if (amount.signum() < 0) {
            throw new IllegalArgumentException("unit price: " + amount + " must be 0 or more.");
        }
    }

    public static UnitPrice parse(String amount) {
        return new UnitPrice(new BigDecimal(amount));
    }

    /** The value of so many units, rounded half-even to hundredths once. */
    public Money times(long units) {
        return Money.of(amount.multiply(BigDecimal.valueOf(units)));
    }

    public double toDouble() {
        return amount.doubleValue();
    }

    @Override
    public int compareTo(UnitPrice other) {
        return amount.compareTo(other.amount);
    }

    @Override
    public String toString() {
        return amount.toPlainString();
    }
}
