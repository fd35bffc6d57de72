package org.plenish.engine.plan.value;

import java.time.LocalDate;
import org.plenish.engine.model.DailySales;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.model.Item;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.model.UnitPrice;

/** What a unit fetches: what sales of the last year brought in, else the article's own price. */
final class SellingPrices {

    private static final int YEAR_DAYS = 365;
    private static final double MINOR_UNITS = 100;

    private final Dataset dataset;
    private final long firstDay;
    private final long lastDay;

    SellingPrices(Dataset dataset) {
        this.dataset = dataset;
        LocalDate asOf = dataset.settings().asOf();
        this.firstDay = asOf.toEpochDay() - YEAR_DAYS;
        this.lastDay = asOf.toEpochDay() - 1;
    }

    /** Currency units a unit; NaN if it is not known. */
    double of(SkuLocation location, Item item) {
        double realised = realised(dataset.sales().getOrDefault(location, DailySales.NONE));
        UnitPrice listed = item.unitPrice();
        return !Double.isNaN(realised) || listed == null ? realised : listed.toDouble();
    }

    /** Days without revenue are days whose price was not given: they tell nothing. */
    private double realised(DailySales sales) {
        long units = 0;
        long minorUnits = 0;
        for (int day = 0; day < sales.days(); day++) {
            boolean inYear = sales.epochDays()[day] >= firstDay && sales.epochDays()[day] <= lastDay;
            if (inYear && sales.revenueMinorUnits()[day] != 0) {
                units += sales.netUnits(day);
                minorUnits += sales.revenueMinorUnits()[day];
            }
        }
        return units > 0 && minorUnits > 0 ? minorUnits / MINOR_UNITS / units : Double.NaN;
    }
}
