package org.plenish.benchmarks.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.plenish.benchmarks.BenchmarkCommand;
import picocli.CommandLine;

class RulesBenchmarkTest {

    @Test
    void tellsTheRateOfEachNumberOfThreads() {
        StringWriter out = new StringWriter();
        CommandLine command = BenchmarkCommand.create().setOut(new PrintWriter(out, true));
        String dataset = Path.of(System.getProperty("plenish.root"), "scenarios", "data", "tea-and-lamps")
                .toString();

        assertThat(command.execute("rules", dataset, "--count", "50", "--rounds", "3", "--threads", "1,2"))
                .isZero();

        assertThat(out.toString().lines().toList())
                .hasSize(4)
                .element(2)
                .asString()
                .matches("1: [\\d,]+; [\\d,]+, [\\d,]+, [\\d,]+; 1\\.00");
    }
}
