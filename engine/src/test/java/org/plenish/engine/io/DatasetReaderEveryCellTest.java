package org.plenish.engine.io;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenish.engine.io.ImportProblem.Severity;
import org.plenish.engine.model.Dataset;

/** One cell after the other of a folder with every file and every column is made wrong. */
class DatasetReaderEveryCellTest {

    private static final String WRONG = "#";

    /** Header and one row of every file of the contract. */
    private static final Map<String, List<String>> FILES = Map.ofEntries(
            Map.entry(
                    "items.csv",
                    List.of(
                            "item,description,category,unit_cost,unit_price,unit_volume_m3,unit_weight_kg,shelf_life_days,"
                                    + "lifecycle,replaced_by,storage_class,uom,introduced_on,shortage_cost_per_unit,criticality",
                            "BOLT,Bolt,Fixings,1,2,0.1,0.2,90,active,NUT,dry,piece,2020-01-01,3,vital",
                            "NUT,,,1,,,,,,,,,,,")),
            Map.entry(
                    "warehouses.csv",
                    List.of(
                            "warehouse,name,capacity_m3,holding_cost_rate,storage_class_capacity,parent",
                            "NORTH,North,10,0.2,dry=5,SOUTH",
                            "SOUTH,,,,,")),
            Map.entry(
                    "suppliers.csv",
                    List.of(
                            "supplier,name,lead_time_days,lead_time_sd_days,min_order_value,order_cost,order_weekdays,"
                                    + "payment_terms_days,container_volume_m3,container_cost",
                            "ACME,Acme,14,2,100,20,MON,30,60,900")),
            Map.entry(
                    "item_suppliers.csv",
                    List.of(
                            "item,supplier,warehouse,unit_cost,min_order_quantity,order_multiple,max_order_quantity,"
                                    + "lead_time_days,line_cost,priority,valid_from,valid_to",
                            "BOLT,ACME,NORTH,1,10,5,100,14,1,1,2026-01-01,2026-12-31")),
            Map.entry("price_breaks.csv", List.of("item,supplier,min_quantity,unit_cost", "BOLT,ACME,50,0.9")),
            Map.entry(
                    "lanes.csv",
                    List.of(
                            "from_warehouse,to_warehouse,lead_time_days,cost_per_unit,cost_per_m3,shipment_cost,"
                                    + "shipment_capacity_m3,weekdays",
                            "NORTH,SOUTH,2,0.1,3,80,33,FRI")),
            Map.entry(
                    "stock.csv",
                    List.of(
                            "item,warehouse,on_hand,allocated,backordered,lot,expires_on",
                            "BOLT,NORTH,100,1,2,L1,2027-01-01")),
            Map.entry(
                    "sales.csv",
                    List.of(
                            "date,item,warehouse,quantity,unit_price,customer,promotion",
                            "2026-11-22,BOLT,NORTH,7,2,Ann,spring",
                            "2026-11-22,NUT,NORTH,7,2,Ann,spring")),
            Map.entry("stock_history.csv", List.of("date,item,warehouse,on_hand", "2026-11-20,BOLT,NORTH,9")),
            Map.entry(
                    "open_purchase_orders.csv",
                    List.of(
                            "order,supplier,item,warehouse,quantity,due_date,order_date,unit_cost",
                            "P1,ACME,BOLT,NORTH,50,2026-12-01,2026-11-17,1")),
            Map.entry(
                    "open_transfers.csv",
                    List.of(
                            "order,from_warehouse,to_warehouse,item,quantity,due_date",
                            "T1,NORTH,SOUTH,BOLT,20,2026-11-25")),
            Map.entry(
                    "open_sales_orders.csv",
                    List.of("order,item,warehouse,quantity,due_date,customer", "S1,BOLT,NORTH,2,2026-11-30,Ann")),
            Map.entry("cash_budget.csv", List.of("period_start,amount", "2026-11-23,1000")),
            Map.entry(
                    "promotions.csv", List.of("item,warehouse,from,to,uplift", "BOLT,NORTH,2026-12-01,2026-12-24,1.4")),
            Map.entry(
                    "bill_of_materials.csv",
                    List.of("parent_item,component_item,quantity_per,scrap_rate", "BOLT,NUT,1,0.01")),
            Map.entry("forecast.csv", List.of("item,warehouse,period_start,mean,sd", "BOLT,NORTH,2026-11-23,12.5,3")),
            Map.entry(
                    "policy_overrides.csv",
                    List.of(
                            "item,warehouse,safety_stock,reorder_point,order_up_to_level,min_quantity,max_quantity,"
                                    + "service_level,stop_buy,reason,expires_on",
                            "BOLT,NORTH,10,20,40,5,50,0.98,yes,agreed,2026-12-31")));

