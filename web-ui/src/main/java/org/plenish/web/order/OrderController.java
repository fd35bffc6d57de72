package org.plenish.web.order;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenish.web.shared.NothingFoundException;
import org.plenish.web.shared.PlanHeader;
import org.plenish.web.shared.Release;
import org.plenish.web.shared.ReleaseGroup;
import org.plenish.web.shared.ReleaseQueries;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Proposed purchase orders: those of today, of the rest of the first bucket, the outlook, and one with its lines. */
@Controller
class OrderController {

    private final OrderQueries queries;
    private final ReleaseQueries releases;

    OrderController(OrderQueries queries, ReleaseQueries releases) {
        this.queries = queries;
        this.releases = releases;
    }

    @GetMapping("/purchase-orders")
    String orders(PlanHeader plan, @RequestParam @Nullable Release when, Model model) {
        List<ReleaseGroup> groups = releases.purchaseOrders(plan);
        Release shown = when == null ? ReleaseGroup.first(groups) : when;
        model.addAttribute("groups", groups);
        model.addAttribute("shown", ReleaseGroup.of(groups, shown));
        model.addAttribute("cash", queries.findCash(plan).orElse(null));
        model.addAttribute("suppliers", queries.bySupplier(plan, shown));
        return "order/orders";
    }

    @GetMapping("/purchase-orders/{number}")
    String order(PlanHeader plan, @PathVariable String number, Model model) {
        model.addAttribute(
                "order",
                queries.findOrder(plan.runId(), number)
                        .orElseThrow(() ->
                                new NothingFoundException("The current plan has no purchase order " + number + ".")));
        model.addAttribute("lines", queries.lines(plan.runId(), number));
        return "order/order";
    }
}
