package org.plenish.engine.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenish.engine.io.ImportProblem.Severity;

/** Bad folders: each differs from the good one in one thing, and gets these words and no others. */
class DatasetReaderProblemsTest {

    private static final String NOT_A_NUMBER = "\nMaybe the source could not compute it, or the columns are shifted:"
            + " correct the cell or remove the row.";
    private static final String TOO_LARGE =
            "\nMaybe a decimal point was lost, or the unit is another: correct it in the source.";
    private static final String WRONG_SIGN = "\nMaybe the sign or the unit is wrong in the source: correct it there.";
    private static final String MISTYPED = "\nMaybe a digit was mistyped: correct it in the source.";
    private static final String OTHER_WORD = "\nMaybe the source uses another word for it: replace it.";

    @TempDir
    private Path folder;

    private DatasetFolderFixture files;

    @BeforeEach
    void writeGoodFolder() {
        files = DatasetFolderFixture.good(folder);
    }

    // Files

    @Test
    void namesAMissingFileAndNothingThatFollowsFromIt() {
        files.without("items.csv").with("item.csv", "item,unit_cost");
        refuses("""
                items.csv: is missing, but a dataset must have it.
                Maybe item.csv is meant: rename it.""", "item.csv: is not known and was left aside.");
    }

    @Test
    void demandsSalesOrAForecast() {
        files.without("sales.csv");
        refuses("sales.csv: is missing, but a dataset must have it.");
    }

    @Test
    void refusesAFileAndItsCompressedTwin() {
        files.withBytes("stock.csv.gz", DatasetFolderFixture.gzip("item,warehouse,on_hand\n"));
        refuses("""
                stock.csv.gz: must not be there beside stock.csv.
                Maybe one of them is a leftover: remove it.""");
    }

    @Test
    void refusesATruncatedGzip() {
        byte[] whole = DatasetFolderFixture.gzip("date,item,warehouse,quantity\n2026-11-20,BOLT,NORTH,7\n");
        files.without("sales.csv").withBytes("sales.csv.gz", Arrays.copyOf(whole, whole.length / 2));
        refuses("""
                sales.csv.gz: is cut short: the compressed file ends in the middle.
                Maybe the copy was interrupted: copy it again.""");
    }

    @Test
    void saysAfterWhichLineATruncatedGzipStops() {
        StringBuilder rows = new StringBuilder("date,item,warehouse,quantity\n");
        Random random = new Random(7);
        for (int row = 0; row < 20_000; row++) {
            rows.append("2026-11-20,BOLT,NORTH,")
                    .append(random.nextInt(1_000_000))
                    .append('\n');
        }
        byte[] whole = DatasetFolderFixture.gzip(rows.toString());
        files.without("sales.csv").withBytes("sales.csv.gz", Arrays.copyOf(whole, whole.length / 2));
        assertThat(files.problems())
                .singleElement()
                .asString()
                .matches(
                        "(?s)sales.csv.gz line \\d{4,5}: must not be the last line, but the compressed file is cut short"
                                + " after it.\nMaybe the copy was interrupted: copy it again.");
    }

    @Test
    void refusesAGzipThatIsNone() {
        files.without("sales.csv").with("sales.csv.gz", "date,item,warehouse,quantity");
        refuses("""
                sales.csv.gz: must be a gzip file, but is none or is damaged (Not in GZIP format).
                Maybe it is plain text: remove .gz from its name.""");
    }

    @Test
    void refusesAZipArchiveThatIsNamedCsv() {
        files.withBytes("stock.csv", new byte[] {'P', 'K', 3, 4, 20, 0, 6, 0});
        refuses("""
                stock.csv: is a zip archive, but must be plain CSV text.
                Maybe it is a workbook: save it as CSV UTF-8.""");
    }

    @Test
    void refusesAGzipThatIsNotNamedSo() {
        files.withBytes("stock.csv", DatasetFolderFixture.gzip("item,warehouse,on_hand\n"));
        refuses("""
                stock.csv: is compressed with gzip, but is not named so.
                Maybe rename it to stock.csv.gz.""");
    }

