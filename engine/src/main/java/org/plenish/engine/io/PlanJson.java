package org.plenish.engine.io;

import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.inventory.InventoryProjection;
import org.plenish.engine.model.PurchaseOrder;
import org.plenish.engine.model.TransferOrder;
import org.plenish.engine.optimize.CostBreakdown;
import org.plenish.engine.optimize.OptimizationResult.Violation;
import org.plenish.engine.optimize.PlanStatus;
import org.plenish.engine.plan.Economics;
import org.plenish.engine.plan.Economics.Change;
import org.plenish.engine.plan.Economics.OtherWay;
import org.plenish.engine.plan.Economics.Part;
import org.plenish.engine.plan.Explanation;
import org.plenish.engine.plan.Explanation.ForecastUsed;
import org.plenish.engine.plan.Explanation.Parameters;
import org.plenish.engine.plan.Kpis;
import org.plenish.engine.plan.LimitRaise;
import org.plenish.engine.plan.ReplenishmentPlan;
import org.plenish.engine.policy.Conclusion;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The plan's JSON: a line of {@code explanations.jsonl}, and {@code summary.json}. */
public final class PlanJson {

    private static final List<String> STAGES = List.of("forecast", "rules", "optimize", "explain");

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private PlanJson() {}

    /** One line a proposed line, in the order of the orders. */
    static void writeExplanations(ReplenishmentPlan plan, Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            for (Explanation explanation : plan.explanations()) {
                out.write(explanation(explanation));
                out.write('\n');
            }
        }
    }

    /** @return one JSON object, without line breaks */
    public static String explanation(Explanation explanation) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("order", explanation.order());
        json.put("line", explanation.line());
        json.put("item", explanation.location().item().value());
        json.put("warehouse", explanation.location().warehouse().value());
        json.put("quantity", explanation.quantityUnits());
        addForecast(json.putObject("forecast"), explanation.forecast());
        ArrayNode rules = json.putArray("rules");
        for (Conclusion conclusion : explanation.rules()) {
            ObjectNode saw = rules.addObject()
                    .put("question", conclusion.question())
                    .put("answer", conclusion.answer())
                    .put("id", conclusion.ruleId())
                    .put("file", conclusion.file())
                    .put("line", conclusion.line())
                    .put("text", conclusion.text())
                    .putObject("saw");
            conclusion.saw().forEach(seen -> saw.put(seen.word(), seen.value()));
        }
        addParameters(json.putObject("parameters"), explanation.parameters());
        explanation.policySteps().forEach(json.putArray("policy_steps")::add);
        ArrayNode steps = json.putArray("quantity_steps");
        for (Explanation.Step step : explanation.derivation()) {
            ObjectNode node = steps.addObject().put("text", step.text()).put("units", step.units());
            if (step.date() != null) {
                node.put("date", step.date().toString());
            }
        }
        ArrayNode periods = json.putArray("period_start");
        for (int t = 0; t < explanation.after().buckets().count(); t++) {
            periods.add(explanation.after().buckets().start(t).toString());
        }
        addEnds(json.putObject("projection_before"), explanation.before());
        addFlows(json.putObject("projection_after"), explanation.after());
        explanation.bindingLimits().forEach(json.putArray("binding_limits")::add);
        explanation.whatWouldChangeIt().forEach(json.putArray("what_would_change_it")::add);
        Economics economics = explanation.economics();
        if (economics != null) {
            addEconomics(json.putObject("economics"), economics);
        }
        return MAPPER.writeValueAsString(json);
    }

    private static void addForecast(ObjectNode json, ForecastUsed forecast) {
        json.put("method", forecast.method());
        json.put("why", forecast.why());
        json.put("mean_per_period", rounded(forecast.meanPerBucketUnits(), 4));
        json.put("protection_days", rounded(forecast.protectionDays(), 2));
        json.put("mean_over_protection", rounded(forecast.meanOverProtectionUnits(), 4));
        json.put("sd_over_protection", rounded(forecast.sdOverProtectionUnits(), 4));
    }

    private static void addParameters(ObjectNode json, Parameters parameters) {
        json.put("service_target", rounded(parameters.serviceTarget(), 4));
        json.put("safety_stock_method", parameters.safetyStockMethod().toLowerCase(Locale.ROOT));
        json.put("safety_factor", rounded(parameters.safetyFactor(), 4));
        json.put("safety_stock", parameters.safetyStockUnits());
        json.put("reorder_point", parameters.reorderPointUnits());
        json.put("order_up_to_level", parameters.orderUpToLevelUnits());
        json.put("order_quantity", parameters.orderQuantityUnits());
        json.put("lead_time_days", parameters.leadTimeDays());
        json.put("review_days", parameters.reviewDays());
        json.put("order_multiple", parameters.orderMultipleUnits());
        json.put("min_order_quantity", parameters.minOrderQuantityUnits());
        json.put("supplier", parameters.supplier());
        json.put("from_warehouse", parameters.fromWarehouse());
        json.put("unit_cost", new BigDecimal(parameters.unitCost()));
    }

    private static void addEconomics(ObjectNode json, Economics economics) {
        json.put("summary", economics.summary());
        addChange(json.putObject("one_pack_more"), economics.more());
        addChange(json.putObject("one_pack_less"), economics.less());
        addChange(json.putObject("without_the_line"), economics.leftOut());
        ObjectNode runnerUp = json.putObject("runner_up");
        runnerUp.put("text", economics.runnerUpText());
        OtherWay otherWay = economics.runnerUp();
        if (otherWay != null) {
            addCost(runnerUp, otherWay.cost(), otherWay.parts());
        }
    }

    private static void addChange(ObjectNode json, Change change) {
        json.put("units", change.units());
        addCost(json, change.cost(), change.parts());
        change.obstacles().forEach(json.putArray("forbidden_by")::add);
    }

    private static void addCost(ObjectNode json, double cost, List<Part> parts) {
        json.put("cost", rounded(cost, 2));
        ObjectNode byPart = json.putObject("parts");
        parts.forEach(part -> byPart.put(part.name(), rounded(part.amount(), 2)));
    }

    private static void addRaise(ObjectNode json, LimitRaise raise) {
        json.put("kind", raise.kind().name().toLowerCase(Locale.ROOT));
        json.put("warehouse", raise.warehouse());
        json.put("storage_class", raise.storageClass());
        json.put("amount", rounded(raise.amount(), 3));
        json.put("estimated_saving", rounded(raise.estimatedSaving(), 2));
        json.put("cost_before", rounded(raise.costBefore(), 2));
        json.put("cost_after", rounded(raise.costAfter(), 2));
        json.put("saving", rounded(raise.saving(), 2));
        json.put("added_lines", raise.addedLines());
        json.put("added_value", raise.addedValue().amount());
        json.put("dropped_lines", raise.droppedLines());
        ArrayNode largest = json.putArray("largest_added");
        for (LimitRaise.Line line : raise.largest()) {
            largest.addObject()
                    .put("item", line.item())
                    .put("supplier", line.supplier())
                    .put("warehouse", line.warehouse())
                    .put("order_date", line.orderDate().toString())
                    .put("quantity", line.units())
                    .put("value", line.value().amount());
        }
    }

    private static void addFlows(ObjectNode json, InventoryProjection stock) {
        addAll(json.putArray("opening"), stock.openingUnits());
        addAll(json.putArray("receipts"), stock.receiptUnits());
        addAll(json.putArray("transfers_in"), stock.transferInUnits());
        addAll(json.putArray("transfers_out"), stock.transferOutUnits());
        addAll(json.putArray("demand"), stock.demandUnits());
        addEnds(json, stock);
    }

    private static void addEnds(ObjectNode json, InventoryProjection stock) {
        addAll(json.putArray("closing"), stock.closingUnits());
        addAll(json.putArray("backorder"), stock.backorderUnits());
    }

    private static void addAll(ArrayNode json, int[] units) {
        for (int value : units) {
            json.add(value);
        }
    }

    static void writeSummary(ReplenishmentPlan plan, Map<String, String> versions, Path file) throws IOException {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("dataset", plan.dataset().name());
        json.put("as_of", plan.dataset().asOf().toString());
        json.put("currency", plan.dataset().currency());
        json.put("bucket", plan.buckets().size().name().toLowerCase(Locale.ROOT));
        json.put("periods", plan.buckets().count());
        addCost(json, plan);
        json.put("status", PlanStatus.of(plan.violations()).name().toLowerCase(Locale.ROOT));
        json.put("hard_violations", plan.violations().size());
        ArrayNode violations = json.putArray("violations");
        for (Violation violation : plan.violations()) {
            violations
                    .addObject()
                    .put("kind", violation.kind())
                    .put("where", violation.where())
                    .put("date", plan.buckets().start(violation.period()).toString())
                    .put("excess", rounded(violation.excess(), 3))
                    .put("unit", violation.unit())
                    .put("unavoidable", rounded(violation.unavoidable(), 3))
                    .put("remedy", violation.remedy());
        }
        ArrayNode containers = json.putArray("containers");
        for (PurchaseOrder order : plan.purchaseOrders()) {
            if (order.containers() > 0) {
                containers
                        .addObject()
                        .put("order", order.number())
                        .put("filled", rounded(order.containers(), 2))
                        .put("started", order.startedContainers());
            }
        }
        ArrayNode raises = json.putArray("what_more_would_buy");
        plan.raises().forEach(raise -> addRaise(raises.addObject(), raise));
        addKpis(json.putObject("kpis"), plan.kpis());
        addCounts(json.putObject("counts"), plan);
        ObjectNode seconds = json.putObject("seconds");
        for (String stage : STAGES) {
            Double taken = plan.secondsByStage().get(stage);
            seconds.put(stage, taken == null ? null : rounded(taken, 3));
        }
        json.put("score_calculations", plan.scoreCalculations());
        json.put("cut_short", plan.cutShort());
        json.put("seed", plan.seed());
        ObjectNode versionsJson = json.putObject("versions");
        versions.forEach(versionsJson::put);
        Files.writeString(
                file, MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n", StandardCharsets.UTF_8);
    }

    private static void addCost(ObjectNode json, ReplenishmentPlan plan) {
        CostBreakdown cost = plan.cost();
        json.put("total_cost", rounded(cost.total(), 2));
        json.put("holding", rounded(cost.holding(), 2));
        json.put("shortage", rounded(cost.backorder() + cost.terminalBacklog(), 2));
        json.put("below_safety_stock", rounded(cost.belowSafetyStock(), 2));
        json.put("order", rounded(cost.orderLines() + cost.orderHeaders(), 2));
        json.put("transfer", rounded(cost.transferUnits() + cost.trucks(), 2));
        json.put("purchase", rounded(cost.purchasePremium(), 2));
        json.put("obsolescence", rounded(cost.obsolescence() + cost.scrap(), 2));
        json.put("lower_bound", rounded(plan.lowerBound(), 2));
        json.put("gap", rounded(plan.gap(), 6));
    }

    private static void addKpis(ObjectNode json, Kpis kpis) {
        json.put("service_level", rounded(kpis.expectedServiceLevel(), 6));
        json.put("fill_rate", rounded(kpis.expectedFillRate(), 6));
        json.put("opening_stock_value", kpis.openingStockValue().amount());
        json.put("stock_value", kpis.averageStockValue().amount());
        json.put("turns", rounded(kpis.turnsPerYear(), 3));
        json.put("days_of_supply", rounded(kpis.daysOfSupply(), 1));
        json.put("dead_stock", kpis.deadStockValue().amount());
        json.put("excess_stock", kpis.excessStockValue().amount());
        json.put("obsolescence_provision", kpis.obsolescenceProvision().amount());
        json.put("space_use", rounded(kpis.spaceUseShare(), 4));
        json.put("cash_use", rounded(kpis.cashUseShare(), 4));
        json.put("purchase_value_now", kpis.purchaseValueNow().amount());
        json.put("purchase_value_outlook", kpis.purchaseValueOutlook().amount());
    }

    private static void addCounts(ObjectNode json, ReplenishmentPlan plan) {
        json.put("sku_locations", plan.locations().size());
        json.put("purchase_orders", plan.purchaseOrders().size());
        json.put(
                "purchase_order_lines",
                plan.purchaseOrders().stream()
                        .map(PurchaseOrder::lines)
                        .mapToInt(List::size)
                        .sum());
        json.put("transfers", plan.transfers().size());
        json.put(
                "transfer_lines",
                plan.transfers().stream()
                        .map(TransferOrder::lines)
                        .mapToInt(List::size)
                        .sum());
        json.put("exceptions", plan.exceptions().size());
    }

    /** Null where there is no number to tell. */
    static @Nullable BigDecimal rounded(double value, int decimals) {
        return Double.isFinite(value) ? BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN) : null;
    }
}
