package org.plenish.engine.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenish.engine.plan.TeaPlan;

/** The files and columns that other people's programs rely on. */
class PlanWriterTest {

    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        PlanWriter.write(TeaPlan.plan(), folder, Map.of("plenish", "test"));
    }

    private String header(String file) throws IOException {
        return Files.readAllLines(folder.resolve(file)).get(0);
    }

    @Test
    void columnsAreThoseOfTheContract() throws IOException {
        assertThat(header("purchase_orders.csv"))
                .isEqualTo("order,supplier,warehouse,order_date,due_date,line,item,quantity,order_multiple,"
                        + "unit_cost,line_value,reason");
        assertThat(header("transfers.csv"))
                .isEqualTo("transfer,from_warehouse,to_warehouse,ship_date,due_date,line,item,quantity,cost,reason");
        assertThat(header("policies.csv"))
                .isEqualTo("item,warehouse,abc,demand_class,service_target,safety_stock_method,safety_stock,"
                        + "reorder_point,order_up_to_level,order_quantity,policy,review_days,lifecycle_action,rules");
        assertThat(header("forecasts.csv")).isEqualTo("item,warehouse,period_start,mean,sd,method");
        assertThat(header("projection.csv"))
                .isEqualTo("item,warehouse,period_start,opening,receipts,transfers_in,transfers_out,demand,closing,"
                        + "backorder,safety_stock");
        assertThat(header("exceptions.csv"))
                .isEqualTo("severity,kind,item,warehouse,date,quantity,value,message,action");
        assertThat(header("limits.csv")).isEqualTo("kind,warehouse,period_start,limit,used,price");
    }

    @Test
    void orderLineCarriesDatesPriceAndValue() throws IOException {
        assertThat(Files.readAllLines(folder.resolve("purchase_orders.csv")).get(1))
                .startsWith("PO-00001,NEAR,NORTH,2026-11-23,2026-11-30,1,TEA,24,12,2.00,48.00,");
    }

    /** No sales, so no forecast: week 1 opens with 14 + 20 and receives 12 + 24, at 0.002 m³ each. */
    @Test
    void limitsAreWrittenWithTheirPrices() throws IOException {
        assertThat(Files.readAllLines(folder.resolve("limits.csv")))
                .contains("space,NORTH,2026-11-30,0.5,0.14,3.2", "cash,,2026-11-23,100,48,0.04");
    }

    @Test
    void oneExplanationALine() throws IOException {
        assertThat(Files.readAllLines(folder.resolve("explanations.jsonl")))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line)
                        .contains("\"forecast\":", "\"rules\":", "\"parameters\":", "\"projection_before\":"));
    }

    @Test
    void anExplanationTellsWhatItsRulesSaw() throws IOException {
        assertThat(Files.readAllLines(folder.resolve("explanations.jsonl")))
                .allSatisfy(
                        line -> assertThat(line)
                                .contains(
                                        "{\"question\":\"abcClass\",\"answer\":\"A\",\"id\":\"ABC-010\",\"file\":\"abc.drl\","
                                                + "\"line\":3,\"text\":\"Most value. [1040]\",\"saw\":{\"demand.annualValue\":\"1040\"}}"));
    }

    @Test
    void anExplanationTellsTheLinesEconomics() throws IOException {
        assertThat(Files.readAllLines(folder.resolve("explanations.jsonl")))
                .allSatisfy(line -> assertThat(line)
                        .contains(
                                "\"economics\":{\"summary\":\"",
                                "\"one_pack_more\":{\"units\":",
                                "\"one_pack_less\":{\"units\":-",
                                "\"without_the_line\":{\"units\":-2",
                                "\"forbidden_by\":[",
                                "\"runner_up\":{\"text\":\"Runner-up: "));
    }

    /** 250 of cash and 0.5 m³ are so little that a hundredth is asked for. */
    @Test
    void summaryTellsWhatMoreWouldBuy() throws IOException {
        assertThat(Files.readString(folder.resolve("summary.json")))
                .contains("\"what_more_would_buy\" : [", "\"kind\" : \"cash\"", "\"warehouse\" : \"NORTH\"")
                .contains("\"amount\" : 0.005", "\"estimated_saving\" : 0.02"); // 3.2 · 0.005
    }

    @Test
    void summaryTellsCostBoundAndGap() throws IOException {
        assertThat(Files.readString(folder.resolve("summary.json")))
                .contains(
                        "\"total_cost\" : 11.79", // 1 + 5 + 2.5 + 0.75 + 1.04 + 1.5
                        "\"order\" : 6.00",
                        "\"lower_bound\" : 10.00",
                        "\"gap\" : 0.179000", // (11.79 - 10) / 10
                        "\"obsolescence_provision\" : 0.00",
                        "\"hard_violations\" : 0");
    }

    @Test
    void aRunBoundedByMovesKeepsNoClockTimes() throws IOException {
        assertThat(Files.readString(folder.resolve("summary.json"))).contains("\"optimize\" : null");
    }
}
