package org.plenish.engine.io;

import static org.plenish.engine.io.PlanWriter.decimal;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.simulate.backtest.BacktestReport;
import org.plenish.engine.simulate.backtest.Figures;
import org.plenish.engine.simulate.backtest.Outcome;
import org.plenish.engine.simulate.backtest.Outcome.Part;

/** Writes a backtest: {@code summary.json}, {@code by_bucket.csv}, {@code by_item.csv} and {@code report.html}. */
public final class BacktestWriter {

    private static final List<String> UNIT_COLUMNS =
            List.of("opening", "receipts", "demand", "served", "lost", "closing");
    private static final List<String> STOCK_COLUMNS = List.of("average_stock_units", "average_stock_value");
    private static final List<String> ORDER_COLUMNS = List.of("purchase_orders", "order_lines", "ordered_units");
    private static final List<String> COST_COLUMNS =
            List.of("holding_cost", "order_cost", "purchase_cost", "shortage_cost", "obsolescence_cost");
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
        Files.writeString(folder.resolve("summary.json"), BacktestSummary.of(report), StandardCharsets.UTF_8);
        writer.writeByBucket();
        writer.writeByItem();
        Files.writeString(folder.resolve("report.html"), BacktestPage.of(report), StandardCharsets.UTF_8);
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
            for (Outcome outcome : report.shown()) {
                boolean ordersKnown = report.knowsOrders(outcome);
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
            for (Outcome outcome : report.shown()) {
                boolean ordersKnown = report.knowsOrders(outcome);
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

    private CsvWriter csv(String name) throws IOException {
        return CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .build(Files.newBufferedWriter(folder.resolve(name), StandardCharsets.UTF_8));
    }

    private static String share(double value) {
        return Double.isNaN(value) ? "" : decimal(value, SHARE_DECIMALS);
    }
}
