package org.plenish.engine.io;

import static org.plenish.engine.io.PlanWriter.decimal;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.simulate.LedgerTotals;
import org.plenish.engine.simulate.backtest.BacktestReport;
import org.plenish.engine.simulate.backtest.BacktestReport.EqualFillRate;
import org.plenish.engine.simulate.backtest.DemandCorrections;
import org.plenish.engine.simulate.backtest.Figures;
import org.plenish.engine.simulate.backtest.Outcome;
import org.plenish.engine.simulate.backtest.Outcome.Part;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes a backtest: {@code summary.json}, {@code by_bucket.csv}, {@code by_item.csv} and {@code report.html}. */
public final class BacktestWriter {

    private static final List<String> UNIT_COLUMNS =
            List.of("opening", "receipts", "demand", "served", "lost", "closing");
    private static final List<String> STOCK_COLUMNS = List.of("average_stock_units", "average_stock_value");
    private static final List<String> ORDER_COLUMNS = List.of("purchase_orders", "order_lines", "ordered_units");
    private static final List<String> COST_COLUMNS =
            List.of("holding_cost", "order_cost", "purchase_cost", "shortage_cost", "obsolescence_cost");
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private static final int MONEY_DECIMALS = 2;
    private static final int SHARE_DECIMALS = 6;

    private final BacktestReport report;
    private final Path folder;

    private BacktestWriter(BacktestReport report, Path folder) {
        this.report = report;
        this.folder = folder;
    }

    /** @param folder exists; files of these names in it are replaced */
    public static void write(BacktestReport report, Path folder) throws IOException {
        BacktestWriter writer = new BacktestWriter(report, folder);
        writer.writeSummary();
        writer.writeByBucket();
        writer.writeByItem();
        Files.writeString(folder.resolve("report.html"), BacktestPage.of(report), StandardCharsets.UTF_8);
    }

    private void writeSummary() throws IOException {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("dataset", report.dataset().name());
        json.put("currency", report.dataset().currency());
        json.put("from", report.buckets().start().toString());
        json.put("to", report.buckets().end().toString());
        json.put("bucket", word(report.buckets().size()));
        json.put("buckets", report.buckets().count());
        json.put("seed", report.seed());
        json.put("locations", report.locations());
        json.put("locations_with_assumed_opening_stock", report.withoutNotes());
        json.put("locations_not_bought", report.notBought());
        json.put("locations_too_new", report.neverKnown());
        DemandCorrections corrections = report.corrections();
        json.putObject("demand")
                .put("corrected", report.correctedDemand())
                .put("recorded_units", corrections.recordedUnits())
                .put("added_units", corrections.addedUnits())
                .put("location_buckets", corrections.buckets())
                .put("location_buckets_with_days_out_of_stock", corrections.withoutStock())
                .put("location_buckets_scaled_up", corrections.scaledUp())
                .put("location_buckets_filled_in", corrections.filledIn());
        ObjectNode outcomes = json.putObject("policies");
        for (Outcome outcome : report.outcomes()) {
            addOutcome(outcomes.putObject(outcome.name()), outcome, true);
        }
        Outcome happened = report.happened();
        if (happened != null) {
            ObjectNode node = json.putObject("happened");
            node.put("locations", report.happenedLocations());
            addOutcome(node, happened, false);
        }
        ObjectNode equal = json.putObject("at_equal_fill_rate");
        for (EqualFillRate one : report.atEqualFillRate()) {
            ObjectNode node = equal.putObject(one.policy().kind().word());
            node.put("reached", one.reached());
            node.put("safety_scale", number(one.policy().safetyScale(), 4));
            node.put("description", one.policy().description());
            addFigures(node, one.figures(), true);
        }
        json.putArray("left_out")
                .addAll(BacktestWords.LEFT_OUT.stream()
                        .map(text -> MAPPER.getNodeFactory().stringNode(text))
                        .toList());
        Files.writeString(
                folder.resolve("summary.json"), MAPPER.writeValueAsString(json) + "\n", StandardCharsets.UTF_8);
    }

    private void addOutcome(ObjectNode json, Outcome outcome, boolean ordersKnown) {
        json.put("description", outcome.description());
        addPart(json, outcome.total(), ordersKnown);
        ObjectNode classes = json.putObject("by_class");
        outcome.byClass().forEach((abc, part) -> addPart(classes.putObject(abc.name()), part, ordersKnown));
    }

    private void addPart(ObjectNode json, Part part, boolean ordersKnown) {
        LedgerTotals service = part.service();
        if (ordersKnown) {
            json.put("cycle_service", number(service.cycleService(), SHARE_DECIMALS));
        }
        json.put("day_service", number(service.bucketService(), SHARE_DECIMALS));
        json.put("ready_rate", number(service.readyRate(), SHARE_DECIMALS));
        addFigures(json, part.figures(), ordersKnown);
    }