    @Test
    void refusesUtf16() {
        files.withBytes("stock.csv", "\uFEFFitem,warehouse,on_hand\n".getBytes(StandardCharsets.UTF_16LE));
        refuses("""
                stock.csv: is UTF-16 text, but must be UTF-8.
                Maybe the program that wrote it can save UTF-8.""");
    }

    @Test
    void refusesAWindowsCodePageAndSaysOnWhichLine() {
        files.withBytes(
                "warehouses.csv",
                "warehouse,name\nNORTH,Lagos\nSOUTH,München\n".getBytes(Charset.forName("windows-1252")));
        refuses("""
                warehouses.csv line 3: must be UTF-8 text, but holds bytes that are not.
                Maybe it was saved in a Windows code page: save it as CSV UTF-8.""");
    }

    @Test
    void refusesAnEmptyFile() {
        files.withBytes("stock.csv", new byte[0]);
        refuses("stock.csv: is empty, but must have a header row.");
    }

    @Test
    void refusesItemsWithoutARow() {
        files.with("items.csv", "item,unit_cost")
                .with("item_suppliers.csv", "item,supplier")
                .with("stock.csv", "item,warehouse,on_hand")
                .with("sales.csv", "date,item,warehouse,quantity")
                .with("dataset.yaml", "as_of: 2026-11-23", "currency: EUR");
        refuses("items.csv: must have a row, but ends after its header.");
    }

    @Test
    void refusesNulBytes() {
        files.with("stock.csv", "item,warehouse,on_hand", "BOLT,NORTH,1", "BO\0LT,SOUTH,1");
        refuses("""
                stock.csv line 3: holds a NUL byte, which no text has.
                Maybe the file is damaged or not CSV: export it again.""");
    }

    @Test
    void refusesACellOfMegabytes() {
        files.with("items.csv", "item,unit_cost,description", "BOLT,1,x", "DRILL,2," + "x".repeat(5_000_000));
        refuses("""
                items.csv line 3: must be CSV from here on (Field at index 2 in record starting at line 3 exceeds the max field size of 100000 characters).
                Maybe a quotation mark is not closed, or stands inside a cell and has to be doubled.""");
    }

    @Test
    void refusesAQuoteThatIsNeverClosed() {
        files.with("items.csv", "item,unit_cost,description", "BOLT,1,\"x", "DRILL,2,y");
        assertThat(files.problems())
                .singleElement()
                .asString()
                .startsWith("items.csv line 2: must be CSV from here on");
    }

    @Test
    void refusesAFolderThatIsNone() {
        assertThat(DatasetReader.read(folder.resolve("absent")).report().listed())
                .extracting(ImportProblem::toString)
                .containsExactly(
                        "absent: must be a folder that holds a dataset.\nMaybe its path is spelt differently.");
    }

    @Test
    void leavesUnknownFilesAndColumnsAsideWithANotice() {
        files.with("price_break.csv", "item").with("warehouses.csv", "warehouse,colour", "NORTH,red", "SOUTH,blue");
        assertThat(files.problems())
                .containsExactly(
                        "warehouses.csv line 1, column colour: is not known and was left aside.",
                        "price_break.csv: is not known and was left aside.");
        assertThat(files.read().dataset()).isNotNull();
        assertThat(files.read().report().notices()).isEqualTo(2);
    }

    // Columns and rows

    @Test
    void namesAMissingColumn() {
        files.with("items.csv", "item,cost", "BOLT,1", "DRILL,2");
        assertThat(files.problems())
                .containsExactly("""
                        items.csv line 1, column unit_cost: must be in the header.
                        Maybe it has another name there: the header names cost, item.""", "items.csv line 1, column cost: is not known and was left aside.");
    }

    @Test
    void refusesAColumnThatIsThereTwice() {
        files.with("warehouses.csv", "warehouse,name,Name", "NORTH,a,b", "SOUTH,a,b");
        refuses("""
                warehouses.csv line 1, column Name: must be in the header once, but is there twice.
                Maybe one of them has to be renamed.""");
    }

