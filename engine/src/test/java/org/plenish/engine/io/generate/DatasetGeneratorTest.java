package org.plenish.engine.io.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenish.engine.io.DatasetReader;
import org.plenish.engine.io.DatasetWriter;
import org.plenish.engine.io.ImportResult;
import org.plenish.engine.model.DailySales;
import org.plenish.engine.model.DailyStock;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.model.Item;
import org.plenish.engine.model.ItemId;
import org.plenish.engine.model.Lifecycle;
import org.plenish.engine.model.SkuLocation;

class DatasetGeneratorTest {

    private static final DatasetGenerator.Settings SETTINGS = new DatasetGenerator.Settings(1_000, 5, 53, 42);

    private static DatasetGenerator.Result made;
    private static Dataset dataset;

    @BeforeAll
    static void generate() {
        made = DatasetGenerator.generate(SETTINGS);
        dataset = made.dataset();
    }

    @Test
    void readsBackWhatIsWritten(@TempDir Path folder) throws IOException {
        DatasetWriter.write(dataset, folder.resolve("made"), made.readme());

        ImportResult read = DatasetReader.read(folder.resolve("made"));

        assertThat(read.report().total()).as(read.report().toString()).isZero();
        Dataset again = Objects.requireNonNull(read.dataset());
        assertThat(again.settings()).isEqualTo(dataset.settings());
        assertThat(again.items()).isEqualTo(dataset.items());
        assertThat(again.warehouses()).isEqualTo(dataset.warehouses());
        assertThat(again.suppliers()).isEqualTo(dataset.suppliers());
        assertThat(again.supplyOptions()).isEqualTo(dataset.supplyOptions());
        assertThat(again.lanes()).isEqualTo(dataset.lanes());
        assertThat(again.stock()).isEqualTo(dataset.stock());
        assertThat(again.firstSale()).isEqualTo(dataset.firstSale());
        assertThat(columns(again)).isEqualTo(columns(dataset));
        assertThat(again.openPurchaseOrders()).isEqualTo(dataset.openPurchaseOrders());
        assertThat(again.openTransfers()).isEqualTo(dataset.openTransfers());
        assertThat(again.openSalesOrders()).isEqualTo(dataset.openSalesOrders());
        assertThat(again.cashBudget()).isEqualTo(dataset.cashBudget());
        assertThat(again.promotions()).isEqualTo(dataset.promotions());
        assertThat(again.policyOverrides()).isEqualTo(dataset.policyOverrides());
    }

    @Test
    void theSameSeedMakesTheSameAndAnotherSeedAnother() {
        DatasetGenerator.Settings small = new DatasetGenerator.Settings(40, 2, 20, 7);

        Dataset one = DatasetGenerator.generate(small).dataset();
        Dataset two = DatasetGenerator.generate(small).dataset();
        Dataset other = DatasetGenerator.generate(new DatasetGenerator.Settings(40, 2, 20, 8))
                .dataset();

        assertThat(columns(two)).isEqualTo(columns(one));
        assertThat(two.stock()).isEqualTo(one.stock());
        assertThat(two.supplyOptions()).isEqualTo(one.supplyOptions());
        assertThat(other.stock()).isNotEqualTo(one.stock());
    }

    @Test
    void moreItemsLeaveTheFirstOnesAsTheyAre() {
        Map<ItemId, Item> few = DatasetGenerator.generate(new DatasetGenerator.Settings(20, 2, 20, 7))
                .dataset()
                .items();
        Map<ItemId, Item> more = DatasetGenerator.generate(new DatasetGenerator.Settings(30, 2, 20, 7))
                .dataset()
                .items();

        assertThat(more.values()).hasSize(30).containsAll(few.values());
    }

    @Test
    void isPlausible() {
        DatasetChecks.isPlausible(dataset);
        assertThat(dataset.items().values().stream().map(Item::description)).doesNotHaveDuplicates();
        assertThat(dataset.items().values().stream().map(Item::category).distinct())
                .hasSizeGreaterThanOrEqualTo(12);
        assertThat(dataset.items().values().stream().map(Item::lifecycle).distinct())
                .containsExactlyInAnyOrder(Lifecycle.values());
        assertThat(dataset.items().values().stream().filter(item -> item.replacedBy() != null))
                .isNotEmpty()
                .allMatch(item -> item.lifecycle() == Lifecycle.PHASE_OUT
                        && dataset.items().containsKey(item.replacedBy()));
        LocalDate asOf = dataset.settings().asOf();
        assertThat(dataset.promotions()).anyMatch(promotion -> promotion.from().isAfter(asOf));
        assertThat(dataset.openPurchaseOrders())
                .anyMatch(order -> order.dueDate().isBefore(asOf)); // late
        assertThat(dataset.stock().values())
                .anyMatch(position -> position.lots().size() > 1);
        assertThat(dataset.openTransfers()).isNotEmpty();
        assertThat(dataset.openSalesOrders()).isNotEmpty();
        assertThat(dataset.policyOverrides())
                .isNotEmpty()
                .allMatch(override -> !override.reason().isBlank());
    }

