package org.plenish.engine.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One thing wrong in a good planning instance, and what is then said about it. */
class PlanInstanceProblemsTest {

    private static final String GOOD = PlanInstanceFormatTest.INSTANCE.formatted(
            ", \"space\": [[5, 6, 7], [8, 9, 10]], \"cash\": [100, 50, 25, 10]");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "T": 3                      | "T": 0                        | T: 0 must be a whole number from 1 to 1000.
            "T": 3                      | "T": null                     | T: null must be a whole number from 1 to 1000.
            "T": 3                      | "T": "3"                      | T: 3 must be a whole number from 1 to 1000.
            "T": 3,                     |                               | T: must be given.
            ["N", "S"]                  | []                            | warehouses: must name one warehouse or more.
            ["N", "S"]                  | ["N", 7]                      | warehouses[1]: 7 must be a text in quotation marks.
            ["N", "S"]                  | ["N", "N"]                    | warehouses[1]: N must be given once, but warehouses[0] gives it already.
            "header_cost": 12.5         | "header_cost": -1             | suppliers[0].header_cost: -1 must be a number of 0 or more.
            "header_cost": 12.5         | "header_cost": "12,5"         | suppliers[0].header_cost: 12,5 must be a number of 0 or more.
            "header_cost": 12.5         | "header_cost": NaN            | suppliers[0].header_cost: NaN must be a number of 0 or more.
            "header_cost": 12.5         | "header_cost": 1e400          | suppliers[0].header_cost: Infinity must be at most 1,000,000,000,000.
            "min_order_value": 80,      |                               | suppliers[0].min_order_value: must be given.
            "pay_offset": 1             | "pay_offset": -1              | suppliers[0].pay_offset: -1 must be a whole number from 0 to 1000.
            "lead_time": [1, 2]         | "lead_time": [1]              | suppliers[0].lead_time: has a length of 1, but must have 2, one for each warehouse.
            "lead_time": [1, 2]         | "lead_time": [1, -2]          | suppliers[0].lead_time[1]: -2 must be a whole number from 0 to 1000.
            "lead_time": [1, 2]         | "lead_time": 1                | suppliers[0].lead_time: 1 must be a list in brackets.
            "order_periods": [0, 2]     | "order_periods": [0, 3]       | suppliers[0].order_periods[1]: 3 must be the index of a period, from 0 to 2.
            "frm": 0                    | "frm": 1                      | lanes[0]: must lead to another warehouse, but frm and to are both 1.
            "to": 1                     | "to": 2                       | lanes[0].to: 2 must be the index of a warehouse, from 0 to 1.
            "lead_time": 1,             | "lead_time": -1,              | lanes[0].lead_time: -1 must be a whole number from 0 to 1000.
            "truck_m3": 10              | "truck_m3": 0                 | lanes[0].truck_m3: 0 must be a number above 0.
            "volume": 0.02,             |                               | skus[0].volume: must be given.
            "volume": 0.02              | "volume": [0.02]              | skus[0].volume: must be a number of 0 or more.
            "supplier": 0               | "supplier": 1                 | skus[0].sources[0].supplier: 1 must be the index of a supplier, from 0 to 0.
            "pack": 6                   | "pack": 0                     | skus[0].sources[0].pack: 0 must be a whole number of 1 or more.
            "pack": 6                   | "pack": -6                    | skus[0].sources[0].pack: -6 must be a whole number of 1 or more.
            "pack": 6                   | "pack": 1.5                   | skus[0].sources[0].pack: 1.5 must be a whole number of 1 or more.
            "moq": 12                   | "moq": 61                     | skus[0].sources[0]: has a moq of 61, which must not be above its max_qty of 60.
            "max_qty": 60               | "max_qty": 20000000000        | skus[0].sources[0].max_qty: 20000000000 must be at most 1,000,000,000.
            [[0, 5], [24, 4.5]]         | []                            | skus[0].sources[0].tiers: must have a price, as in [[0, 9.95]].
            [[0, 5], [24, 4.5]]         | [[12, 5], [24, 4.5]]          | skus[0].sources[0].tiers[0][0]: must be 0 for the first price, but is 12.
            [[0, 5], [24, 4.5]]         | [[0, 5], [0, 4.5]]            | skus[0].sources[0].tiers[1][0]: must be above the 0 before it, but is 0.
            [[0, 5], [24, 4.5]]         | [[0, 5], [24]]                | skus[0].sources[0].tiers[1]: has a length of 1, but must have 2, a quantity and the unit price from there on.
            "holding": [0.1, 0.2]       | "holding": [0.1, 0.2, 0.3]    | skus[0].holding: has a length of 3, but must have 2, one for each warehouse.
            "shelf_life": null          | "shelf_life": 0               | skus[0].shelf_life: 0 must be a whole number of 1 or more.
            "transfer_pack": 2          | "transfer_pack": 0            | skus[0].transfer_pack: 0 must be a whole number of 1 or more.
            "transferable": true        | "transferable": 1             | skus[0].transferable: 1 must be true or false.
            [[1, 2, 3], [4, 5, 6]]      | [[1, 2, 3]]                   | skus[0].demand: has a length of 1, but must have 2, one for each warehouse.
            [[1, 2, 3], [4, 5, 6]]      | [[1, 2, 3], [4, 5]]           | skus[0].demand[1]: has a length of 2, but must have 3, one for each period.
            [[1, 2, 3], [4, 5, 6]]      | [[1, 2, null], [4, 5, 6]]     | skus[0].demand[0][2]: null must be a whole number of 0 or more.
            [[1, 2, 3], [4, 5, 6]]      | [[1, 2, 3], [4, -5, 6]]       | skus[0].demand[1][1]: -5 must be a whole number of 0 or more.
            [[1, 2, 3], [4, 5, 6]]      | [[1, 2, 600000000], [4, 5, 600000000]] | skus[0]: has 1,200,000,028 units of stock, receipts and demand together, but must have at most 1,000,000,000.
            "initial": [7, -1]          | "initial": [7, "x"]           | skus[0].initial[1]: x must be a whole number.
            [[5, 6, 7], [8, 9, 10]]     | [[5, 6, 7], [8, 9]]           | space[1]: has a length of 2, but must have 3, one for each period.
            [[5, 6, 7], [8, 9, 10]]     | [[5, 6, 7], [8, 9, Infinity]] | space[1][2]: Infinity must be at most 1,000,000,000,000.
            [[5, 6, 7], [8, 9, 10]]     | 5                             | space: 5 must be a list in brackets.
            [100, 50, 25, 10]           | [100, 50]                     | cash: has a length of 2, but must have 3 or more, one for each period.
            "skus": [{                  | "skus": [7, {                 | skus[0]: 7 must be an object in braces.
            """)
    void everyWrongValueIsToldWithItsPlaceAndWhatWasExpected(String good, String bad, String problem) {
        refuses(change(good, bad == null ? "" : bad), "error: instance.json " + problem + "\n", "\n1 error,");
    }

    @Test
    void aSuggestionSaysWhatMayBeTheMatter() {
        refuses(change("\"pack\": 6", "\"pack\": -6"), """
                error: instance.json skus[0].sources[0].pack: -6 must be a whole number of 1 or more.
                Maybe the sign is wrong in the source: correct it there.
                1 error, 0 warnings, 0 notices.""");
    }

    @Test
    void allProblemsAreTold() {
        refuses(
                change("\"T\": 3", "\"T\": -3")
                        .replace("\"frm\": 0", "\"frm\": 5")
                        .replace("\"backorder\": [1, 2]", "\"backorder\": [1]")
                        .replace("\"supplier\": 0", "\"supplier\": \"A\""),
                "instance.json T: -3 must be a whole number from 1 to 1000.",
                "instance.json lanes[0].frm: 5 must be the index of a warehouse, from 0 to 1.",
                "instance.json skus[0].backorder: has a length of 1, but must have 2",
                "instance.json skus[0].sources[0].supplier: A must be the index of a supplier, from 0 to 0.",
                "\n4 errors, 0 warnings, 0 notices.");
    }

    @Test
    void anIdThatIsThereTwice() {
        String suppliers = GOOD.substring(GOOD.indexOf("[{\"id\": \"A\""), GOOD.indexOf("\"lanes\""));
        String supplier = suppliers.substring(1, suppliers.lastIndexOf(']'));
        refuses(
                GOOD.replace(supplier, supplier + ", " + supplier),
                "instance.json suppliers[1].id: A must be given once, but suppliers[0].id gives it already.",
                "\n1 error,");
    }

    @Test
    void aFieldThatIsThereTwice() {
        refuses(change("\"T\": 3", "\"T\": 3, \"T\": 4"), "instance.json line 1: must be JSON (Duplicate", "\"T\"");
    }

    @Test
    void aFileThatWasCutShort() {
        refuses(
                GOOD.substring(0, GOOD.indexOf("\"backorder\"")),
                "error: instance.json line 8: must be JSON (Unexpected end-of-input",
                "\nMaybe it was cut short, edited by hand or is something else: make it again.",
                "\n1 error,");
    }

    @Test
    void anEmptyFileAndOneThatIsSomethingElse() {
        String problem = "instance.json: must be a JSON object with T, warehouses, suppliers, lanes and skus.\n";
        refuses("", problem, "\n1 error,");
        refuses("[1]", problem, "\n1 error,");
        refuses("sku,demand\nA,1\n", "instance.json line 1: must be JSON (Unrecognized token 'sku'");
    }

    @Test
    void aFileThatIsNotThere() {
        Path file = folder.resolve("none.json");
        assertThatThrownBy(() -> new PlanInstanceFormat().read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("none.json: is missing.\nMaybe the name or the folder is mistyped.");
        assertThatThrownBy(() -> new PlanInstanceFormat().read(folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(": must be a file, but is a folder.");
    }

    @Test
    void namesAreNotNeeded() throws IOException {
        Path file = Files.writeString(folder.resolve("instance.json"), change("\"id\": \"LAMP\", ", ""));
        assertThat(new PlanInstanceFormat().read(file).skus().get(0).id()).isEqualTo("skus[0]");
    }

    @Test
    void moneyThatIsOwedLeavesLessToSpend() throws IOException {
        Path file = Files.writeString(folder.resolve("instance.json"), change("[100, 50, 25, 10]", "[100, -50, 25]"));
        assertThat(new PlanInstanceFormat().read(file).cash()).containsExactly(100, -50, 25);
    }

    private static String change(String good, String bad) {
        assertThat(GOOD).contains(good);
        return GOOD.replace(good, bad);
    }

    private void refuses(String content, String... texts) {
        assertThatThrownBy(() ->
                        new PlanInstanceFormat().read(Files.writeString(folder.resolve("instance.json"), content)))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .contains(texts);
    }
}
