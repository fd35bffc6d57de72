package org.plenish.web.supplier;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.plenish.engine.plan.supply.DeliveryRecord;
import org.plenish.engine.plan.supply.Punctuality;
import org.plenish.web.shared.NothingFoundException;
import org.plenish.web.shared.PageAddress;
import org.plenish.web.shared.PlanHeader;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** All suppliers, and one of them. */
@Controller
class SupplierController {

    /** Asked for where nothing was measured: what if it were a week later? */
    private static final int USUAL_DELAY_DAYS = 7;

    private final SupplierQueries queries;
    private final DeliveryQueries deliveries;
    private final Clock clock;

    SupplierController(SupplierQueries queries, DeliveryQueries deliveries, Clock clock) {
        this.queries = queries;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    @GetMapping(SupplierFilter.PATH)
    String suppliers(PlanHeader plan, @ModelAttribute("filter") SupplierFilter filter, Model model) {
        String supplier = filter.supplier();
        if (supplier == null || supplier.isBlank()) {
            model.addAttribute("rows", queries.list(plan.runId(), filter));
            return "supplier/suppliers";
        }
        SupplierRow row = queries.find(plan.runId(), supplier)
                .orElseThrow(
                        () -> new NothingFoundException(
                                "The current plan has no figures of a supplier " + supplier
                                        + ". Choose one from the list of suppliers, or plan again if the plan is of an earlier version."));
        show(plan, filter, row, model);
        return "supplier/supplier";
    }

    private void show(PlanHeader plan, SupplierFilter filter, SupplierRow row, Model model) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        DeliveryRecord record = deliveries.record(row.supplier(), today);
        int items = filter.isSole() ? row.soleItems() : row.items();
        model.addAttribute("row", row);
        model.addAttribute("record", record);
        model.addAttribute("punctualities", Punctuality.values());
        model.addAttribute("orderCounts", queries.ordersByState(row.supplier()));
        model.addAttribute("openPages", pages(row.openLines()));
        model.addAttribute("openPage", Math.min(filter.ordersPage(), pages(row.openLines())));
        model.addAttribute(
                "openLines",
                queries.openLines(plan.runId(), row.supplier(), Math.min(filter.ordersPage(), pages(row.openLines()))));
        model.addAttribute("itemPages", pages(items));
        model.addAttribute("itemPage", Math.min(filter.itemsPage(), pages(items)));
        model.addAttribute(
                "items",
                queries.items(
                        plan.runId(), row.supplier(), filter.isSole(), Math.min(filter.itemsPage(), pages(items))));
        model.addAttribute("months", queries.spendByMonth(plan.runId(), row.supplier(), today));
        model.addAttribute("byCategory", queries.spendByCategory(plan.runId(), row.supplier(), today));
        int delayDays = delayDays(row, record);
        model.addAttribute("delayDays", delayDays);
        model.addAttribute("whatIf", whatIf(row, record, delayDays));
    }

    /** By how much what was measured is longer than what is planned with; a week where it is not, or nothing was measured. */
    private static int delayDays(SupplierRow row, DeliveryRecord record) {
        double measured = record.meanDays() - row.leadTimeDays();
        return measured >= 0.5 ? Math.toIntExact(Math.round(measured)) : USUAL_DELAY_DAYS;
    }

    private static String whatIf(SupplierRow row, DeliveryRecord record, int delayDays) {
        return PageAddress.of("/scenarios/new")
                .with("kind", "lead_time")
                .with("name", row.name() + " " + delayDays + " days later")
                .with("suppliers", row.supplier())
                .with("add_days", delayDays)
                .with("sd_days", Double.isNaN(record.sdDays()) ? null : Math.round(record.sdDays() * 10) / 10.0)
                .toString();
    }

    private static int pages(int rows) {
        return Math.max(1, (rows + SupplierQueries.ROWS_A_PAGE - 1) / SupplierQueries.ROWS_A_PAGE);
    }
}
