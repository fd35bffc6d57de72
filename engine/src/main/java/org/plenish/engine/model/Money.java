package org.plenish.engine.model;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An amount in the dataset's one currency, exact.
 *
 * @param minorUnits hundredths of the currency unit; may be negative
 */
public record Money(long minorUnits) implements Comparable<Money> {

    public static final Money ZERO = new Money(0);

    /** The amount in currency units, rounded half-even to hundredths. */
    public static Money of(BigDecimal amount) {
        return new Money(
                amount.movePointRight(2).setScale(0, RoundingMode.HALF_EVEN).longValueExact());
    }

    /** The amount in currency units, rounded to hundredths. */
    public static Money of(double amount) {
        return of(BigDecimal.valueOf(amount));
    }

    /** @throws NumberFormatException if {@code amount} is not a decimal number */
    public static Money parse(String amount) {
        return of(new BigDecimal(amount));
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(minorUnits, other.minorUnits));
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(minorUnits, other.minorUnits));
    }

    public BigDecimal amount() {
        return BigDecimal.valueOf(minorUnits, 2);
    }

    /** Currency units, for arithmetic that is not money any more. */
    public double toDouble() {
        return minorUnits / 100.0;
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(minorUnits, other.minorUnits);
    }

    /** With two decimals and a point, as the exports write it: {@code 12.30}. */
    @Override
    public String toString() {
        return amount().toPlainString();
    }
}
