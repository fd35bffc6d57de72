package org.plenish.web.item;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.plenish.web.export.Table;
import org.plenish.web.export.TableDownload;
import org.plenish.web.export.TableFormats;
import org.plenish.web.shared.PlanHeader;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** The list of all SKU-locations as a file, filtered and sorted as the page is. */
@Controller
class ItemTableController {

    private final ItemListQueries queries;
    private final TableDownload download;

    ItemTableController(ItemListQueries queries, TableDownload download) {
        this.queries = queries;
        this.download = download;
    }

    @GetMapping("/items.{format:csv|xlsx}")
    void items(
            PlanHeader plan,
            @ModelAttribute("filter") ItemFilter filter,
            @PathVariable String format,
            HttpServletResponse response) {
        download.send("items", table(plan), () -> queries.stream(plan, filter), TableFormats.of(format), response);
    }

    private static Table<ItemRow> table(PlanHeader plan) {
        return Table.<ItemRow>named("items")
                .text("item", ItemRow::item)
                .text("warehouse", ItemRow::warehouse)
                .text("description", ItemRow::description)
                .text("abc", ItemRow::abcClass)
                .word("demand_class", ItemRow::demandClass)
                .word("status", ItemRow::status)
                .number("on_hand", ItemRow::onHandUnits)
                .number("on_order", ItemRow::onOrderUnits)
                .number("cover_days", ItemRow::coverDays)
                .number("forecast_a_" + plan.bucket().name().toLowerCase(Locale.ROOT), ItemRow::forecastUnits)
                .number("safety_stock", ItemRow::safetyStockUnits)
                .number("reorder_point", ItemRow::reorderPointUnits)
                .money("on_hand_value", ItemRow::onHandValue)
                .text("currency", row -> plan.currency())
                .number("proposed", ItemRow::proposedUnits)
                .number("exceptions", ItemRow::exceptions)
                .word("severity", ItemRow::severity);
    }
}
