package org.plenish.web.order;

import org.plenish.web.shared.NothingFoundException;
import org.plenish.web.shared.PlanHeader;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Proposed purchase orders: those to act on now, the outlook, and one with its lines. */
@Controller
class OrderController {

    private final OrderQueries queries;

    OrderController(OrderQueries queries) {
        this.queries = queries;
    }

    @GetMapping("/purchase-orders")
    String orders(PlanHeader plan, @RequestParam(defaultValue = "now") String when, Model model) {
        boolean now = !when.equals("outlook");
        model.addAttribute("now", now);
        model.addAttribute("counts", queries.counts(plan.runId()));
        model.addAttribute("suppliers", queries.bySupplier(plan.runId(), now));
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
