package org.plenish.web.run.compare;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.plenish.web.shared.Figures;

/**
 * A key figure of two plans.
 *
 * @param before null: that plan has none, as {@code after} may be
 */
public record FigureChange(
        Figure figure,
        @Nullable BigDecimal before,
        @Nullable BigDecimal after) {

    /** What is compared: the column of the plan, how it is written, and which way is good. */
    public enum Figure {
        SERVICE_LEVEL(Unit.SHARE, 1),
        FILL_RATE(Unit.SHARE, 1),
        TOTAL_COST(Unit.MONEY, -1),
        SHORTAGE_COST(Unit.MONEY, -1),
        HOLDING_COST(Unit.MONEY, -1),
        OPENING_STOCK_VALUE(Unit.MONEY, 0),
        AVERAGE_STOCK_VALUE(Unit.MONEY, 0),
        DEAD_STOCK_VALUE(Unit.MONEY, -1),
        EXCESS_STOCK_VALUE(Unit.MONEY, -1),
        PURCHASE_VALUE_NOW(Unit.MONEY, 0),
        PURCHASE_VALUE_OUTLOOK(Unit.MONEY, 0),
        DAYS_OF_SUPPLY(Unit.DAYS, 0),
        SPACE_USE_SHARE(Unit.SHARE, 0),
        CASH_USE_SHARE(Unit.SHARE, 0);

        private final Unit unit;
        private final int goodSign;

        Figure(Unit unit, int goodSign) {
            this.unit = unit;
            this.goodSign = goodSign;
        }
    }

    private enum Unit {
        SHARE,
        MONEY,
        DAYS
    }

    public String beforeText(Figures fmt) {
        return text(fmt, before);
    }

    public String afterText(Figures fmt) {
        return text(fmt, after);
    }

    /** With its sign; of shares in percentage points. */
    public String changeText(Figures fmt) {
        if (before == null || after == null) {
            return "–";
        }
        BigDecimal change = after.subtract(before);
        return switch (figure.unit) {
            case MONEY -> fmt.signedMoney(change.doubleValue());
            case SHARE -> fmt.signedUnits(100 * change.doubleValue()) + " pp";
            case DAYS -> fmt.signedUnits(change.doubleValue());
        };
    }

    /** {@code better}, {@code worse} or blank. */
    public String judgement() {
        if (before == null || after == null || figure.goodSign == 0) {
            return "";
        }
        int sign = after.compareTo(before) * figure.goodSign;
        return sign > 0 ? "better" : sign < 0 ? "worse" : "";
    }

    private String text(Figures fmt, @Nullable BigDecimal value) {
        return switch (figure.unit) {
            case MONEY -> fmt.wholeMoney(value);
            case SHARE -> fmt.percent(value == null ? null : value.doubleValue());
            case DAYS -> fmt.days(value == null ? Double.NaN : value.doubleValue());
        };
    }
}
