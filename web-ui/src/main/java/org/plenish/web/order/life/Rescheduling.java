package org.plenish.web.order.life;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a plan that takes a line as given would have otherwise about it. The plan's projection has the line's goods in it:
 * if stock runs out before they come, they should come sooner; if it keeps to its safety stock without them for a time,
 * they may come later; if it does so to the end of the horizon, they are not needed.
 */
public final class Rescheduling {

    /** What to do about the line. */
    public enum Kind {
        ADVANCE,
        POSTPONE,
        CANCEL
    }

    /** @param date when the goods should come; of what is not needed: when they would have */
    public record Advice(Kind kind, LocalDate date) {}

    private Rescheduling() {}

    /**
     * @param withLine projected with the plan and the line's goods
     * @param safetyStockUnits of each bucket
     * @return empty if the line is right as it is, or comes after the horizon
     */
    public static Optional<Advice> advice(StockOutlook withLine, int[] safetyStockUnits, LocalDate due, int units) {
        int arrival = Math.max(0, withLine.buckets().indexOf(due));
        if (arrival >= withLine.netUnits().length) {
            return Optional.empty();
        }
        LocalDate stockout = withLine.firstStockout();
        if (stockout != null && withLine.buckets().indexOf(stockout) < arrival) {
            return Optional.of(new Advice(Kind.ADVANCE, stockout));
        }
        int[] net = withLine.netUnits();
        int needed = arrival;
        while (needed < net.length && net[needed] - units >= safetyStockUnits[needed]) {
            needed++;
        }
        if (needed == net.length) {
            return Optional.of(new Advice(Kind.CANCEL, due));
        }
        return needed == arrival
                ? Optional.empty()
                : Optional.of(new Advice(Kind.POSTPONE, withLine.buckets().start(needed)));
    }
}
