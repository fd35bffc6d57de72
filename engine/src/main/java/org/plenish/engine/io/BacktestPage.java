package org.plenish.engine.io;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.plenish.engine.policy.AbcClass;
import org.plenish.engine.simulate.backtest.BacktestReport;
import org.plenish.engine.simulate.backtest.BacktestReport.EqualFillRate;
import org.plenish.engine.simulate.backtest.DemandCorrections;
import org.plenish.engine.simulate.backtest.Figures;
import org.plenish.engine.simulate.backtest.Outcome;
import org.plenish.engine.simulate.backtest.Outcome.Part;

/** A backtest as one page that can be printed, mailed and kept: nothing in it comes from elsewhere. */
final class BacktestPage {

    private static final List<String> COST_PARTS = List.of("Holding", "Orders", "Purchase", "Shortage", "Obsolescence");

    private static final String STYLE =
            "body{font:15px/1.45 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0"
                    + " 1rem;color:#1a1a1a;background:#fff}table{border-collapse:collapse;width:100%;margin:.5rem 0"
                    + " 1.5rem}caption{text-align:left;font-weight:600;padding:.25rem 0}th,td{border-bottom:1px solid"
                    + " #ccc;padding:.25rem"
                    + " .5rem;text-align:right;vertical-align:top}th:first-child,td:first-child{text-align:left}.words"
                    + " td{text-align:left}svg{width:100%;height:auto;font:12px"
                    + " system-ui,sans-serif}.key{width:28px;height:10px}.legend{margin:.25rem 0 1.5rem}@media"
                    + " print{body{margin:0;max-width:none}table,svg{break-inside:avoid}}";

    private final BacktestReport report;
    private final StringBuilder html = new StringBuilder();

    private record Row(String name, Function<Figures, String> value) {}

    private BacktestPage(BacktestReport report) {
        this.report = report;
    }

    static String of(BacktestReport report) {
        return new BacktestPage(report).write();
    }

    private String write() {
        String title = "Backtest of " + report.dataset().name();
        html.append("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>")
                .append(Html.escape(title))
                .append("</title><style>")
                .append(STYLE)
                .append("</style></head><body>\n<h1>")
                .append(Html.escape(title))
                .append("</h1>\n");
        paragraph(String.format(
                Locale.ROOT,
                "What would have happened from %s to %s (%d buckets) at %,d SKU-locations, decided each time with what"
                        + " was known then. Money in %s.",
                report.buckets().start(),
                report.buckets().end().minusDays(1),
                report.buckets().count(),
                report.locations(),
                report.dataset().currency()));
        totals();
        policies();
        costs();
        overTime();
        equalFillRate();
        classes();
        demand();
        leftOut();
        definitions();
        return html.append("</body></html>\n").toString();
    }

    private List<Outcome> shown() {
        List<Outcome> shown = new ArrayList<>(report.outcomes());
        Outcome happened = report.happened();
        if (happened != null) {
            shown.add(happened);
        }
        return shown;
    }

    private boolean knowsOrders(Outcome outcome) {
        return outcome != report.happened();
    }

    private void totals() {
        html.append("<h2>Side by side</h2>\n"
                + "<table><caption>All SKU-locations</caption><thead><tr><th scope=\"col\">Figure</th>");
        shown().forEach(outcome -> cell("th scope=\"col\"", Html.escape(outcome.name())));
        html.append("</tr></thead><tbody>\n");
        partRow(
                "Cycle service",
                outcome ->
                        knowsOrders(outcome) ? percent(outcome.total().service().cycleService()) : "–");
        partRow("Days in stock", outcome -> percent(outcome.total().service().readyRate()));
        for (Row row : rows()) {
            partRow(row.name(), outcome -> row.value().apply(outcome.total().figures()));
        }
        partRow(
                "Purchase orders",
                outcome ->
                        knowsOrders(outcome) ? money(outcome.total().figures().orders()) : "–");
        partRow(
                "Order lines",
                outcome -> knowsOrders(outcome)
                        ? money((double) outcome.total().figures().orderLines())
                        : "–");
        for (int i = 0; i < COST_PARTS.size(); i++) {
            int part = i;
            partRow(
                    COST_PARTS.get(i) + " cost",
                    outcome -> isOrderPart(part) && !knowsOrders(outcome)
                            ? "–"
                            : money(parts(outcome.total().figures().cost())[part]));
        }
        partRow(
                "Total cost",
                outcome -> knowsOrders(outcome)
                        ? "<strong>" + money(outcome.total().figures().cost().total()) + "</strong>"
                        : "–");
        html.append("</tbody></table>\n");
        if (report.happened() != null) {
            paragraph(String.format(
                    Locale.ROOT,
                    "“happened” is what really came to pass at the %,d SKU-locations whose stock was noted: between"
                            + " notes stock is taken to lie on a straight line; its orders are not known, so it has no"
                            + " total.",
                    report.happenedLocations()));
        }
    }

