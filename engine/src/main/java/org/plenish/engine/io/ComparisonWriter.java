package org.plenish.engine.io;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.plenish.engine.plan.LimitUse;
import org.plenish.engine.plan.PlanComparison.Mover;
import org.plenish.engine.plan.ReplenishmentPlan;
import org.plenish.engine.plan.scenario.Change;
import org.plenish.engine.plan.scenario.DriverEffects;
import org.plenish.engine.plan.scenario.DriverEffects.Effect;
import org.plenish.engine.plan.scenario.Measure;
import org.plenish.engine.plan.scenario.ScenarioComparison;
import org.plenish.engine.plan.scenario.ScenarioComparison.Planned;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes scenarios side by side: figures, drivers, cash by bucket and the lines that change most as tables, all of it as
 * JSON and as a report to read.
 */
public final class ComparisonWriter {

    /** Lines a scenario in {@code lines.csv}. */
    private static final int MOST_LINES = 1_000;

    private static final String BASE = "base";
    private static final String TOGETHER = "together";

    private final ScenarioComparison comparison;
    private final Path folder;

    private ComparisonWriter(ScenarioComparison comparison, Path folder) {
        this.comparison = comparison;
        this.folder = folder;
    }

    /**
     * Writes all files.
     *
     * @param folder exists; files of the same names are replaced
     * @param versions of the product and its parts, for {@code comparison.json}
     * @throws IOException if a file cannot be written
     */
    public static void write(ScenarioComparison comparison, Path folder, Map<String, String> versions)
            throws IOException {
        ComparisonWriter writer = new ComparisonWriter(comparison, folder);
        writer.writeMeasures();
        writer.writeDrivers();
        writer.writeCash();
        writer.writeLines();
        writer.writeJson(versions);
        Files.writeString(folder.resolve("report.html"), ComparisonReport.of(comparison), StandardCharsets.UTF_8);
    }

    private void writeMeasures() throws IOException {
        try (CsvWriter csv = PlanWriter.csv(folder.resolve("comparison.csv"))) {
            csv.writeRecord("scenario", "measure", "unit", "value", "base", "change");
            List<Measure> base = Measure.of(comparison.base());
            for (Measure measure : base) {
                writeMeasure(csv, BASE, measure, base);
            }
            for (Planned planned : comparison.scenarios()) {
                for (Measure measure : Measure.of(planned.plan())) {
                    writeMeasure(csv, planned.scenario().name(), measure, base);
                }
            }
        }
    }

    private static void writeMeasure(CsvWriter csv, String scenario, Measure measure, List<Measure> base) {
        double was = find(base, measure.id());
        csv.writeRecord(
                scenario,
                measure.id(),
                measure.unit().name().toLowerCase(Locale.ROOT),
                number(measure.value()),
                number(was),
                number(measure.value() - was));
    }

    /** NaN if the base has no such figure. */
    static double find(List<Measure> measures, String id) {
        return measures.stream()
                .filter(measure -> measure.id().equals(id))
                .mapToDouble(Measure::value)
                .findFirst()
                .orElse(Double.NaN);
    }

    private void writeDrivers() throws IOException {
        try (CsvWriter csv = PlanWriter.csv(folder.resolve("drivers.csv"))) {
            csv.writeRecord("scenario", "driver", "average_stock_change", "cost_change");
            for (Planned planned : comparison.scenarios()) {
                DriverEffects drivers = planned.drivers();
                if (drivers != null) {
                    String name = planned.scenario().name();
                    for (Effect effect : drivers.effects()) {
                        csv.writeRecord(
                                name,
                                effect.driver().name().toLowerCase(Locale.ROOT),
                                effect.stock().toString(),
                                number(effect.cost()));
                    }
                    csv.writeRecord(name, TOGETHER, drivers.stockTogether().toString(), number(drivers.costTogether()));
                }
            }
        }
    }

    private void writeCash() throws IOException {
        try (CsvWriter csv = PlanWriter.csv(folder.resolve("cash.csv"))) {
            csv.writeRecord("scenario", "period_start", "available", "committed");
            writeCash(csv, BASE, comparison.base());
            for (Planned planned : comparison.scenarios()) {
                writeCash(csv, planned.scenario().name(), planned.plan());
            }
        }
    }

