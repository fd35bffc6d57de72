package org.plenish.web.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesConvertCommandTest {

    private static final String TABLE = """
            match,single
            rule,item,demand.daysOnSale,plan.date,then abcClass,then reviewDays,explain
            "ABC-010 ""much\""",=007,30..90,2026-11-23,A,,"{item}, here"
            ABC-020 rest,0.80|1e3,,,B,7,Ümläut
            """;

    @TempDir
    Path folder;

    private final StringWriter err = new StringWriter();

    private int run(String from, String to, String... options) {
        List<String> args = new ArrayList<>(List.of(
                "rules",
                "convert",
                folder.resolve(from).toString(),
                "--out",
                folder.resolve(to).toString()));
        args.addAll(List.of(options));
        return PlenishCommand.create(properties -> true, new NoRecords())
                .setErr(new PrintWriter(err, true))
                .execute(args.toArray(String[]::new));
    }

    @Test
    void makesTheSameTextAgainOfWhatItMadeAnExcelFileOf() throws IOException {
        Files.writeString(folder.resolve("table.csv"), TABLE);

        assertThat(run("table.csv", "table.xlsx")).as(err.toString()).isZero();
        assertThat(run("table.xlsx", "again.csv")).as(err.toString()).isZero();

        assertThat(Files.readString(folder.resolve("again.csv"))).isEqualTo(TABLE);
        assertThat(folder).isDirectoryNotContaining("glob:**.xlsx.*");
    }

    @Test
    void replacesAFileOnlyIfForcedTo() throws IOException {
        Files.writeString(folder.resolve("table.csv"), "match,single\n");
        Files.writeString(folder.resolve("table.xlsx"), "mine");

        assertThat(run("table.csv", "table.xlsx")).isEqualTo(2);
        assertThat(err.toString()).contains("table.xlsx is there already. Add --force to replace it.");
        assertThat(folder.resolve("table.xlsx")).hasContent("mine");
        assertThat(run("table.csv", "table.xlsx", "--force")).isZero();
        assertThat(Files.size(folder.resolve("table.xlsx"))).isGreaterThan(100);
    }

    @Test
    void otherKindsAreBadUsageAndOtherContentsBadInput() throws IOException {
        Files.writeString(folder.resolve("table.csv"), "match,single\n");
        Files.writeString(folder.resolve("no.xlsx"), "text");

        assertThat(run("table.csv", "other.csv")).isEqualTo(2);
        assertThat(run("none.csv", "other.xlsx")).isEqualTo(3);
        assertThat(run("no.xlsx", "other.csv")).isEqualTo(3);
        assertThat(err.toString()).contains("no.xlsx: is not an Excel file that can be read");
        assertThat(folder.resolve("other.csv")).doesNotExist();
    }
}
