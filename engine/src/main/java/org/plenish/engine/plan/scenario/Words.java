package org.plenish.engine.plan.scenario;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers in sentences. */
final class Words {

    private static final MathContext DIGITS = new MathContext(6);

    private Words() {}

    /** Such as {@code 1.3}, without needless zeros. */
    static String number(double value) {
        BigDecimal rounded = new BigDecimal(value, DIGITS).stripTrailingZeros();
        return rounded.toPlainString();
    }
}
