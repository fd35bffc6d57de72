package org.plenish.engine.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenish.engine.io.ScenarioFile.Read;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.plan.scenario.Change;
import org.plenish.engine.plan.scenario.ChangeKind;
import org.plenish.engine.plan.scenario.ChangeKinds;
import org.plenish.engine.plan.scenario.Scenario;

class ScenarioFileTest {

    @TempDir
    Path folder;

    private Dataset dataset;

    @BeforeEach
    void readTheDataset() {
        dataset = Objects.requireNonNull(DatasetFolderFixture.good(folder)
                .with(
                        "items.csv",
                        "item,unit_cost,unit_price,category",
                        "BOLT,0.25,0.40,Hardware",
                        "DRILL,49.90,80,Tools")
                .with("warehouses.csv", "warehouse,capacity_m3", "NORTH,10", "SOUTH,")
                .with("lanes.csv", "from_warehouse,to_warehouse,lead_time_days", "NORTH,SOUTH,2")
                .with("cash_budget.csv", "period_start,amount", "2026-11-23,500", "2026-11-30,400")
                .read()
                .dataset());
    }

    @Test
    void aTextThatIsNoFileIsReadTheSameButNamesNoFolder() {
        assertThat(ScenarioFile.of("draft", "name: Cut\nchanges: [{change: cash, factor: 0.5}]\n")
                        .read(dataset)
                        .scenario())
                .isNotNull();
        Read read = ScenarioFile.of("draft", "name: Cut\ndataset: /\nrules: .\nchanges: [{change: cash, factor: 2}]\n")
                .read(dataset);
        assertThat(read.scenario()).isNull();
        assertThat(read.report().toString())
                .contains(
                        "draft line 2, column dataset: / must not be given in a scenario that is not a file.",
                        "draft line 3, column rules: . must not be given in a scenario that is not a file.");
        assertThat(ScenarioFile.of("draft", "").read(dataset).report().toString())
                .contains("draft: must list settings like name: Cash cut, but is empty.");
    }

    @Test
    void readsEveryKindOfChange() throws IOException {
        Scenario scenario = good(
                "name: All of it",
                "description: One of each kind.",
                "seed: 7",
                "moves: 500",
                "changes:",
                "  - {change: demand, categories: Tools, factor: 1.5, from: 2026-11-30, to: 2026-12-06}",
                "  - {change: demand, items: [BOLT, DRILL], warehouses: NORTH, shape: [1.2, 1.4]}",
                "  - {change: promotion, items: BOLT, from: 2026-11-30, to: 2026-12-06, uplift: 2, pulled_forward:"
                        + " 0.5}",
                "  - {change: new_item, item: SCREW, like: BOLT, factor: 0.5, from: 2026-12-01}",
                "  - {change: end_of_life, items: SCREW, from: 2027-01-01}",
                "  - {change: lead_time, suppliers: ACME, add_days: 7, sd_days: 3}",
                "  - {change: lead_time, from_warehouse: NORTH, factor: 2}",
                "  - {change: supplier_stop, suppliers: ACME, from: 2026-11-23, to: 2027-01-03}",
                "  - {change: lane_closed, from_warehouse: NORTH, to_warehouse: SOUTH}",
                "  - {change: service, abc: [A, B], target: 0.98}",
                "  - {change: cash, factor: 0.667}",
                "  - {change: space, warehouses: NORTH, factor: 0.8}",
                "  - {change: clearance, items: DRILL, share: 1}",
                "  - {change: purchase_terms, suppliers: ACME, min_order_quantity: 50, unit_cost_factor: 1.05}",
                "  - {change: selling_price, factor: 1.1}",
                "  - {change: warehouse_opened, warehouse: EAST, like: NORTH, share: 0.25, capacity_m3: 5}",
                "  - {change: warehouse_closed, warehouse: SOUTH, into: NORTH}");
        assertThat(scenario.name()).isEqualTo("All of it");
        assertThat(scenario.changes())
                .extracting(Change::sentence)
                .containsExactly(
                        "Demand of Tools from 2026-11-30 to 2026-12-06 × 1.5.",
                        "Demand of BOLT, DRILL at NORTH × 1.2, 1.4.",
                        "Promotion of BOLT from 2026-11-30 to 2026-12-06: demand × 2, of which 50 % is missing in as"
                                + " many days after it.",
                        "New item SCREW from 2026-12-01, expected to sell like BOLT × 0.5.",
                        "End of life of SCREW: nothing more is bought, and nothing sells from 2027-01-01 on.",
                        "Lead time of ACME +7 days, its spread 3 days.",
                        "Lead time of lanes from NORTH × 2.",
                        "ACME accepts no orders from 2026-11-23 to 2027-01-03.",
                        "The lane from NORTH to SOUTH is closed.",
                        "Service target of class A, B, all items is 98 %.",
                        "Cash × 0.667.",
                        "Space of NORTH × 0.8.",
                        "100 % of the stock of DRILL is cleared.",
                        "ACME for all items: unit costs × 1.05, at least 50 units a line.",
                        "Selling price of all items × 1.1.",
                        "Warehouse EAST is opened and takes 25 % of the demand of NORTH, on the same lanes, with 5 m³.",
                        "Warehouse SOUTH is closed; NORTH takes over its stock, orders and demand.");
    }