    private static void writeCash(CsvWriter csv, String scenario, ReplenishmentPlan plan) {
        for (LimitUse use : cash(plan)) {
            csv.writeRecord(scenario, use.periodStart().toString(), number(use.limit()), number(use.used()));
        }
    }

    /** By bucket, added up from the plan's date where unspent cash carries forward. */
    static List<LimitUse> cash(ReplenishmentPlan plan) {
        return plan.limits().stream()
                .filter(use -> use.kind() == LimitUse.Kind.CASH)
                .toList();
    }

    private void writeLines() throws IOException {
        try (CsvWriter csv = PlanWriter.csv(folder.resolve("lines.csv"))) {
            csv.writeRecord("scenario", "item", "warehouse", "stock_base", "stock", "purchases_base", "purchases");
            for (Planned planned : comparison.scenarios()) {
                for (Mover mover : first(planned.movers(), MOST_LINES)) {
                    csv.writeRecord(
                            planned.scenario().name(),
                            mover.location().item().value(),
                            mover.location().warehouse().value(),
                            mover.stockBefore().toString(),
                            mover.stockAfter().toString(),
                            mover.orderedBefore().toString(),
                            mover.orderedAfter().toString());
                }
            }
        }
    }

    static List<Mover> first(List<Mover> movers, int count) {
        return movers.subList(0, Math.min(count, movers.size()));
    }

    private void writeJson(Map<String, String> versions) throws IOException {
        JsonMapper mapper = JsonMapper.shared();
        ObjectNode json = mapper.createObjectNode();
        ReplenishmentPlan base = comparison.base();
        json.put("dataset", base.dataset().name());
        json.put("as_of", base.dataset().asOf().toString());
        json.put("currency", base.dataset().currency());
        json.put("buckets", base.buckets().count());
        json.put("seed", base.seed());
        addMeasures(json.putObject(BASE), base);
        ArrayNode scenarios = json.putArray("scenarios");
        for (Planned planned : comparison.scenarios()) {
            ObjectNode node = scenarios.addObject();
            node.put("name", planned.scenario().name());
            node.put("description", planned.scenario().description());
            ArrayNode changes = node.putArray("changes");
            for (Change change : planned.scenario().changes()) {
                changes.addObject()
                        .put("driver", change.driver().name().toLowerCase(Locale.ROOT))
                        .put("text", change.sentence());
            }
            addMeasures(node.putObject("measures"), planned.plan());
            DriverEffects drivers = planned.drivers();
            if (drivers != null) {
                addDrivers(node.putObject("drivers"), drivers);
            }
        }
        ObjectNode parts = json.putObject("versions");
        versions.forEach(parts::put);
        Files.writeString(
                folder.resolve("comparison.json"),
                mapper.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n",
                StandardCharsets.UTF_8);
    }

    private static void addMeasures(ObjectNode json, ReplenishmentPlan plan) {
        for (Measure measure : Measure.of(plan)) {
            if (Double.isFinite(measure.value())) {
                json.put(measure.id(), PlanJson.rounded(measure.value(), 4));
            } else {
                json.putNull(measure.id());
            }
        }
    }

    private static void addDrivers(ObjectNode json, DriverEffects drivers) {
        for (Effect effect : drivers.effects()) {
            json.putObject(effect.driver().name().toLowerCase(Locale.ROOT))
                    .put("average_stock", effect.stock().amount())
                    .put("cost", PlanJson.rounded(effect.cost(), 4));
        }
        json.putObject(TOGETHER)
                .put("average_stock", drivers.stockTogether().amount())
                .put("cost", PlanJson.rounded(drivers.costTogether(), 4));
    }

    /** Empty where it means nothing. */
    private static String number(double value) {
        return Double.isFinite(value) ? PlanWriter.decimal(value, 4) : "";
    }

    /** The names of all that stands in a report's columns, the base first. */
    static List<String> names(ScenarioComparison comparison) {
        List<String> names = new ArrayList<>(List.of(BASE));
        comparison.scenarios().forEach(planned -> names.add(planned.scenario().name()));
        return names;
    }
}
