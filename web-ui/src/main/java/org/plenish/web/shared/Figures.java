package org.plenish.web.shared;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers, money and dates as the pages write them, in English; what is not known is a dash. */
public final class Figures {

    private static final String UNKNOWN = "–";
    private static final String ENDLESS = "no end";
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final char NARROW_SPACE = '\u202F';
    private static final char MINUS = '−';

    /** What is rounded to zero has no sign. */
    private static final Pattern NOTHING_BELOW_ZERO = Pattern.compile(MINUS + "[0.]+");

    private static final int DAYS_THAT_MEAN_FOREVER = 3_650;

    private final String currencySign;

    /** @param currencyCode ISO 4217, or any other sign, which is then shown as it is */
    public Figures(String currencyCode) {
        this.currencySign = sign(currencyCode);
    }

    public String units(long units) {
        return format("#,##0", units);
    }

    /** With its sign, as it enters a sum. */
    public String signedUnits(double units) {
        return (units < 0 ? "−" : "+") + format("#,##0.##", Math.abs(units));
    }

    /** Expected units: one decimal below a hundred. */
    public String quantity(double units) {
        return isKnown(units) ? format(Math.abs(units) < 99.95 ? "#,##0.#" : "#,##0", units) : UNKNOWN;
    }

    public String decimal(double number) {
        return isKnown(number) ? format("#,##0.00", number) : UNKNOWN;
    }

    public String percent(@Nullable Double share) {
        return share == null || !isKnown(share) ? UNKNOWN : format("0.0", 100 * share) + "%";
    }

    /** Exact to the hundredth. */
    public String money(@Nullable BigDecimal amount) {
        return amount == null ? UNKNOWN : signed(amount, "#,##0.00");
    }

    /** Exact to the hundredth, with its sign: by how much a cost changes. */
    public String signedMoney(double amount) {
        if (!isKnown(amount)) {
            return UNKNOWN;
        }
        String money = signed(BigDecimal.valueOf(Math.abs(amount)), "#,##0.00");
        return (amount < 0 ? "−" : "+") + money;
    }

    /** To the whole unit of currency. */
    public String wholeMoney(@Nullable BigDecimal amount) {
        return amount == null ? UNKNOWN : signed(amount, "#,##0");
    }

    public String wholeMoney(double amount) {
        return isKnown(amount) ? wholeMoney(BigDecimal.valueOf(amount)) : UNKNOWN;
    }

    /** A price of one unit: two decimals, more where it has them. */
    public String price(BigDecimal amount) {
        return signed(amount, "#,##0.00####");
    }

    /** What one more of something would save: two decimals, four where it is less than a tenth. */
    public String price(double amount) {
        return isKnown(amount)
                ? signed(BigDecimal.valueOf(amount), Math.abs(amount) < 0.1 ? "#,##0.00##" : "#,##0.00")
                : UNKNOWN;
    }

    public String volume(@Nullable Double cubicMetres) {
        return cubicMetres == null || !isKnown(cubicMetres)
                ? UNKNOWN
                : format(cubicMetres < 100 ? "#,##0.0" : "#,##0", cubicMetres) + NARROW_SPACE + "m³";
    }

    /** With the unit; beyond ten years it counts as never running out. */
    public String days(double days) {
        String count = dayCount(days);
        return count.equals(UNKNOWN) || count.equals(ENDLESS) ? count : count + (count.equals("1") ? " day" : " days");
    }

    /** The same where the column's head says the unit. */
    public String dayCount(double days) {
        if (!isKnown(days)) {
            return UNKNOWN;
        }
        return days > DAYS_THAT_MEAN_FOREVER ? ENDLESS : format("#,##0", days);
    }

    /** ISO 8601, as in the sentences of the engine and in the files of a plan. */
    public String date(@Nullable LocalDate date) {
        return date == null ? UNKNOWN : date.toString();
    }

    /** To the minute, in the one time zone that the stored times have. */
    public String minute(@Nullable Instant time) {
        return time == null ? UNKNOWN : MINUTE.format(time);
    }

    private String signed(BigDecimal amount, String pattern) {
        BigDecimal rounded = amount.setScale(6, RoundingMode.HALF_EVEN);
        return (rounded.signum() < 0 ? "−" : "") + currencySign + format(pattern, rounded.abs());
    }

    private static boolean isKnown(double number) {
        return !Double.isNaN(number) && !Double.isInfinite(number);
    }

    private static String format(String pattern, Number number) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ENGLISH);
        symbols.setMinusSign(MINUS);
        DecimalFormat format = new DecimalFormat(pattern, symbols);
        format.setRoundingMode(RoundingMode.HALF_EVEN);
        String text = format.format(number);
        return NOTHING_BELOW_ZERO.matcher(text).matches() ? text.substring(1) : text;
    }

    private static String sign(String currencyCode) {
        try {
            String symbol = Currency.getInstance(currencyCode).getSymbol(Locale.UK);
            return symbol.equals(currencyCode) ? currencyCode + NARROW_SPACE : symbol;
        } catch (IllegalArgumentException notACode) {
            return currencyCode + NARROW_SPACE;
        }
    }
}