    @Test
    void everyProblemIsToldWithItsLineFieldAndValue() throws IOException {
        assertThat(problems(
                        "name: Wrong",
                        "colour: red",
                        "changes:",
                        "  - change: demand",
                        "    items: [BOLT, bolt]",
                        "    factor: -3",
                        "  - change: surprise",
                        "  - change: cash",
                        "    facto: 0.5",
                        "  - change: promotion",
                        "    items: DRILL",
                        "    from: 2026-12-24",
                        "    to: 2026-12-01",
                        "    uplift: 1.5",
                        "  - change: new_item",
                        "    item: BOLT",
                        "    like: DRILL",
                        "    factor: 1",
                        "    from: soon"))
                .contains(
                        "what-if.yaml line 5, column items: bolt must be in items.csv.\n"
                                + "Maybe BOLT is meant: keys are compared letter by letter.",
                        "what-if.yaml line 6, column factor: -3 must be 0 or more.\n"
                                + "Maybe the sign or the unit is wrong in the source: correct it there.",
                        "what-if.yaml line 9, column facto: is not known for cash, which may have from, to, factor,"
                                + " amount.",
                        "what-if.yaml line 13, column to: must not be before from 2026-12-24.\n"
                                + "Maybe the two days were exchanged.",
                        "what-if.yaml line 16, column item: BOLT must be a new name, but the dataset has it.\n"
                                + "Maybe give it another one.",
                        "what-if.yaml line 19, column from: soon must be a date like 2026-11-23.\n"
                                + "Maybe day and month stand elsewhere in the source: write year-month-day.")
                .anySatisfy(problem -> assertThat(problem)
                        .startsWith("what-if.yaml line 2, column colour: is not known; known are changes, dataset,"))
                .anySatisfy(problem -> assertThat(problem)
                        .startsWith("what-if.yaml line 7, column change: surprise must be one of demand, promotion,"))
                .anySatisfy(problem -> assertThat(problem)
                        .startsWith("what-if.yaml line 8, column factor: must be given, or another of factor, amount"));
    }

    @Test
    void whatIsLeftEmptyIsNotTakenForAll() throws IOException {
        assertThat(problems("changes:", "  - change: demand", "    items:", "    factor: 1.5"))
                .containsExactly("what-if.yaml line 3, column items: (empty) must have a value.\n"
                        + "Maybe the line is to go: without it all are meant.");
    }

    @Test
    void aFileThatChangesNothingIsAnError() throws IOException {
        assertThat(problems("name: Nothing"))
                .containsExactly("what-if.yaml: must change something: changes, or the rule book.");
        assertThat(problems("")).containsExactly("what-if.yaml: must list settings like name: Cash cut, but is empty.");
    }

