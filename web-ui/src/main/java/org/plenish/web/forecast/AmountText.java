package org.plenish.web.forecast;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much a forecast is changed, as people write it: {@code 500} is so many units, {@code +50} and {@code -50} so many
 * more or less, {@code +10%} and {@code -10%} so many percent more or less.
 */
record AmountText(ForecastKind kind, double amount) {

    private static final Pattern WRITTEN = Pattern.compile("([+\\-−]?)([0-9]{1,9}([.][0-9]{1,3})?)(%?)");
    private static final double LARGEST_PERCENT = 9_900;

    /** Empty if it cannot be read, or takes more than there is. */
    static Optional<AmountText> read(String typed) {
        Matcher written = WRITTEN.matcher(typed.replaceAll("[\\h,]", ""));
        if (!written.matches()) {
            return Optional.empty();
        }
        String sign = written.group(1);
        double number = Double.parseDouble(written.group(2)) * (sign.equals("-") || sign.equals("−") ? -1 : 1);
        if (!written.group(4).isEmpty()) {
            // "10%" alone may mean a tenth of it or a tenth more
            boolean fits = !sign.isEmpty() && number >= -100 && number <= LARGEST_PERCENT;
            return fits ? Optional.of(new AmountText(ForecastKind.PERCENT, number)) : Optional.empty();
        }
        return Optional.of(new AmountText(sign.isEmpty() ? ForecastKind.SET : ForecastKind.ADD, number));
    }

    /** What the level comes to in a bucket. */
    double applyTo(double units) {
        return switch (kind) {
            case SET -> amount;
            case ADD -> Math.max(0, units + amount);
            case PERCENT, PROMOTION -> units * (1 + amount / 100);
            case LIKE -> units;
        };
    }

    static String of(ForecastKind kind, double amount) {
        String number = BigDecimal.valueOf(Math.abs(amount))
                .setScale(3, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
        return switch (kind) {
            case SET -> number;
            case ADD -> (amount < 0 ? "−" : "+") + number;
            case PERCENT, PROMOTION -> (amount < 0 ? "−" : "+") + number + "%";
            case LIKE -> number + "%";
        };
    }
}
