package org.plenish.engine.plan.quality;

import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.model.DailySales;
import org.plenish.engine.model.DailyStock;

/**
 * What the noted stock of one SKU-location and its sales say about each other.
 */
final class StockRecord {

    /** Below these a difference is everyday noise. */
    private static final int LEAST_UNITS = 10;

    private static final double LEAST_SHARE = 0.3;
    private static final int DAYS_LOOKED_BACK = 365;

    private final DailySales sales;
    private final DailyStock notes;
    private final LocalDate asOf;
    /** What was sold, less returns, before each day with sales, and last in all. */
    private final long[] soldBefore;

    /** @param asOf the plan's date */
    StockRecord(DailySales sales, DailyStock notes, LocalDate asOf) {
        this.sales = sales;
        this.notes = notes;
        this.asOf = asOf;
        this.soldBefore = new long[sales.days() + 1];
        for (int i = 0; i < sales.days(); i++) {
            soldBefore[i + 1] = soldBefore[i] + sales.netUnits(i);
        }
    }

    boolean hasSales() {
        return sales.days() > 0;
    }

    /**
     * Units that left between two notes of stock and were not sold.
     *
     * @param to the day of the later note
     */
    record Jump(LocalDate from, LocalDate to, int before, int after, long sold, long missing) {}

    /** The largest unexplained fall of the last year that is no everyday noise; null if there is none. */
    @Nullable
    Jump largestJump() {
        int[] days = notes.epochDays();
        int[] units = notes.onHandUnits();
        Jump largest = null;
        for (int i = 1; i < days.length; i++) {
            if (days[i] <= asOf.toEpochDay() - DAYS_LOOKED_BACK || days[i] > asOf.toEpochDay()) {
                continue;
            }
            long sold = soldAfter(days[i - 1], days[i]);
            long missing = (long) units[i - 1] - units[i] - Math.max(0, sold);
            if (isTooMuch(missing, units[i - 1]) && (largest == null || missing > largest.missing())) {
                largest = new Jump(
                        LocalDate.ofEpochDay(days[i - 1]),
                        LocalDate.ofEpochDay(days[i]),
                        units[i - 1],
                        units[i],
                        sold,
                        missing);
            }
        }
        return largest;
    }

    /**
     * By how much the stock list says less than the last note and the sales since leave; 0 if no more than noise. More
     * in the list than that is a receipt, as far as anybody can tell.
     */
    long contradiction(int onHandUnits) {
        int last = lastNote();
        if (last < 0) {
            return 0;
        }
        long sold = Math.max(0, soldAfter(notes.epochDays()[last], (int) asOf.toEpochDay()));
        long expected = notes.onHandUnits()[last] - sold;
        long missing = expected - onHandUnits;
        return isTooMuch(missing, notes.onHandUnits()[last]) ? missing : 0;
    }

    /** Days since a sale or a change of noted stock; negative if there is neither on record. */
    long daysUntouched() {
        long last = -1;
        int[] days = notes.epochDays();
        int[] units = notes.onHandUnits();
        for (int i = 0; i < days.length && days[i] <= asOf.toEpochDay(); i++) {
            if (i == 0 || units[i] != units[i - 1]) {
                last = Math.max(last, days[i]);
            }
        }
        for (int i = sales.days() - 1; i >= 0; i--) {
            if (sales.epochDays()[i] <= asOf.toEpochDay()) {
                last = Math.max(last, sales.epochDays()[i]);
                break;
            }
        }
        return last < 0 ? -1 : asOf.toEpochDay() - last;
    }

    /** Days in the last year on which something was sold or came back. */
    int movements() {
        return (int) Arrays.stream(sales.epochDays())
                .filter(day -> day > asOf.toEpochDay() - DAYS_LOOKED_BACK && day <= asOf.toEpochDay())
                .count();
    }

    /** Units sold and returned on those days. */
    long unitsMoved() {
        long units = 0;
        for (int i = 0; i < sales.days(); i++) {
            int day = sales.epochDays()[i];
            if (day > asOf.toEpochDay() - DAYS_LOOKED_BACK && day <= asOf.toEpochDay()) {
                units += (long) sales.soldUnits()[i] + sales.returnedUnits()[i];
            }
        }
        return units;
    }

    /** The last note up to the plan's date, or -1. */
    private int lastNote() {
        int last = -1;
        for (int i = 0; i < notes.epochDays().length && notes.epochDays()[i] <= asOf.toEpochDay(); i++) {
            last = i;
        }
        return last;
    }

    private long soldAfter(int from, int to) {
        return soldBefore[firstAfter(to)] - soldBefore[firstAfter(from)];
    }

    /** Index of the first day with sales after a day. */
    private int firstAfter(int day) {
        int found = Arrays.binarySearch(sales.epochDays(), day);
        return found >= 0 ? found + 1 : -found - 1;
    }

    private static boolean isTooMuch(long missing, int before) {
        return missing >= LEAST_UNITS && missing >= LEAST_SHARE * before;
    }
}
