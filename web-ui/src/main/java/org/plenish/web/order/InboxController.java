package org.plenish.web.order;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenish.web.order.life.OrderAction;
import org.plenish.web.order.life.OrderState;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.PlanHeader;
import org.plenish.web.shared.Release;
import org.plenish.web.shared.ReleaseGroup;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The inbox of purchase orders, and that of transfers: lists, filters, and acting on many at once. */
@Controller
@RequestMapping({"/purchase-orders", "/transfers"})
class InboxController {

    private final InboxQueries queries;
    private final OrderDispatch dispatch;
    private final OrderNotes notes;

    InboxController(InboxQueries queries, OrderDispatch dispatch, OrderNotes notes) {
        this.queries = queries;
        this.dispatch = dispatch;
        this.notes = notes;
    }

    @GetMapping
    String inbox(
            PlanHeader plan, Actor actor, OrderKind kind, @ModelAttribute("filter") InboxFilter filter, Model model) {
        List<ReleaseGroup> groups = queries.releases(plan, kind);
        Release shown = filter.when() == null ? ReleaseGroup.first(groups) : filter.when();
        model.addAttribute("kind", kind);
        model.addAttribute("groups", groups);
        model.addAttribute("shown", ReleaseGroup.of(groups, shown));
        model.addAttribute("inbox", queries.inbox(plan, actor, kind, filter, shown));
        model.addAttribute(
                "cash", kind == OrderKind.PURCHASE ? queries.findCash(plan).orElse(null) : null);
        model.addAttribute("states", OrderState.values());
        model.addAttribute("urgencies", InboxFilter.Urgency.values());
        model.addAttribute("partners", queries.partners(kind));
        model.addAttribute("warehouses", queries.warehouses(plan.runId()));
        model.addAttribute("savedFilters", queries.savedFilters(actor, kind));
        model.addAttribute("query", filter.query(kind));
        model.addAttribute("request", UUID.randomUUID());
        return "order/inbox";
    }

    /** @param order each as {@link InboxRow#handle()} */
    @PostMapping("/bulk")
    String bulk(
            Actor actor,
            OrderKind kind,
            @RequestParam(required = false) @Nullable List<String> order,
            @RequestParam OrderAction action,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam UUID request,
            Model model) {
        List<BulkResult> results = new ArrayList<>();
        for (String handle : order == null ? List.<String>of() : order) {
            String number = handle.substring(0, Math.max(0, handle.lastIndexOf(':')));
            results.add(new BulkResult(
                    number.isEmpty() ? handle : number,
                    dispatch.act(actor, action, new Asked(number, version(handle), reason, request))));
        }
        model.addAttribute("kind", kind);
        model.addAttribute("action", action);
        model.addAttribute("results", results);
        model.addAttribute(
                "done",
                results.stream().filter(result -> result.outcome().isDone()).count());
        return "order/bulk";
    }

    @PostMapping("/filters")
    String saveFilter(
            Actor actor,
            OrderKind kind,
            @RequestParam String name,
            @RequestParam String query,
            RedirectAttributes told) {
        Outcome outcome = notes.saveFilter(actor, kind, name, query);
        told.addFlashAttribute("outcome", outcome);
        return "redirect:" + kind.path() + (query.isBlank() || !outcome.isDone() ? "" : "?" + query);
    }

    @PostMapping("/filters/forget")
    String forgetFilter(Actor actor, OrderKind kind, @RequestParam String name, RedirectAttributes told) {
        told.addFlashAttribute("outcome", notes.forgetFilter(actor, kind, name));
        return "redirect:" + kind.path();
    }

    /** A version that no order has, for what no page gave out. */
    private static int version(String handle) {
        try {
            return Integer.parseInt(handle.substring(handle.lastIndexOf(':') + 1));
        } catch (NumberFormatException forged) {
            return -1;
        }
    }
}
