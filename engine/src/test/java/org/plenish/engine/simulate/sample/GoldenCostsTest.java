package org.plenish.engine.simulate.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.plenish.engine.simulate.sample.Agreement.assertAgrees;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.plenish.engine.math.Distribution;
import org.plenish.engine.math.Lattice;
import org.plenish.engine.math.Normal;
import org.plenish.engine.math.Poisson;
import org.plenish.engine.simulate.ShortageMode;
import org.plenish.engine.simulate.sample.PolicySimulation.Costs;
import org.plenish.engine.simulate.sample.PolicySimulation.Length;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Simulates every worked case that tells a policy, its demand and its cost. */
class GoldenCostsTest {

    private static final Path CASES =
            Path.of(System.getProperty("plenish.shared", "../shared"), "golden/inventory_theory.public.json");

    /** Normal demand is drawn in tenths of a unit. */
    private static final long SCALE = 10;

    private static final Length BUCKETS = new Length(200, 40, 5_000);
    private static final Length CUSTOMERS = new Length(1_000, 40, 10_000);
    private static final Set<String> ONE_STAGE = Set.of(
            "newsvendor_normal_cost",
            "newsvendor_poisson_cost",
            "newsvendor_discrete",
            "rq_cost_normal",
            "rq_cost_poisson",
            "ss_cost",
            "ss_exact");

    @Test
    void everyPolicyOfOneStageCostsWhatTheWorkedCaseTells() throws Exception {
        int simulated = 0;
        for (JsonNode example : cases()) {
            String type = example.path("problem_type").asString();
            JsonNode inputs = example.path("inputs");
            boolean tellsCost = example.path("expected").has("cost");
            boolean tellsPolicy =
                    inputs.has("base_stock_level") || inputs.has("order_quantity") || type.startsWith("ss_");
            if (ONE_STAGE.contains(type) && tellsCost && tellsPolicy) {
                RandomStream stream = RandomStream.of(2, example.path("case_id").asString());
                assertAgrees(
                        simulated(type, example, stream),
                        example.path("expected").path("cost").asDouble(),
                        0.02);
                simulated++;
            }
        }
        assertThat(simulated).isGreaterThanOrEqualTo(17);
    }

    @Test
    void everySerialSystemUnderPoissonDemandCostsWhatTheWorkedCaseTells() throws Exception {
        int simulated = 0;
        for (JsonNode example : cases()) {
            JsonNode inputs = example.path("inputs");
            boolean poisson = inputs.path("network")
                    .path("nodes")
                    .findValuesAsString("type")
                    .contains("P");
            if (example.path("problem_type").asString().equals("ssm_serial_expected_cost") && poisson) {
                double exact = example.path("expected").path("cost").asDouble();
                Estimate cost = SerialSimulation.of(inputs).cost(RandomStream.of(4, "serial"));
                double rounding =
                        example.path("tolerance").path("cost").path("abs").asDouble();
                assertThat(Math.abs(cost.mean() - exact)).isLessThan(4 * cost.standardError() + rounding);
                assertThat(cost.standardError()).isLessThan(0.005 * exact);
                simulated++;
            }
        }
        assertThat(simulated).isEqualTo(3);
    }

    private static List<JsonNode> cases() throws Exception {
        assumeTrue(
                Files.exists(CASES),
                "Skipped: the worked cases are not at " + CASES + " (system property plenish.shared).");
        return Stream.of(new ObjectMapper().readTree(Files.readString(CASES)).path("cases"))
                .flatMap(JsonNode::valueStream)
                .toList();
    }

    private static Estimate simulated(String type, JsonNode example, RandomStream stream) {
        JsonNode inputs = example.path("inputs");
        double holding = inputs.path("holding_cost").asDouble();
        double stockout = inputs.path("stockout_cost").asDouble();
        double fixed = inputs.path("fixed_cost").asDouble(0);
        double mean = inputs.path("demand_mean").asDouble(0);
        int leadTime = inputs.path("lead_time").asInt(0);
        return switch (type) {
            case "rq_cost_poisson" ->
                new ContinuousReviewSimulation(
                                OrderRule.reorderPoint(
                                        inputs.path("reorder_point").asInt(),
                                        inputs.path("order_quantity").asInt()),
                                mean,
                                new Normal(1, 0),
                                inputs.path("lead_time").asDouble(),
                                new Costs(holding, stockout, fixed))
                        .run(CUSTOMERS, stream)
                        .cost();
            case "rq_cost_normal" -> {
                double years =
                        inputs.path("lead_time").asDouble(); // a bucket is a lead time: what is ordered comes at once
                Distribution demand =
                        wholeNormal(mean * years, inputs.path("demand_sd").asDouble() * Math.sqrt(years));
                yield ran(
                        OrderRule.reorderPoint(
                                SCALE * inputs.path("reorder_point").asInt(),
                                SCALE * inputs.path("order_quantity").asInt()),
                        demand,
                        0,
                        new Costs(holding / SCALE, stockout / SCALE, fixed / years),
                        stream);
            }
            case "newsvendor_normal_cost" ->
                ran(
                        OrderRule.orderUpTo(
                                SCALE * inputs.path("base_stock_level").asInt()),
                        wholeNormal(mean, inputs.path("demand_sd").asDouble()),
                        leadTime,
                        new Costs(holding / SCALE, stockout / SCALE, 0),
                        stream);
            case "ss_cost", "ss_exact" -> {
                JsonNode levels = type.equals("ss_cost") ? inputs : example.path("expected");
                yield ran(
                        OrderRule.minMax(
                                levels.path("reorder_point").asInt(),
                                levels.path("order_up_to_level").asInt()),
                        demand(inputs, mean),
                        0,
                        new Costs(holding, stockout, fixed),
                        stream);
            }
            default ->
                ran(
                        OrderRule.orderUpTo(inputs.path("base_stock_level").asInt()),
                        demand(inputs, mean),
                        leadTime,
                        new Costs(holding, stockout, 0),
                        stream);
        };
    }

    private static Estimate ran(OrderRule rule, Distribution demand, int leadTime, Costs costs, RandomStream stream) {
        return new PolicySimulation(rule, demand, new Normal(leadTime, 0), false, ShortageMode.BACKORDERED, costs)
                .run(BUCKETS, stream)
                .cost();
    }

    private static Distribution wholeNormal(double mean, double sd) {
        Normal normal = new Normal(mean * SCALE, sd * SCALE);
        double[] weights = new double[(int) (SCALE * (mean + 8 * sd))];
        for (int k = 0; k < weights.length; k++) {
            weights[k] = normal.cumulativeProbability(k + 0.5) - (k == 0 ? 0 : normal.cumulativeProbability(k - 0.5));
        }
        return Lattice.of(1, weights);
    }

    private static Distribution demand(JsonNode inputs, double mean) {
        JsonNode masses = inputs.path("demand_pmf");
        if (masses.isObject()) {
            double[] weights = new double
                    [masses.propertyStream()
                            .mapToInt(mass -> Integer.parseInt(mass.getKey()) + 1)
                            .max()
                            .orElseThrow()];
            masses.propertyStream()
                    .forEach(mass -> weights[Integer.parseInt(mass.getKey())] =
                            mass.getValue().asDouble());
            return Lattice.of(1, weights);
        }
        if (masses.isArray()) {
            return Lattice.of(
                    1, masses.valueStream().mapToDouble(JsonNode::asDouble).toArray());
        }
        JsonNode named = inputs.path("demand_distrib");
        return new Poisson(
                named.isMissingNode() ? mean : named.path("args").path(0).asDouble());
    }
}