    @Test
    void refusesARowOfOtherLengthAndShiftsNoCell() {
        files.with("stock.csv", "item,warehouse,on_hand", "BOLT,100", "DRILL,SOUTH,1,5,6", "BOLT,SOUTH,1,,");
        refuses("""
                stock.csv line 2: has 2 cells, but must have 3 as the header.
                Maybe a delimiter is missing, or a cell that holds one has no quotation marks.""", """
                stock.csv line 3: has 5 cells, but must have 3 as the header.
                Maybe a delimiter is missing, or a cell that holds one has no quotation marks.""");
    }

    @Test
    void namesBothLinesOfADuplicateItem() {
        files.with("items.csv", "item,unit_cost", "BOLT,0.25", "DRILL,49.90", "BOLT,0.26");
        refuses("""
                items.csv line 4, column item: BOLT must be given once, but line 2 gives it already.
                Maybe the row was copied twice: remove one of them.""");
    }

    @Test
    void namesBothLinesOfADuplicateStockRow() {
        files.with("stock.csv", "item,warehouse,on_hand,lot", "BOLT,NORTH,1,A", "BOLT,NORTH,1,B", "BOLT,NORTH,2,A");
        refuses("""
                stock.csv line 4, column item: BOLT must be given once for each item, warehouse, lot and expires_on, but line 2 gives it already.
                Maybe the row was copied twice: remove one of them.""");
    }

    @Test
    void namesBothLinesOfADuplicateStockNote() {
        files.with(
                "stock_history.csv",
                "date,item,warehouse,on_hand",
                "2026-11-20,BOLT,NORTH,1",
                "2026-11-20,BOLT,NORTH,2");
        refuses("""
                stock_history.csv line 3, column date: 2026-11-20 must be given once for each item and warehouse, but line 2 gives it already for BOLT at NORTH.
                Maybe the row was copied twice: remove one of them.""");
    }

    @Test
    void refusesAnEmptyCellWhereAValueIsNeeded() {
        files.with("items.csv", "item,unit_cost", "BOLT,", ",1", "DRILL,2");
        refuses(
                "items.csv line 2, column unit_cost: (empty) must be a number of 0 or more." + NOT_A_NUMBER,
                "items.csv line 3, column item: (empty) must name something.");
    }

    // References

    @Test
    void refusesAnUnknownWarehouseInSales() {
        files.with("sales.csv", "date,item,warehouse,quantity", "2026-11-20,BOLT,North,7", "2026-11-21,BOLT,EAST,7");
        refuses("""
                sales.csv line 2, column warehouse: North must be in warehouses.csv.
                Maybe NORTH is meant: keys are compared letter by letter.""", """
                sales.csv line 3, column warehouse: EAST must be in warehouses.csv.
                Maybe its row is missing there, or the key is spelt differently.""");
    }

    @Test
    void refusesAnUnknownItemAndAnUnknownSupplier() {
        files.with("item_suppliers.csv", "item,supplier", "BOLT,ACMEE", "NUT,ACME");
        refuses("""
                item_suppliers.csv line 2, column supplier: ACMEE must be in suppliers.csv.
                Maybe its row is missing there, or the key is spelt differently.""", """
                item_suppliers.csv line 3, column item: NUT must be in items.csv.
                Maybe its row is missing there, or the key is spelt differently.""");
    }

    @Test
    void refusesAnUnknownSuccessorAndOneselfAsSuccessor() {
        files.with("items.csv", "item,unit_cost,replaced_by", "BOLT,1,NUT", "DRILL,2,DRILL");
        refuses("""
                items.csv line 3, column replaced_by: DRILL must name another item.
                Maybe it has no successor: leave the cell empty.""", """
                items.csv line 2, column replaced_by: NUT must be in items.csv.
                Maybe its row is missing there, or the key is spelt differently.""");
    }

