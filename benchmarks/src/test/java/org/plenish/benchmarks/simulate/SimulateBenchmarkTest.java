package org.plenish.benchmarks.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.plenish.benchmarks.BenchmarkCommand;
import picocli.CommandLine;

class SimulateBenchmarkTest {

    @Test
    void tellsHowFastFuturesAreSampledAndWhatTheySay() {
        StringWriter out = new StringWriter();
        CommandLine command = BenchmarkCommand.create().setOut(new PrintWriter(out, true));
        String dataset = Path.of(System.getProperty("plenish.root"), "scenarios", "data", "tea-and-lamps")
                .toString();

        assertThat(command.execute(
                        "simulate", dataset, "--paths", "50", "--seconds", "1", "--rounds", "1", "--threads", "1,2"))
                .isZero();

        assertThat(out.toString()).contains("stock-to-service curve of ").contains("  target 0.950: stock ");
        assertThat(out.toString().lines().toList())
                .element(1)
                .asString()
                .matches("AS_PLANNED, 1 threads: 50 paths in [\\d.]+ s, [\\d,]+ buckets of SKU-locations a second;"
                        + " service [\\d.]+ \\([\\d.]+ to [\\d.]+\\), .*");
    }
}
