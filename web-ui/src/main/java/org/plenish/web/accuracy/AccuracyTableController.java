package org.plenish.web.accuracy;

import jakarta.servlet.http.HttpServletResponse;
import org.plenish.web.export.Table;
import org.plenish.web.export.TableDownload;
import org.plenish.web.export.TableFormats;
import org.plenish.web.shared.PlanHeader;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** How good the forecasts are, as a file. */
@Controller
class AccuracyTableController {

    private final AccuracyQueries queries;
    private final TableDownload download;

    AccuracyTableController(AccuracyQueries queries, TableDownload download) {
        this.queries = queries;
        this.download = download;
    }

    @GetMapping("/forecast-accuracy.{format:csv|xlsx}")
    void accuracy(PlanHeader plan, @PathVariable String format, HttpServletResponse response) {
        download.send(
                "forecast_accuracy",
                table(plan),
                () -> queries.stream(plan.runId()),
                TableFormats.of(format),
                response);
    }

    private static Table<AccuracyRow> table(PlanHeader plan) {
        return Table.<AccuracyRow>named("forecast_accuracy")
                .text("item", AccuracyRow::item)
                .text("warehouse", AccuracyRow::warehouse)
                .text("description", AccuracyRow::description)
                .word("demand_class", AccuracyRow::demandClass)
                .text("method", AccuracyRow::forecastMethod)
                .number("naive_error", AccuracyRow::naiveError)
                .number("forecast_error", AccuracyRow::forecastError)
                .number("relative_error", AccuracyRow::relativeError)
                .number("value_added", AccuracyRow::valueAdded)
                .text("currency", row -> plan.currency())
                .number("latest_mean_error", AccuracyRow::latestMeanError)
                .text("out_of_control", row -> row.outOfControl() ? "yes" : "no");
    }
}
