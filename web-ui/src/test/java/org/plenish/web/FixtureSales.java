package org.plenish.web;

import java.util.stream.IntStream;
import org.plenish.engine.model.DailySales;
import org.plenish.engine.model.Item;

/** Sales by day for {@link PlanFixture}: a year of them, every few days, at twice the cost; of each tenth without prices. */
final class FixtureSales {

    private static final int DAYS = 365;

    private FixtureSales() {}

    /**
     * @param index of the SKU-location, from 0
     * @param unitsAWeek 0: none
     */
    static DailySales of(int index, double unitsAWeek, Item item) {
        if (unitsAWeek == 0) {
            return DailySales.NONE;
        }
        int everyDays = 2 + index % 4;
        int planDay = (int) PlanFixture.PLAN_DATE.toEpochDay();
        int units = (int) Math.max(1, Math.round(unitsAWeek * everyDays / 7));
        int[] days = IntStream.rangeClosed(1, DAYS / everyDays)
                .map(step -> planDay - DAYS + step * everyDays - 1)
                .toArray();
        long revenue = index % 10 == 9 ? 0 : Math.round(item.unitCost().toDouble() * 200) * units;
        return new DailySales(
                days,
                IntStream.of(days).map(day -> units).toArray(),
                new int[days.length],
                IntStream.of(days).mapToLong(day -> revenue).toArray());
    }
}