    private static boolean isOrderPart(int part) {
        return part == 1 || part == 2;
    }

    private List<Row> rows() {
        long days = report.calendarDays();
        return List.of(
                new Row("Fill rate", figures -> percent(figures.fillRate())),
                new Row("Units asked for", figures -> money((double) figures.demandUnits())),
                new Row("Units lost", figures -> money((double) figures.lostUnits())),
                new Row("Margin lost", figures -> money(figures.lostMargin())),
                new Row("Average stock, units", figures -> money(figures.averageStockUnits(days))),
                new Row("Average stock, value", figures -> money(figures.averageStockValue(days))),
                new Row("Turns a year", figures -> decimal("%.2f", figures.turnsPerYear())),
                new Row("Dead stock at the end", figures -> money(figures.deadStockValue())));
    }

    private void partRow(String name, Function<Outcome, String> value) {
        html.append("<tr><th scope=\"row\">").append(name).append("</th>");
        shown().forEach(outcome -> cell("td", value.apply(outcome)));
        html.append("</tr>\n");
    }

    private void policies() {
        html.append("<table class=\"words\"><caption>Who decides</caption><tbody>\n");
        for (Outcome outcome : shown()) {
            words(outcome.name(), outcome.description());
        }
        html.append("</tbody></table>\n");
    }

    private void costs() {
        html.append("<h2>Cost by its parts</h2>\n");
        html.append(SvgChart.bars(
                "Cost by its parts",
                COST_PARTS,
                report.outcomes().stream()
                        .map(outcome -> new SvgChart.Bar(
                                outcome.name(), parts(outcome.total().figures().cost())))
                        .toList(),
                "%,.0f"));
    }

    private void overTime() {
        List<String> labels = IntStream.range(0, report.buckets().count())
                .mapToObj(b -> report.buckets().start(b).toString())
                .toList();
        List<SvgChart.Line> fill = lines((figures, days) -> figures.fillRate());
        List<SvgChart.Line> stock = lines(Figures::averageStockValue);
        html.append("<h2>Fill rate by bucket</h2>\n")
                .append(SvgChart.lines(
                        "Fill rate by bucket",
                        labels,
                        fill.stream()
                                .map(line -> new SvgChart.Line(
                                        line.name(),
                                        Arrays.stream(line.values())
                                                .map(share -> 100 * share)
                                                .toArray()))
                                .toList(),
                        Math.floor(10 * least(fill)) * 10,
                        100,
                        "%.0f %%"));
        html.append("<h2>Stock value by bucket</h2>\n")
                .append(SvgChart.lines("Stock value by bucket", labels, stock, 0, most(stock), "%,.0f"));
        paragraph("The same figures stand in by_bucket.csv, those of each item in by_item.csv.");
    }

    @FunctionalInterface
    private interface OverTime {
        double value(Figures figures, long bucketDays);
    }

    private List<SvgChart.Line> lines(OverTime value) {
        return shown().stream()
                .map(outcome -> new SvgChart.Line(
                        outcome.name(),
                        IntStream.range(0, report.buckets().count())
                                .mapToDouble(b -> value.value(
                                        outcome.byBucket().get(b),
                                        report.buckets().days(b)))
                                .toArray()))
                .toList();
    }

    private static double least(List<SvgChart.Line> lines) {
        return lines.stream()
                .flatMapToDouble(line -> Arrays.stream(line.values()))
                .filter(Double::isFinite)
                .min()
                .orElse(0);
    }

    private static double most(List<SvgChart.Line> lines) {
        return lines.stream()
                .flatMapToDouble(line -> Arrays.stream(line.values()))
                .filter(Double::isFinite)
                .max()
                .orElse(1);
    }

    private void equalFillRate() {
        if (report.atEqualFillRate().isEmpty()) {
            return;
        }
        Outcome first = report.outcomes().get(0);
        html.append("<h2>At equal fill rate</h2>\n"
                + "<table><caption>Each simple policy with so much kept for safety that it serves the same share"
                + " of demand as “"
                + Html.escape(first.name())
                + "”</caption><thead><tr><th scope=\"col\">Policy</th><th scope=\"col\">Fill rate</th><th"
                + " scope=\"col\">Average stock, value</th><th scope=\"col\">Total"
                + " cost</th></tr></thead><tbody>\n");
        equalRow(first.name(), first.total().figures());
        for (EqualFillRate one : report.atEqualFillRate()) {
            equalRow(
                    one.policy().kind().word()
                            + (one.reached() ? ": " : " (not reached): ")
                            + one.policy().description(),
                    one.figures());
        }
        html.append("</tbody></table>\n");
    }

    private void equalRow(String name, Figures figures) {
        html.append("<tr>");
        cell("th scope=\"row\"", Html.escape(name));
        cell("td", percent(figures.fillRate()));
        cell("td", money(figures.averageStockValue(report.calendarDays())));
        cell("td", money(figures.cost().total()));
        html.append("</tr>\n");
    }

