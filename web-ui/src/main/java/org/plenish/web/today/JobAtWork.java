package org.plenish.web.today;

/**
 * Something that the product does in the background.
 *
 * @param kind {@code RUN}, {@code IMPORT}, {@code SCENARIO}, {@code BACKTEST} or {@code FUTURE}
 * @param count of those that work or wait
 */
public record JobAtWork(String kind, int count) {

    /** Where it can be watched. */
    public String address() {
        return switch (kind) {
            case "RUN" -> "/run";
            case "IMPORT" -> "/import";
            case "SCENARIO" -> "/scenarios";
            case "BACKTEST" -> "/backtests";
            default -> "/what-may-happen";
        };
    }
}