    @Test
    void doesNotCallAnItemUnknownWhoseOwnRowIsWrong() {
        files.with("items.csv", "item,unit_cost", "BOLT,-1", "DRILL,49.90");
        refuses("items.csv line 2, column unit_cost: -1 must be 0 or more." + WRONG_SIGN);
    }

    // Numbers

    @Test
    void refusesANegativeMinimumOrderQuantity() {
        files.with("item_suppliers.csv", "item,supplier,min_order_quantity", "BOLT,ACME,-3", "DRILL,ACME,0");
        refuses("""
                item_suppliers.csv line 2, column min_order_quantity: -3 must be 1 or more.
                Maybe the supplier's minimum is blank in the source: leave the cell empty.""", """
                item_suppliers.csv line 3, column min_order_quantity: 0 must be 1 or more.
                Maybe the supplier's minimum is blank in the source: leave the cell empty.""");
    }

    @Test
    void refusesAnOrderMultipleOfZero() {
        files.with("item_suppliers.csv", "item,supplier,order_multiple", "BOLT,ACME,0");
        refuses("""
                item_suppliers.csv line 2, column order_multiple: 0 must be 1 or more.
                Maybe it is sold by the piece: leave the cell empty.""");
    }

    @Test
    void namesTheNextMultipleUpForAMinimumThatIsNone() {
        files.with("item_suppliers.csv", "item,supplier,min_order_quantity,order_multiple", "BOLT,ACME,25,10");
        refuses("""
                item_suppliers.csv line 2, column min_order_quantity: 25 must be a multiple of the order multiple 10.
                Maybe 30 is meant, the next multiple up.""");
    }

    @Test
    void refusesAMaximumBelowTheMinimum() {
        files.with("item_suppliers.csv", "item,supplier,min_order_quantity,max_order_quantity", "BOLT,ACME,25,10");
        refuses(
                "item_suppliers.csv line 2, column max_order_quantity: 10 must be the minimum order quantity 25 or more.");
    }

    @Test
    void refusesNegativeLeadTimesAndPrices() {
        files.with("suppliers.csv", "supplier,lead_time_days,order_cost", "ACME,-1,-0.01");
        refuses(
                "suppliers.csv line 2, column lead_time_days: -1 must be 0 or more." + WRONG_SIGN,
                "suppliers.csv line 2, column order_cost: -0.01 must be 0 or more." + WRONG_SIGN);
    }

    @Test
    void refusesQuantitiesThatAreNoWholeNumber() {
        files.with(
                "sales.csv",
                "date,item,warehouse,quantity",
                "2026-11-20,BOLT,NORTH,NaN",
                "2026-11-20,BOLT,NORTH,1e400",
                "2026-11-20,BOLT,NORTH,Infinity",
                "2026-11-20,BOLT,NORTH,2.5",
                "2026-11-20,BOLT,NORTH,3.0",
                "2026-11-20,BOLT,NORTH,\"1,234\"",
                "2026-11-20,BOLT,NORTH,123456789012345678901234567890");
        refuses(
                "sales.csv line 2, column quantity: NaN must be a whole number." + NOT_A_NUMBER,
                "sales.csv line 3, column quantity: 1e400 must be a whole number." + NOT_A_NUMBER,
                "sales.csv line 4, column quantity: Infinity must be a whole number." + NOT_A_NUMBER,
                """
                sales.csv line 5, column quantity: 2.5 must be a whole number.
                Maybe a smaller unit of measure makes it whole.""",
                """
                sales.csv line 6, column quantity: 3.0 must be a whole number.
                Maybe a spreadsheet added the decimals: write 3.""",
                """
                sales.csv line 7, column quantity: 1,234 must be a whole number.
                Maybe the thousands are grouped: write the digits only.""",
                "sales.csv line 8, column quantity: 123456789012345678901234567890 must be 1000000000 or less."
                        + TOO_LARGE);
    }

