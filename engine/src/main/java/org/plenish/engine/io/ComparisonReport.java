package org.plenish.engine.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.plenish.engine.plan.LimitUse;
import org.plenish.engine.plan.PlanComparison.Mover;
import org.plenish.engine.plan.ReplenishmentPlan;
import org.plenish.engine.plan.scenario.Change;
import org.plenish.engine.plan.scenario.Driver;
import org.plenish.engine.plan.scenario.DriverEffects;
import org.plenish.engine.plan.scenario.DriverEffects.Effect;
import org.plenish.engine.plan.scenario.Measure;
import org.plenish.engine.plan.scenario.Measure.Unit;
import org.plenish.engine.plan.scenario.ScenarioComparison;
import org.plenish.engine.plan.scenario.ScenarioComparison.Planned;

/** Scenarios side by side as one HTML page that stands alone, to read, print or send on. */
final class ComparisonReport {

    private static final int LINES = 15;

    private static final String STYLE = """
        body { font: 14px/1.45 system-ui, sans-serif; margin: 2rem auto; max-width: 75rem; padding: 0 1rem;
          color: #1d2733; background: #fff; }
        h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin-top: 2rem; }
        table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
        caption { text-align: left; font-weight: 600; padding: .4rem 0; }
        th, td { padding: .25rem .6rem; border-bottom: 1px solid #d9dee4; vertical-align: top; text-align: right; }
        th:first-child, td:first-child { text-align: left; }
        thead th { border-bottom: 2px solid #66717d; }
        small { display: block; color: #5a6570; }
        @media print { body { margin: 0; max-width: none; font-size: 10px; } section { break-inside: avoid; } }
        """;

    private final ScenarioComparison comparison;
    private final String currency;
    private final StringBuilder html = new StringBuilder();

    private ComparisonReport(ScenarioComparison comparison) {
        this.comparison = comparison;
        this.currency = comparison.base().dataset().currency();
    }

    static String of(ScenarioComparison comparison) {
        return new ComparisonReport(comparison).write();
    }

