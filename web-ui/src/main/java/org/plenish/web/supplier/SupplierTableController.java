package org.plenish.web.supplier;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.plenish.web.export.Table;
import org.plenish.web.export.TableDownload;
import org.plenish.web.export.TableFormats;
import org.plenish.web.shared.NothingFoundException;
import org.plenish.web.shared.PlanHeader;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** Suppliers as files. */
@Controller
class SupplierTableController {

    private final SupplierQueries queries;
    private final TableDownload download;

    SupplierTableController(SupplierQueries queries, TableDownload download) {
        this.queries = queries;
        this.download = download;
    }

    @GetMapping(SupplierFilter.PATH + ".{format:csv|xlsx}")
    void suppliers(
            PlanHeader plan,
            @ModelAttribute("filter") SupplierFilter filter,
            @PathVariable String format,
            HttpServletResponse response) {
        List<SupplierRow> rows = queries.list(plan.runId(), filter);
        Table<SupplierRow> table = Table.<SupplierRow>named("suppliers")
                .text("supplier", SupplierRow::supplier)
                .text("name", SupplierRow::name)
                .number("items", SupplierRow::items)
                .number("items_only_it_delivers", SupplierRow::soleItems)
                .number("annual_value", SupplierRow::annualValue)
                .number("annual_value_only_it_delivers", SupplierRow::soleAnnualValue)
                .number("lead_time_days", SupplierRow::leadTimeDays)
                .number("lead_time_sd_days", SupplierRow::leadTimeSdDays)
                .number("measured_lead_time_days", SupplierRow::meanLeadTimeDays)
                .number("lines_due", SupplierRow::dueLines)
                .number("on_time_in_full", SupplierRow::otifShare)
                .number("open_lines", SupplierRow::openLines)
                .money("open_value", SupplierRow::openValue)
                .number("late_lines", SupplierRow::lateLines)
                .money("late_value", SupplierRow::lateValue)
                .money("proposed_now_value", SupplierRow::proposedNowValue)
                .money("outlook_value", SupplierRow::outlookValue)
                .number("safety_stock_value", SupplierRow::safetyStockValue)
                .number("safety_stock_saved_by_a_day_less", SupplierRow::dayLessValue)
                .number("safety_stock_saved_by_half_the_spread", SupplierRow::halfSpreadValue)
                .text("currency", row -> plan.currency());
        download.send("suppliers", table, rows::stream, TableFormats.of(format), response);
    }

    @GetMapping(SupplierFilter.PATH + "/items.{format:csv|xlsx}")
    void items(
            PlanHeader plan,
            @ModelAttribute("filter") SupplierFilter filter,
            @PathVariable String format,
            HttpServletResponse response) {
        String supplier = filter.supplier();
        if (supplier == null) {
            throw new NothingFoundException("Which supplier’s items? Add ?supplier= and its number to the address.");
        }
        Table<SupplierQueries.Item> table = Table.<SupplierQueries.Item>named("supplier_items")
                .text("supplier", item -> supplier)
                .text("item", SupplierQueries.Item::item)
                .text("description", SupplierQueries.Item::description)
                .text("category", SupplierQueries.Item::category)
                .money("unit_cost", SupplierQueries.Item::unitCost)
                .number("min_order_quantity", SupplierQueries.Item::minUnits)
                .number("order_multiple", SupplierQueries.Item::multipleUnits)
                .number("lead_time_days", SupplierQueries.Item::leadTimeDays)
                .number("usually_bought_for_locations", SupplierQueries.Item::locations)
                .number("other_suppliers", SupplierQueries.Item::alternatives)
                .number("annual_value", SupplierQueries.Item::annualValue)
                .text("currency", item -> plan.currency());
        download.send(
                "supplier_items",
                table,
                () -> queries.streamItems(plan.runId(), supplier, filter.isSole()),
                TableFormats.of(format),
                response);
    }
}
