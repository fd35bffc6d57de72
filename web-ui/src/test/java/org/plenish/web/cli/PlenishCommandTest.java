package org.plenish.web.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlenishCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<List<String>> served = new ArrayList<>();

    @Test
    void noArgumentsServe() {
        assertThat(run()).isZero();
        assertThat(served).containsExactly(List.of());
    }

    @Test
    void optionsAloneServe() {
        assertThat(run("--port", "9090", "--data", "records")).isZero();
        assertThat(served).containsExactly(List.of("--server.port=9090", "--plenish.data=records"));
    }

    @Test
    void demoModeIsAskedForByName() {
        assertThat(run("serve", "--demo")).isZero();
        assertThat(served).containsExactly(List.of("--plenish.demo=true"));
    }

    @Test
    void servePassesSpringsPropertiesOn() {
        assertThat(run("serve", "--spring.datasource.url=jdbc:postgresql://db/plenish"))
                .isZero();
        assertThat(served).containsExactly(List.of("--spring.datasource.url=jdbc:postgresql://db/plenish"));
    }

    @Test
    void aWebApplicationThatCannotStartIsAFailure() {
        assertThat(PlenishCommand.create(properties -> false, new NoRecords()).execute("serve"))
                .isEqualTo(1);
    }

    @Test
    void mistypedOptionsAreBadUsageAndServeNothing() {
        assertThat(run("serve", "--prot", "9090")).isEqualTo(2);
        assertThat(err.toString()).startsWith("Unknown option: '--prot'.");
        assertThat(run("serve", "--port", "70000")).isEqualTo(2);
        assertThat(err.toString()).contains("--port: 70000 must be from 0 to 65535.");
        assertThat(run("serve", "--port", "http")).isEqualTo(2);
        assertThat(run("frobnicate")).isEqualTo(2);
        assertThat(served).isEmpty();
    }

    @Test
    void everyCommandHasHelp() {
        assertThat(run("--help")).isZero();
        for (String command : List.of(
                "serve",
                "plan",
                "forecast",
                "optimize",
                "rules",
                "import",
                "generate",
                "golden",
                "verify-audit",
                "backup",
                "restore")) {
            assertThat(out.toString()).contains("\n  " + command + " ");
            assertThat(run(command, "--help")).as(command).isZero();
            assertThat(out.toString()).contains("Usage: plenish " + command);
        }
        for (String command : List.of("check", "test", "explain", "impact", "convert")) {
            assertThat(run("rules", command, "--help")).as(command).isZero();
            assertThat(out.toString()).contains("Usage: plenish rules " + command);
        }
        assertThat(err.toString()).isEmpty();
        assertThat(served).isEmpty();
    }

    @Test
    void versionNamesTheProduct() {
        assertThat(run("--version")).isZero();
        assertThat(out.toString()).startsWith("plenish 0.").contains("Java ");
    }

    private int run(String... args) {
        return PlenishCommand.create(served::add, new NoRecords())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(PlenishCommand.withDefaultCommand(args));
    }
}
