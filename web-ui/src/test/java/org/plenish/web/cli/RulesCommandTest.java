package org.plenish.web.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tea and lamps by the standard rule book and by changed copies of it. */
class RulesCommandTest {

    private static final Path ROOT = Path.of(System.getProperty("plenish.root", ".."));
    private static final Path STANDARD = ROOT.resolve(Path.of("rules", "src", "main", "resources", "rulebook"));
    private static final Path DATASET = ROOT.resolve(Path.of("scenarios", "data", "tea-and-lamps"));

    @TempDir
    Path folder;

    private Path changed;

    private record Ended(int exitCode, String out, String err) {}

    @BeforeEach
    void copyTheStandardBook() throws IOException {
        changed = Files.createDirectory(folder.resolve("changed"));
        try (Stream<Path> files = Files.list(STANDARD)) {
            for (Path file : files.toList()) {
                Files.copy(file, changed.resolve(file.getFileName()));
            }
        }
    }

    @Test
    void impactNamesWhoIsServedBetterTheCostAndTheRule() throws IOException {
        replace("service-targets.csv", ",SMOOTH|ERRATIC,A,0.98,", ",SMOOTH|ERRATIC,A,0.999,");
        Ended ended = impact("--moves", "500");
        assertThat(ended.exitCode()).as(ended.err()).isZero();
        assertThat(ended.out())
                .startsWith("5 SKU-locations, plan of 2026-11-23")
                .contains("Service target: 0.98 -> 0.999, such as ")
                .contains("by SVC-040 (service-targets.csv:11) -> 0.999 by SVC-040 (service-targets.csv:11)");
        assertThat(ended.out().lines().count()).isLessThanOrEqualTo(100);
        assertThat(impact("--moves", "500").out()).isEqualTo(ended.out());
    }

    @Test
    void impactOfNoChangeIsNone() {
        Ended ended = impact("--moves", "500");
        assertThat(ended.out())
                .contains("Every question is answered as before", "No SKU-location's stock or orders change");
        // the methods are the same, so there is one forecast for both
        assertThat(ended.err().lines().filter(line -> line.startsWith("forecast 0 %")))
                .hasSize(1);
    }

    @Test
    void anotherForecastMethodIsForecastAnewAndNamed() throws IOException {
        replace("forecast-methods.csv", "SMOOTH|ERRATIC,,auto,", "SMOOTH|ERRATIC,,naive,");
        Ended ended = impact("--moves", "500");
        assertThat(ended.exitCode()).as(ended.err()).isZero();
        assertThat(ended.out()).containsPattern("Forecast method: \\w+ -> naive, such as ");
        assertThat(ended.err().lines().filter(line -> line.startsWith("forecast 0 %")))
                .hasSize(2);
    }

    @Test
    void impactOfABookThatLeavesSomethingOpenIsBadInputAndNamesTheBook() throws IOException {
        replace("service-targets.csv", ",A,0.9", ",B,0.9");
        Ended ended = impact("--moves", "500");
        assertThat(ended.exitCode()).isEqualTo(3);
        assertThat(ended.err()).contains("--to " + changed + ": ", "no rule answers serviceTarget");
        assertThat(ended.out()).isEmpty();
    }

    @Test
    void impactSaysWhichFolderIsNone() {
        Ended ended = run("rules", "impact", DATASET.toString(), "--from", "nowhere", "--to", changed.toString());
        assertThat(ended.exitCode()).isEqualTo(3);
        assertThat(ended.err()).contains("--from: nowhere must be a folder of rule files, but is none.");
        assertThat(impact("--moves", "0").exitCode()).isEqualTo(2);
        assertThat(run("rules").exitCode()).isEqualTo(2);
    }

    @Test
    void explainTellsEachAnswerWithItsRuleAndTheArithmetic() {
        Ended ended = explain("LAMP", "SOUTH");
        assertThat(ended.exitCode()).as(ended.err()).isZero();
        assertThat(ended.out())
                .startsWith("LAMP at SOUTH: Desk lamp, brass; ")
                .contains("  Stock status: Dead\n")
                .containsPattern(
                        "    40 units worth 800 are on hand and last 100000 days .* the last sale was \\d+ days ago")
                .contains(
                        "    OBS-050 stock not sold for half a year that is not about to sell is dead (obsolescence.csv line 7)\n")
                .contains("\nForecast\n", "\nPolicy in units\n  safety stock 0, ");
    }

    @Test
    void explainOffersWhatMayHaveBeenMeant() {
        Ended item = explain("lamb", "SOUTH");
        assertThat(item.exitCode()).isEqualTo(3);
        assertThat(item.err())
                .contains("item lamb must be in ", "items.csv, but is not.")
                .contains("Maybe LAMP, ");
        assertThat(explain("LAMP", "SUTH").err()).contains("warehouse SUTH must be in ", "Maybe SOUTH, NORTH?");
        Ended elsewhere = explain("LAMP", "NORTH");
        assertThat(elsewhere.exitCode()).isEqualTo(3);
        assertThat(elsewhere.err()).contains("LAMP at NORTH is not planned", "LAMP is planned at SOUTH.");
    }

    private Ended explain(String item, String warehouse) {
        return run("rules", "explain", changed.toString(), DATASET.toString(), item, warehouse);
    }

    private Ended impact(String... bounds) {
        return run(Stream.concat(
                        Stream.of(
                                "rules",
                                "impact",
                                DATASET.toString(),
                                "--from",
                                STANDARD.toString(),
                                "--to",
                                changed.toString()),
                        Stream.of(bounds))
                .toArray(String[]::new));
    }

    private void replace(String file, String from, String to) throws IOException {
        String text = Files.readString(changed.resolve(file));
        assertThat(text).contains(from);
        Files.writeString(changed.resolve(file), text.replace(from, to));
    }

    private static Ended run(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = PlenishCommand.create(properties -> true, new NoRecords())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
        return new Ended(exitCode, out.toString(), err.toString());
    }
}