    @Test
    void refusesPricesThatAreNoFiniteNumberOfSaneSize() {
        files.with(
                "items.csv",
                "item,unit_cost",
                "BOLT,NaN",
                "DRILL,1e400",
                "A,-Infinity",
                "B,1e13",
                "C,0x1F",
                "D,1.000.000");
        refuses(
                "items.csv line 2, column unit_cost: NaN must be a number of 0 or more." + NOT_A_NUMBER,
                "items.csv line 3, column unit_cost: 1e400 must be a number of 0 or more." + NOT_A_NUMBER,
                "items.csv line 4, column unit_cost: -Infinity must be a number of 0 or more." + NOT_A_NUMBER,
                "items.csv line 5, column unit_cost: 1e13 must be 1000000000000 or less." + TOO_LARGE,
                "items.csv line 6, column unit_cost: 0x1F must be a number of 0 or more." + NOT_A_NUMBER,
                "items.csv line 7, column unit_cost: 1.000.000 must be a number of 0 or more." + NOT_A_NUMBER);
    }

    @Test
    void asksWhatACommaInANumberMeans() {
        files.with("items.csv", "item;unit_cost", "BOLT;1.234,5", "DRILL;2,5");
        assertThat(files.problems()).containsExactly("""
                        items.csv line 2, column unit_cost: 1.234,5 must be a number of 0 or more.
                        Maybe the comma is a decimal comma: then delimit cells with ; and say decimal: "," in dataset.yaml; if it groups thousands, leave it out.""", """
                        items.csv line 3, column unit_cost: 2,5 must be a number of 0 or more.
                        Maybe the comma is a decimal comma: then delimit cells with ; and say decimal: "," in dataset.yaml; if it groups thousands, leave it out.""");
    }

    @Test
    void takesTheDecimalCommaThatTheSettingsDeclareAndThenNoPoint() {
        files.with("dataset.yaml", "currency: EUR", "decimal: \",\"");
        files.with("items.csv", "item;unit_cost", "BOLT;0,25", "DRILL;1.234,5", "NUT;12.5");
        refuses("""
                items.csv line 3, column unit_cost: 1.234,5 must be a number with a decimal comma of 0 or more.
                Maybe the point groups thousands: leave it out.""", """
                items.csv line 4, column unit_cost: 12.5 must be a number with a decimal comma of 0 or more.
                Maybe the point groups thousands: leave it out.""");
    }

    // Dates

    @Test
    void refusesDatesThatDoNotExistOrAreAmbiguousOrLongPast() {
        files.with(
                "sales.csv",
                "date,item,warehouse,quantity",
                "2026-02-30,BOLT,NORTH,1",
                "01/02/26,BOLT,NORTH,1",
                "0026-01-02,BOLT,NORTH,1",
                "2026-01-02T10:00,BOLT,NORTH,1",
                ",BOLT,NORTH,1");
        refuses(
                "sales.csv line 2, column date: 2026-02-30 must be a day that the calendar has." + MISTYPED,
                """
                sales.csv line 3, column date: 01/02/26 must be a date like 2026-11-23.
                Maybe day and month stand elsewhere in the source: write year-month-day.""",
                """
                sales.csv line 4, column date: 0026-01-02 must lie in the years 1900 to 2199.
                Maybe the year was cut: write all four digits.""",
                """
                sales.csv line 5, column date: 2026-01-02T10:00 must be a date like 2026-11-23.
                Maybe the time of day is to be cut off: write 2026-01-02.""",
                "sales.csv line 6, column date: (empty) must be a date like 2026-11-23.");
    }

    @Test
    void refusesAPromotionThatEndsBeforeItStarts() {
        files.with("promotions.csv", "item,from,to", "BOLT,2026-12-24,2026-12-01");
        refuses("""
                promotions.csv line 2, column to: 2026-12-01 must not be before from 2026-12-24.
                Maybe the two days were exchanged.""");
    }

    // Other tables

