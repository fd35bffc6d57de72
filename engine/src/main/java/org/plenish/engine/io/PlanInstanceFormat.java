package org.plenish.engine.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The planning instance and its solution as JSON: the optimizer's problem, exact and alone. */
public final class PlanInstanceFormat {

    private final ObjectMapper json = JsonMapper.builder().build();

    /** @throws IOException if the file cannot be read; a field that is missing counts as 0, false or no limit */
    public ReplenishmentProblem read(Path file) throws IOException {
        JsonNode root = json.readTree(Files.readString(file));
        int periods = root.path("T").asInt();
        List<JsonNode> suppliers = list(root.path("suppliers"));
        return new ReplenishmentProblem(
                periods,
                list(root.path("warehouses")).stream().map(JsonNode::asString).toList(),
                suppliers.stream().map(PlanInstanceFormat::supplier).toList(),
                list(root.path("lanes")).stream().map(PlanInstanceFormat::lane).toList(),
                list(root.path("skus")).stream()
                        .map(sku -> sku(sku, suppliers, periods))
                        .toList(),
                space(root, periods),
                root.path("cash").isArray() ? doubles(root.path("cash")) : unlimited(periods),
                true);
    }

    private static ProblemSupplier supplier(JsonNode node) {
        return new ProblemSupplier(
                node.path("id").asString(),
                node.path("header_cost").asDouble(),
                node.path("min_order_value").asDouble(),
                node.path("pay_offset").asInt());
    }

    private static Lane lane(JsonNode node) {
        return new Lane(
                node.path("frm").asInt(),
                node.path("to").asInt(),
                node.path("lead_time").asInt(),
                node.path("unit_cost").asDouble(),
                node.path("m3_cost").asDouble(),
                node.path("truck_m3").asDouble(Double.POSITIVE_INFINITY),
                node.path("truck_cost").asDouble());
    }

    private static Sku sku(JsonNode node, List<JsonNode> suppliers, int periods) {
        double[] holding = doubles(node.path("holding"));
        double[] obsolescence = new double[holding.length];
        Arrays.fill(obsolescence, node.path("terminal_obsolescence").asDouble());
        boolean[] transferableTo = new boolean[holding.length];
        Arrays.fill(transferableTo, node.path("transferable").asBoolean());
        return new Sku(
                node.path("id").asString(),
                node.path("volume").asDouble(),
                list(node.path("sources")).stream()
                        .map(source -> source(source, suppliers, periods))
                        .toList(),
                node.path("line_cost").asDouble(),
                holding,
                doubles(node.path("backorder")),
                doubles(node.path("ss_short")),
                node.path("terminal_backlog").asDouble(),
                obsolescence,
                node.path("scrap_cost").asDouble(),
                node.path("shelf_life").asInt(0),
                node.path("transfer_pack").asInt(),
                transferableTo,
                intRows(node.path("demand")),
                ints(node.path("safety_stock")),
                ints(node.path("initial")),
                intRows(node.path("receipts")));
    }

    private static Source source(JsonNode node, List<JsonNode> suppliers, int periods) {
        int supplierIndex = node.path("supplier").asInt();
        JsonNode supplier = suppliers.get(supplierIndex);
        int[] leadTimes = ints(supplier.path("lead_time"));
        boolean[] deliversTo = new boolean[leadTimes.length];
        Arrays.fill(deliversTo, true);
        boolean[] canOrder = new boolean[periods];
        for (int period : ints(supplier.path("order_periods"))) {
            canOrder[period] = true;
        }
        List<JsonNode> tiers = list(node.path("tiers"));
        return new Source(
                supplierIndex,
                deliversTo,
                leadTimes,
                canOrder,
                node.path("pack").asInt(),
                node.path("moq").asInt(),
                node.path("max_qty").asInt(),
                tiers.stream().mapToInt(tier -> tier.path(0).asInt()).toArray(),
                tiers.stream().mapToDouble(tier -> tier.path(1).asDouble()).toArray());
    }

    private static List<JsonNode> list(JsonNode array) {
        List<JsonNode> elements = new ArrayList<>();
        array.forEach(elements::add);
        return elements;
    }

    private static double[] doubles(JsonNode array) {
        return list(array).stream().mapToDouble(JsonNode::asDouble).toArray();
    }

    private static int[] ints(JsonNode array) {
        return list(array).stream().mapToInt(JsonNode::asInt).toArray();
    }

    private static int[][] intRows(JsonNode array) {
        return list(array).stream().map(PlanInstanceFormat::ints).toArray(int[][]::new);
    }

    private static double[][] space(JsonNode root, int periods) {
        if (root.path("space").isArray()) {
            return list(root.path("space")).stream()
                    .map(PlanInstanceFormat::doubles)
                    .toArray(double[][]::new);
        }
        return list(root.path("warehouses")).stream()
                .map(warehouse -> unlimited(periods))
                .toArray(double[][]::new);
    }

    private static double[] unlimited(int periods) {
        double[] limits = new double[periods];
        Arrays.fill(limits, Double.POSITIVE_INFINITY);
        return limits;
    }

    /** @param seconds that the optimizer took */
    public void write(OptimizationResult result, double seconds, Path file) throws IOException {
        ObjectNode root = json.createObjectNode();
        ArrayNode orders = root.putArray("orders");
        for (OrderLine line : result.orders()) {
            orders.addObject()
                    .put("sku", line.sku())
                    .put("source", line.source())
                    .put("warehouse", line.warehouse())
                    .put("period", line.period())
                    .put("qty", line.quantityUnits());
        }
        ArrayNode transfers = root.putArray("transfers");
        for (TransferLine line : result.transfers()) {
            transfers
                    .addObject()
                    .put("sku", line.sku())
                    .put("lane", line.lane())
                    .put("period", line.period())
                    .put("qty", line.quantityUnits());
        }
        ArrayNode scraps = root.putArray("scrap");
        for (ScrapLine line : result.scraps()) {
            scraps.addObject()
                    .put("sku", line.sku())
                    .put("warehouse", line.warehouse())
                    .put("period", line.period())
                    .put("qty", line.quantityUnits());
        }
        double cost = result.cost().total();
        root.put("total_cost", cost)
                .put("lower_bound", result.lowerBound())
                .put("gap", cost == 0 ? 0 : (cost - result.lowerBound()) / cost)
                .put("seconds", seconds)
                .put("score_calculations", result.scoreCalculations());
        ObjectNode prices = root.putObject("prices");
        ArrayNode space = prices.putArray("space");
        for (double[] warehouse : result.spacePrice()) {
            ArrayNode row = space.addArray();
            Arrays.stream(warehouse).forEach(row::add);
        }
        ArrayNode cash = prices.putArray("cash");
        Arrays.stream(result.cashPrice()).forEach(cash::add);
        Files.writeString(file, root.toString());
    }
}
