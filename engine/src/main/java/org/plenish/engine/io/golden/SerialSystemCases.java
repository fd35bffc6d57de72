package org.plenish.engine.io.golden;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import org.plenish.engine.inventory.SerialSystem;
import org.plenish.engine.inventory.SerialSystem.Grid;
import org.plenish.engine.inventory.SerialSystem.Stage;
import org.plenish.engine.math.Distribution;
import org.plenish.engine.math.Normal;
import org.plenish.engine.math.Poisson;
import tools.jackson.databind.JsonNode;

/** Stages in a row, written as a network, by node, or as lists in an order of their own. */
final class SerialSystemCases implements CaseFamily {

    @Override
    public Map<String, Function<CaseInputs, CaseAnswer>> solvers() {
        return Map.of(
                "ssm_serial_newsvendor_heuristic",
                SerialSystemCases::newsvendors,
                "ssm_serial_exact",
                SerialSystemCases::exact,
                "ssm_serial_expected_cost",
                inputs -> new CaseAnswer().with("cost", given(inputs, SerialSystem::expectedCost)),
                "ssm_serial_expected_holding_cost",
                inputs -> new CaseAnswer().with("holding_cost", given(inputs, SerialSystem::expectedHoldingCost)));
    }

    private static CaseAnswer exact(CaseInputs inputs) {
        Row system = row(inputs);
        SerialSystem.Optimum optimum = system.system().optimum(system::demandOver, grid(inputs.solverParameters()));
        Map<String, Double> byNode = new TreeMap<>();
        for (int i = 0; i < system.nodes.size(); i++) {
            byNode.put(system.nodes.get(i), optimum.echelonBaseStockUnits().get(i));
        }
        return new CaseAnswer().with("echelon_base_stock_levels", byNode).with("cost", optimum.cost());
    }

    private static double given(CaseInputs inputs, CostOfLevels cost) {
        Row system = row(inputs);
        CaseInputs levels = new CaseInputs(inputs.node("echelon_S"));
        return cost.of(
                system.system(),
                system.nodes.stream().mapToDouble(levels::number).toArray(),
                system::demandOver,
                grid(inputs.solverParameters()));
    }

    /** A cost of given echelon base stocks. */
    private interface CostOfLevels {
        double of(SerialSystem system, double[] levels, DoubleFunction<Distribution> demandOver, Grid grid);
    }

    private static Grid grid(CaseInputs parameters) {
        return new Grid(
                parameters.has("x_num") ? parameters.whole("x_num") : Grid.FINE.levels(),
                parameters.has("d_num") ? parameters.whole("d_num") : Grid.FINE.demands(),
                parameters.numberOr("ltd_lower_tail_prob", Grid.FINE.lowerTail()),
                parameters.numberOr("ltd_upper_tail_prob", Grid.FINE.upperTail()),
                parameters.numberOr("sum_ltd_lower_tail_prob", Grid.FINE.sumLowerTail()),
                parameters.numberOr("sum_ltd_upper_tail_prob", Grid.FINE.sumUpperTail()));
    }

    private static Row row(CaseInputs inputs) {
        return inputs.has("network") ? network(inputs.node("network")) : lists(inputs);
    }

    private static CaseAnswer newsvendors(CaseInputs inputs) {
        Row system = row(inputs);
        double[] levels = system.system().newsvendorBaseStockUnits(system::demandOver);
        String rounding = inputs.node("round_type").asString("");
        Map<String, Double> byNode = new TreeMap<>();
        for (int i = 0; i < levels.length; i++) {
            byNode.put(system.nodes.get(i), rounded(levels[i], rounding));
        }
        return new CaseAnswer().with("echelon_base_stock_levels", byNode);
    }

    /** Everything from the customer on. */
    private record Row(List<String> nodes, List<Stage> stages, double stockoutCost, CaseInputs demand) {