    @Test
    void refusesWordsThatAreNotOnTheList() {
        files.with("items.csv", "item,unit_cost,lifecycle", "BOLT,1,old", "DRILL,2,ACTIVE")
                .with("suppliers.csv", "supplier,lead_time_days,order_weekdays", "ACME,14,MON;MONDAY")
                .with("warehouses.csv", "warehouse,storage_class_capacity", "NORTH,chilled:120", "SOUTH,");
        refuses(
                "items.csv line 2, column lifecycle: old must be one of new, active, phase_out, discontinued."
                        + OTHER_WORD,
                "warehouses.csv line 2, column storage_class_capacity: chilled:120 must list m³ of each class once, like"
                        + " chilled=120;hazard=15.",
                "suppliers.csv line 2, column order_weekdays: MON;MONDAY must list weekdays like MON;THU.");
    }

    @Test
    void refusesALaneToItselfAndAComponentOfItself() {
        files.with("lanes.csv", "from_warehouse,to_warehouse,lead_time_days", "NORTH,NORTH,2")
                .with("bill_of_materials.csv", "parent_item,component_item,quantity_per", "BOLT,BOLT,2");
        refuses(
                "lanes.csv line 2, column to_warehouse: NORTH must name another warehouse than from_warehouse.",
                "bill_of_materials.csv line 2, column component_item: BOLT must name another item than parent_item.");
    }

    @Test
    void refusesOverridesThatContradictThemselves() {
        files.with(
                "policy_overrides.csv",
                "item,reorder_point,order_up_to_level,min_quantity,max_quantity,service_level,stop_buy",
                "BOLT,20,10,8,6,98,perhaps");
        refuses(
                "policy_overrides.csv line 2, column service_level: 98 must be 0.9999 or less." + TOO_LARGE,
                "policy_overrides.csv line 2, column stop_buy: perhaps must be true or false." + OTHER_WORD,
                "policy_overrides.csv line 2, column order_up_to_level: 10 must be reorder_point 20 or more.",
                "policy_overrides.csv line 2, column max_quantity: 6 must be min_quantity 8 or more.");
    }

    @Test
    void refusesUnknownCriticalityAndDaysThatAreNone() {
        files.with("items.csv", "item,unit_cost,criticality", "BOLT,1,high", "DRILL,1,essential");
        files.with("policy_overrides.csv", "item,service_level,expires_on", "BOLT,0.98,31.12.2026");
        refuses(
                "items.csv line 2, column criticality: high must be one of vital, essential, desirable." + OTHER_WORD,
                "policy_overrides.csv line 2, column expires_on: 31.12.2026 must be a date like 2026-11-23."
                        + "\nMaybe day and month stand elsewhere in the source: write year-month-day.");
    }

    @Test
    void refusesSettingsThatAreWrongAndNoticesUnknownOnes() {
        files.with(
                "dataset.yaml",
                "name: Small",
                "currency: euro",
                "bucket: year",
                "horizon: 0",
                "as_of: 23.11.2026",
                "colour: red",
                "horizon: 5");
        assertThat(files.problems())
                .containsExactlyInAnyOrder(
                        "dataset.yaml line 2, column currency: euro must be a currency's three letters, like EUR.",
                        "dataset.yaml line 3, column bucket: year must be one of day, week, month." + OTHER_WORD,
                        "dataset.yaml line 4, column horizon: 0 must be 1 or more." + WRONG_SIGN,
                        """
                        dataset.yaml line 5, column as_of: 23.11.2026 must be a date like 2026-11-23.
                        Maybe day and month stand elsewhere in the source: write year-month-day.""",
                        "dataset.yaml line 6, column colour: is not known and was left aside.",
                        "dataset.yaml line 7, column horizon: must be given once.\nMaybe one of them has to go.");
    }

    @Test
    void refusesSettingsThatAreNoYaml() {
        files.with("dataset.yaml", "name: Small", "source: a: b");
        refuses("""
                dataset.yaml line 2, column 10: must be YAML (mapping values are not allowed here).
                Maybe the value needs quotation marks.""");
    }

    @Test
    void demandsThePlanDateWhereNoSaleTellsIt() {
        files.with("sales.csv", "date,item,warehouse,quantity");
        refuses("dataset.yaml as_of: must be given, because no sale tells the plan's date.");
    }

