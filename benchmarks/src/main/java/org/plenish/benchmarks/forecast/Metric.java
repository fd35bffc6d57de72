package org.plenish.benchmarks.forecast;

/**
 * What is scored of a series; the score of a set is the mean over its series. A series whose score is not a finite number,
 * as where a history never changes and so scales nothing, or where the peer told no interval, is left out of that mean.
 */
enum Metric {
    /** Percent. */
    SMAPE("sMAPE", "smape", 2),
    /** Scaled by the in-sample seasonal naive forecast of the set's season. */
    MASE("MASE", "mase", 3),
    /** Scaled by the in-sample naive forecast, as are the pinball losses. */
    RMSSE("RMSSE", "rmsse", 3),
    /** Mean of forecast less actual by the level of the history; the peer's file has the opposite sign. */
    BIAS("bias", "sme", 3),
    /** Scaled pinball loss, mean of the 50, 80, 90, 95 and 99 % quantiles. */
    PINBALL("pinball", "", 3),
    PINBALL_90("pl90", "pl90", 3),
    PINBALL_975("pl97.5", "pl975", 3),
    /** Share of the held-out values inside the 80 % interval. */
    COVERAGE_80("cov80", "cov80", 3),
    COVERAGE_95("cov95", "cov95", 3),
    /** Processor seconds of one core for one series. */
    CPU_SECONDS("cpu s", "cpu_s", 5);

    private final String heading;
    private final String peerColumn;
    private final int decimals;

    Metric(String heading, String peerColumn, int decimals) {
        this.heading = heading;
        this.peerColumn = peerColumn;
        this.decimals = decimals;
    }

    String heading() {
        return heading;
    }

    /** Of the peer's file; empty where it has none. */
    String peerColumn() {
        return peerColumn;
    }

    int decimals() {
        return decimals;
    }
}
