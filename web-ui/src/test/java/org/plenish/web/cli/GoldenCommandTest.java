package org.plenish.web.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoldenCommandTest {

    private static final String EOQ = "{\"case_id\": \"%s\", \"problem_type\": \"%s\", \"inputs\": {\"fixed_cost\": 8,"
            + " \"holding_cost\": 0.225, \"demand_rate\": 1300}, \"expected\": {\"cost\": %s},"
            + " \"tolerance\": {\"cost\": {\"abs\": 5e-3}}}";

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void countsPassedAndSkippedCases() throws IOException {
        int exitCode = run(EOQ.formatted("e-1", "eoq", "68.41"), EOQ.formatted("a-1", "astrology", "7"));

        assertThat(exitCode).as(err.toString()).isZero();
        assertThat(out.toString().lines())
                .containsExactly("skipped astrology, no formula for it: 1", "1 passed, 0 failed, 1 skipped");
    }

    @Test
    void showsExpectedAndActualOfAFailedCase() throws IOException {
        int exitCode = run(EOQ.formatted("e-1", "eoq", "68.41"), EOQ.formatted("e-2", "eoq", "69"));

        assertThat(exitCode).isEqualTo(1);
        assertThat(out.toString().lines()).hasSize(2).last().isEqualTo("1 passed, 1 failed, 0 skipped");
        assertThat(out.toString()).startsWith("failed e-2, cost: expected 69, actual 68.4105255");
    }

    @Test
    void aFileOfSomethingElseIsBadInput() throws IOException {
        assertThat(execute(Files.writeString(folder.resolve("cases.csv"), "case_id")))
                .isEqualTo(3);
        assertThat(execute(folder.resolve("missing.json"))).isEqualTo(3);
        assertThat(err.toString()).contains("must be JSON").contains("missing.json: must be a file.");
    }

    private int run(String... cases) throws IOException {
        return execute(
                Files.writeString(folder.resolve("cases.json"), "{\"cases\": [" + String.join(",", cases) + "]}"));
    }

    private int execute(Path file) {
        return PlenishCommand.create(properties -> true, new NoRecords())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute("golden", file.toString());
    }
}