    // Warnings keep the dataset

    @Test
    void warnsOfStockBelowZeroAndKeepsIt() {
        files.with("stock.csv", "item,warehouse,on_hand", "BOLT,NORTH,-5");
        warns("""
                stock.csv line 2, column on_hand: -5 is below zero and is planned as 0.
                Maybe a receipt has not been booked yet: count again.""");
    }

    @Test
    void warnsOnceOfSalesThatRepeatThemselves() {
        files.with(
                "sales.csv",
                "date,item,warehouse,quantity",
                "2026-11-20,BOLT,NORTH,7",
                "2026-11-22,DRILL,SOUTH,1",
                "2026-11-20,BOLT,NORTH,7",
                "2026-11-22,DRILL,SOUTH,1");
        warns("""
                sales.csv line 4: repeats line 2 cell by cell, and so do 1 rows after it; all were added up.
                Maybe the file was joined with itself: remove the copies.""");
    }

    @Test
    void warnsOfAnOpenOrderThatIsThereTwice() {
        files.with(
                "open_sales_orders.csv",
                "order,item,warehouse,quantity,due_date",
                "S1,BOLT,NORTH,2,2026-12-01",
                "S1,BOLT,NORTH,2,2026-12-01");
        warns("""
                open_sales_orders.csv line 3, column order: S1 repeats line 2 cell by cell; both were taken.
                Maybe the row was copied twice: remove one of them.""");
    }

    @Test
    void warnsOfPriceBreaksThatNobodyOffers() {
        files.with("suppliers.csv", "supplier,lead_time_days", "ACME,14", "OTHER,7")
                .with("price_breaks.csv", "item,supplier,min_quantity,unit_cost", "BOLT,OTHER,100,0.2");
        warns(
                "price_breaks.csv line 2, column supplier: OTHER is not a supplier of BOLT in item_suppliers.csv; the price"
                        + " is not used.");
    }

    @Test
    void warnsOfSalesAfterThePlanDate() {
        files.with("dataset.yaml", "as_of: 2026-11-22", "currency: EUR");
        warns("dataset.yaml as_of: 2026-11-22 is not after the last sale 2026-11-22: sales from it on are not"
                + " history.");
    }

    // The report

    @Test
    void listsAThousandProblemsAndCountsAll() {
        String[] rows = new String[1_501];
        Arrays.fill(rows, "2026-11-20,BOLT,NORTH,x");
        rows[0] = "date,item,warehouse,quantity";
        files.with("sales.csv", rows).with("stock.csv", "item,warehouse,on_hand", "BOLT,NORTH,-5");
        ImportReport report = files.read().report();
        assertThat(report.listed()).hasSize(1_000).allMatch(problem -> problem.severity() == Severity.ERROR);
        assertThat(report.errors()).isEqualTo(1_500);
        assertThat(report.warnings()).isEqualTo(1);
        assertThat(report.toString()).endsWith("1500 errors, 1 warning, 0 notices (the first 1000 are listed).");
    }

    @Test
    void printsNoControlCharacterAndNoLongValue() {
        files.with("items.csv", "item,unit_cost", "BOLT,\"\u001b[31m\n\u202e" + "9".repeat(100) + "\"", "DRILL,1");
        refuses("items.csv line 2, column unit_cost: \\u001B[31m\\u000A\\u202E" + "9".repeat(53)
                + "… (107 characters) must be a number of 0 or more."
                + NOT_A_NUMBER); // 7 + 53 = 60 characters are kept
    }

    private void refuses(String... problems) {
        assertThat(files.problems()).containsExactly(problems);
        assertThat(files.read().dataset()).isNull();
    }

    private void warns(String problem) {
        assertThat(files.problems()).containsExactly(problem);
        ImportResult result = files.read();
        assertThat(result.dataset()).isNotNull();
        assertThat(List.of(result.report().errors(), result.report().warnings()))
                .containsExactly(0L, 1L);
    }
}
