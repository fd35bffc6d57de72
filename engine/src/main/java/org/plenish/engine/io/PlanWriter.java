package org.plenish.engine.io;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.forecast.Forecast;
import org.plenish.engine.inventory.InventoryProjection;
import org.plenish.engine.model.PurchaseOrder;
import org.plenish.engine.model.TransferOrder;
import org.plenish.engine.plan.LimitUse;
import org.plenish.engine.plan.PlanException;
import org.plenish.engine.plan.ReplenishmentPlan;
import org.plenish.engine.plan.SkuLocationPlan;
import org.plenish.engine.policy.Conclusion;
import org.plenish.engine.policy.PolicyChoice;
import org.plenish.engine.policy.ReplenishmentPolicy;

/**
 * Writes a plan's files, as the command line's contract names them. One method a file: its columns stand beside their
 * values. Numbers have a point and no exponent, whatever the machine's language.
 */
public final class PlanWriter {

    private final ReplenishmentPlan plan;
    private final Path folder;

    private PlanWriter(ReplenishmentPlan plan, Path folder) {
        this.plan = plan;
        this.folder = folder;
    }

    /**
     * @param folder exists; files of the same names are replaced
     * @param versions of the product and its parts, for {@code summary.json}
     * @throws IOException if a file cannot be written
     */
    public static void write(ReplenishmentPlan plan, Path folder, Map<String, String> versions) throws IOException {
        PlanWriter writer = new PlanWriter(plan, folder);
        writer.writePurchaseOrders();
        writer.writeTransfers();
        writer.writePolicies();
        writer.writeForecasts();
        writer.writeProjection();
        writer.writeExceptions();
        writer.writeLimits();
        PlanJson.writeExplanations(plan, folder.resolve("explanations.jsonl"));
        PlanJson.writeSummary(plan, versions, folder.resolve("summary.json"));
    }

    private void writePurchaseOrders() throws IOException {
        try (CsvWriter csv = csv("purchase_orders.csv")) {
            csv.writeRecord(
                    "order",
                    "supplier",
                    "warehouse",
                    "order_date",
                    "due_date",
                    "line",
                    "item",
                    "quantity",
                    "order_multiple",
                    "unit_cost",
                    "line_value",
                    "reason");
            for (PurchaseOrder order : plan.purchaseOrders()) {
                for (PurchaseOrder.Line line : order.lines()) {
                    csv.writeRecord(
                            order.number(),
                            order.supplier().value(),
                            order.warehouse().value(),
                            order.orderDate().toString(),
                            line.dueDate().toString(),
                            Integer.toString(line.line()),
                            line.item().value(),
                            Integer.toString(line.quantityUnits()),
                            Integer.toString(line.orderMultipleUnits()),
                            line.unitCost().toString(),
                            line.value().toString(),
                            line.reason());
                }
            }
        }
    }

    private void writeTransfers() throws IOException {
        try (CsvWriter csv = csv("transfers.csv")) {
            csv.writeRecord(
                    "transfer",
                    "from_warehouse",
                    "to_warehouse",
                    "ship_date",
                    "due_date",
                    "line",
                    "item",
                    "quantity",
                    "cost",
                    "reason");
            for (TransferOrder transfer : plan.transfers()) {
                for (TransferOrder.Line line : transfer.lines()) {
                    csv.writeRecord(
                            transfer.number(),
                            transfer.from().value(),
                            transfer.to().value(),
                            transfer.shipDate().toString(),
                            transfer.dueDate().toString(),
                            Integer.toString(line.line()),
                            line.item().value(),
                            Integer.toString(line.quantityUnits()),
                            line.cost().toString(),
                            line.reason());
                }
            }
        }
    }

    private void writePolicies() throws IOException {
        try (CsvWriter csv = csv("policies.csv")) {
            csv.writeRecord(
                    "item",
                    "warehouse",
                    "abc",
                    "demand_class",
                    "service_target",
                    "safety_stock_method",
                    "safety_stock",
                    "reorder_point",
                    "order_up_to_level",
                    "order_quantity",
                    "policy",
                    "review_days",
                    "lifecycle_action",
                    "rules");
            for (SkuLocationPlan location : plan.locations()) {
                PolicyChoice choice = location.choice();
                ReplenishmentPolicy policy = location.policy();
                csv.writeRecord(
                        location.location().item().value(),
                        location.location().warehouse().value(),
                        choice.abcClass().name(),
                        word(choice.demandClass()),
                        decimal(choice.serviceTarget(), 4),
                        choice.safetyStockName().toLowerCase(Locale.ROOT),
                        Integer.toString(policy.safetyStockUnits()),
                        Integer.toString(policy.reorderPointUnits()),
                        Integer.toString(policy.orderUpToLevelUnits()),
                        Integer.toString(policy.orderQuantityUnits()),
                        word(choice.policyType()),
                        Integer.toString(choice.reviewDays()),
                        word(choice.lifecycleAction()),
                        rules(choice.conclusions()));
            }
        }
    }

