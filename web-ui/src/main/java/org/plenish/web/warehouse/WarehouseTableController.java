package org.plenish.web.warehouse;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import org.plenish.web.export.Table;
import org.plenish.web.export.TableDownload;
import org.plenish.web.export.TableFormats;
import org.plenish.web.shared.PlanHeader;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** Warehouses, and the tables of one of them, as files. */
@Controller
class WarehouseTableController {

    private static final int ALL = Integer.MAX_VALUE;

    private final WarehouseQueries warehouses;
    private final SlotQueries slots;
    private final TableDownload download;

    WarehouseTableController(WarehouseQueries warehouses, SlotQueries slots, TableDownload download) {
        this.warehouses = warehouses;
        this.slots = slots;
        this.download = download;
    }

    @GetMapping(WarehouseFilter.PATH + ".{format:csv|xlsx}")
    void warehouses(PlanHeader plan, @PathVariable String format, HttpServletResponse response) {
        Table<WarehouseRow> table = Table.<WarehouseRow>named("warehouses")
                .text("warehouse", WarehouseRow::warehouse)
                .text("name", WarehouseRow::name)
                .number("capacity_m3", WarehouseRow::capacityM3)
                .number("now_m3", WarehouseRow::nowM3)
                .number("peak_m3", WarehouseRow::peakM3)
                .number("fullest_share", WarehouseRow::fullestShare)
                .date("fullest_period_start", WarehouseRow::fullestStart)
                .number("saved_by_one_more_m3", WarehouseRow::savedByOneM3)
                .money("stock_value", WarehouseRow::stockValue)
                .money("aged_value", WarehouseRow::agedValue)
                .money("dead_value", WarehouseRow::deadValue)
                .money("excess_value", WarehouseRow::excessValue)
                .text("currency", row -> plan.currency());
        send(table, warehouses.list(plan.runId()), format, response);
    }

    @GetMapping(WarehouseFilter.PATH + "/space.{format:csv|xlsx}")
    void space(
            PlanHeader plan,
            @ModelAttribute("filter") WarehouseFilter filter,
            @PathVariable String format,
            HttpServletResponse response) {
        Table<SpacePoint> table = Table.<SpacePoint>named("warehouse_space")
                .text("warehouse", point -> filter.warehouse())
                .date("period_start", SpacePoint::periodStart)
                .number("opening_m3", SpacePoint::openingM3)
                .number("receipts_m3", SpacePoint::receiptsM3)
                .number("transfers_in_m3", SpacePoint::transfersInM3)
                .number("transfers_out_m3", SpacePoint::transfersOutM3)
                .number("issued_m3", SpacePoint::issuedM3)
                .number("closing_m3", SpacePoint::closingM3)
                .number("peak_m3", SpacePoint::peakM3)
                .number("limit_m3", SpacePoint::limitM3)
                .number("price_of_one_more_m3", SpacePoint::price);
        send(table, warehouses.space(plan.runId(), of(filter), filter.storageClass()), format, response);
    }

    @GetMapping(WarehouseFilter.PATH + "/dock.{format:csv|xlsx}")
    void dock(
            PlanHeader plan,
            @ModelAttribute("filter") WarehouseFilter filter,
            @PathVariable String format,
            HttpServletResponse response) {
        Table<DockRow> table = Table.<DockRow>named("warehouse_dock")
                .text("warehouse", day -> filter.warehouse())
                .date("day", DockRow::day)
                .number("orders_in", DockRow::inOrders)
                .number("open_lines_in", DockRow::openLines)
                .number("proposed_lines_in", DockRow::proposedLines)
                .number("units_in", DockRow::inUnits)
                .number("m3_in", DockRow::inM3)
                .number("transfers_out", DockRow::outOrders)
                .number("lines_out", DockRow::outLines)
                .number("units_out", DockRow::outUnits)
                .number("m3_out", DockRow::outM3)
                .number("overdue_lines", DockRow::overdueLines);
        send(table, warehouses.dock(plan.runId(), of(filter), ALL), format, response);
    }

    @GetMapping(WarehouseFilter.PATH + "/slots.{format:csv|xlsx}")
    void slots(
            PlanHeader plan,
            @ModelAttribute("filter") WarehouseFilter filter,
            @PathVariable String format,
            HttpServletResponse response) {
        Table<SlotQueries.SlotRow> table = Table.<SlotQueries.SlotRow>named("warehouse_slots")
                .text("warehouse", slot -> filter.warehouse())
                .number("rank", SlotQueries.SlotRow::rank)
                .text("item", SlotQueries.SlotRow::item)
                .text("description", SlotQueries.SlotRow::description)
                .number("picks_per_year", SlotQueries.SlotRow::picks)
                .number("sold_units", SlotQueries.SlotRow::soldUnits)
                .number("moved_m3", SlotQueries.SlotRow::movedM3)
                .number("stock_m3", SlotQueries.SlotRow::stockM3)
                .number("litres_per_weekly_pick", SlotQueries.SlotRow::cubePerOrderLitres)
                .number("cumulative_picks_share", SlotQueries.SlotRow::picksShare)
                .number("cumulative_space_share", SlotQueries.SlotRow::spaceShare);
        send(table, slots.slots(plan.runId(), of(filter), ALL), format, response);
    }

    @GetMapping(WarehouseFilter.PATH + "/pairs.{format:csv|xlsx}")
    void pairs(
            PlanHeader plan,
            @ModelAttribute("filter") WarehouseFilter filter,
            @PathVariable String format,
            HttpServletResponse response) {
        Table<SlotQueries.PairRow> table = Table.<SlotQueries.PairRow>named("warehouse_pairs")
                .text("warehouse", pair -> filter.warehouse())
                .number("rank", SlotQueries.PairRow::rank)
                .text("item", SlotQueries.PairRow::firstItem)
                .text("other_item", SlotQueries.PairRow::secondItem)
                .number("baskets", SlotQueries.PairRow::baskets)
                .number("support", SlotQueries.PairRow::support)
                .number("confidence", SlotQueries.PairRow::confidence)
                .number("lift", SlotQueries.PairRow::lift);
        send(table, slots.pairs(plan.runId(), of(filter), ALL), format, response);
    }

    @GetMapping(WarehouseFilter.PATH + "/aged.{format:csv|xlsx}")
    void aged(
            PlanHeader plan,
            @ModelAttribute("filter") WarehouseFilter filter,
            @PathVariable String format,
            HttpServletResponse response) {
        Table<SlotQueries.AgedRow> table = Table.<SlotQueries.AgedRow>named("warehouse_aged_stock")
                .text("warehouse", stock -> filter.warehouse())
                .text("item", SlotQueries.AgedRow::item)
                .text("description", SlotQueries.AgedRow::description)
                .number("days_since_last_sale", SlotQueries.AgedRow::daysSinceLastSale)
                .word("status", SlotQueries.AgedRow::status)
                .number("units", SlotQueries.AgedRow::units)
                .money("value", SlotQueries.AgedRow::value)
                .number("m3", SlotQueries.AgedRow::volumeM3)
                .text("currency", stock -> plan.currency());
        send(table, slots.aged(plan.runId(), of(filter), ALL), format, response);
    }

    private static String of(WarehouseFilter filter) {
        return Objects.requireNonNullElse(filter.warehouse(), "");
    }

    private <R> void send(Table<R> table, List<R> rows, String format, HttpServletResponse response) {
        download.send(table.name(), table, rows::stream, TableFormats.of(format), response);
    }
}