        SerialSystem system() {
            return new SerialSystem(stages, stockoutCost);
        }

        Distribution demandOver(double time) {
            String type = demand.node("type").asString("N");
            boolean ofList = demand.has("demand_mean");
            double mean = demand.number(ofList ? "demand_mean" : "mean") * time;
            return switch (type) {
                case "P" -> new Poisson(mean);
                case "N" ->
                    new Normal(
                            mean,
                            demand.number(ofList ? "demand_standard_deviation" : "standard_deviation")
                                    * Math.sqrt(time));
                default -> throw CaseInputs.refused("demand", demand.node("type"), "N (normal) or P (Poisson)");
            };
        }
    }

    private static Row network(JsonNode network) {
        Map<String, JsonNode> nodes = new HashMap<>();
        network.path("nodes").forEach(node -> nodes.put(node.path("index").asString(), node));
        Map<String, String> supplierOf = new HashMap<>();
        network.path("edges")
                .forEach(edge ->
                        supplierOf.put(edge.path(1).asString(), edge.path(0).asString()));
        List<String> order = new ArrayList<>();
        String at = nodes.keySet().stream()
                .filter(node -> !supplierOf.containsValue(node))
                .findFirst()
                .orElse(null);
        while (at != null && order.size() < nodes.size()) {
            order.add(at);
            at = supplierOf.get(at);
        }
        if (order.isEmpty() || order.size() != nodes.size()) {
            throw CaseInputs.refused("network", network, "nodes in a row");
        }
        List<Stage> stages = new ArrayList<>();
        for (String node : order) {
            CaseInputs stage = new CaseInputs(nodes.getOrDefault(node, network));
            stages.add(new Stage(stage.number("echelon_holding_cost"), stage.numberOr("shipment_lead_time", 0)));
        }
        CaseInputs last = new CaseInputs(nodes.getOrDefault(order.get(0), network));
        return new Row(order, stages, last.number("stockout_cost"), new CaseInputs(last.node("demand")));
    }

    private static Row lists(CaseInputs inputs) {
        int count = inputs.has("node_order_in_system")
                ? inputs.node("node_order_in_system").size()
                : inputs.whole("num_nodes");
        List<String> order = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            order.add(String.valueOf(i + 1));
        }
        if (inputs.has("node_order_in_system")) {
            order.clear();
            inputs.node("node_order_in_system").forEach(node -> order.add(0, node.asString()));
        }
        List<String> listed = new ArrayList<>(order);
        Collections.reverse(listed);
        if (inputs.has("node_order_in_lists")) {
            listed.clear();
            inputs.node("node_order_in_lists").forEach(node -> listed.add(node.asString()));
        }
        List<Stage> stages = new ArrayList<>();
        for (String node : order) {
            stages.add(new Stage(
                    ofNode(inputs, "echelon_holding_cost", node, listed), ofNode(inputs, "lead_time", node, listed)));
        }
        JsonNode source = inputs.node("demand_source");
        CaseInputs demand = inputs.has("demand_source")
                ? new CaseInputs(source.isArray() ? source.path(listed.indexOf(order.get(0))) : source)
                : inputs;
        return new Row(order, stages, inputs.number("stockout_cost"), demand);
    }

    private static double ofNode(CaseInputs inputs, String name, String node, List<String> listed) {
        JsonNode values = inputs.node(name);
        if (values.isArray()) {
            double[] list = inputs.numbers(name);
            int place = listed.indexOf(node);
            if (place < 0 || place >= list.length) {
                throw CaseInputs.refused(name, values, "a number for node " + node);
            }
            return list[place];
        }
        return values.isObject() ? new CaseInputs(values).number(node) : inputs.number(name);
    }

    private static double rounded(double level, String rounding) {
        return switch (rounding) {
            case "up" -> Math.ceil(level);
            case "down" -> Math.floor(level);
            case "nearest" -> Math.rint(level);
            default -> level;
        };
    }
}