    @Test
    void sellsNothingOnADayWithoutStock() {
        dataset.stockHistory().forEach((location, notes) -> {
            DailySales sales = dataset.sales().getOrDefault(location, DailySales.NONE);
            for (int i = 0; i < sales.days(); i++) {
                int before = noteBefore(notes, sales.epochDays()[i]);
                boolean emptyAllDay = before >= 0
                        && notes.onHandUnits()[before] == 0
                        && (before + 1 == notes.epochDays().length
                                || notes.epochDays()[before + 1] > sales.epochDays()[i]);
                assertThat(emptyAllDay && sales.soldUnits()[i] > 0)
                        .as("%s on %s", location, sales.day(i))
                        .isFalse();
            }
        });
    }

    /** Index of the last note before the day, -1 if there is none. */
    private static int noteBefore(DailyStock notes, int epochDay) {
        int found = Arrays.binarySearch(notes.epochDays(), epochDay);
        return found >= 0 ? found - 1 : -found - 2;
    }

    @Test
    void demandIsConcentratedAsInRealSales() {
        Map<ItemId, Double> units = new HashMap<>();
        Map<ItemId, Double> value = new HashMap<>();
        dataset.sales().forEach((location, sales) -> {
            units.merge(location.item(), (double) netUnits(sales), Double::sum);
            value.merge(
                    location.item(),
                    (double) Arrays.stream(sales.revenueMinorUnits()).sum(),
                    Double::sum);
        });

        assertThat(shareOfTopFifth(units)).isBetween(0.70, 0.82); // measured 0.76
        assertThat(shareOfTopFifth(value)).isBetween(0.72, 0.84); // measured 0.78
    }

    @Test
    void demandIsAsIntermittentAsInRealSales() {
        int weeks = 0;
        int weeksWithout = 0;
        for (DailySales sales : dataset.sales().values()) {
            int first = sales.epochDays()[0];
            int count = Math.toIntExact((dataset.settings().asOf().toEpochDay() - first + 6) / 7);
            boolean[] sold = new boolean[count];
            for (int i = 0; i < sales.days(); i++) {
                sold[(sales.epochDays()[i] - first) / 7] |= sales.soldUnits()[i] > 0;
            }
            for (boolean week : sold) {
                weeks++;
                weeksWithout += week ? 0 : 1;
            }
        }

        assertThat(weeksWithout / (double) weeks).isBetween(0.56, 0.72); // measured 0.66
    }

    @Test
    void sellsMostInNovemberAndTakesSomeBack() {
        Map<Integer, Long> unitsByMonth = new TreeMap<>();
        long rows = 0;
        long returns = 0;
        for (DailySales sales : dataset.sales().values()) {
            for (int i = 0; i < sales.days(); i++) {
                unitsByMonth.merge(sales.day(i).getMonthValue(), (long) sales.netUnits(i), Long::sum);
                rows++;
                returns += sales.returnedUnits()[i] > 0 ? 1 : 0;
            }
        }

        assertThat(unitsByMonth.get(11) / (double) unitsByMonth.get(1)).isBetween(1.6, 3.6); // measured 2.2
        assertThat(returns / (double) rows).isBetween(0.010, 0.020); // measured 0.014
    }

    @Test
    void theReadmeCallsItGeneratedAndNamesTheCommand() {
        assertThat(made.readme())
                .contains("**Generated. Nothing in it is real**")
                .contains("generate --items 1000 --warehouses 5 --weeks 53 --seed 42 --out DIR")
                .contains("doi 10.24432/C5BW33");
    }

    @Test
    void refusesSettingsOutOfRange() {
        assertThatThrownBy(() -> new DatasetGenerator.Settings(0, 4, 104, 1))
                .hasMessage("items: 0 must be 1 or more and 1000000 or less.");
        assertThatThrownBy(() -> new DatasetGenerator.Settings(10, 21, 104, 1))
                .hasMessage("warehouses: 21 must be 1 or more and 20 or less.");
    }

    private static long netUnits(DailySales sales) {
        long units = 0;
        for (int i = 0; i < sales.days(); i++) {
            units += sales.netUnits(i);
        }
        return units;
    }

    private static double shareOfTopFifth(Map<ItemId, Double> byItem) {
        double[] sorted = byItem.values().stream()
                .mapToDouble(value -> Math.max(0, value))
                .sorted()
                .toArray();
        double total = Arrays.stream(sorted).sum();
        return Arrays.stream(sorted, sorted.length - sorted.length / 5, sorted.length)
                        .sum()
                / total;
    }

    /** Sales and stock notes as lists, which compare by content. */
    private static Map<SkuLocation, List<Object>> columns(Dataset dataset) {
        Map<SkuLocation, List<Object>> columns = new TreeMap<>();
        dataset.sales()
                .forEach((location, sales) -> columns.put(
                        location,
                        List.of(
                                list(sales.epochDays()),
                                list(sales.soldUnits()),
                                list(sales.returnedUnits()),
                                Arrays.stream(sales.revenueMinorUnits()).boxed().toList())));
        dataset.stockHistory()
                .forEach((location, notes) -> columns.merge(
                        location,
                        List.of(list(notes.epochDays()), list(notes.onHandUnits())),
                        (sales, stock) -> List.of(sales, stock)));
        return columns;
    }

    private static List<Integer> list(int[] values) {
        return Arrays.stream(values).boxed().toList();
    }
}
