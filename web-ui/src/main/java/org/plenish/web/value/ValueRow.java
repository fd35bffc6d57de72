package org.plenish.web.value;

import java.math.BigDecimal;
import org.plenish.engine.plan.value.StockFigures;
import org.plenish.engine.plan.value.ValueAndSpace;

/**
 * The stock of one group at one point.
 *
 * @param key of the group, or of the point; blank: all, or a category without a name
 * @param name for a person
 */
public record ValueRow(ValuePoint point, String key, String name, StockFigures figures) {

    public BigDecimal value() {
        return figures.onHand().value();
    }

    public double volumeM3() {
        return figures.onHand().volumeM3();
    }

    public BigDecimal dead() {
        return figures.dead().value();
    }

    public BigDecimal excess() {
        return figures.excess().value();
    }

    public BigDecimal provision() {
        return figures.provision();
    }

    public double average() {
        return figures.flow().averageValue();
    }

    public double turns() {
        return figures.turnsPerYear(point.days());
    }

    public double daysOfSupply() {
        return figures.daysOfSupply(point.days());
    }

    public double marginReturn() {
        return figures.marginReturnPerYear(point.days());
    }

    public double serviceLevel() {
        return figures.serviceLevel();
    }

    public double fillRate() {
        return figures.fillRate();
    }

    public BigDecimal aged() {
        return figures.ages().entrySet().stream()
                .filter(entry -> switch (entry.getKey()) {
                    case DAYS_30, DAYS_90 -> false;
                    case DAYS_180, DAYS_365, OLDER, NEVER_SOLD -> true;
                })
                .map(entry -> entry.getValue().value())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Share of the average stock whose selling price is known; NaN without stock. */
    public double pricedShare() {
        return average() > 0 ? figures.margin().averageValue() / average() : Double.NaN;
    }

    public double marginAYear() {
        return figures.margin().grossMargin() * StockFigures.DAYS_PER_YEAR / point.days();
    }

    public double costOfSalesAYear() {
        return figures.flow().costOfSales() * StockFigures.DAYS_PER_YEAR / point.days();
    }

    /** Of the value of all, 0 to 1; NaN if that is nothing. */
    public double shareOf(ValueRow all) {
        return share(value(), all);
    }

    public double ageShare(ValueAndSpace age) {
        return share(age.value(), this);
    }

    private static double share(BigDecimal part, ValueRow whole) {
        return whole.value().signum() == 0
                ? Double.NaN
                : part.doubleValue() / whole.value().doubleValue();
    }
}
