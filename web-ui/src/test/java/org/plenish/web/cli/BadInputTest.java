package org.plenish.web.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One thing wrong in a good dataset: checking it and planning it both name file, line, column and value, end with the
 * code of bad input, and write nothing.
 */
class BadInputTest {

    private static final Path GOOD =
            Path.of(System.getProperty("plenish.root", ".."), "scenarios", "data", "tea-and-lamps");

    @TempDir
    Path folder;

    private Path dataset;

    private record Ended(int exitCode, String out, String err) {}

    @BeforeEach
    void copyAGoodDataset() throws IOException {
        dataset = Files.createDirectory(folder.resolve("dataset"));
        try (Stream<Path> files = Files.list(GOOD)) {
            for (Path file : files.toList()) {
                Files.copy(file, dataset.resolve(file.getFileName()));
            }
        }
    }

    @Test
    void theDatasetIsGoodToBeginWith() {
        assertThat(run("import", dataset.toString()).exitCode()).isZero();
    }

    @Test
    void aMissingFile() throws IOException {
        Files.delete(dataset.resolve("suppliers.csv"));
        refuses("suppliers.csv: is missing");
    }

    @Test
    void aMissingColumn() throws IOException {
        replace("items.csv", "unit_cost", "cost");
        refuses("items.csv line 1, column unit_cost: must be in the header.");
    }

    @Test
    void aNegativeMinimumOrderQuantity() throws IOException {
        replace("item_suppliers.csv", "TEA,NEAR,2.00,12", "TEA,NEAR,2.00,-3");
        refuses("""
                item_suppliers.csv line 2, column min_order_quantity: -3 must be 1 or more.
                Maybe the supplier's minimum is blank in the source: leave the cell empty.""");
    }

    @Test
    void anUnknownWarehouseInSales() throws IOException {
        replace("sales.csv", "2025-11-17,LAMP,SOUTH,1", "2025-11-17,LAMP,EAST,1");
        refuses("sales.csv line 2, column warehouse: EAST must be in warehouses.csv.");
    }

    @Test
    void aDateThatDoesNotExist() throws IOException {
        replace("sales.csv", "2025-11-17,LAMP,SOUTH,1", "2026-02-30,LAMP,SOUTH,1");
        refuses("sales.csv line 2, column date: 2026-02-30 must be a day that the calendar has.");
    }

    @Test
    void quantitiesThatAreNoNumberOrBeyondAllNumbers() throws IOException {
        replace("sales.csv", "2025-11-17,LAMP,SOUTH,1", "2025-11-17,LAMP,SOUTH,NaN");
        replace("stock.csv", "TEA,NORTH,14", "TEA,NORTH,1e400");
        refuses(
                "sales.csv line 2, column quantity: NaN must be a whole number.",
                "stock.csv line 2, column on_hand: 1e400 must be a whole number.");
    }

    @Test
    void anItemThatIsThereTwice() throws IOException {
        replace("items.csv", "MUG,\"Mug, blue\"", "TEA,\"Mug, blue\"");
        refuses("items.csv line 3, column item: TEA must be given once, but line 2 gives it already.");
    }

    @Test
    void anOrderMultipleOfZero() throws IOException {
        replace("item_suppliers.csv", "TEA,NEAR,2.00,12,12", "TEA,NEAR,2.00,12,0");
        refuses("item_suppliers.csv line 2, column order_multiple: 0 must be 1 or more.");
    }

    @Test
    void aTruncatedGzip() throws IOException {
        byte[] whole = gzip(Files.readAllBytes(dataset.resolve("sales.csv")));
        Files.delete(dataset.resolve("sales.csv"));
        Files.write(dataset.resolve("sales.csv.gz"), Arrays.copyOf(whole, whole.length / 2));
        refuses("sales.csv.gz", "cut short", "Maybe the copy was interrupted: copy it again.");
    }

    @Test
    void severalProblemsAreToldAtOnce() throws IOException {
        Files.delete(dataset.resolve("suppliers.csv"));
        replace("items.csv", "MUG,\"Mug, blue\"", "TEA,\"Mug, blue\"");
        replace("sales.csv", "2025-11-17,LAMP,SOUTH,1", "2026-02-30,LAMP,SOUTH,1");
        refuses("suppliers.csv: ", "items.csv line 3, column item", "sales.csv line 2, column date");
    }

    @Test
    void salesAloneAreHeldToTheSame() throws IOException {
        String sales = "date,item,warehouse,quantity,unit_price\n"
                + "2026-02-30,mug,north,1,2.50\n2026-03-01,mug,north,NaN,2.50\n2026-03-02,mug,north,1e400,2.50\n";
        Path file = Files.writeString(folder.resolve("till.csv"), sales);

        Ended ended = run(
                "import",
                "--transactions",
                file.toString(),
                "--out",
                folder.resolve("made").toString());

        assertThat(ended.exitCode()).isEqualTo(3);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err())
                .contains("till.csv line 2, column date: 2026-02-30 must be a day that the calendar has.")
                .contains("till.csv line 3, column quantity: NaN must be")
                .contains("till.csv line 4, column quantity: 1e400 must be");
        assertThat(children(folder)).containsExactly("dataset", "till.csv");
    }

    @Test
    void truncatedSalesAloneAreNotTakenForAllOfThem() throws IOException {
        byte[] whole = gzip(Files.readAllBytes(dataset.resolve("sales.csv")));
        Path file = Files.write(folder.resolve("till.csv.gz"), Arrays.copyOf(whole, whole.length / 2));

        Ended ended = run(
                "import",
                "--transactions",
                file.toString(),
                "--out",
                folder.resolve("made").toString());

        assertThat(ended.exitCode()).isEqualTo(3);
        assertThat(ended.err()).contains("till.csv.gz").contains("cut short");
        assertThat(children(folder)).containsExactly("dataset", "till.csv.gz");
    }

    private void refuses(String... texts) throws IOException {
        List<String> before = children(dataset);

        for (Ended ended : List.of(
                run("import", dataset.toString()),
                run("plan", dataset.toString(), "--out", folder.resolve("plan").toString()))) {
            assertThat(ended.exitCode()).isEqualTo(3);
            assertThat(ended.out()).isEmpty();
            assertThat(ended.err()).contains(texts);
        }
        assertThat(children(folder)).containsExactly("dataset");
        assertThat(children(dataset)).isEqualTo(before);
    }

    private void replace(String file, String text, String by) throws IOException {
        String content = Files.readString(dataset.resolve(file));
        assertThat(content).contains(text);
        Files.writeString(dataset.resolve(file), content.replace(text, by));
    }

    private static List<String> children(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write(bytes);
        }
        return zipped.toByteArray();
    }

    private static Ended run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = PlenishCommand.create(properties -> true, new NoRecords())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
        return new Ended(exitCode, out.toString(), err.toString());
    }
}