    /** Any text is right in these. */
    private static final Set<String> FREE_TEXT = Set.of(
            "description",
            "category",
            "storage_class",
            "uom",
            "name",
            "lot",
            "customer",
            "promotion",
            "order",
            "reason");

    /** Other files refer to these: their change makes those references wrong. */
    private static final Set<String> KEYS =
            Set.of("items.csv item", "warehouses.csv warehouse", "suppliers.csv supplier");

    @TempDir
    private Path folder;

    @Test
    void saysFileLineColumnAndValueOfEveryWrongCell() {
        int wrongCells = 0;
        for (Map.Entry<String, List<String>> file : FILES.entrySet()) {
            String[] columns = file.getValue().get(0).split(",");
            for (int column = 0; column < columns.length; column++) {
                List<ImportProblem> problems = problemsWith(file.getKey(), column);
                String place = file.getKey() + " " + columns[column];
                if (FREE_TEXT.contains(columns[column])) {
                    assertThat(problems).as(place).isEmpty();
                } else if (!KEYS.contains(place)) {
                    wrongCells++;
                    assertThat(problems).as(place).singleElement().satisfies(problem -> {
                        assertThat(problem.severity()).isEqualTo(Severity.ERROR);
                        assertThat(problem.file()).isEqualTo(file.getKey());
                        assertThat(problem.line()).isEqualTo(2);
                        assertThat(place).isEqualTo(problem.file() + " " + problem.column());
                        assertThat(problem.value()).isEqualTo(WRONG);
                        assertThat(problem.requirement()).startsWith("must ");
                    });
                }
            }
        }
        assertThat(wrongCells).isEqualTo(103); // 120 columns, less 14 of free text and 3 keys
    }

    @Test
    void acceptsTheFolderAsItIs() {
        assertThat(problemsWith("items.csv", -1)).isEmpty();
    }

    @Test
    void readsBackWhatTheWriterWrote() throws IOException {
        problemsWith("items.csv", -1);
        Dataset first = requireNonNull(DatasetReader.read(folder).dataset());
        DatasetWriter.write(first, folder.resolve("again"), "");
        ImportResult again = DatasetReader.read(folder.resolve("again"));
        assertThat(again.report().listed()).isEmpty();
        // Sales are written by day, not by customer.
        assertThat(again.dataset())
                .usingRecursiveComparison()
                .ignoringFields("baskets")
                .isEqualTo(first);
    }

    private List<ImportProblem> problemsWith(String wrongFile, int wrongColumn) {
        DatasetFolderFixture files = DatasetFolderFixture.good(folder);
        FILES.forEach((file, lines) -> {
            List<String> written = new ArrayList<>(lines);
            if (file.equals(wrongFile) && wrongColumn >= 0) {
                String[] cells = written.get(1).split(",", -1);
                cells[wrongColumn] = WRONG;
                written.set(1, String.join(",", Arrays.asList(cells)));
            }
            files.with(file, written.toArray(String[]::new));
        });
        return files.read().report().listed();
    }
}
