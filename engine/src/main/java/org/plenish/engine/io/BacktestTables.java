package org.plenish.engine.io;

import static org.plenish.engine.io.HtmlText.UNKNOWN;
import static org.plenish.engine.io.HtmlText.decimal;
import static org.plenish.engine.io.HtmlText.percent;
import static org.plenish.engine.io.HtmlText.whole;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.plenish.engine.policy.AbcClass;
import org.plenish.engine.simulate.backtest.BacktestReport;
import org.plenish.engine.simulate.backtest.BacktestReport.EqualFillRate;
import org.plenish.engine.simulate.backtest.Figures;
import org.plenish.engine.simulate.backtest.Outcome;
import org.plenish.engine.simulate.backtest.Outcome.Part;

/** The tables of a backtest's page: figures side by side, at equal fill rate, and by class. */
record BacktestTables(BacktestReport report, HtmlText html) {

    private record Row(String name, Function<Figures, String> value) {}

    void sideBySide() {
        html.raw("<h2>Side by side</h2>\n<table><caption>All SKU-locations</caption><thead><tr>");
        html.head("Figure");
        report.shown().forEach(outcome -> html.head(outcome.name()));
        html.raw("</tr></thead><tbody>\n");
        ordersRow("Cycle service", outcome -> percent(outcome.total().service().cycleService()));
        row("Days in stock", outcome -> percent(outcome.total().service().readyRate()));
        for (Row row : rows()) {
            row(row.name(), outcome -> row.value().apply(outcome.total().figures()));
        }
        ordersRow("Purchase orders", outcome -> whole(figures(outcome).orders()));
        ordersRow("Order lines", outcome -> whole((double) figures(outcome).orderLines()));
        row("Holding cost", outcome -> whole(figures(outcome).cost().holding()));
        ordersRow("Orders cost", outcome -> whole(figures(outcome).cost().order()));
        ordersRow("Purchase cost", outcome -> whole(figures(outcome).cost().purchase()));
        row("Shortage cost", outcome -> whole(figures(outcome).cost().shortage()));
        row("Obsolescence cost", outcome -> whole(figures(outcome).cost().obsolescence()));
        ordersRow("Total cost", outcome -> whole(figures(outcome).cost().total()));
        html.raw("</tbody></table>\n");
        if (report.happened() != null) {
            html.paragraph(String.format(
                    Locale.ROOT,
                    "“happened” is what really came to pass at the %,d SKU-locations whose stock was noted: between"
                            + " notes stock is taken to lie on a straight line; its orders are not known, so it has no"
                            + " total.",
                    report.happenedLocations()));
        }
    }

    private List<Row> rows() {
        long days = report.calendarDays();
        return List.of(
                new Row("Fill rate", figures -> percent(figures.fillRate())),
                new Row("Units asked for", figures -> whole((double) figures.demandUnits())),
                new Row("Units lost", figures -> whole((double) figures.lostUnits())),
                new Row("Margin lost", figures -> whole(figures.lostMargin())),
                new Row("Average stock, units", figures -> whole(figures.averageStockUnits(days))),
                new Row("Average stock, value", figures -> whole(figures.averageStockValue(days))),
                new Row("Turns a year", figures -> decimal("%.2f", figures.turnsPerYear())),
                new Row("Dead stock at the end", figures -> whole(figures.deadStockValue())));
    }

    private void row(String name, Function<Outcome, String> value) {
        html.raw("<tr>");
        html.name(name);
        report.shown().forEach(outcome -> html.cell(value.apply(outcome)));
        html.raw("</tr>\n");
    }

    /** Of what is known only where orders are. */
    private void ordersRow(String name, Function<Outcome, String> value) {
        row(name, outcome -> report.knowsOrders(outcome) ? value.apply(outcome) : UNKNOWN);
    }

    private static Figures figures(Outcome outcome) {
        return outcome.total().figures();
    }

    void atEqualFillRate() {
        if (report.atEqualFillRate().isEmpty()) {
            return;
        }
        Outcome first = report.outcomes().get(0);
        html.raw("<h2>At equal fill rate</h2>\n<table><caption>Each simple policy with so much kept for safety that it"
                        + " serves the same share of demand as “")
                .text(first.name())
                .raw("”</caption><thead><tr>");
        List.of("Policy", "Fill rate", "Average stock, value", "Total cost").forEach(html::head);
        html.raw("</tr></thead><tbody>\n");
        equalRow(first.name(), figures(first));
        for (EqualFillRate one : report.atEqualFillRate()) {
            equalRow(
                    one.policy().kind().word()
                            + (one.reached() ? ": " : " (not reached): ")
                            + one.policy().description(),
                    one.figures());
        }
        html.raw("</tbody></table>\n");
    }

    private void equalRow(String name, Figures figures) {
        html.raw("<tr>");
        html.name(name);
        html.cell(percent(figures.fillRate()));
        html.cell(whole(figures.averageStockValue(report.calendarDays())));
        html.cell(whole(figures.cost().total()));
        html.raw("</tr>\n");
    }

    void byClass() {
        html.raw("<h2>By class</h2>\n<table><caption>Classes by annual value, as the first rule book saw them when the"
                + " replay of an item began</caption><thead><tr>");
        List.of(
                        "Class and policy",
                        "Cycle service",
                        "Fill rate",
                        "Average stock, value",
                        "Turns a year",
                        "Margin lost",
                        "Total cost")
                .forEach(html::head);
        html.raw("</tr></thead><tbody>\n");
        for (AbcClass abc : AbcClass.values()) {
            for (Outcome outcome : report.shown()) {
                Part part = outcome.byClass().get(abc);
                if (part != null) {
                    classRow(abc + ", " + outcome.name(), part, report.knowsOrders(outcome));
                }
            }
        }
        html.raw("</tbody></table>\n");
    }

    private void classRow(String name, Part part, boolean ordersKnown) {
        Figures figures = part.figures();
        html.raw("<tr>");
        html.name(name);
        html.cell(ordersKnown ? percent(part.service().cycleService()) : UNKNOWN);
        html.cell(percent(figures.fillRate()));
        html.cell(whole(figures.averageStockValue(report.calendarDays())));
        html.cell(decimal("%.2f", figures.turnsPerYear()));
        html.cell(whole(figures.lostMargin()));
        html.cell(ordersKnown ? whole(figures.cost().total()) : UNKNOWN);
        html.raw("</tr>\n");
    }
}
