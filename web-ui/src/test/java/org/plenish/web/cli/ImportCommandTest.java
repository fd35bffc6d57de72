package org.plenish.web.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    @Test
    void makesADatasetFromSalesThatItsOwnCheckAccepts() throws IOException {
        Path dataset = folder.resolve("dataset");

        assertThat(run("--transactions", sales("quantity"), "--out", dataset.toString()))
                .as(err::toString)
                .isZero();
        assertThat(dataset.resolve("items.csv")).isNotEmptyFile();
        assertThat(dataset.resolve("README.md")).isNotEmptyFile();

        assertThat(run(dataset.toString())).as(err::toString).isZero();
        assertThat(out.toString()).contains("0 errors").contains("2 items, 1 warehouses");
    }

    @Test
    void mapsColumnsOfOtherNames() throws IOException {
        assertThat(run("--transactions", sales("Qty"), "--map", "quantity=Qty", "--out", folder + "/dataset"))
                .as(err::toString)
                .isZero();
    }

    @Test
    void badSalesAreBadInputAndNothingIsWritten() throws IOException {
        Path dataset = folder.resolve("dataset");

        assertThat(run("--transactions", sales("Qty"), "--out", dataset.toString()))
                .isEqualTo(3);
        assertThat(err.toString()).contains("quantity").contains("error");
        assertThat(dataset).doesNotExist();

        assertThat(run("--transactions", folder + "/absent.csv", "--out", dataset.toString()))
                .isEqualTo(3);
        assertThat(err.toString()).contains("absent.csv");
    }

    @Test
    void anEmptyFolderIsNoDataset() {
        assertThat(run(folder.toString())).isEqualTo(3);
        assertThat(err.toString()).contains("items.csv").contains("warehouses.csv");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void neverWritesIntoAFolderThatHoldsSomething() throws IOException {
        String sales = sales("quantity");
        assertThat(run("--transactions", sales, "--out", folder.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("must be a new or an empty folder");
    }

    @Test
    void whatDoesNotGoTogetherIsBadUsage() {
        assertThat(run()).isEqualTo(2);
        assertThat(run("dataset", "--transactions", "sales.csv")).isEqualTo(2);
        assertThat(run("dataset", "--out", "other")).isEqualTo(2);
        assertThat(run("--transactions", "sales.csv")).isEqualTo(2);
        assertThat(run("--transactions", "sales.csv", "--out", folder + "/o", "--map", "Qty=quantity"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--map: ");
    }

    /** Two articles, each sold once a week for twenty weeks. */
    private String sales(String quantityColumn) throws IOException {
        StringBuilder csv = new StringBuilder("date,item,warehouse," + quantityColumn + ",unit_price\n");
        for (int week = 0; week < 20; week++) {
            LocalDate date = LocalDate.of(2026, 1, 5).plusWeeks(week);
            csv.append(date).append(",mug,north,").append(5 + week % 3).append(",4.50\n");
            csv.append(date).append(",plate,north,2,7.25\n");
        }
        return Files.writeString(folder.resolve("sales.csv"), csv).toString();
    }

    private int run(String... args) {
        String[] all = new String[args.length + 1];
        all[0] = "import";
        System.arraycopy(args, 0, all, 1, args.length);
        return PlenishCommand.create(properties -> true, new NoRecords())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all);
    }
}
