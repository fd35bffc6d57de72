package org.plenish.engine.io;

import java.util.Locale;
import org.plenish.engine.simulate.backtest.BacktestReport;
import org.plenish.engine.simulate.backtest.DemandCorrections;
import org.plenish.engine.simulate.backtest.Outcome;

/** A backtest as one page that can be printed, mailed and kept: nothing in it comes from elsewhere. */
final class BacktestPage {

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
    private final HtmlText html = new HtmlText();

    private BacktestPage(BacktestReport report) {
        this.report = report;
    }

    static String of(BacktestReport report) {
        return new BacktestPage(report).write();
    }

    private String write() {
        String title = "Backtest of " + report.dataset().name();
        html.raw("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>")
                .text(title)
                .raw("</title><style>")
                .raw(STYLE)
                .raw("</style></head><body>\n<h1>")
                .text(title)
                .raw("</h1>\n");
        html.paragraph(String.format(
                Locale.ROOT,
                "What would have happened from %s to %s (%d buckets) at %,d SKU-locations, decided each time with what"
                        + " was known then. Money in %s.",
                report.buckets().start(),
                report.buckets().end().minusDays(1),
                report.buckets().count(),
                report.locations(),
                report.dataset().currency()));
        BacktestTables tables = new BacktestTables(report, html);
        BacktestCharts charts = new BacktestCharts(report, html);
        tables.sideBySide();
        policies();
        charts.costs();
        charts.overTime();
        tables.atEqualFillRate();
        tables.byClass();
        demand();
        leftOut();
        definitions();
        return html.raw("</body></html>\n").toString();
    }

    private void policies() {
        html.raw("<table class=\"words\"><caption>Who decides</caption><tbody>\n");
        for (Outcome outcome : report.shown()) {
            html.words(outcome.name(), outcome.description());
        }
        html.raw("</tbody></table>\n");
    }

    private void demand() {
        DemandCorrections corrections = report.corrections();
        html.raw("<h2>Demand</h2>\n");
        html.paragraph(
                report.correctedDemand()
                        ? String.format(
                                Locale.ROOT,
                                "Of %,d buckets of all SKU-locations, %,d had days out of stock. In %,d of them sales"
                                        + " were put back to a whole bucket; %,d of which nothing is known were filled in"
                                        + " with the mean of up to eight known buckets before. That adds %,d units to the"
                                        + " %,d recorded, at %,d SKU-locations for %,d days without"
                                        + " stock. The option --recorded-demand replays recorded sales as they are.",
                                corrections.buckets(),
                                corrections.withoutStock(),
                                corrections.scaledUp(),
                                corrections.filledIn(),
                                corrections.addedUnits(),
                                corrections.recordedUnits(),
                                corrections.correctedLocations(),
                                corrections.correctedDays())
                        : String.format(
                                Locale.ROOT,
                                "Recorded sales are taken for demand: %,d units. %,d of %,d buckets of all"
                                        + " SKU-locations had days out of stock; what was lost on them is not in it.",
                                corrections.recordedUnits(),
                                corrections.withoutStock(),
                                corrections.buckets()));
    }

    private void leftOut() {
        html.raw("<h2>What is not in it</h2>\n<ul>\n");
        BacktestWords.LEFT_OUT.forEach(this::listed);
        listed(String.format(
                Locale.ROOT,
                "At %,d of the %,d SKU-locations the opening stock is assumed. %,d are left out because no supplier"
                        + " delivers there, %,d because they are too new.",
                report.withoutNotes(),
                report.locations(),
                report.notBought(),
                report.neverKnown()));
        html.raw("</ul>\n");
    }

    private void listed(String text) {
        html.raw("<li>").text(text).raw("</li>\n");
    }

    private void definitions() {
        html.raw("<h2>How it is computed</h2>\n"
                + "<table class=\"words\"><caption>Figures and their source</caption><tbody>\n");
        BacktestWords.DEFINITIONS.forEach(one -> html.words(one.name(), one.text() + " Source: " + one.source() + "."));
        html.words(
                "Lead times",
                "Those of purchase orders really placed on the same day where the dataset has them, else drawn from a"
                        + " gamma distribution with the terms' lead time and the supplier's spread, seed "
                        + report.seed()
                        + ", the same for every policy.");
        html.raw("</tbody></table>\n");
    }
}
