package org.plenish.web.override;

import java.math.BigDecimal;
import java.util.Locale;
import org.plenish.web.shared.RefusedException;
import org.springframework.http.HttpStatus;

/** What of a policy a person may set, in the order of the form: the fields of {@code policy_overrides.csv}. */
public enum OverrideField {
    SERVICE_LEVEL,
    SAFETY_STOCK,
    REORDER_POINT,
    ORDER_UP_TO_LEVEL,
    MIN_QUANTITY,
    MAX_QUANTITY,
    STOP_BUY;

    private static final int MOST_UNITS = 1_000_000_000;
    private static final BigDecimal LEAST_PERCENT = new BigDecimal("50");
    private static final BigDecimal MOST_PERCENT = new BigDecimal("99.99");

    /** As the file names it and the form sends it. */
    public String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean isShare() {
        return this == SERVICE_LEVEL;
    }

    public boolean isFlag() {
        return this == STOP_BUY;
    }

    /**
     * The value of what was typed: whole units, percent, or any text for yes.
     *
     * @param typed not blank
     * @throws RefusedException if it is none
     */
    double parse(String typed) {
        if (isFlag()) {
            return 1;
        }
        String plain = typed.strip().replace("%", "").replace(" ", "");
        String least = isShare() ? LEAST_PERCENT + " %" : "0";
        String most = isShare() ? MOST_PERCENT + " %" : String.valueOf(MOST_UNITS);
        if (plain.matches(isShare() ? "[0-9]{1,2}([.][0-9]{1,6})?" : "[0-9]{1,10}")) {
            BigDecimal number = new BigDecimal(plain);
            boolean fits = isShare()
                    ? number.compareTo(LEAST_PERCENT) >= 0 && number.compareTo(MOST_PERCENT) <= 0
                    : number.compareTo(BigDecimal.valueOf(MOST_UNITS)) <= 0;
            if (fits) {
                return isShare() ? number.movePointLeft(2).doubleValue() : number.doubleValue();
            }
        }
        throw new RefusedException(
                HttpStatus.BAD_REQUEST,
                isShare() ? "override.refused.percent" : "override.refused.units",
                typed.strip(),
                least,
                most,
                name());
    }

    /** As the form shows a value that stands, to be typed over. */
    String typed(double value) {
        if (isFlag()) {
            return "true";
        }
        return isShare()
                ? BigDecimal.valueOf(value)
                        .movePointRight(2)
                        .stripTrailingZeros()
                        .toPlainString()
                : String.valueOf((long) value);
    }
}
