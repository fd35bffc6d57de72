package org.plenish.web.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.plenish.engine.plan.RunListener;
import picocli.CommandLine.Help.Ansi;

/**
 * Shows on standard error how long work comes along: a bar that is drawn over itself on a terminal, otherwise a plain line
 * at each quarter of a stage and whenever a stage has been silent for a while.
 */
final class ProgressDisplay implements RunListener, AutoCloseable {

    private static final int BAR_CELLS = 24;
    private static final int LINE_COLUMNS = 79;
    private static final int QUARTERS = 4;
    private static final long REDRAW_NANOS = 100_000_000L;
    private static final long SILENCE_NANOS = 5_000_000_000L;
    private static final String START_OF_CLEARED_LINE = "\r\u001b[K";

    private final PrintWriter err;
    private final boolean terminal;
    private final LongSupplier nanoTime;

    private String stage = "";
    private int quarter;
    private long shownNanos;

    ProgressDisplay(PrintWriter err) {
        this(err, Ansi.AUTO.enabled(), System::nanoTime);
    }

    /** @param terminal whether a line may be drawn over */
    ProgressDisplay(PrintWriter err, boolean terminal, LongSupplier nanoTime) {
        this.err = err;
        this.terminal = terminal;
        this.nanoTime = nanoTime;
    }

    @Override
    public void at(Stage stage, double share, String detail) {
        show(stage.name().toLowerCase(Locale.ROOT), share, detail);
    }

    /** @param share of this stage, 0 to 1 */
    void show(String name, double share, String detail) {
        boolean begins = !name.equals(stage);
        int reached = (int) Math.floor(share * QUARTERS);
        long silentNanos = nanoTime.getAsLong() - shownNanos;
        boolean due = terminal
                ? silentNanos >= REDRAW_NANOS || share >= 1
                : reached > quarter || silentNanos >= SILENCE_NANOS;
        if (!begins && !due) {
            return;
        }
        stage = name;
        quarter = reached;
        shownNanos = nanoTime.getAsLong();
        if (terminal) {
            err.print(START_OF_CLEARED_LINE + cut(bar(name, share, detail)));
            err.flush();
        } else {
            err.println(String.format(Locale.ROOT, "%s %.0f %% %s", name, 100 * share, detail)
                    .strip());
        }
    }

    private static String bar(String name, double share, String detail) {
        int filled = (int) Math.round(share * BAR_CELLS);
        return String.format(
                Locale.ROOT,
                "%-9s [%s%s] %3.0f %%  %s",
                name,
                "#".repeat(filled),
                "-".repeat(BAR_CELLS - filled),
                100 * share,
                detail);
    }

    private static String cut(String line) {
        return line.length() <= LINE_COLUMNS ? line : line.substring(0, LINE_COLUMNS);
    }

    /** Leaves the terminal's line empty for what comes next. */
    @Override
    public void close() {
        if (terminal) {
            err.print(START_OF_CLEARED_LINE);
            err.flush();
        }
    }
}