    @Test
    void brokenYamlAndMissingFilesAndFoldersAreToldLikeOtherProblems() throws IOException {
        assertThat(problems("name: [", "changes: }").get(0)).startsWith("what-if.yaml line 2, column");
        assertThat(ScenarioFile.open(folder.resolve("none.yaml")).report().toString())
                .startsWith("error: none.yaml: must be a scenario's file, but is none.");
        assertThat(problems("rules: nowhere"))
                .anySatisfy(problem -> assertThat(problem)
                        .startsWith("what-if.yaml line 1, column rules: nowhere must be a folder, seen from the"
                                + " scenario's own."));
    }

    @Test
    void limitsThatTheDatasetDoesNotHaveCannotBeMultiplied() throws IOException {
        assertThat(problems("changes:", "  - change: space", "    warehouses: SOUTH", "    factor: 0.5"))
                .containsExactly(
                        "what-if.yaml line 4, column factor: must be a capacity instead: the space of SOUTH has no"
                                + " limit.");
    }

    @Test
    void whatMeansNothingInAReplayIsToldWithItsLine() throws IOException {
        Path file = folder.resolve("what-if.yaml");
        Files.writeString(file, """
                name: Mixed
                seconds: 20
                changes:
                  - {change: service, target: 0.98}
                  - change: demand
                    factor: 2
                  - change: lead_time
                    from_warehouse: NORTH
                    factor: 2
                  - change: purchase_terms
                    suppliers: ACME
                    min_order_quantity: 50
                    min_order_value: 200
                """);
        Read read = ScenarioFile.open(file).readForReplay(dataset);

        assertThat(read.scenario()).isNull();
        assertThat(read.report().listed())
                .extracting(ImportProblem::toString)
                .containsExactly(
                        "what-if.yaml line 5, column change: demand means nothing in a backtest: customers ask for what"
                                + " they really asked for then.\nMaybe you want to know what it does from now on: plan"
                                + " the scenario, or leave this out.",
                        "what-if.yaml line 7, column change: lead_time means nothing in a backtest: nothing is moved"
                                + " between warehouses in it.\nMaybe you want to know what it does from now on: plan"
                                + " the scenario, or leave this out.",
                        "what-if.yaml line 13, column min_order_value: 200 means nothing in a backtest: suppliers take"
                                + " orders of any value in it.\nMaybe you want to know what it does from now on: plan"
                                + " the scenario, or leave this out.",
                        "what-if.yaml line 2, column seconds: is left aside: a backtest optimizes nothing.\n"
                                + "Maybe the line is for plan and compare: it may stay.");
    }

    @Test
    void everyKindOfChangeSaysWhetherItCanBeReplayed() {
        List<String> replayed = List.of("service", "purchase_terms", "selling_price");
        for (ChangeKind kind : ChangeKinds.all()) {
            String problems = ScenarioFile.of("draft", "changes:\n  - change: " + kind.id() + "\n")
                    .readForReplay(dataset)
                    .report()
                    .toString();
            if (kind.id().equals("lead_time")) { // without suppliers it would be of lanes
                continue;
            }
            assertThat(problems.contains(kind.id() + " means nothing in a backtest"))
                    .as(kind.id())
                    .isEqualTo(!replayed.contains(kind.id()));
        }
    }

    private Scenario good(String... lines) throws IOException {
        Read read = read(lines);
        return Objects.requireNonNull(read.scenario(), () -> read.report().toString());
    }

    private List<String> problems(String... lines) throws IOException {
        Read read = read(lines);
        assertThat(read.scenario()).isNull();
        return read.report().listed().stream().map(ImportProblem::toString).toList();
    }

    private Read read(String... lines) throws IOException {
        Path file = folder.resolve("what-if.yaml");
        Files.writeString(file, String.join("\n", lines) + "\n");
        return ScenarioFile.open(file).read(dataset);
    }
}
