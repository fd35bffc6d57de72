package org.plenish.engine.io;

import static org.plenish.engine.io.PlanWriter.decimal;

import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
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

/** A backtest's {@code summary.json}. */
final class BacktestSummary {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private static final int MONEY_DECIMALS = 2;
    private static final int SHARE_DECIMALS = 6;

    private final BacktestReport report;

    private BacktestSummary(BacktestReport report) {
        this.report = report;
    }

    static String of(BacktestReport report) {
        return new BacktestSummary(report).write();
    }

    private String write() {
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
                .put("location_buckets_filled_in", corrections.filledIn())
                .put("locations_corrected", corrections.correctedLocations())
                .put("days_out_of_stock_corrected", corrections.correctedDays());
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
        return MAPPER.writeValueAsString(json) + "\n";
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
