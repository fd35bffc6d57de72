package org.plenish.engine.plan.value;

import java.math.BigDecimal;

/**
 * Stock in the two things that it takes.
 *
 * @param value at unit cost, exact (currency units)
 * @param volumeM3 of articles whose volume is known
 */
public record ValueAndSpace(BigDecimal value, double volumeM3) {

    public static final ValueAndSpace NONE = new ValueAndSpace(BigDecimal.ZERO, 0);

    ValueAndSpace plus(ValueAndSpace other) {
        return new ValueAndSpace(value.add(other.value), volumeM3 + other.volumeM3);
    }
}
