package org.plenish.web.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.plenish.engine.plan.RunListener.Stage;

class ProgressDisplayTest {

    private final StringWriter err = new StringWriter();
    private long nanos;

    @Test
    void writesALineAtEachQuarterWhereThereIsNoTerminal() {
        try (ProgressDisplay progress = display(false)) {
            progress.at(Stage.FORECAST, 0, "");
            progress.at(Stage.FORECAST, 0.1, "");
            progress.at(Stage.FORECAST, 0.26, "");
            progress.at(Stage.FORECAST, 0.3, "");
            progress.at(Stage.RULES, 0, "14893 profiles");
        }
        assertThat(err.toString().lines()).containsExactly("forecast 0 %", "forecast 26 %", "rules 0 % 14893 profiles");
    }

    @Test
    void breaksALongSilence() {
        ProgressDisplay progress = display(false);
        progress.at(Stage.OPTIMIZE, 0.5, "pricing");
        progress.at(Stage.OPTIMIZE, 0.5, "still pricing");
        nanos += 6_000_000_000L;
        progress.at(Stage.OPTIMIZE, 0.5, "best 1,234.50");
        assertThat(err.toString().lines()).containsExactly("optimize 50 % pricing", "optimize 50 % best 1,234.50");
    }

    @Test
    void drawsTheBarOverItselfOnATerminal() {
        try (ProgressDisplay progress = display(true)) {
            progress.at(Stage.FORECAST, 0.5, "x".repeat(100));
        }
        assertThat(err.toString())
                .startsWith("\r\u001b[Kforecast  [############------------]  50 %  xxx")
                .hasSize(3 + 1 + 79 + 4) // two clears of 4 characters, one line of 79
                .endsWith("\r\u001b[K");
    }

    private ProgressDisplay display(boolean terminal) {
        return new ProgressDisplay(new PrintWriter(err, true), terminal, () -> nanos);
    }
}