    private String write() {
        ReplenishmentPlan base = comparison.base();
        String title =
                "What if: " + base.dataset().name() + ", " + base.dataset().asOf();
        line("<!DOCTYPE html>");
        line("<html lang=\"en\"><head><meta charset=\"utf-8\">");
        line("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        line("<title>" + escaped(title) + "</title><style>");
        line(STYLE + "</style></head><body>");
        line("<h1>" + escaped(title) + "</h1>");
        line("<p>All are planned over " + base.buckets().count() + " buckets, to "
                + base.buckets().end()
                + ", with seed " + base.seed() + ". Amounts are in " + escaped(currency)
                + ". Each plan may be dearer than the best by up to its gap, so differences far below that may come"
                + " from the search.</p>");
        scenarios();
        measures();
        drivers();
        cash();
        lines();
        line("</body></html>");
        return html.toString();
    }

    private void scenarios() {
        section("Scenarios");
        for (Planned planned : comparison.scenarios()) {
            line("<h3>" + escaped(planned.scenario().name()) + "</h3>");
            if (!planned.scenario().description().isBlank()) {
                line("<p>" + escaped(planned.scenario().description()) + "</p>");
            }
            line("<ul>");
            for (Change change : planned.scenario().changes()) {
                line("<li>" + escaped(change.sentence()) + "</li>");
            }
            if (planned.scenario().otherRules()) {
                line("<li>Another rule book decides.</li>");
            }
            line("</ul>");
        }
        end();
    }

    private void measures() {
        section("Figures");
        header("Plan", ComparisonWriter.names(comparison));
        List<Measure> base = Measure.of(comparison.base());
        List<List<Measure>> others = comparison.scenarios().stream()
                .map(planned -> Measure.of(planned.plan()))
                .toList();
        for (Measure measure : base) {
            List<String> cells = new ArrayList<>(List.of(escaped(shown(measure.unit(), measure.value()))));
            for (List<Measure> other : others) {
                double value = ComparisonWriter.find(other, measure.id());
                cells.add(escaped(shown(measure.unit(), value))
                        + small(changed(measure.unit(), value - measure.value())));
            }
            row(measure.label(), cells);
        }
        line("</tbody></table>");
        if (comparison.scenarios().stream()
                .anyMatch(planned -> planned.scenario().drivers().contains(Driver.SERVICE)
                        || planned.scenario().otherRules())) {
            // or a better service would look like a loss
            line("<p>Units short or below safety stock are priced by the service target: where it differs, so does"
                    + " their cost.</p>");
        }
        end();
    }

    private void drivers() {
        List<Planned> explained = comparison.scenarios().stream()
                .filter(planned -> planned.drivers() != null)
                .toList();
        if (explained.isEmpty()) {
            return;
        }
        section("What the differences come from");
        line("<p>Each driver's changes were planned alone from the base; together is what they do beyond that.</p>");
        header("Scenario and driver", List.of("Average stock", "Expected cost"));
        for (Planned planned : explained) {
            DriverEffects drivers = planned.drivers();
            if (drivers != null) {
                String name = planned.scenario().name() + ": ";
                for (Effect effect : drivers.effects()) {
                    row(
                            name + effect.driver().words(),
                            List.of(signedMoney(effect.stock().toDouble()), signedMoney(effect.cost())));
                }
                if (drivers.effects().size() > 1) {
                    row(
                            name + "together",
                            List.of(
                                    signedMoney(drivers.stockTogether().toDouble()),
                                    signedMoney(drivers.costTogether())));
                }
            }
        }
        line("</tbody></table>");
        end();
    }

    private void cash() {
        List<List<LimitUse>> columns = new ArrayList<>(List.of(ComparisonWriter.cash(comparison.base())));
        comparison.scenarios().forEach(planned -> columns.add(ComparisonWriter.cash(planned.plan())));
        if (columns.stream().allMatch(List::isEmpty)) {
            return;
        }
        section("Cash committed by bucket, of what is available");
        header("Bucket", ComparisonWriter.names(comparison));
        for (int t = 0; t < comparison.base().buckets().count(); t++) {
            List<String> cells = new ArrayList<>();
            for (List<LimitUse> column : columns) {
                cells.add(
                        t < column.size()
                                ? escaped(money(column.get(t).used()))
                                        + small("of " + money(column.get(t).limit()))
                                : "not limited");
            }
            row(comparison.base().buckets().start(t).toString(), cells);
        }
        line("</tbody></table>");
        end();
    }

    private void lines() {
        for (Planned planned : comparison.scenarios()) {
            section("Lines that change most: " + planned.scenario().name());
            if (planned.movers().isEmpty()) {
                line("<p>No item's stock or orders change.</p>");
            } else {
                header("Item and warehouse", List.of("Average stock", "was", "Purchases", "were"));
                for (Mover mover : ComparisonWriter.first(planned.movers(), LINES)) {
                    row(
                            mover.location().toString(),
                            List.of(
                                    money(mover.stockAfter().toDouble()),
                                    money(mover.stockBefore().toDouble()),
                                    money(mover.orderedAfter().toDouble()),
                                    money(mover.orderedBefore().toDouble())));
                }
                line("</tbody></table>");
                int more = planned.movers().size() - LINES;
                if (more > 0) {
                    line(String.format(Locale.ROOT, "<p>%,d more change.</p>", more));
                }
            }
            end();
        }
    }

    private void section(String heading) {
        line("<section><h2>" + escaped(heading) + "</h2>");
    }

    private void end() {
        line("</section>");
    }

    private void header(String first, List<String> names) {
        html.append("<table><thead><tr><th scope=\"col\">")
                .append(escaped(first))
                .append("</th>");
        names.forEach(
                name -> html.append("<th scope=\"col\">").append(escaped(name)).append("</th>"));
        line("</tr></thead><tbody>");
    }

    /** @param cells as HTML */
    private void row(String name, List<String> cells) {
        html.append("<tr><th scope=\"row\">").append(escaped(name)).append("</th>");
        cells.forEach(cell -> html.append("<td>").append(cell).append("</td>"));
        line("</tr>");
    }

    private static String small(String text) {
        return text.isEmpty() ? "" : "<small>" + escaped(text) + "</small>";
    }

    private static String shown(Unit unit, double value) {
        if (!Double.isFinite(value)) {
            return "–";
        }
        return switch (unit) {
            case CURRENCY -> money(value);
            case PERCENT -> String.format(Locale.ROOT, "%,.2f %%", value);
            case COUNT -> String.format(Locale.ROOT, "%,.0f", value);
        };
    }

    private static String changed(Unit unit, double change) {
        if (!Double.isFinite(change) || Math.abs(change) < 0.005) {
            return "";
        }
        String size = unit == Unit.PERCENT
                ? String.format(Locale.ROOT, "%,.2f points", Math.abs(change))
                : shown(unit, Math.abs(change));
        return (change > 0 ? "+" : "−") + size;
    }

    private static String signedMoney(double change) {
        return Math.abs(change) < 0.005 ? "0.00" : changed(Unit.CURRENCY, change);
    }

    private static String money(double value) {
        return String.format(Locale.ROOT, "%,.2f", value);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private void line(String text) {
        html.append(text).append('\n');
    }
}