    private static String rules(List<Conclusion> conclusions) {
        return conclusions.stream().map(Conclusion::ruleId).distinct().collect(Collectors.joining(";"));
    }

    private void writeForecasts() throws IOException {
        try (CsvWriter csv = csv("forecasts.csv")) {
            csv.writeRecord("item", "warehouse", "period_start", "mean", "sd", "method");
            for (SkuLocationPlan location : plan.locations()) {
                Forecast forecast = location.forecast();
                for (int t = 0; t < forecast.buckets().count(); t++) {
                    csv.writeRecord(
                            location.location().item().value(),
                            location.location().warehouse().value(),
                            forecast.buckets().start(t).toString(),
                            decimal(forecast.meanUnits().get(t), 4),
                            decimal(forecast.sdUnits().get(t), 4),
                            forecast.method());
                }
            }
        }
    }

    private void writeProjection() throws IOException {
        try (CsvWriter csv = csv("projection.csv")) {
            csv.writeRecord(
                    "item",
                    "warehouse",
                    "period_start",
                    "opening",
                    "receipts",
                    "transfers_in",
                    "transfers_out",
                    "demand",
                    "closing",
                    "backorder",
                    "safety_stock");
            for (SkuLocationPlan location : plan.locations()) {
                InventoryProjection stock = location.withProposals();
                for (int t = 0; t < plan.buckets().count(); t++) {
                    csv.writeRecord(
                            location.location().item().value(),
                            location.location().warehouse().value(),
                            plan.buckets().start(t).toString(),
                            Integer.toString(stock.openingUnits()[t]),
                            Integer.toString(stock.receiptUnits()[t]),
                            Integer.toString(stock.transferInUnits()[t]),
                            Integer.toString(stock.transferOutUnits()[t]),
                            Integer.toString(stock.demandUnits()[t]),
                            Integer.toString(stock.closingUnits()[t]),
                            Integer.toString(stock.backorderUnits()[t]),
                            Integer.toString(stock.safetyStockUnits()[t]));
                }
            }
        }
    }

    private void writeExceptions() throws IOException {
        try (CsvWriter csv = csv("exceptions.csv")) {
            csv.writeRecord("severity", "kind", "item", "warehouse", "date", "quantity", "value", "message", "action");
            for (PlanException exception : plan.exceptions()) {
                csv.writeRecord(
                        word(exception.severity()),
                        word(exception.kind()),
                        text(exception.item()),
                        text(exception.warehouse()),
                        exception.date().toString(),
                        Integer.toString(exception.quantityUnits()),
                        exception.value().toString(),
                        exception.message(),
                        exception.action());
            }
        }
    }

    private void writeLimits() throws IOException {
        try (CsvWriter csv = csv("limits.csv")) {
            csv.writeRecord("kind", "warehouse", "period_start", "limit", "used", "price");
            for (LimitUse limit : plan.limits()) {
                csv.writeRecord(
                        limitWord(limit),
                        limit.warehouse(),
                        limit.periodStart().toString(),
                        decimal(limit.limit(), 3),
                        decimal(limit.used(), 3),
                        decimal(limit.price(), 4));
            }
        }
    }

    /** {@code cash}, {@code space} or, of a storage class, {@code space:chilled}. */
    private static String limitWord(LimitUse limit) {
        return limit.kind() == LimitUse.Kind.STORAGE_CLASS ? "space:" + limit.storageClass() : word(limit.kind());
    }

    private CsvWriter csv(String name) throws IOException {
        return csv(folder.resolve(name));
    }

    static CsvWriter csv(Path file) throws IOException {
        return CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .build(Files.newBufferedWriter(file, StandardCharsets.UTF_8));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String text(@Nullable Object key) {
        return key == null ? "" : key.toString();
    }

    /** Rounded, without trailing zeros. */
    static String decimal(double value, int decimals) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