    private void addFigures(ObjectNode json, Figures figures, boolean ordersKnown) {
        long days = report.calendarDays();
        json.put("fill_rate", number(figures.fillRate(), SHARE_DECIMALS));
        json.put("demand_units", figures.demandUnits());
        json.put("served_units", figures.servedUnits());
        json.put("lost_units", figures.lostUnits());
        json.put("lost_margin", money(figures.lostMargin()));
        json.put("average_stock_units", number(figures.averageStockUnits(days), 1));
        json.put("average_stock_value", money(figures.averageStockValue(days)));
        json.put("turns_per_year", number(figures.turnsPerYear(), 3));
        json.put("dead_stock_value", money(figures.deadStockValue()));
        if (ordersKnown) {
            json.put("purchase_orders", number(figures.orders(), 1));
            json.put("order_lines", figures.orderLines());
            json.put("ordered_units", figures.orderedUnits());
        }
        Figures.Cost cost = figures.cost();
        ObjectNode parts = json.putObject("cost");
        if (ordersKnown) {
            parts.put("total", money(cost.total()));
        }
        parts.put("holding", money(cost.holding()));
        if (ordersKnown) {
            parts.put("order", money(cost.order()));
            parts.put("purchase", money(cost.purchase()));
        }
        parts.put("shortage", money(cost.shortage()));
        parts.put("obsolescence", money(cost.obsolescence()));
    }

    /** Both tables have these in common: units, stock, and what {@link #orderCells} and {@link #costCells} give. */
    private static List<String> columns(List<String> keys, List<String> service) {
        return Stream.of(keys, UNIT_COLUMNS, service, STOCK_COLUMNS, ORDER_COLUMNS, COST_COLUMNS)
                .flatMap(List::stream)
                .toList();
    }

    private void writeByBucket() throws IOException {
        try (CsvWriter csv = csv("by_bucket.csv")) {
            csv.writeRecord(columns(List.of("policy", "period_start"), List.of("fill_rate")));
            for (Outcome outcome : written()) {
                boolean ordersKnown = outcome != report.happened();
                for (int b = 0; b < report.buckets().count(); b++) {
                    csv.writeRecord(bucketRow(outcome, b, ordersKnown));
                }
            }
        }
    }

    private List<String> bucketRow(Outcome outcome, int bucket, boolean ordersKnown) {
        Figures figures = outcome.byBucket().get(bucket);
        int days = report.buckets().days(bucket);
        List<String> row = new ArrayList<>(List.of(
                outcome.name(),
                report.buckets().start(bucket).toString(),
                Long.toString(figures.openingUnits()),
                Long.toString(figures.receivedUnits()),
                Long.toString(figures.demandUnits()),
                Long.toString(figures.servedUnits()),
                Long.toString(figures.lostUnits()),
                Long.toString(figures.closingUnits()),
                share(figures.fillRate()),
                decimal(figures.averageStockUnits(days), 1),
                decimal(figures.averageStockValue(days), MONEY_DECIMALS)));
        row.addAll(orderCells(figures, ordersKnown));
        row.addAll(costCells(figures, ordersKnown));
        return row;
    }

    private void writeByItem() throws IOException {
        try (CsvWriter csv = csv("by_item.csv")) {
            csv.writeRecord(columns(List.of("policy", "item", "warehouse"), List.of("fill_rate", "cycle_service")));
            for (Outcome outcome : written()) {
                boolean ordersKnown = outcome != report.happened();
                for (Map.Entry<SkuLocation, Part> entry : outcome.byLocation().entrySet()) {
                    csv.writeRecord(itemRow(outcome.name(), entry.getKey(), entry.getValue(), ordersKnown));
                }
            }
        }
    }

    private static List<String> itemRow(String policy, SkuLocation location, Part part, boolean ordersKnown) {
        Figures figures = part.figures();
        List<String> row = new ArrayList<>(List.of(
                policy,
                location.item().value(),
                location.warehouse().value(),
                Long.toString(figures.openingUnits()),
                Long.toString(figures.receivedUnits()),
                Long.toString(figures.demandUnits()),
                Long.toString(figures.servedUnits()),
                Long.toString(figures.lostUnits()),
                Long.toString(figures.closingUnits()),
                share(figures.fillRate()),
                ordersKnown ? share(part.service().cycleService()) : "",
                decimal(figures.averageStockUnits(figures.days()), 2),
                decimal(figures.averageStockValue(figures.days()), MONEY_DECIMALS)));
        row.addAll(orderCells(figures, ordersKnown));
        row.addAll(costCells(figures, ordersKnown));
        return row;
    }

    private static List<String> orderCells(Figures figures, boolean known) {
        return known
                ? List.of(
                        decimal(figures.orders(), 2),
                        Long.toString(figures.orderLines()),
                        Long.toString(figures.orderedUnits()))
                : List.of("", "", "");
    }

    private static List<String> costCells(Figures figures, boolean ordersKnown) {
        Figures.Cost cost = figures.cost();
        return List.of(
                decimal(cost.holding(), MONEY_DECIMALS),
                ordersKnown ? decimal(cost.order(), MONEY_DECIMALS) : "",
                ordersKnown ? decimal(cost.purchase(), MONEY_DECIMALS) : "",
                decimal(cost.shortage(), MONEY_DECIMALS),
                decimal(cost.obsolescence(), MONEY_DECIMALS));
    }

    private List<Outcome> written() {
        List<Outcome> outcomes = new ArrayList<>(report.outcomes());
        Outcome happened = report.happened();
        if (happened != null) {
            outcomes.add(happened);
        }
        return outcomes;
    }

    private CsvWriter csv(String name) throws IOException {
        return CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .build(Files.newBufferedWriter(folder.resolve(name), StandardCharsets.UTF_8));
    }

    private static String share(double value) {
        return Double.isNaN(value) ? "" : decimal(value, SHARE_DECIMALS);
    }

    private static @Nullable BigDecimal money(double value) {
        return number(value, MONEY_DECIMALS);
    }

    /** None of a number that is not known. */
    private static @Nullable BigDecimal number(double value, int decimals) {
        return Double.isFinite(value) ? new BigDecimal(decimal(value, decimals)) : null;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
