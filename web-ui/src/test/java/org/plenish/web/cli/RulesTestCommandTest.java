package org.plenish.web.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesTestCommandTest {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void writeRules() throws IOException {
        Files.writeString(folder.resolve("classes.csv"), """
                match,first
                rule,demand.cumulativeValueShare,then abcClass,explain
                ABC-010 much is sold,< 0.8,A,{item} holds {demand.cumulativeValueShare}.
                ABC-020 little is sold,,B,The rest.
                """);
    }

    private void writeTests(String text) throws IOException {
        Files.createDirectories(folder.resolve("tests"));
        Files.writeString(folder.resolve("tests/classes.yaml"), text);
    }

    private int run(String... options) {
        List<String> args = new ArrayList<>(List.of("rules", "test", folder.toString()));
        args.addAll(List.of(options));
        return PlenishCommand.create(properties -> true, new NoRecords())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args.toArray(String[]::new));
    }

    @Test
    void countsTestsThatHoldAndNamesRulesThatNoneSees() throws IOException {
        writeTests("cases:\n- { name: much, expect: {abcClass: A}, silent: ABC-020 }\n");

        assertThat(run()).as(err.toString()).isZero();
        assertThat(out.toString().lines()).containsExactly("1 passed, 0 failed");

        assertThat(run("--coverage")).isZero();
        assertThat(out.toString().lines())
                .contains(
                        "warning classes.csv line 3: no test sees ABC-010 keep silent.",
                        "warning classes.csv line 4: no test sees ABC-020 fire.")
                .last()
                .isEqualTo("1 passed, 0 failed");
    }

    @Test
    void tellsWhatFailedInALineOfItsOwn() throws IOException {
        writeTests("cases:\n- { name: much, expect: {abcClass: A} }\n- { name: little, expect: {abcClass: B} }\n");

        assertThat(run()).isEqualTo(1);
        assertThat(out.toString().lines())
                .containsExactly(
                        "failed tests/classes.yaml line 3, \"little\": abcClass must be B, but it is A:"
                                + " \"ABC-010 much is sold\" (classes.csv line 3) says: TEA holds 0.5.",
                        "1 passed, 1 failed");
    }

    @Test
    void testsOrRulesThatCannotBeReadAreBadInput() throws IOException {
        writeTests("cases:\n- { name: much, expect: {abcClas: A} }\n");
        assertThat(run()).isEqualTo(3);
        assertThat(err.toString()).contains("tests/classes.yaml line 2, column 26: abcClas is no question");

        Files.writeString(folder.resolve("more.csv"), "match,second\nrule,then abcClass,explain\nABC-030 x,C,Y.\n");
        assertThat(run()).isEqualTo(3);
        assertThat(err.toString()).contains("more.csv line 1, column 1: ");
    }

    @Test
    void aFolderThatIsNoneIsBadInputAndNoFolderBadUsage() {
        assertThat(PlenishCommand.create(properties -> true, new NoRecords())
                        .setErr(new PrintWriter(err, true))
                        .execute("rules", "test", folder.resolve("none").toString()))
                .isEqualTo(3);
        assertThat(PlenishCommand.create(properties -> true, new NoRecords())
                        .setErr(new PrintWriter(err, true))
                        .execute("rules", "test"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("none: must be the folder of a rule book");
    }
}
