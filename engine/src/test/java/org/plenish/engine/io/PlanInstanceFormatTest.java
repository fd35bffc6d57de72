package org.plenish.engine.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenish.engine.optimize.CostBreakdown;
import org.plenish.engine.optimize.OptimizationResult;
import org.plenish.engine.optimize.OptimizationResult.OrderLine;
import org.plenish.engine.optimize.OptimizationResult.ScrapLine;
import org.plenish.engine.optimize.OptimizationResult.TransferLine;
import org.plenish.engine.optimize.ReplenishmentProblem;
import org.plenish.engine.optimize.ReplenishmentProblem.Lane;
import org.plenish.engine.optimize.ReplenishmentProblem.ProblemSupplier;
import org.plenish.engine.optimize.ReplenishmentProblem.Sku;
import org.plenish.engine.optimize.ReplenishmentProblem.Source;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PlanInstanceFormatTest {

    static final String INSTANCE = """
            {"T": 3, "warehouses": ["N", "S"],
             "suppliers": [{"id": "A", "header_cost": 12.5, "min_order_value": 80, "pay_offset": 1,
                            "lead_time": [1, 2], "order_periods": [0, 2]}],
             "lanes": [{"frm": 0, "to": 1, "lead_time": 1, "unit_cost": 0.2, "m3_cost": 4, "truck_m3": 10,
                        "truck_cost": 30}],
             "skus": [{"id": "LAMP", "volume": 0.02,
                       "sources": [{"supplier": 0, "pack": 6, "moq": 12, "max_qty": 60, "tiers": [[0, 5], [24, 4.5]]}],
                       "line_cost": 3, "holding": [0.1, 0.2], "backorder": [1, 2], "ss_short": [0.3, 0.4],
                       "terminal_backlog": 9, "terminal_obsolescence": 0.5, "scrap_cost": 6, "shelf_life": null,
                       "transfer_pack": 2, "transferable": true, "demand": [[1, 2, 3], [4, 5, 6]],
                       "safety_stock": [2, 3], "initial": [7, -1], "receipts": [[0, 0, 0], [0, 8, 0]]}]
             %s}
            """;

    private final PlanInstanceFormat format = new PlanInstanceFormat();

    private ReplenishmentProblem read(Path folder, String limits) throws IOException {
        return format.read(Files.writeString(folder.resolve("instance.json"), INSTANCE.formatted(limits)));
    }

    @Test
    void everyFieldOfAnInstanceFindsItsPlace(@TempDir Path folder) throws IOException {
        ReplenishmentProblem problem = read(folder, ", \"space\": [[5, 6, 7], [8, 9, 10]], \"cash\": [100, 50, 25]");

        assertThat(problem.periods()).isEqualTo(3);
        assertThat(problem.warehouses()).containsExactly("N", "S");
        assertThat(problem.suppliers()).containsExactly(new ProblemSupplier("A", 12.5, 80, 1));
        assertThat(problem.lanes()).containsExactly(new Lane(0, 1, 1, 0.2, 4, 10, 30));
        assertThat(problem.spaceM3()).isDeepEqualTo(new double[][] {{5, 6, 7}, {8, 9, 10}});
        assertThat(problem.cash()).containsExactly(100, 50, 25);
        assertThat(problem.cashCarriesForward()).isTrue();
        Sku sku = problem.skus().get(0);
        assertThat(sku)
                .usingRecursiveComparison()
                .isEqualTo(new Sku(
                        "LAMP",
                        0.02,
                        List.of(new Source(
                                0,
                                new boolean[] {true, true},
                                new int[] {1, 2},
                                new boolean[] {true, false, true},
                                6,
                                12,
                                60,
                                new int[] {0, 24},
                                new double[] {5, 4.5})),
                        3,
                        new double[] {0.1, 0.2},
                        new double[] {1, 2},
                        new double[] {0.3, 0.4},
                        9,
                        new double[] {0.5, 0.5},
                        6,
                        0,
                        2,
                        new boolean[] {true, true},
                        new int[][] {{1, 2, 3}, {4, 5, 6}},
                        new int[] {2, 3},
                        new int[] {7, -1},
                        new int[][] {{0, 0, 0}, {0, 8, 0}}));
    }

    @Test
    void limitsThatAreNotGivenDoNotLimit(@TempDir Path folder) throws IOException {
        ReplenishmentProblem problem = read(folder, "");

        assertThat(problem.spaceM3()).isDeepEqualTo(new double[][] {
            {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY},
            {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY}
        });
        assertThat(problem.cash()).containsOnly(Double.POSITIVE_INFINITY);
    }

    @Test
    void aSolutionTellsItsDecisionsCostGapAndPrices(@TempDir Path folder) throws IOException {
        OptimizationResult result = new OptimizationResult(
                List.of(new OrderLine(0, 0, 1, 2, 24)),
                List.of(new TransferLine(0, 0, 1, 4)),
                List.of(new ScrapLine(0, 1, 2, 3)),
                new CostBreakdown(10, 20, 30, 40, 0, 0, 0, 0, 0, 0, 0),
                80,
                101,
                new double[][] {{0, 1.5, 0}, {0, 0, 0}},
                new double[] {0.25, 0, 0},
                List.of(),
                1234,
                false);
        Path file = folder.resolve("solution.json");

        format.write(result, 1.5, file);

        JsonNode root = JsonMapper.builder().build().readTree(Files.readString(file));
        // The gap: (100 - 80) / 80.
        assertThat(root).isEqualTo(JsonMapper.builder().build().readTree("""
                                        {"orders": [{"sku": 0, "source": 0, "warehouse": 1, "period": 2, "qty": 24}],
                                         "transfers": [{"sku": 0, "lane": 0, "period": 1, "qty": 4}],
                                         "scrap": [{"sku": 0, "warehouse": 1, "period": 2, "qty": 3}],
                                         "status": "feasible",
                                         "total_cost": 100.0, "lower_bound": 80.0, "gap": 0.25, "seconds": 1.5,
                                         "score_calculations": 1234,
                                         "prices": {"space": [[0.0, 1.5, 0.0], [0.0, 0.0, 0.0]],
                                                    "cash": [0.25, 0.0, 0.0]}}
                                        """));
    }
}
