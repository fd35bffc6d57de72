package org.plenish.engine.io.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenish.engine.io.ImportProblem;
import org.plenish.engine.model.DailySales;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.model.ItemId;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.model.WarehouseId;

class TransactionImportTest {

    private static final String HEADER = "date,item,warehouse,quantity,revenue_gbp\n";

    @TempDir
    private Path folder;

    private Path sales;

    @BeforeEach
    void nameTheFile() {
        sales = folder.resolve("shop.csv");
    }

    @Test
    void keepsSalesAsTheyAreAndPlansFromTheDayAfterTheLast() throws IOException {
        Dataset dataset = imported("""
                2026-03-02,A1,NORTH,4,10.00
                2026-03-02,A1,NORTH,-1,-2.50
                2026-03-05,A1,NORTH,6,15.00
                2026-03-05,A1,SOUTH,0,0
                """);

        assertThat(dataset.settings().asOf()).isEqualTo(LocalDate.of(2026, 3, 6));
        assertThat(dataset.settings().currency()).isEqualTo("GBP");
        assertThat(dataset.settings().name()).isEqualTo("shop");
        DailySales north = Objects.requireNonNull(dataset.sales().get(SkuLocation.of("A1", "NORTH")));
        assertThat(north.epochDays()).containsExactly(20514, 20517); // 2026-03-02, 2026-03-05
        assertThat(north.soldUnits()).containsExactly(4, 6);
        assertThat(north.returnedUnits()).containsExactly(1, 0);
        assertThat(north.revenueMinorUnits()).containsExactly(750, 1500); // 10.00 - 2.50
        assertThat(dataset.stock()).containsKey(SkuLocation.of("A1", "SOUTH")); // stocked, but nothing sold
        assertThat(dataset.items().get(new ItemId("A1")).unitPrice()).hasToString("2.5"); // 15.00 / 6
    }

    @Test
    void understandsOtherColumnNamesAndUnitPrices() throws IOException {
        Files.writeString(sales, "Day,SKU,Site,Qty,Price\n2026-03-02,A1,NORTH,4,2.50\n");

        TransactionImport.Result result = TransactionImport.read(new TransactionImport.Settings(
                sales,
                null,
                Map.of("date", "Day", "item", "SKU", "warehouse", "Site", "quantity", "Qty", "unit_price", "Price"),
                7));

        Dataset dataset =
                Objects.requireNonNull(result.dataset(), () -> result.report().toString());
        assertThat(dataset.sales().get(SkuLocation.of("A1", "NORTH")).revenueMinorUnits())
                .containsExactly(1000); // 4 × 2.50
        assertThat(dataset.warehouses()).containsOnlyKeys(new WarehouseId("NORTH"));
    }

    @Test
    void refusesAMapOfAColumnThatTheseFilesDoNotHave() {
        assertThatThrownBy(() -> new TransactionImport.Settings(sales, null, Map.of("Qty", "quantity"), 7))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("column map: Qty must be one of date, item, warehouse, quantity, revenue, unit_price,"
                        + " description. Maybe the two names are the wrong way round.");
    }

    @Test
    void listsAllThatIsWrongWithTheRows() throws IOException {
        assertThat(problems("""
                2026-02-30,A1,NORTH,4,1
                2026-03-02,,NORTH,4,1
                2026-03-02,A1,NORTH,NaN,1
                2026-03-02,A1,NORTH,1e400,1
                2026-03-02,A1,,4,1
                2026-03-02,A1,NORTH,4,x
                """))
                .containsExactly(
                        "shop.csv line 2, column date: 2026-02-30 must be a day that the calendar has.",
                        "shop.csv line 3, column item: (empty) must name something.",
                        "shop.csv line 4, column quantity: NaN must be a whole number.",
                        "shop.csv line 5, column quantity: 1e400 must be a whole number.",
                        "shop.csv line 6, column warehouse: (empty) must name something.",
                        "shop.csv line 7, column revenue: x must be a number of -1000000000000 or more.");
    }

    @Test
    void saysThatAColumnIsMissing() throws IOException {
        Files.writeString(sales, "date,item,quantity\n2026-03-02,A1,4\n");

        assertThat(firstLines(read(null))).containsExactly("shop.csv line 1, column warehouse: must be in the header.");
    }

