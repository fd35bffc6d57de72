package org.plenish.engine.io.golden;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import org.plenish.engine.inventory.GuaranteedService;
import org.plenish.engine.inventory.GuaranteedService.Link;
import org.plenish.engine.inventory.GuaranteedService.Placement;
import org.plenish.engine.inventory.GuaranteedService.Stage;
import tools.jackson.databind.JsonNode;

/** Safety stock in networks whose stages guarantee their service times. */
final class GuaranteedServiceCases implements CaseFamily {

    @Override
    public Map<String, Function<CaseInputs, CaseAnswer>> solvers() {
        return Map.ofEntries(
                Map.entry("gsm_tree_optimal_cst", in -> optimal(network(in))),
                Map.entry("optimize_committed_service_times", in -> optimal(network(new CaseInputs(in.node("tree"))))),
                Map.entry("gsm_serial_optimal_cst", in -> optimal(in.has("network") ? network(in) : serial(in))),
                Map.entry(
                        "gsm_cost_from_cst",
                        in -> new CaseAnswer().with("cost", network(in).cost(serviceTimes(in)))),
                Map.entry(
                        "gsm_cost_from_base_stock",
                        in -> new CaseAnswer().with("cost", network(in).costOfBaseStocks(byStage(in, "local_bsl")))),
                Map.entry("gsm_inbound_cst", in -> {
                    GuaranteedService network = network(in);
                    Map<Integer, Integer> times = serviceTimes(in);
                    return byStage(in, "inbound_cst", stage -> network.inboundServiceTime(stage, times));
                }),
                Map.entry("gsm_net_lead_time", in -> {
                    GuaranteedService network = network(in);
                    Map<Integer, Integer> times = serviceTimes(in);
                    return byStage(in, "net_lead_time", stage -> network.netLeadTime(stage, times));
                }),
                Map.entry("gsm_safety_stock_from_cst", in -> {
                    GuaranteedService network = network(in);
                    Map<Integer, Integer> times = serviceTimes(in);
                    return byStage(in, "safety_stock_levels", stage -> network.safetyStock(stage, times));
                }),
                Map.entry("gsm_base_stock_from_cst", in -> {
                    GuaranteedService network = network(in);
                    Map<Integer, Integer> times = serviceTimes(in);
                    return byStage(in, "base_stock_levels", stage -> network.baseStock(stage, times));
                }));
    }

    private static CaseAnswer optimal(GuaranteedService network) {
        Placement placement = network.optimize();
        Map<String, Double> times = new TreeMap<>();
        placement.serviceTimes().forEach((stage, periods) -> times.put(String.valueOf(stage), (double) periods));
        return new CaseAnswer().with("committed_service_times", times).with("cost", placement.cost());
    }

    /** One stage or a list of them, as {@code node_index} says. */
    private static CaseAnswer byStage(CaseInputs in, String name, IntToDoubleFunction value) {
        JsonNode asked = in.node("node_index");
        if (!asked.isArray()) {
            return new CaseAnswer().with(name, value.applyAsDouble(in.whole("node_index")));
        }
        Map<String, Double> values = new TreeMap<>();
        for (double stage : in.numbers("node_index")) {
            values.put(String.valueOf((int) stage), value.applyAsDouble((int) stage));
        }
        return new CaseAnswer().with(name, values);
    }

    private static GuaranteedService network(CaseInputs in) {
        JsonNode network = in.node("network");
        if (!network.path("nodes").isArray() || !network.path("edges").isArray()) {
            throw CaseInputs.refused("network", network, "an object with lists named nodes and edges");
        }
        List<Stage> stages = new ArrayList<>();
        for (JsonNode node : network.path("nodes")) {
            stages.add(stage(new CaseInputs(node)));
        }
        List<Link> links = new ArrayList<>();
        for (JsonNode edge : network.path("edges")) {
            if (edge.size() != 2) {
                throw CaseInputs.refused("edge", edge, "a pair of node indices");
            }
            links.add(new Link(edge.path(0).asInt(), edge.path(1).asInt()));
        }
        return new GuaranteedService(stages, links);
    }

    private static Stage stage(CaseInputs node) {
        CaseInputs demand = new CaseInputs(node.node("demand"));
        boolean sells = demand.has("mean");
        return new Stage(
                node.whole("index"),
                node.number("local_holding_cost"),
                node.whole("processing_time"),
                wholeOr(node, "external_inbound_cst", 0),
                sells || node.has("external_outbound_cst")
                        ? OptionalInt.of(wholeOr(node, "external_outbound_cst", 0))
                        : OptionalInt.empty(),
                node.number("demand_bound_constant"),
                demand.numberOr("mean", 0),
                sells ? demand.number("standard_deviation") : 0);
    }

    /** Stages in a row, numbered from 1 at the customer's end, a number for each or one for all. */
    private static GuaranteedService serial(CaseInputs in) {
        int count = in.whole("num_nodes");
        double[] holdingCost = in.perPeriod("local_holding_cost", count);
        double[] processing = in.perPeriod("processing_time", count);
        double[] factor = in.perPeriod("demand_bound_constant", count);
        List<Stage> stages = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean first = i == 0;
            stages.add(new Stage(
                    i + 1,
                    holdingCost[i],
                    whole("processing_time", processing[i]),
                    i == count - 1 ? wholeOr(in, "external_inbound_cst", 0) : 0,
                    first ? OptionalInt.of(wholeOr(in, "external_outbound_cst", 0)) : OptionalInt.empty(),
                    factor[i],
                    first ? in.numberOr("demand_mean", 0) : 0,
                    first ? in.number("demand_standard_deviation") : 0));
            if (!first) {
                links.add(new Link(i + 1, i));
            }
        }
        return new GuaranteedService(stages, links);
    }

    private static Map<Integer, Integer> serviceTimes(CaseInputs in) {
        Map<Integer, Integer> times = new HashMap<>();
        byStage(in, "cst").forEach((stage, periods) -> times.put(stage, whole("cst." + stage, periods)));
        return times;
    }

    private static Map<Integer, Double> byStage(CaseInputs in, String name) {
        JsonNode object = in.node(name);
        if (!object.isObject()) {
            throw CaseInputs.refused(name, object, "an object of numbers by node index");
        }
        CaseInputs values = new CaseInputs(object);
        Map<Integer, Double> byStage = new HashMap<>();
        object.properties()
                .forEach(entry -> byStage.put(Integer.valueOf(entry.getKey()), values.number(entry.getKey())));
        return byStage;
    }

    private static int wholeOr(CaseInputs in, String name, int otherwise) {
        return in.has(name) ? in.whole(name) : otherwise;
    }

    private static int whole(String name, double value) {
        if (value != Math.rint(value)) {
            throw new IllegalArgumentException("input " + name + ": " + value + " must be a whole number.");
        }
        return (int) value;
    }
}
