package org.plenish.web.value;

import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.plenish.engine.plan.value.AgeClass;
import org.plenish.engine.plan.value.ValueAndSpace;
import org.plenish.web.export.Table;
import org.plenish.web.export.TableDownload;
import org.plenish.web.export.TableFormats;
import org.plenish.web.shared.NothingFoundException;
import org.plenish.web.shared.PlanHeader;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** Valued stock as files: the groups of one plan, and one group over time. */
@Controller
class ValueTableController {

    private final ValueQueries queries;
    private final TableDownload download;

    ValueTableController(ValueQueries queries, TableDownload download) {
        this.queries = queries;
        this.download = download;
    }

    @GetMapping(ValueFilter.PATH + ".{format:csv|xlsx}")
    void groups(
            PlanHeader plan,
            @ModelAttribute("filter") ValueFilter filter,
            @PathVariable String format,
            HttpServletResponse response) {
        ValuePoint point = queries.findPoint(filter.at() == null ? plan.runId() : filter.at())
                .orElseThrow(() -> new NothingFoundException("This plan has no valued stock. Plan again."));
        List<ValueRow> rows = queries.cut(point, filter.group(), filter.byOrDefault());
        String column = filter.byOrDefault().name().toLowerCase(Locale.ROOT);
        Table<ValueRow> table = figures(Table.<ValueRow>named("stock_value")
                .text(column, ValueRow::key)
                .date("plan_date", row -> row.point().planDate()));
        download.send("stock_value", table, rows::stream, TableFormats.of(format), response);
    }

    @GetMapping(ValueFilter.PATH + "/over-time.{format:csv|xlsx}")
    void overTime(
            PlanHeader plan,
            @ModelAttribute("filter") ValueFilter filter,
            @PathVariable String format,
            HttpServletResponse response) {
        List<ValueRow> rows = queries.overTime(plan.currency(), filter.group());
        Table<ValueRow> table = figures(Table.<ValueRow>named("stock_value_over_time")
                .date("plan_date", row -> row.point().planDate())
                .text("dataset", row -> row.point().datasetName())
                .number("run", row -> row.point().runId()));
        download.send("stock_value_over_time", table, rows::stream, TableFormats.of(format), response);
    }

    private static Table<ValueRow> figures(Table<ValueRow> head) {
        Table<ValueRow> table = head.number("sku_locations", row -> row.figures().locations())
                .money("stock_value", ValueRow::value)
                .number("stock_m3", ValueRow::volumeM3)
                .money("average_stock_value", row -> amount(row.average()))
                .number("turns_per_year", ValueRow::turns)
                .number("days_of_supply", ValueRow::daysOfSupply)
                .number("gmroi_per_year", ValueRow::marginReturn)
                .number("priced_share_of_average_stock", ValueRow::pricedShare)
                .number("service_level", ValueRow::serviceLevel)
                .number("fill_rate", ValueRow::fillRate)
                .money("dead_value", ValueRow::dead)
                .money("excess_value", ValueRow::excess)
                .money("provision", ValueRow::provision);
        for (AgeClass age : AgeClass.values()) {
            table = table.money(
                    "last_sold_" + age.name().toLowerCase(Locale.ROOT) + "_value",
                    row -> row.figures().ages().getOrDefault(age, ValueAndSpace.NONE).value());
        }
        return table.text("currency", row -> row.point().currency());
    }

    private static BigDecimal amount(double value) {
        return BigDecimal.valueOf(value);
    }
}