    @Test
    void saysThatAFileIsMissing() throws IOException {
        Path nowhere = folder.resolve("none.csv");
        Files.writeString(sales, HEADER + "2026-03-02,A1,NORTH,4,1\n");

        assertThat(firstLines(read(nowhere)))
                .containsExactly(new ImportProblem(
                                ImportProblem.Severity.ERROR,
                                nowhere.toString(),
                                0,
                                null,
                                null,
                                "must be a file, but there is none",
                                null)
                        .toString());
    }

    @Test
    void saysThatAnItemIsDescribedTwice() throws IOException {
        Files.writeString(sales, HEADER + "2026-03-02,A1,NORTH,4,1\n");
        Path items = folder.resolve("items.csv");
        Files.writeString(items, "item,description\nA1,Mug\nA1,Cup\n");

        assertThat(firstLines(read(items)))
                .containsExactly(
                        "items.csv line 3, column item: A1 must be there once, but an earlier line has it too.");
    }

    @Test
    void saysThatNothingWasSold() throws IOException {
        assertThat(problems("2026-03-02,A1,NORTH,0,0\n"))
                .containsExactly("shop.csv: must have at least one row with a quantity other than 0.");
    }

    @Test
    void refusesQuantitiesThatDoNotAddUpInUnits() throws IOException {
        assertThat(problems("""
                2026-03-02,A1,NORTH,900000000,0
                2026-03-02,A1,NORTH,900000000,0
                """))
                .containsExactly("shop.csv: sells and takes back 1800000000 units of A1 at NORTH, but must stay within"
                        + " 1000000000.");
    }

    @Test
    void anotherItemLeavesTheOthersAsTheyAre() throws IOException {
        String one = "2026-03-02,A1,NORTH,40,100\n2026-03-05,A1,SOUTH,6,15\n";
        Dataset alone = imported(one);
        Dataset joined = imported(one + "2026-03-05,B2,NORTH,60,15\n");

        assertThat(joined.items().get(new ItemId("A1"))).isEqualTo(alone.items().get(new ItemId("A1")));
        assertThat(joined.stock().get(SkuLocation.of("A1", "NORTH")))
                .isEqualTo(alone.stock().get(SkuLocation.of("A1", "NORTH")));
        assertThat(joined.lanes()).isEqualTo(alone.lanes());
    }

    @Test
    void theReadmeTellsRealFromMadeUp() throws IOException {
        Files.writeString(sales, HEADER + "2026-03-02,A1,NORTH,4,1\n");

        assertThat(read(null).readme())
                .contains("with seed 7")
                .contains("Real are only the sales.")
                .contains("| sales | unit_price | real |")
                .contains("| items | description | made up |")
                .contains("| stock | all | made up |")
                .contains("Licence: that of the sales is not known to the program.");
    }

    @Test
    void makesAPlannableDatasetOfTheRealSales() {
        Path real = Path.of(System.getProperty("plenish.shared", "."), "data", "online-retail");
        assumeThat(real).as("the real sales are not here; nothing to import").isDirectory();

        TransactionImport.Result result = TransactionImport.read(new TransactionImport.Settings(
                real.resolve("sales_daily.csv.gz"), real.resolve("items.csv"), Map.of(), 1));

        Dataset dataset =
                Objects.requireNonNull(result.dataset(), () -> result.report().toString());
        assertThat(dataset.items()).hasSize(3_805);
        assertThat(dataset.stock()).hasSize(14_893);
        assertThat(dataset.warehouses()).hasSize(5);
        assertThat(dataset.lanes()).hasSize(20); // 5 × 4
        assertThat(dataset.suppliers()).hasSize(23); // 3,805 / 160
        DatasetChecks.isPlausible(dataset);
    }

    private Dataset imported(String rows) throws IOException {
        Files.writeString(sales, HEADER + rows);
        TransactionImport.Result result = read(null);
        return Objects.requireNonNull(result.dataset(), () -> result.report().toString());
    }

    private java.util.List<String> problems(String rows) throws IOException {
        Files.writeString(sales, HEADER + rows);
        return firstLines(read(null));
    }

    private TransactionImport.Result read(Path items) {
        return TransactionImport.read(new TransactionImport.Settings(sales, items, Map.of(), 7));
    }

    /** Of the errors, without the suggestions. */
    private static java.util.List<String> firstLines(TransactionImport.Result result) {
        assertThat(result.dataset()).isNull();
        assertThat(result.readme()).isEmpty();
        return result.report().listed().stream()
                .filter(problem -> problem.severity() == ImportProblem.Severity.ERROR)
                .map(problem -> problem.toString().lines().findFirst().orElseThrow())
                .toList();
    }
}
