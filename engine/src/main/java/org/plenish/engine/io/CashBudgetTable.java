package org.plenish.engine.io;

import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plenish.engine.model.Money;

/** {@code cash_budget.csv} */
final class CashBudgetTable extends CsvTable {

    private final Column periodStart = required("period_start");
    private final Column amount = required("amount");

    private final Once once = new Once("");
    private final SortedMap<LocalDate, Money> amounts = new TreeMap<>();

    @Override
    protected void read(CsvRow row) {
        LocalDate start = row.date(periodStart);
        Money money = row.money(amount);
        if (row.isGood()) {
            once.claim(row, periodStart, start);
            amounts.put(start, money);
        }
    }

    SortedMap<LocalDate, Money> amounts() {
        return amounts;
    }
}