    private void classes() {
        html.append("<h2>By class</h2>\n"
                + "<table><caption>Classes by annual value, as the first rule book saw them when the replay of an"
                + " item began</caption><thead><tr><th scope=\"col\">Class and policy</th><th scope=\"col\">Cycle"
                + " service</th><th scope=\"col\">Fill rate</th><th scope=\"col\">Average stock, value</th><th"
                + " scope=\"col\">Turns a year</th><th scope=\"col\">Margin lost</th><th scope=\"col\">Total"
                + " cost</th></tr></thead><tbody>\n");
        for (AbcClass abc : AbcClass.values()) {
            for (Outcome outcome : shown()) {
                Part part = outcome.byClass().get(abc);
                if (part != null) {
                    classRow(abc + ", " + outcome.name(), part, knowsOrders(outcome));
                }
            }
        }
        html.append("</tbody></table>\n");
    }

    private void classRow(String name, Part part, boolean ordersKnown) {
        Figures figures = part.figures();
        html.append("<tr>");
        cell("th scope=\"row\"", Html.escape(name));
        cell("td", ordersKnown ? percent(part.service().cycleService()) : "–");
        cell("td", percent(figures.fillRate()));
        cell("td", money(figures.averageStockValue(report.calendarDays())));
        cell("td", decimal("%.2f", figures.turnsPerYear()));
        cell("td", money(figures.lostMargin()));
        cell("td", ordersKnown ? money(figures.cost().total()) : "–");
        html.append("</tr>\n");
    }

    private void demand() {
        DemandCorrections corrections = report.corrections();
        html.append("<h2>Demand</h2>\n");
        paragraph(
                report.correctedDemand()
                        ? String.format(
                                Locale.ROOT,
                                "Of %,d buckets of all SKU-locations, %,d had days out of stock. In %,d of them sales"
                                        + " were put back to a whole bucket; %,d of which nothing is known were filled in"
                                        + " with the mean of up to eight known buckets before. That adds %,d units to the"
                                        + " %,d recorded. The option --recorded-demand replays recorded sales as they"
                                        + " are.",
                                corrections.buckets(),
                                corrections.withoutStock(),
                                corrections.scaledUp(),
                                corrections.filledIn(),
                                corrections.addedUnits(),
                                corrections.recordedUnits())
                        : String.format(
                                Locale.ROOT,
                                "Recorded sales are taken for demand: %,d units. %,d of %,d buckets of all"
                                        + " SKU-locations had days out of stock; what was lost on them is not in it.",
                                corrections.recordedUnits(),
                                corrections.withoutStock(),
                                corrections.buckets()));
    }

    private void leftOut() {
        html.append("<h2>What is not in it</h2>\n<ul>\n");
        BacktestWords.LEFT_OUT.forEach(
                text -> html.append("<li>").append(Html.escape(text)).append("</li>\n"));
        html.append("<li>")
                .append(String.format(
                        Locale.ROOT,
                        "At %,d of the %,d SKU-locations the opening stock is assumed. %,d are left out because no"
                                + " supplier delivers there, %,d because they are too new.",
                        report.withoutNotes(),
                        report.locations(),
                        report.notBought(),
                        report.neverKnown()))
                .append("</li>\n</ul>\n");
    }

    private void definitions() {
        html.append("<h2>How it is computed</h2>\n"
                + "<table class=\"words\"><caption>Figures and their source</caption><tbody>\n");
        BacktestWords.DEFINITIONS.forEach(one -> words(one.name(), one.text() + " Source: " + one.source() + "."));
        words(
                "Lead times",
                "Those of purchase orders really placed on the same day where the dataset has them, else drawn from a"
                        + " gamma distribution with the terms' lead time and the supplier's spread, seed "
                        + report.seed()
                        + ", the same for every policy.");
        html.append("</tbody></table>\n");
    }

    private void words(String name, String text) {
        html.append("<tr><th scope=\"row\">")
                .append(Html.escape(name))
                .append("</th><td>")
                .append(Html.escape(text))
                .append("</td></tr>\n");
    }

    private void paragraph(String text) {
        html.append("<p>").append(Html.escape(text)).append("</p>\n");
    }

    private void cell(String tag, String content) {
        html.append('<')
                .append(tag)
                .append('>')
                .append(content)
                .append("</")
                .append(tag.startsWith("th") ? "th" : "td")
                .append('>');
    }

    private static double[] parts(Figures.Cost cost) {
        return new double[] {cost.holding(), cost.order(), cost.purchase(), cost.shortage(), cost.obsolescence()};
    }

    private static String percent(double share) {
        return decimal("%.2f %%", 100 * share);
    }

    private static String money(double value) {
        return decimal("%,.0f", value);
    }

    private static String decimal(String format, double value) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, format, value);
    }
}
